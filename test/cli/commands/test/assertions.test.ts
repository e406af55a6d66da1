import { readFileSync } from "node:fs";
import { join } from "node:path";
import { Ajv2020 } from "ajv/dist/2020.js";
import { describe, expect, test } from "vitest";
import { session } from "../../../support/cli.ts";
import { tmpFolder } from "../../../support/tmp.ts";
import { check, flow, OFFLINE, POLICIES } from "./flow-files.ts";

const SCHEMA = join(import.meta.dirname, "../../../../schemas/simulate/test-report.schema.json");
const isReport = new Ajv2020({ strict: false }).compile(JSON.parse(readFileSync(SCHEMA, "utf8")));

const run = (text: string, line = "") => check({ "a.yaml": text }, `@/a.yaml ${OFFLINE} ${line}`);

/** Assertions about the policy web of the host endpoint h, the exit code, and parts of the output. */
test.each<[string, string, number, readonly string[]]>([
  [
    "every packet of it passes",
    "permit:\n- {name: the site, to: h, ports: tcp/80}\n",
    0,
    ["the site  permit    proved  pass    every packet, 1 endpoint", "1 passed, 0 failed"],
  ],
  [
    "one does not",
    "permit:\n- {name: web, to: h, ports: [tcp/80, tcp/81]}\n",
    3,
    ["FAIL  @/a.yaml:2  web\n", "a packet of it is denied: TCP ", ":81, in through n1/eth0", "0 passed, 1 failed"],
  ],
  ["no packet of it passes", "forbid:\n- {to: role == 'web', ports: tcp/23}\n", 0, ["forbid 1", "proved"]],
  [
    "one does, through a failsafe port",
    "forbid:\n- {to: h, protocol: TCP, ports: [22]}\n",
    3,
    ["a packet of it is allowed: TCP ", "by failsafe port TCP 22"],
  ],
  [
    "what failsafe ports let through is left out",
    "forbid:\n- {to: h, ports: tcp/22, failsafes: false}\n",
    0,
    ["proved"],
  ],
  [
    "addresses that are excepted are not meant",
    "forbid:\n- {to: h, from: 0.0.0.0/0, except: [0.0.0.0/1, 128.0.0.0/2], ports: tcp/80}\n",
    3,
    [" 198.51.100.7:40000 -> 10.0.0.1:80", "by policy web, ingress rule 1 (@/policies/p.yaml:13)"],
  ],
  ["the other direction", "forbid:\n- {direction: out, from: h, to: 10.0.0.0/8, ports: tcp/4444}\n", 0, ["proved"]],
  ["what it forwards", "permit:\n- {to: h, way: forwarded, ports: tcp/4444}\n", 0, ["proved"]],
  ["what it forwards is not its own", "permit:\n- {to: h, way: any, ports: tcp/4444}\n", 3, ["is denied"]],
  ["IPv6 alone", "permit:\n- {to: h, from: fd00::/8, ports: tcp/80}\n", 0, ["proved"]],
  ["an address of the endpoint", "permit:\n- {to: 10.0.0.1, ports: [tcp/80]}\n", 0, ["proved"]],
  [
    "beside flows",
    `node: n1\nflows:\n${flow(80, ", expect: allow")}forbid:\n- {ports: tcp/23}\n`,
    0,
    ["2 passed, 0 failed"],
  ],
])("%s", async (_, text, code, parts) => {
  const ran = await run(text);
  expect(ran).toMatchObject({ code, stderr: "" });
  for (const part of parts) expect(ran.stdout).toContain(part);
});

/** What stands for nothing, with its place. */
test.each([
  ["permit:\n- {sourcePorts: 2:1}\n", "error: invalid port `2:1`"],
  ["permit:\n- {to: hh}\n", "2:8: error: unknown endpoint `hh`", "did you mean `h`?"],
  ["permit:\n- {to: role == 'x'}\n", "2:8: error: `role == 'x'` selects no endpoint"],
  ["permit:\n- {to: 10.0.0.9}\n", "2:8: error: no endpoint has the address `10.0.0.9`"],
  ["permit:\n- {node: n2}\n", "2:10: error: unknown node `n2`", "did you mean `n1`?"],
  ["permit:\n- {from: 10.0.0.0/33}\n", "2:10: error: invalid network `10.0.0.0/33`"],
  ["permit:\n- {from: nothing}\n", "2:10: error: unknown addresses `nothing`"],
  ["permit:\n- {from: has(x)}\n", "2:10: error: what `has(x)` selects has no addresses"],
  ["permit:\n- {except: x y}\n", "2:12: error: invalid selector `x y`"],
  ["permit:\n- {ports: [tcp/22, tpc/22]}\n", "2:4: error: invalid port `tpc/22`"],
  ["permit:\n- {ports: tcp/99999}\n", "error: invalid port `tcp/99999`"],
  ["permit:\n- {protocol: UDP, ports: [tcp/22]}\n", "error: invalid port `tcp/22`", "`protocol` is UDP"],
  ["permit:\n- {protocol: TPC}\n", "2:14: error: invalid protocol `TPC`"],
  ["permit:\n- {from: 10.0.0.0/8, except: 10.0.0.0/7, to: h}\n", "2:4: error: this assertion is about no packet"],
])("%j is an error at its place", async (text, ...parts) => {
  const { code, stderr } = await run(text);
  expect(code).toBe(1);
  for (const part of parts) expect(stderr).toContain(part);
});

