import { readFileSync } from "node:fs";
import { join } from "node:path";
import { Ajv2020 } from "ajv/dist/2020.js";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { parse } from "yaml";
import { session } from "../../../support/cli.ts";
import { tmpFolder } from "../../../support/tmp.ts";
import { check, flow, flowFile, GOOD, OFFLINE, POLICIES } from "./flow-files.ts";

const ROOT = join(import.meta.dirname, "..", "..", "..", "..");
const schema = JSON.parse(readFileSync(join(ROOT, "schemas", "simulate", "test-report.schema.json"), "utf8"));
const isReport = new Ajv2020({ strict: false }).compile(schema);

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
  test("suites, cases, failures, with their places", async () => {
    const { stdout, stderr, code } = await check(MIXED, `${MIXED_LINE} --coverage-threshold 90 -o junit`);
    expect(code).toBe(1);
    expect(stderr).toContain(SUM);
    expect(wellFormed(stdout)).toEqual(["testsuites"]);
    for (const part of [
      '<testsuites name="calicoctl test" tests="6" failures="2" errors="2">',
      '<testsuite name="@/a.yaml" tests="2" failures="1" errors="0" skipped="0" file="@/a.yaml">',
      '<testcase name="good" classname="@/a.yaml"/>',
      '<testcase name="&lt;&amp;&quot;]]&gt; # \\ \\n \\x1b[31m"',
      '<failure message="expected allow, got deny" type="expectation">@/a.yaml:4\n',
      '<skipped message="no expectation"/>',
      'type="not-evaluated">@/b.yaml:4</error>',
      '<testsuite name="@/none" tests="1" failures="0" errors="1" skipped="0" file="@/none">',
      '<failure message="coverage 50 % is below the threshold of 90 %" type="coverage"/>',
      "not reached: @/policies/p.yaml:14  policy web, ingress rule 2 (Deny)",
      "can never be reached: @/policies/p.yaml:21  policy db, ingress rule 1 (Allow): no endpoint of a node is policed by it",
    ])
      expect(stdout).toContain(part);
  });

  test("nothing at all is well-formed, too", async () => {
    const { stdout } = await check({ "a.yaml": "flows: []" }, `@/a.yaml ${OFFLINE} -o junit`);
    expect(wellFormed(stdout)).toEqual(["testsuites"]);
  });
});

describe("any name of a flow", () => {
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
    await fc.assert(property, { numRuns: 100, seed: 1 });
  });
});

test.each([
  ["junit", ' type="source.unreadable">cannot read `@/none`', ' type="kind.unknown">@/m.yaml:2\n'],
  ["tap", "not ok 2 - input: cannot read `@/none`", '\n  at: {"file":"@/m.yaml","line":2}\n'],
  ["json", '"code": "source.unreadable"', '"line": 2'],
  ["github", "::error title=source.unreadable::cannot read", "::error file=@/m.yaml,line=2,"],
])("as %s: what is wrong with the files, where no flow is evaluated", async (output, ...parts) => {
  const wrong = POLICIES.replace("kind: HostEndpoint", "kind: Nothing");
  const ran = await check({ "a.yaml": GOOD, "m.yaml": wrong }, `@/a.yaml @/none -f @/m.yaml --offline -o ${output}`);
  expect(ran.code).toBe(1);
  for (const part of parts) expect(ran.stdout).toContain(part);
  expect(ran.stderr).toContain("nothing was evaluated");
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
    "not ok 6 - coverage 50 % (2 of 4): 1 of 2 rules, 1 of 2 default denies",
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
  expect(stdout).toContain("# can never be reached: @/policies/p.yaml:21  policy db, ingress rule 1 (Allow): ");
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
    coverage: { percent: 50, threshold: 90, met: false, total: 4, reached: 2, rules: { total: 2, reached: 1 } },
  });
  expect(report.coverage.unreached[0]).toMatchObject({ kind: "rule", rule: 2, place: "@/policies/p.yaml:14" });
  expect(report.coverage.unreachable).toMatchObject([{ kind: "rule", rule: 1, why: "no-way" }]);
});

test.each([
  ["on a terminal", { tty: true }, true],
  ["not elsewhere", {}, false],
])("colour: %s", async (_, surroundings, coloured) => {
  const folder = tmpFolder({ "p.yaml": POLICIES, "a.yaml": GOOD });
  const ran = await session(tmpFolder(), surroundings)(`test ${folder}/a.yaml -f ${folder}/p.yaml --offline`);
  expect(ran.stdout.includes("\u001b[")).toBe(coloured);
});
