import { readFileSync } from "node:fs";
import { join } from "node:path";
import { Ajv2020 } from "ajv/dist/2020.js";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { parse } from "yaml";
import { session } from "../../support/cli.ts";
import { tmpFolder } from "../../support/tmp.ts";

const ROOT = join(import.meta.dirname, "..", "..", "..");
const schema = JSON.parse(readFileSync(join(ROOT, "schemas", "simulate", "test-report.schema.json"), "utf8"));
const isReport = new Ajv2020({ strict: false }).compile(schema);

const HEP = `apiVersion: projectcalico.org/v3
kind: HostEndpoint
metadata: { name: h, labels: { role: web } }
spec: { node: n1, interfaceName: eth0, expectedIPs: [10.0.0.1] }
---
`;
const POLICIES = `${HEP}apiVersion: projectcalico.org/v3
kind: GlobalNetworkPolicy
metadata: { name: web }
spec:
  selector: role == 'web'
  order: 1
  ingress:
    - { action: Allow, protocol: TCP, destination: { ports: [80] } }
    - { action: Deny, protocol: TCP, source: { nets: [192.0.2.0/24] } }
---
apiVersion: projectcalico.org/v3
kind: GlobalNetworkPolicy
metadata: { name: db }
spec:
  selector: role == 'db'
  ingress: [{ action: Allow }]
`;

/** One flow in flow style, TCP from outside to the host. */
const flow = (port: number, rest = "", src = "203.0.113.9"): string =>
  `  - { from: { interface: eth0 }, to: { process: true }, protocol: TCP, srcIP: ${src}, srcPort: 4000, dstIP: 10.0.0.1, dstPort: ${port}${rest} }\n`;
const flowFile = (...flows: string[]): string => `node: n1\nflows:\n${flows.join("")}`;
const GOOD = flowFile(
  flow(80, ", name: site, expect: { verdict: allow, policy: web, rule: 1 }"),
  flow(81, ", expect: deny"),
);
const BAD = flowFile(flow(81, ", name: admin page, expect: allow"), flow(82));

/** Runs `test` in a folder with the policies and some flow files, offline; `@` is the folder. */
async function check(files: Readonly<Record<string, string>>, line: string, stdin = "") {
  const folder = tmpFolder({ "policies/p.yaml": POLICIES, ...files });
  const ran = await session(tmpFolder())(`test ${line.replaceAll("@", folder)}`, stdin);
  const clean = (text: string) => text.replaceAll(folder, "@");
  return { code: ran.code, stdout: clean(ran.stdout), stderr: clean(ran.stderr) };
}

const OFFLINE = "-f @/policies --offline";

