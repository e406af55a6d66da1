import { readFileSync } from "node:fs";
import { join } from "node:path";
import { Ajv2020 } from "ajv/dist/2020.js";
import { describe, expect, test } from "vitest";
import { parse } from "yaml";
import { session } from "../../support/cli.ts";
import { tmpFolder } from "../../support/tmp.ts";

const ROOT = join(import.meta.dirname, "..", "..", "..");
const WORKED = join(ROOT, "examples", "worked-example");
const OFFLINE = `simulate --offline -f ${WORKED}/host-endpoint.yaml -f ${WORKED}/policy.yaml`;

const schema = JSON.parse(readFileSync(join(ROOT, "schemas", "simulate", "outcome.schema.json"), "utf8"));
const isOutcome = new Ajv2020({ strict: false }).compile(schema);

/** Command lines after the worked example's files, offline: exit code and what the answer says. */
test.each([
  [
    "tcp 198.51.100.7 10.240.0.5:8443",
    0,
    [
      "DENY  TCP 198.51.100.7 -> 10.240.0.5:8443",
      "host endpoint node1-eth0",
      "by policy drop-other-ingress, ingress rule 1",
      "policy.yaml:26",
      "source 198.51.100.7 is outside 10.240.0.0/16",
    ],
  ],
  [
    `-f ${WORKED}/allow-nodeport.yaml tcp 198.51.100.7 10.240.0.5:31852`,
    0,
    ["ALLOW", "by policy allow-nodeport", "replies come back"],
  ],
  ["tcp 198.51.100.7 10.240.0.5:22", 0, ["ALLOW", "failsafe port TCP 22"]],
  [
    "--from-process --out eth0 tcp 10.240.0.5 203.0.113.9:443",
    0,
    ["ALLOW", "from a local process of node1", "allow-outbound-external"],
  ],
  ["icmp 198.51.100.7 10.240.0.5", 0, ["DENY  ICMP type 8 198.51.100.7 -> 10.240.0.5"]],
  ["--expect deny tcp 198.51.100.7 10.240.0.5:8443", 0, ["DENY"]],
  ["--expect allow tcp 198.51.100.7 10.240.0.5:8443", 3, ["expectation not met: expected allow, got deny"]],
  ["--node nod1 --in eth0 tcp 198.51.100.7 10.240.0.5:8443", 2, ["names a node `nod1`", "did you mean `node1`?"]],
  [
    "--node node1 --in eth9 --to-process tcp 198.51.100.7 10.240.0.5:8443",
    0,
    ["there is an interface eth9, though nothing names it"],
  ],
  ["--in eth0 tcp 10.240.0.9 10.240.9.9:80", 0, ["ALLOW", "makes no difference here"]],
  [`--flows ${WORKED}/flows.yaml --expect deny --in eth0`, 2, ["--in, --expect cannot be combined with --flows"]],
  [`--flows ${WORKED}/flows.yaml --node node2`, 2, ["--node node2 is not the node of the file, `node1`"]],
  ["--flows - -f -", 2, ["flows or resources, not both"]],
  ["tcp 198.51.100.7 fd00::1", 2, ["TCP needs a destination port"]],
  ["tcp 198.51.100.7 [fd00::1]:80", 1, ["UNKNOWN", "different IP versions"]],
  ["--from-workload nope tcp 198.51.100.7 10.240.0.5:80", 1, ["has no workload `nope`"]],
] as const)("simulate %s", async (line, code, parts) => {
  const ran = await session(tmpFolder())(`${OFFLINE} ${line}`);
  for (const part of parts) expect(ran.stdout + ran.stderr).toContain(part);
  expect(ran.code).toBe(code);
});

test("flow files: every expectation of the examples holds", async () => {
  const ran = await session(tmpFolder())(`${OFFLINE} -f ${WORKED}/allow-nodeport.yaml --flows ${WORKED}/flows.yaml`);
  expect(ran).toMatchObject({ code: 0, stderr: "" });
  expect(ran.stdout.match(/^(ALLOW|DENY)/gm)).toHaveLength(5);
});

test("flow files: an unmet expectation is named and ends with 3", async () => {
  const ran = await session(tmpFolder())(`${OFFLINE} --flows ${WORKED}/flows.yaml`);
  expect(ran.code).toBe(3);
  expect(ran.stderr).toBe("expectation not met (the opened NodePort, from outside): expected allow, got deny\n");
});