describe("reports for programs", () => {
  const TEXT = "forbid:\n- {name: ssh, to: h, ports: tcp/22}\npermit:\n- {to: h, ports: tcp/80}\n";

  test("JSON follows the published schema", async () => {
    const { stdout, code } = await run(TEXT, "-o json");
    expect(code).toBe(3);
    const report = JSON.parse(stdout);
    expect(isReport(report) || isReport.errors).toBe(true);
    expect(report.summary).toEqual({ passed: 1, failed: 1, noExpectation: 0, errors: 0 });
    const [ssh, site] = report.files[0].assertions;
    expect(site).toEqual({ list: "permit", number: 1, line: 4, result: "passed", endpoints: 1 });
    expect(ssh).toMatchObject({
      name: "ssh",
      result: "failed",
      message: expect.stringContaining("a packet of it is allowed"),
      witness: { node: "n1", verdict: "allow", flow: { dstPort: 22 }, decidedBy: { kind: "failsafe" } },
    });
  });

  test("JUnit and TAP have a case each", async () => {
    const junit = (await run(TEXT, "-o junit")).stdout;
    expect(junit).toContain('tests="2" failures="1" errors="0" skipped="0"');
    expect(junit).toMatch(
      /<testcase name="ssh" classname="@\/a.yaml">\s*<failure message="a packet of it is allowed: .*" type="assertion">@\/a.yaml:2\n/,
    );
    expect(junit).toContain('<testcase name="permit 1" classname="@/a.yaml"/>');
    const tap = (await run(TEXT, "-o tap")).stdout;
    expect(tap).toMatch(/^not ok 1 - @\/a.yaml: ssh$/m);
    expect(tap).toMatch(/^ {2}expected: "forbid"\n {2}actual: "allow"\n {2}decidedBy: "by failsafe port/m);
    expect(tap).toMatch(/^ok 2 - @\/a.yaml: permit 1$/m);
  });
});

test("a proof covers what decides packets that it is about; what is not proved covers nothing", async () => {
  const covered = async (text: string) => {
    const { stdout } = await run(text, "--coverage");
    return ["ingress rule 1", "ingress rule 2", "default deny"].map((target) => !stdout.includes(`${target}`));
  };
  const unreached = async (text: string) => {
    const { stdout } = await run(text, "--coverage");
    return stdout.slice(stdout.indexOf("not reached by any flow"));
  };
  expect(await unreached("permit:\n- {to: h, ports: tcp/80}\n")).not.toContain("policy web, ingress rule 1");
  expect(await unreached("permit:\n- {to: h, ports: tcp/80}\n")).toContain("policy web, ingress rule 2");
  const denied = await unreached("forbid:\n- {to: h, ports: tcp/81}\n");
  expect(denied).not.toContain("policy web, ingress rule 2");
  expect(denied).not.toContain("normal ingress: default deny");
  expect(await covered("permit:\n- {to: h, ports: tcp/81}\n")).toEqual([false, false, false]);
});

test("the reply must also pass, unless that is left out", async () => {
  const untracked = (rest: string) =>
    check(
      {
        "a.yaml": `permit:\n- {to: h, ports: udp/53, sourcePorts: "1024:65535"${rest}}\n`,
        "policies/u.yaml": `apiVersion: projectcalico.org/v3
kind: GlobalNetworkPolicy
metadata: { name: dns }
spec: { selector: all(), doNotTrack: true, applyOnForward: true, types: [Ingress, Egress], ingress: [{ action: Allow, protocol: UDP, destination: { ports: [53] } }], egress: [{ action: Deny, protocol: UDP }] }
`,
      },
      `@/a.yaml ${OFFLINE}`,
    );
  expect(await untracked("")).toMatchObject({
    code: 3,
    stdout: expect.stringContaining("the reply to a packet of it is dropped: UDP"),
  });
  expect(await untracked(", replies: false")).toMatchObject({ code: 0 });
});

test("`simulate` says that it proves nothing", async () => {
  const folder = tmpFolder({ "a.yaml": "forbid:\n- {to: h}\n", "p.yaml": POLICIES });
  const ran = await session(folder)(`simulate --flows ${folder}/a.yaml -f ${folder}/p.yaml --offline`);
  expect(ran).toMatchObject({ code: 0, stderr: expect.stringContaining("`calicoctl test` proves them") });
});
