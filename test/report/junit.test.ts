import { describe, expect, test } from "vitest";
import { type JunitSuite, junitXml } from "../../src/report/junit.ts";
import { jenkinsProblems, needsXsd } from "../support/ci/ci-tools.ts";
import { session } from "../support/cli.ts";
import { tmpFolder } from "../support/tmp.ts";

const SUITES: readonly JunitSuite[] = [
  {
    name: "a",
    file: "a.yaml",
    cases: [
      { name: "passed", classname: "a.yaml" },
      {
        name: "failed twice",
        classname: "a.yaml",
        failures: ["x", "<y>"].map((message) => ({ message, type: "code" })),
      },
      {
        name: "noisy",
        classname: "a.yaml",
        failures: [{ message: "m", type: "t", text: "two\nlines" }],
        output: "&\n",
      },
    ],
  },
  {
    name: "b",
    cases: [
      { name: "not run", classname: "b", error: { message: "unreadable \u0000", type: "source" } },
      { name: "left out", classname: "b", skipped: "no reason" },
    ],
  },
  { name: "empty", cases: [] },
];

test("suites with the counts of their cases, all of which are counted once", () => {
  expect(junitXml("all", SUITES)).toBe(`<?xml version="1.0" encoding="UTF-8"?>
<testsuites name="all" tests="5" failures="2" errors="1">
  <testsuite name="a" tests="3" failures="2" errors="0" skipped="0" file="a.yaml">
    <testcase name="passed" classname="a.yaml"/>
    <testcase name="failed twice" classname="a.yaml">
      <failure message="x" type="code"/>
      <failure message="&lt;y&gt;" type="code"/>
    </testcase>
    <testcase name="noisy" classname="a.yaml">
      <failure message="m" type="t">two
lines</failure>
      <system-out>&amp;
</system-out>
    </testcase>
  </testsuite>
  <testsuite name="b" tests="2" failures="0" errors="1" skipped="1">
    <testcase name="not run" classname="b">
      <error message="unreadable \\x00" type="source"/>
    </testcase>
    <testcase name="left out" classname="b">
      <skipped message="no reason"/>
    </testcase>
  </testsuite>
  <testsuite name="empty" tests="0" failures="0" errors="0" skipped="0"/>
</testsuites>
`);
});

/** Command lines in a folder with the files of examples. */
const LINES = [
  "validate worked-example/policy.yaml mistake.yaml nowhere.yaml",
  "validate -f worked-example",
  "lint -f worked-example --offline",
  "lint -f lock-out/change.yaml --offline --max-warnings 0",
  "lint -f mistake.yaml --offline",
  "test flow-tests/flows -f flow-tests/policies --offline --coverage --coverage-threshold 100",
  "test flow-tests/flows -f flow-tests/policies --offline --mutate",
  "test flow-tests/flows nowhere.yaml -f worked-example --offline",
] as const;

describe.skipIf(needsXsd.isMissing)(`Jenkins' schema${needsXsd.why}`, () => {
  test("allows all that is written", () => {
    expect(jenkinsProblems(junitXml("all", SUITES))).toBe("");
  });

  test("would find an attribute that it does not have", () => {
    const wrong = junitXml("all", SUITES).replace('<testcase name="passed"', '$& line="3"');
    expect(jenkinsProblems(wrong)).toContain("The attribute 'line' is not allowed");
  });

  test.each(LINES)("calicoctl %s -o junit", async (line) => {
    const run = session(tmpFolder());
    const words = line.replace(/(?<= )(?=worked-example|mistake|flow-tests|nowhere|lock-out)/g, "examples/");
    const { stdout } = await run(`${words} -o junit`);
    expect(stdout).toContain("<testcase ");
    expect(jenkinsProblems(stdout)).toBe("");
  });
});