/** Files, the command line, the exit code, and what is said on either stream. */
test.each<[string, Readonly<Record<string, string>>, string, number, readonly string[]]>([
  [
    "all expectations hold",
    { "a.yaml": GOOD },
    `@/a.yaml ${OFFLINE}`,
    0,
    ["2 passed, 0 failed\n", "allow by web rule 1", "flow 2"],
  ],
  [
    "one does not",
    { "a.yaml": GOOD, "b.yaml": BAD },
    `@/a.yaml @/b.yaml ${OFFLINE}`,
    3,
    [
      "FAIL  @/b.yaml:3  admin page\n",
      "expected allow, got deny by default at host endpoint h, normal ingress",
      "policy web, ingress rule 1 did not match: destination port 81 is not 80 (@/policies/p.yaml:13)",
      "2 passed, 1 failed, 1 without an expectation\n",
    ],
  ],
  [
    "every file below a directory",
    { "flows/a.yaml": GOOD, "flows/deep/er/b.json": JSON.stringify(parse(GOOD)), "flows/notes.md": "no" },
    `@/flows ${OFFLINE}`,
    0,
    ["4 passed", "@/flows/a.yaml", "@/flows/deep/er/b.json"],
  ],
  ["a file named twice is read once", { "f/a.yaml": GOOD }, `@/f @/f/a.yaml @/f ${OFFLINE}`, 0, ["2 passed, 0 failed"]],
  ["YAML from standard input", {}, `- ${OFFLINE}`, 0, ["<stdin>", "2 passed"]],
  [
    "a file without any expectation tests nothing",
    { "a.yaml": flowFile(flow(80)) },
    `@/a.yaml ${OFFLINE}`,
    0,
    ["0 passed, 0 failed, 1 without an expectation", "@/a.yaml:1:1: warning: no flow of this file has an expectation"],
  ],
  [
    "all that cannot be read or evaluated is told at once, and counts more than an unmet expectation",
    { "a.yaml": "flows: [{}]", "b.yaml": BAD, "c.yaml": flowFile(flow(80, ", icmpType: 8")), "d.yaml": POLICIES },
    `@/gone.yaml @/a.yaml @/b.yaml @/c.yaml @/d.yaml @/none ${OFFLINE}`,
    1,
    [
      "cannot read `@/gone.yaml`",
      "cannot read `@/none`",
      "@/a.yaml:1:9: error: `from` is missing",
      "@/c.yaml:3:",
      "`@/d.yaml` holds resources, not flows",
      "1 failed",
      "error",
    ],
  ],
  [
    "a second document, which would go untested",
    { "a.yaml": `${GOOD}---\n${BAD}` },
    `@/a.yaml ${OFFLINE}`,
    1,
    ["@/a.yaml:6:1: error: a flow file is one document, and a second one begins here"],
  ],
  [
    "a directory without flow files",
    { "flows/x.md": "" },
    `@/flows ${OFFLINE}`,
    1,
    ["no .yaml, .yml or .json file in directory `@/flows`", "0 passed, 0 failed, 1 error\n"],
  ],
  [
    "manifests that are wrong, and the flow files' mistakes in the same run",
    { "a.yaml": "flows: 1", "m.yaml": `${HEP}kind: Nothing` },
    "@/a.yaml -f @/m.yaml --offline",
    1,
    ["nothing was evaluated", "@/m.yaml:", "@/a.yaml:1:8: error: `flows`"],
  ],
  [
    "a flow whose node cannot be told",
    {
      "a.yaml": flowFile(flow(80, ", expect: allow")).replace("node: n1\n", "").replaceAll("10.0.0.1", "10.9.9.9"),
      "more/h2.yaml": HEP.replace("name: h", "name: h2").replace("n1", "n2").replace("10.0.0.1", "10.0.0.2"),
    },
    `@/a.yaml ${OFFLINE} -f @/more`,
    1,
    [
      "@/a.yaml:2:",
      "which node does the packet enter?",
      "choose one: `node: n1` in the file or `node: n2` in the file",
    ],
  ],
  ["unless it is said", { "a.yaml": GOOD.replace("node: n1\n", "") }, `@/a.yaml --node n1 ${OFFLINE}`, 0, ["2 passed"]],
  [
    "facts that were saved on the node: a DNAT from 8080 to 80",
    {
      "a.yaml": flowFile(flow(8080, ", expect: allow")),
      "nat.txt": `*nat
:PREROUTING ACCEPT [0:0]
-A PREROUTING -d 10.0.0.1/32 -p tcp -m tcp --dport 8080 -j DNAT --to-destination 10.0.0.1:80
COMMIT
`,
    },
    `@/a.yaml --nat n1=@/nat.txt ${OFFLINE}`,
    0,
    ["1 passed"],
  ],
  [
    "facts that cannot be read",
    { "a.yaml": "flows: 1" },
    `@/a.yaml --nat @/none ${OFFLINE}`,
    1,
    ["cannot read `@/none`", "@/a.yaml:1:8: error: `flows`", "nothing was evaluated"],
  ],
  ["no file", {}, OFFLINE, 2, ["missing required argument"]],
  ["--offline without a file", { "a.yaml": GOOD }, "@/a.yaml --offline", 2, ["no file is given"]],
  ["an output that is none", { "a.yaml": GOOD }, `@/a.yaml ${OFFLINE} -o xml`, 2, ["table, junit, tap or json"]],
  ["standard input twice", {}, "- -f -", 2, ["flows or resources, not both"]],
  [
    "a threshold that is none",
    { "a.yaml": GOOD },
    `@/a.yaml ${OFFLINE} --coverage-threshold 101`,
    2,
    ["from 0 to 100"],
  ],
])("%s", async (_, files, line, code, parts) => {
  const ran = await check(files, line, GOOD);
  for (const part of parts) expect(ran.stdout + ran.stderr).toContain(part);
  expect(ran.code).toBe(code);
});

