import { describe, expect, test } from "vitest";
import { parseAllDocuments } from "yaml";
import { V1_KINDS } from "../../../../src/manifest/v1/kinds.ts";
import { runCli, session } from "../../../support/cli.ts";
import { tmpFolder } from "../../../support/tmp.ts";

import { convert, hep, v1 } from "./v1-manifests.ts";

describe("the converted resource", () => {
  test("every kind of the early API has a converter, and cases in the files beside this one", () => {
    expect([...V1_KINDS].sort()).toEqual([
      "bgpPeer",
      "hostEndpoint",
      "ipPool",
      "node",
      "policy",
      "profile",
      "workloadEndpoint",
    ]);
  });
});

test("--ignore-validation turns refusals of today's rules into warnings, but not those of the early API", async () => {
  const ran = await convert(v1("ipPool", { cidr: "10.0.0.1/16" }), "--ignore-validation");
  expect(ran.code).toBe(0);
  expect(ran.stderr).toContain("warning: `10.0.0.1/16` has bits set outside its prefix [net.masked]");
  expect(JSON.parse(ran.stdout)).toMatchObject({ metadata: { name: "10-0-0-1-16" }, spec: { cidr: "10.0.0.1/16" } });
  for (const early of [
    v1("policy", { name: "p" }, { order: "x" }),
    v1("policy", { name: "a b" }),
    v1("policy", { name: "p" }, { selector: "a = b" }),
    v1("policy", { name: "p" }, { ingress: [{ action: "allow", source: { net: "x" } }] }),
    v1("bgpPeer", { scope: "global", peerIP: "x" }, { asNumber: 1 }),
  ])
    expect(await convert(early, "--ignore-validation")).toMatchObject({ code: 1, stdout: "" });
});

/** Calicoctl prints the list of resources, which it makes with the first one: calicoctl/commands/convert.go and printer.go. */
test.each([
  ["yaml", ""],
  ["yml", ""],
  ["json", ""],
  ["yaml", "[]\n"],
])("no resources, -o %s: `%s`", async (format, stdin) => {
  expect(await runCli(["convert", "-f", "-", "-o", format], { stdin })).toEqual({
    code: 0,
    stdout: "null\n",
    stderr: "warning: no resources in `<stdin>` [input.empty]\n",
  });
});

test("manifests of today come out as they are, beside converted ones, as one list or one resource", async () => {
  const np = { apiVersion: "projectcalico.org/v3", kind: "NetworkPolicy", metadata: { name: "a" }, spec: { order: 1 } };
  const both = `${JSON.stringify(np)}\n---\n- ${v1("node", { name: "n" }, {})}\n`;
  const ran = await convert(both);
  expect(JSON.parse(ran.stdout)).toEqual([
    { ...np, metadata: { name: "a", creationTimestamp: null }, spec: { order: 1, selector: "" } },
    { kind: "Node", apiVersion: "projectcalico.org/v3", metadata: { name: "n", creationTimestamp: null }, spec: {} },
  ]);
  const yaml = await runCli(["convert", "-f", "-"], { stdin: JSON.stringify(np) });
  expect(parseAllDocuments(yaml.stdout)[0]?.toJS()).toMatchObject(np);
});

test("what convert prints, apply takes", async () => {
  const folder = tmpFolder({
    "old/a.yaml": `${hep({ labels: { role: "web" } }, { interfaceName: "eth0" })}\n---\n${v1("policy", { name: "p" }, { ingress: [{ action: "allow", source: { tag: "web" } }] })}\n`,
    "old/b/c.json": v1("profile", { name: "p1", tags: ["web"] }),
  });
  const run = session(folder);
  const ran = await run(`convert -R -f ${folder}/old`);
  expect(await run("apply -f -", ran.stdout)).toMatchObject({
    code: 0,
    stdout: "Successfully applied 3 resource(s)\n",
  });
  expect((await run("get profile p1 -o yaml")).stdout).toContain('    web: ""\n');
});

test("apply says that a manifest is of the early API, and what makes one of today", async () => {
  const ran = await session(tmpFolder())("apply -f -", hep({}, {}));
  expect(ran).toMatchObject({ code: 1, stdout: "" });
  expect(ran.stderr).toContain("<stdin>:1:15: error: apiVersion `v1` is the early Calico API [api-version.unknown]");
  expect(ran.stderr).toContain("`calicoctl convert -f FILE`");
});

test.each([
  ["convert", "no file given"],
  ["convert -f x -o ps", "unknown output `ps`"],
  ["convert -f x -n ns", "-n"],
])("`%s` is wrong usage", async (line, message) => {
  const ran = await runCli(line.split(" "));
  expect(ran).toMatchObject({ code: 2, stdout: "" });
  expect(ran.stderr).toContain(message);
});

/** Text that is not an early manifest, or a hostile one: an answer, never an exception, a stack or a terminal escape. */
test.each([
  ["a list where a map belongs", v1("policy", [], [])],
  ["a number as metadata", '{"apiVersion":"v1","kind":"node","metadata":1}'],
  ["prototype names", '{"apiVersion":"v1","kind":"constructor","metadata":{"name":"x"}}'],
  [
    "prototype fields",
    '{"apiVersion":"v1","kind":"profile","metadata":{"name":"x","labels":{"__proto__":"y","constructor":"z"}}}',
  ],
  [
    "nulls",
    '{"apiVersion":"v1","kind":"policy","metadata":{"name":"x"},"spec":{"ingress":[null,{"action":"allow","source":null}]}}',
  ],
  ["escapes", v1("policy", { name: "\u001b[31mx" })],
  ["a name without letters", v1("policy", { name: "___" })],
  ["a long name", v1("policy", { name: "a".repeat(100_000) })],
  ["many dashes", v1("policy", { name: `${"-".repeat(200_000)}a` })],
  ["many quotes", v1("policy", { name: "p" }, { selector: "'".repeat(100_001) })],
])("%s", async (_, text) => {
  const ran = await convert(text);
  expect(ran.stderr).not.toMatch(/internal error|^ {4}at /m);
  // biome-ignore lint/suspicious/noControlCharactersInRegex: it is what must not be there
  expect(ran.stdout + ran.stderr).not.toMatch(/\u001b/);
  if (ran.code !== 0) expect(ran.stdout).toBe("");
});
