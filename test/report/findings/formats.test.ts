import { describe, expect, test } from "vitest";
import { type Diagnostic, isError } from "../../../src/model/diagnostic.ts";
import { junit } from "../../../src/report/findings/findings-junit.ts";
import { github } from "../../../src/report/findings/github.ts";
import { gitlab } from "../../../src/report/findings/gitlab.ts";
import { runCli } from "../../support/cli.ts";
import { at, ERROR } from "./findings.ts";

const WARNING: Diagnostic = {
  severity: "warning",
  code: "yaml.scalar",
  message: "50% sure\nof it",
  span: at("<stdin>"),
};
const INFO: Diagnostic = { severity: "info", code: "field.type", message: "m" };

test("GitHub's annotations, with their escapes", () => {
  expect(github([ERROR, WARNING, INFO])).toBe(
    "::error file=dir/my file.yaml,line=3,col=5,title=field.unknown::unknown field `a<b>` (did you mean `ab`?)\n" +
      "::warning title=yaml.scalar::<stdin>:3:5: 50%25 sure%0Aof it\n" +
      "::notice title=field.type::m\n",
  );
  expect(github([{ ...ERROR, span: at("a,b:c.yaml") }])).toContain("file=a%2Cb%3Ac.yaml,");
});

test("GitLab's report of code quality", () => {
  const stored = { ...INFO, resource: "HostEndpoint a" };
  expect(JSON.parse(gitlab([ERROR, WARNING, INFO, stored]))).toEqual([
    entry("unknown field `a<b>` (did you mean `ab`?)", "field.unknown", "major", "dir/my file.yaml", 3),
    entry("50% sure\nof it", "yaml.scalar", "minor", "<stdin>", 3),
    entry("m", "field.type", "info", "input", 1),
    entry("m", "field.type", "info", "HostEndpoint a", 1),
  ]);
  const absolute = { ...ERROR, span: at("/work/my repo/p/a.yaml") };
  expect(gitlab([absolute], "/work/my repo")).toContain('"path": "p/a.yaml"');
});

function entry(description: string, check: string, severity: string, path: string, begin: number) {
  const fingerprint = expect.stringMatching(/^[0-9a-f]{40}:1$/);
  return { description, check_name: check, fingerprint, severity, location: { path, lines: { begin } } };
}

const SUITE = { command: "calicoctl validate", fails: isError };

test("JUnit: a case a resource, only what fails is a failure, everything escaped", () => {
  const text = junit(SUITE, ["HostEndpoint a", "Node \u0001<n>"], [ERROR, WARNING]);
  expect(text).toContain(
    '<testsuites name="calicoctl validate" tests="3" failures="1" errors="0">\n' +
      '  <testsuite name="calicoctl validate" tests="3" failures="1" errors="0" skipped="0">',
  );
  expect(text).toContain('<testcase name="Node \\x01&lt;n&gt;" classname="calicoctl validate"/>');
  expect(text).toContain(
    '<failure message="unknown field `a&lt;b&gt;`" type="field.unknown">dir/my file.yaml:3:5: error: ',
  );
  expect(text).toContain("<system-out>&lt;stdin&gt;:3:5: warning: 50% sure\nof it [yaml.scalar]</system-out>");
});

test("JUnit: a command of which warnings fail", () => {
  const text = junit({ command: "calicoctl lint", fails: () => true }, ["HostEndpoint a"], [ERROR, WARNING]);
  expect(text).toContain('<testsuite name="calicoctl lint" tests="2" failures="2" errors="0" skipped="0">');
  expect(text).toContain('" type="yaml.scalar">&lt;stdin&gt;:3:5: warning: ');
});

test("JUnit: characters that XML forbids", () => {
  expect(junit(SUITE, [], [{ ...INFO, severity: "error", message: "`\uFFFE`" }])).toContain('message="`\uFFFD`"');
});

describe("validate", () => {
  const GOOD = "apiVersion: projectcalico.org/v3\nkind: Node\nmetadata: {name: a}\n";
  const BAD = `${GOOD}foo: 1\n`;
  test.each([
    ["github", BAD, 1, "::error title=field.unknown::<stdin>:4:1: unknown field `foo`\n"],
    ["github", GOOD, 0, ""],
    ["junit", GOOD, 0, '<testcase name="Node a" classname="calicoctl validate"/>'],
    ["junit", BAD, 1, 'type="field.unknown"'],
    ["sarif", BAD, 1, '"ruleId": "field.unknown"'],
    ["sarif", GOOD, 0, '"results": []'],
    ["gitlab", BAD, 1, '"check_name": "field.unknown"'],
    ["gitlab", GOOD, 0, "[]"],
  ])("-o %s", async (output, stdin, code, stdout) => {
    const ran = await runCli(["validate", "-f", "-", "-o", output], { stdin });
    expect(ran).toMatchObject({ code, stderr: "" });
    expect(ran.stdout).toContain(stdout);
  });

  test("SARIF of a file by its absolute path", async () => {
    const ran = await runCli(["validate", `${process.cwd()}/examples/mistake.yaml`, "-o", "sarif"]);
    expect(ran.stdout).toContain('"uri": "examples/mistake.yaml"');
  });

  test("files as plain words, as pre-commit gives them", async () => {
    const ran = await runCli(["validate", "examples/mistake.yaml", "-o", "github"]);
    expect(ran.code).toBe(1);
    expect(ran.stdout).toContain("::error file=examples/mistake.yaml,line=7,col=3,");
  });
});