test("of very many flows, those are shown that did not pass", async () => {
  const many = Array.from({ length: 2000 }, () => flow(80, ", expect: allow"));
  const files = { "a.yaml": flowFile(...many, flow(81, ", name: odd, expect: allow")) };
  const { stdout, code } = await check(files, `@/a.yaml ${OFFLINE}`);
  expect(code).toBe(3);
  expect(stdout).toContain("2000 passed, 1 failed\n");
  expect(stdout).toContain("... and 2000 more; -o json lists every flow\n");
  expect(stdout.match(/odd/g)).toHaveLength(2);
  expect(stdout.split("\n").length).toBeLessThan(15);
});

/** What a flow to port 81 or 80 expects, and the reason that is told when it does not come. */
test.each([
  [
    "{ verdict: allow, policy: wbe }",
    80,
    "expected policy wbe to decide, it was web; allow by policy web, ingress rule 1",
  ],
  ["{ verdict: allow, policy: wbe }", 80, "there is no policy wbe; did you mean web?"],
  ["{ verdict: allow, policy: web, rule: 2 }", 80, "expected rule 2 to decide, it was rule 1"],
  [
    "{ verdict: allow, policy: web, rule: 2 }",
    80,
    "rule 2 was not reached: policy web, ingress rule 1 matched, and its action is Allow",
  ],
  [
    "{ verdict: deny, policy: web, rule: 2 }",
    81,
    "ingress rule 2 did not match: source 203.0.113.9 is outside 192.0.2.0/24",
  ],
  ["{ verdict: deny, policy: web }", 81, "policy web, ingress rule 2 did not match: source 203.0.113.9 is outside"],
  ["{ verdict: allow, policy: db }", 80, "policy db does not apply: its selector needs role == 'db'"],
  ["{ verdict: allow, policy: web, rule: 3 }", 80, "policy web has no rule 3"],
  ["deny", 80, "expected deny, got allow by policy web, ingress rule 1"],
  ["{ verdict: deny, policy: web, rule: 1 }", 80, "policy web, ingress rule 1 matched, and its action is Allow"],
  ["{ verdict: allow, via: db }", 80, "expected policy db to allow it on its way, and it did not"],
  ["{ verdict: allow, via: db }", 80, "policy db does not apply: its selector needs role == 'db'"],
  ["{ verdict: allow, policy: web, via: [web, wbe] }", 80, "there is no policy wbe; did you mean web?"],
  ["{ verdict: deny, via: web }", 81, "policy web, ingress rule 1 did not match: destination port 81 is not 80"],
])("the first difference from %s to port %d: %s", async (expected, port, text) => {
  const ran = await check({ "a.yaml": flowFile(flow(port, `, expect: ${expected}`)) }, `@/a.yaml ${OFFLINE}`);
  expect(ran.stdout).toContain(text);
  expect(ran.code).toBe(3);
});

describe("the datastore, with files laid over it", () => {
  const folder = tmpFolder({
    "p.yaml": POLICIES,
    "open.yaml": POLICIES.replace("ports: [80]", "ports: [80, 81]"),
    "flows.yaml": flowFile(flow(81, ", expect: allow")),
  });
  test.each([
    ["", 3, "1 failed"],
    [`-f ${folder}/open.yaml`, 0, "1 passed, 0 failed"],
  ])("%s", async (more, code, part) => {
    const run = session(tmpFolder());
    await run(`apply -f ${folder}/p.yaml`);
    const ran = await run(`test ${folder}/flows.yaml ${more}`);
    expect(ran.stdout).toContain(part);
    expect(ran.code).toBe(code);
  });
});

/** The flow reaches 1 of 3 rules and neither of 2 default denies. */
const ONE = { "a.yaml": flowFile(flow(80, ", expect: allow")) };