test.each([
  ["flows: [{}]", 1, ["<stdin>:1:9: error: `from` is missing [field.required]", "`dstIP` is missing"]],
  [
    "- {from: {interface: eth0}, protocol: TCP, srcIP: 1.1.1.1, dstIP: x, srcPort: 1, dstPort: 2}",
    1,
    ["<stdin>:1:67: error: destination `x` is not an IP address [flow.address]"],
  ],
  ["", 1, ["<stdin>"]],
  ["{", 1, ["yaml.syntax"]],
  ["[]", 1, ["there are no flows [flow.none]"]],
])("the errors of a flow file %j are reported", async (text, code, parts) => {
  const ran = await session(tmpFolder())(`${OFFLINE} --flows -`, text);
  for (const part of parts) expect(ran.stderr).toContain(part);
  expect(ran.code).toBe(code);
});

describe("as data", () => {
  const flows = `${OFFLINE} --flows ${WORKED}/flows.yaml`;

  test("JSON and YAML are the same, and what the schema says", async () => {
    const run = session(tmpFolder());
    const json: unknown = JSON.parse((await run(`${flows} -o json`)).stdout);
    expect(parse((await run(`${flows} -o yaml`)).stdout)).toEqual(json);
    expect(isOutcome(json), JSON.stringify(isOutcome.errors)).toBe(true);
  });

  test("the fields every entry has, in input order", async () => {
    const { flows: entries } = JSON.parse((await session(tmpFolder())(`${flows} -o json`)).stdout);
    expect(entries.map(({ verdict }: { verdict: string }) => verdict)).toEqual([
      "deny",
      "deny",
      "allow",
      "allow",
      "allow",
    ]);
    expect(entries[1]).toMatchObject({
      name: "another port, from outside",
      node: "node1",
      decidedBy: { kind: "rule", policy: { name: "drop-other-ingress" }, rule: 1, place: `${WORKED}/policy.yaml:26` },
      dropStage: "mangle",
      assumptions: [],
      diagnostics: [],
      expectation: "met",
    });
    expect(entries[1]).not.toHaveProperty("return");
    expect(entries[2].return).toBe("allow");
  });
});

describe("the datastore, with files laid over it", () => {
  test("what would happen if I applied this", async () => {
    const run = session(tmpFolder());
    await run(`apply -f ${WORKED}/host-endpoint.yaml -f ${WORKED}/policy.yaml`);
    const packet = "tcp 198.51.100.7 10.240.0.5:31852";
    expect((await run(`simulate ${packet}`)).stdout).toMatch(/^DENY/);
    expect((await run(`simulate -f ${WORKED}/allow-nodeport.yaml ${packet}`)).stdout).toMatch(/^ALLOW/);
    expect((await run(`simulate ${packet}`)).stdout).toMatch(/^DENY/);
    const replaced = readFileSync(join(WORKED, "policy.yaml"), "utf8").replace("action: Deny", "action: Allow");
    expect((await run(`simulate -f - ${packet}`, replaced)).stdout).toMatch(/^ALLOW/);
  });

  test("a proposal that is invalid is not evaluated", async () => {
    const ran = await session(tmpFolder())(`simulate -f ${ROOT}/examples/mistake.yaml tcp 198.51.100.7 10.240.0.5:80`);
    expect(ran).toMatchObject({ code: 1, stdout: "" });
    expect(ran.stderr).toContain("nothing was evaluated");
  });
});

describe("questions about the packet's path where several fit", () => {
  const hep = (node: string, name: string) =>
    `{apiVersion: projectcalico.org/v3, kind: HostEndpoint, metadata: {name: ${node}-${name}}, spec: {node: ${node}, interfaceName: ${name}}}`;
  test.each([
    [[hep("n1", "eth0"), hep("n2", "eth0")], "which node does the packet enter?", "choose one: --node n1 or --node n2"],
    [[hep("n1", "eth0"), hep("n1", "eth1")], "how does the packet come in?", "choose one: --in eth0 or --in eth1"],
    [[], "which node does the packet enter?", "use --node NODE"],
  ])("%#", async (resources, question, help) => {
    const stdin = resources.map((resource) => `- ${resource}\n`).join("");
    const run = session(tmpFolder());
    if (stdin !== "") await run("apply -f -", stdin);
    const ran = await run("simulate tcp 198.51.100.7 10.0.0.1:80");
    expect(ran).toMatchObject({ code: 2, stdout: "" });
    expect(ran.stderr).toContain(question);
    expect(ran.stderr).toContain(help);
  });
});

describe("colour", () => {
  const line = `${OFFLINE} tcp 198.51.100.7 10.240.0.5:22`;
  test.each([
    ["on a terminal", { tty: true }, true],
    ["not elsewhere", {}, false],
    ["not with NO_COLOR", { tty: true, env: { NO_COLOR: "1" } }, false],
    ["not on a dumb terminal", { tty: true, env: { TERM: "dumb" } }, false],
    ["with FORCE_COLOR", { env: { FORCE_COLOR: "1" } }, true],
  ])("%s", async (_, surroundings, coloured) => {
    const ran = await session(tmpFolder(), surroundings)(line);
    expect(ran.stdout.includes("\u001b[")).toBe(coloured);
  });
});
