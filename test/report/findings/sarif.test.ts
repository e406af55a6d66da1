import { describe, expect, test } from "vitest";
import { CODES } from "../../../src/generated/codes.ts";
import { EXPLANATIONS } from "../../../src/generated/explanations.ts";
import type { Diagnostic } from "../../../src/model/diagnostic.ts";
import { sarif } from "../../../src/report/findings/sarif.ts";
import { needsSarif, sarifProblems } from "../../support/ci/ci-tools.ts";
import { runCli, session } from "../../support/cli.ts";
import { tmpFolder } from "../../support/tmp.ts";
import { at, ERROR } from "./findings.ts";

const WARNING: Diagnostic = { severity: "warning", code: "yaml.scalar", message: "[x](0)", span: at("<stdin>") };
const STORED: Diagnostic = {
  severity: "info",
  code: "lint.log-only",
  message: "m",
  resource: "NetworkPolicy shop/a b",
};
const UNREADABLE: Diagnostic = { severity: "error", code: "source.unreadable", message: "cannot read `a`" };
/** A fix that writes something else, one that inserts, and one that deletes. */
const FIXED: readonly Diagnostic[] = ["ab", "ab: 1\n", ""].map((text, index) => {
  const span = at("dir/my file.yaml");
  return { ...ERROR, message: `m${index}`, fix: { span: index === 1 ? { ...span, end: span.start } : span, text } };
});
const ALL = [ERROR, WARNING, ERROR, STORED, UNREADABLE];
const TOOL = {
  version: "1.2.3",
  homePage: "https://example.com",
  texts: { "yaml.scalar": { what: "A word.", remedy: "quote it", wrong: "a: no\n", right: 'a: "no"\n' } },
  pageOf: (code: string) => `https://example.com/${code}`,
};

/** The only run of a log. */
function runOf(diagnostics: readonly Diagnostic[], folder?: string) {
  const log = JSON.parse(sarif(diagnostics, TOOL, folder));
  expect(log).toMatchObject({ version: "2.1.0", runs: [{ columnKind: "utf16CodeUnits" }] });
  return log.runs[0];
}

test("the tool, its rules with their texts, and the codes of notifications", () => {
  expect(runOf(ALL).tool.driver).toEqual({
    name: "calicoctl",
    version: "1.2.3",
    informationUri: "https://example.com",
    rules: [
      { id: "field.unknown", name: "FieldUnknown" },
      {
        id: "yaml.scalar",
        name: "YamlScalar",
        shortDescription: { text: "A word." },
        fullDescription: { text: "A word." },
        help: {
          text: "What to do: quote it.\n\ncalicoctl explain yaml.scalar",
          markdown:
            "A word.\n\nWhat to do: quote it.\n\nWrong:\n\n```yaml\na: no\n```\n\n" +
            'Right:\n\n```yaml\na: "no"\n```\n\n`calicoctl explain yaml.scalar`',
        },
        helpUri: "https://example.com/yaml.scalar",
      },
      { id: "lint.log-only", name: "LintLogOnly" },
    ],
    notifications: [{ id: "source.unreadable", name: "SourceUnreadable" }],
  });
});

test("results: rules, levels, messages in which nothing is a link, places", () => {
  const { results } = runOf(ALL);
  expect(results.map((r: Record<string, unknown>) => [r.ruleId, r.ruleIndex, r.level, r.message])).toEqual([
    ["field.unknown", 0, "error", { text: "unknown field `a<b>` (did you mean `ab`?)" }],
    ["yaml.scalar", 1, "warning", { text: "[x] (0)" }],
    ["field.unknown", 0, "error", { text: "unknown field `a<b>` (did you mean `ab`?)" }],
    ["lint.log-only", 2, "note", { text: "m" }],
  ]);
  expect(results.map((r: { locations: unknown[] }) => r.locations)).toEqual([
    [placed("dir/my%20file.yaml", "HostEndpoint a")],
    [placed("%3Cstdin%3E")],
    [placed("dir/my%20file.yaml", "HostEndpoint a")],
    [
      {
        physicalLocation: {
          artifactLocation: { uri: "datastore/NetworkPolicy/shop/a/b" },
          region: { startLine: 1 },
        },
        logicalLocations: [{ fullyQualifiedName: "NetworkPolicy shop/a b", kind: "resource" }],
      },
    ],
  ]);
});

function placed(uri: string, resource?: string) {
  return {
    physicalLocation: {
      artifactLocation: { uri },
      region: { startLine: 3, startColumn: 5, endLine: 3, endColumn: 9 },
    },
    ...(resource && { logicalLocations: [{ fullyQualifiedName: resource, kind: "resource" }] }),
  };
}