describe("coverage", () => {
  test.each([
    ["--coverage", 0, true],
    ["--coverage-threshold 20", 0, true],
    ["--coverage-threshold 20.1", 3, true],
    ["", 0, false],
  ])("%s ends with %d", async (flag, code, told) => {
    const ran = await check(ONE, `@/a.yaml ${OFFLINE} ${flag}`);
    expect(ran.code).toBe(code);
    expect(ran.stdout.includes("coverage: 20 % (1 of 5): 1 of 3 rules, 0 of 2 default denies")).toBe(told);
    expect(ran.stderr).toBe(code === 3 ? "coverage 20 % is below the threshold of 20.1 %\n" : "");
  });

  test("what was not reached, with its place", async () => {
    const { stdout } = await check(ONE, `@/a.yaml ${OFFLINE} --coverage`);
    const lines = stdout.slice(stdout.indexOf("not reached")).split("\n");
    expect(lines.slice(1, 5).map((line) => line.trim())).toEqual([
      "@/policies/p.yaml:14  policy web, ingress rule 2 (Deny)",
      "@/policies/p.yaml:21  policy db, ingress rule 1 (Allow)",
      "@/policies/p.yaml:3   host endpoint h, normal ingress: default deny",
      "@/policies/p.yaml:3   host endpoint h, normal egress: default deny",
    ]);
  });
});

/** A name that every format has to escape. */
const NASTY = '<&"]]> # \\\\ \\n \\x1b[31m';
const MIXED = {
  "a.yaml": flowFile(
    flow(80, ", name: good, expect: allow"),
    flow(81, `, name: "${NASTY.replaceAll('"', '\\"')}", expect: allow`),
  ),
  "b.yaml": flowFile(flow(80, ", name: idle"), flow(80, ", name: wrong, icmpType: 8, expect: allow")),
};
const MIXED_LINE = `@/a.yaml @/b.yaml @/none ${OFFLINE}`;
const SUM = "1 passed, 1 failed, 1 without an expectation, 2 errors\n";

describe("as JUnit XML", () => {
  test("suites, cases, failures, with file and line", async () => {
    const { stdout, stderr, code } = await check(MIXED, `${MIXED_LINE} --coverage-threshold 90 -o junit`);
    expect(code).toBe(1);
    expect(stderr).toContain(SUM);
    expect(wellFormed(stdout)).toEqual(["testsuites"]);
    for (const part of [
      '<testsuites name="calicoctl test" tests="6" failures="2" errors="2" skipped="1">',
      '<testsuite name="@/a.yaml" tests="2" failures="1" errors="0" skipped="0" file="@/a.yaml">',
      '<testcase name="good" classname="@/a.yaml" file="@/a.yaml" line="3"/>',
      '<testcase name="&lt;&amp;&quot;]]&gt; # \\ \\n \\x1b[31m"',
      '<failure message="expected allow, got deny" type="expectation">@/a.yaml:4\n',
      '<skipped message="no expectation"/>',
      'type="not-evaluated">@/b.yaml:4</error>',
      '<testsuite name="@/none" tests="1" failures="0" errors="1" skipped="0" file="@/none">',
      '<failure message="coverage 40 % is below the threshold of 90 %" type="coverage"/>',
      "not reached: @/policies/p.yaml:14 policy web, ingress rule 2 (Deny)",
    ])
      expect(stdout).toContain(part);
  });

  test("nothing at all is well-formed, too", async () => {
    const { stdout } = await check({ "a.yaml": "flows: []" }, `@/a.yaml ${OFFLINE} -o junit`);
    expect(wellFormed(stdout)).toEqual(["testsuites"]);
  });
});

describe("whatever a flow is called", () => {
  const folder = tmpFolder({ "p.yaml": POLICIES });
  const run = session(tmpFolder());
  const text = fc.oneof(fc.string({ unit: "binary" }), fc.string(), fc.constantFrom("]]>", "\ud800", "a\nb", "# SKIP"));

  test("the XML is well-formed and the plan of TAP is kept", async () => {
    const property = fc.asyncProperty(text, fc.constantFrom("allow", "deny"), async (name, expected) => {
      const one = { ...parse(flow(80))[0], name, expect: expected };
      const line = `test - -f ${folder}/p.yaml --offline`;
      const junit = await run(`${line} -o junit`, JSON.stringify([one, one]));
      const bad = junit.code === 1;
      expect(wellFormed(junit.stdout)).toEqual(["testsuites"]);
      expect(junit.stdout.match(/<testcase /g)).toHaveLength(bad ? 1 : 2);
      const tap = await run(`${line} -o tap`, JSON.stringify([one, one]));
      expect(tap.stdout.match(/^(not )?ok \d+ - [^\n]*$/gm)).toHaveLength(
        Number(/^1\.\.(\d+)$/m.exec(tap.stdout)?.[1]),
      );
      expect(tap.stdout.match(/(?<!\\)#/g)).toBeNull();
      expect([0, 1, 3]).toContain(tap.code);
    });
    await fc.assert(property, { numRuns: 100 });
  });
});

/** Reads XML strictly enough for our own: tags nest and close, attributes are quoted, no bare `<` or `&`, no controls. Gives the roots. */
function wellFormed(xml: string): string[] {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: XML has none of them
  expect(xml).not.toMatch(/[\0-\x08\x0B-\x1F\uFFFE\uFFFF]/);
  const body = xml.replace('<?xml version="1.0" encoding="UTF-8"?>\n', "");
  expect(body.replace(/&(?:amp|lt|gt|quot|#10);/g, "")).not.toContain("&");
  const open: string[] = [];
  const roots: string[] = [];
  const left = body.replace(/<(\/?)([\w-]+)((?: [\w-]+="[^"<]*")*)(\/?)>/g, (_, end, name, __, empty) => {
    if (end === "/") expect(open.pop()).toBe(name);
    else {
      if (open.length === 0) roots.push(name);
      if (empty === "") open.push(name);
    }
    return "";
  });
  expect(left).not.toMatch(/[<>]/);
  expect(open).toEqual([]);
  return roots;
}

test("as TAP: the plan, points, directives and YAML blocks", async () => {
  const { stdout, code } = await check(MIXED, `${MIXED_LINE} --coverage-threshold 90 -o tap`);
  expect(code).toBe(1);
  const points = stdout.split("\n").filter((line) => /^(not )?ok /.test(line));
  expect(stdout.startsWith("TAP version 14\n1..6\n")).toBe(true);
  expect(points).toEqual([
    "ok 1 - @/a.yaml: good",
    'not ok 2 - @/a.yaml: <&"]]> \\# \\\\ \\\\n \\\\x1b[31m',
    "ok 3 - @/b.yaml: idle # SKIP no expectation",
    "not ok 4 - @/b.yaml: wrong",
    "not ok 5 - @/none: cannot read `@/none`: no such file or directory",
    "not ok 6 - coverage 40 % (2 of 5): 1 of 3 rules, 1 of 2 default denies",
  ]);
  const blocks = [...stdout.matchAll(/^ {2}---\n([\s\S]*?)^ {2}\.\.\.$/gm)].map(([, yaml]) => parse(yaml ?? ""));
  expect(blocks).toHaveLength(4);
  expect(blocks[0]).toMatchObject({
    message: "expected allow, got deny",
    severity: "fail",
    expected: "allow",
    actual: "deny",
    at: { file: "@/a.yaml", line: 4 },
  });
  expect(stdout).toContain("# not reached: policy web, ingress rule 2 (Deny) (@/policies/p.yaml:14)\n");
});

test("as JSON, by its schema", async () => {
  const { stdout, stderr, code } = await check(MIXED, `${MIXED_LINE} --coverage-threshold 90 -o json`);
  expect(code).toBe(1);
  expect(stderr).toContain(SUM);
  const report = JSON.parse(stdout);
  expect(isReport(report), JSON.stringify(isReport.errors)).toBe(true);
  expect(report).toMatchObject({
    summary: { passed: 1, failed: 1, noExpectation: 1, errors: 2 },
    files: [
      {
        file: "@/a.yaml",
        flows: [
          { number: 1, name: "good", line: 3, result: "passed", verdict: "allow", node: "n1" },
          { number: 2, line: 4, result: "failed", message: "expected allow, got deny" },
        ],
      },
      { flows: [{ result: "no-expectation" }, { result: "error", verdict: "unknown" }] },
      { file: "@/none", problems: [{ code: "source.unreadable" }], flows: [] },
    ],
    coverage: { percent: 40, threshold: 90, met: false, total: 5, reached: 2, rules: { total: 3, reached: 1 } },
  });
  expect(report.coverage.unreached[0]).toMatchObject({ kind: "rule", rule: 2, place: "@/policies/p.yaml:14" });
});

test.each([
  ["on a terminal", { tty: true }, true],
  ["not elsewhere", {}, false],
])("colour: %s", async (_, surroundings, coloured) => {
  const folder = tmpFolder({ "p.yaml": POLICIES, "a.yaml": GOOD });
  const ran = await session(tmpFolder(), surroundings)(`test ${folder}/a.yaml -f ${folder}/p.yaml --offline`);
  expect(ran.stdout.includes("\u001b[")).toBe(coloured);
});