test("fixes: what is deleted of the file, and what is written in its place", () => {
  const region = { startLine: 3, startColumn: 5, endLine: 3, endColumn: 9 };
  const changed = (replacement: object) => [
    {
      description: { text: "did you mean `ab`?" },
      artifactChanges: [{ artifactLocation: { uri: "dir/my%20file.yaml" }, replacements: [replacement] }],
    },
  ];
  expect(runOf([...FIXED, ERROR]).results.map((r: { fixes?: unknown }) => r.fixes)).toEqual([
    changed({ deletedRegion: region, insertedContent: { text: "ab" } }),
    changed({ deletedRegion: { ...region, endColumn: 5 }, insertedContent: { text: "ab: 1\n" } }),
    changed({ deletedRegion: region }),
    undefined,
  ]);
});

test("what is about no place is a notification, and an error among them a failed run", () => {
  expect(runOf(ALL).invocations).toEqual([
    {
      executionSuccessful: false,
      toolExecutionNotifications: [
        { descriptor: { id: "source.unreadable", index: 0 }, level: "error", message: { text: "cannot read `a`" } },
      ],
    },
  ]);
  expect(runOf([{ ...UNREADABLE, severity: "warning" }]).invocations[0].executionSuccessful).toBe(true);
  expect(runOf([ERROR])).not.toHaveProperty("invocations");
});

test("fingerprints are other ones for other findings, and the same where only lines are others", () => {
  const marks = (diagnostics: readonly Diagnostic[]): string[] =>
    runOf(diagnostics).results.map((r: { partialFingerprints: object }) => Object.values(r.partialFingerprints)[0]);
  const moved = { ...ERROR, span: { ...at("dir/my file.yaml"), start: { line: 9, column: 1 } } };
  const [first = "", second = "", again = ""] = marks([ERROR, WARNING, ERROR]);
  expect(first).toMatch(/^[0-9a-f]{40}:1$/);
  expect(second.slice(0, 40)).not.toBe(first.slice(0, 40));
  expect(again).toBe(first.replace(":1", ":2"));
  expect(marks([moved])).toEqual([first]);
});

test.each([
  ["p/a.yaml", "p/a.yaml"],
  ["./p/a.yaml", "p/a.yaml"],
  ["/work/my repo/p/a.yaml", "p/a.yaml"],
  ["/work/my repository/a.yaml", "file:///work/my%20repository/a.yaml"],
  ["/tmp/a.yaml", "file:///tmp/a.yaml"],
  ["../a.yaml", "../a.yaml"],
])("SARIF names %s as %s", (source, uri) => {
  const [result] = runOf([{ ...ERROR, span: at(source) }], "/work/my repo").results;
  expect(result.locations[0].physicalLocation.artifactLocation).toEqual({ uri });
});

test("a file by its absolute path, and the page about its code", async () => {
  const { stdout } = await runCli(["validate", `${process.cwd()}/examples/mistake.yaml`, "-o", "sarif"]);
  expect(stdout).toContain('"uri": "examples/mistake.yaml"');
  expect(stdout).toMatch(/"helpUri": "https:\/\/[^/]+\/reference\/codes\/field\.unknown\.html"/);
});

describe.skipIf(needsSarif.isMissing)(`by SARIF's schema and GitHub's rules${needsSarif.why}`, () => {
  test("all forms of findings are valid, with all codes", () => {
    const codes = CODES.map((code) => ({ ...ERROR, code }));
    expect(sarifProblems(sarif([...ALL, ...FIXED, ...codes], { ...TOOL, texts: EXPLANATIONS }))).toEqual([]);
  });

  test.each([
    ["a result without a place", '"locations"', '"somewhere"', "GH1015"],
    ["a property that SARIF does not have", '"columnKind"', '"columnKinds"', "JSON"],
    ["a fix without a change of a file", '"artifactChanges"', '"changes"', "JSON"],
    ["a tool without a page", '"informationUri"', '"downloadUri"', "SARIF2005"],
  ])("%s would be found", (_, right, wrong, rule) => {
    expect(sarifProblems(sarif([...ALL, ...FIXED], TOOL).replaceAll(right, wrong)).join("\n")).toContain(rule);
  });

  test.each([
    "validate examples/mistake.yaml examples/none.yaml",
    "validate examples/worked-example/policy.yaml",
    "lint -f examples/lock-out/change.yaml --offline",
    "lint",
  ])("calicoctl %s -o sarif", async (line) => {
    const run = session(tmpFolder());
    await run("create -f examples/lock-out/stored.yaml -f examples/exposure/policies.yaml");
    const { stdout } = await run(`${line} -o sarif`);
    expect(stdout).toContain('"results"');
    expect(sarifProblems(stdout)).toEqual([]);
  });
});
