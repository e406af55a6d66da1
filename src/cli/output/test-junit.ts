import type { Diagnostic } from "../../model/diagnostic.ts";
import { printable } from "../../model/printable.ts";
import { place } from "./outcome-data.ts";
import {
  belowText,
  caseName,
  counts,
  coverageText,
  errorsOf,
  failureText,
  messageOf,
  type TestCase,
  type TestFile,
  type TestReport,
  targetText,
} from "./test-report.ts";

type Attributes = Readonly<Record<string, string | number>>;

/**
 * A run of flow tests as JUnit XML: a suite a file, a case a flow (with `file` and `line`), an `error` a problem of a
 * file, and a suite for the coverage, which fails below the threshold.
 */
export function testJunit(report: TestReport): string {
  const suites = [...report.files.map(suite), ...coverageSuite(report)];
  const { passed, failed, noExpectation, errors } = counts(report.files);
  const asCase = report.coverage === undefined ? 0 : 1;
  const sums = {
    name: "calicoctl test",
    tests: passed + failed + noExpectation + errors + asCase,
    failures: failed + (belowText(report) === undefined ? 0 : 1),
    errors,
    skipped: noExpectation,
  };
  return `<?xml version="1.0" encoding="UTF-8"?>\n${element("testsuites", sums, suites, "")}\n`;
}

function suite(file: TestFile): string {
  const { passed, failed, noExpectation, errors } = counts([file]);
  const sums = { tests: passed + failed + noExpectation + errors, failures: failed, errors, skipped: noExpectation };
  const children = [
    ...errorsOf(file).map((problem) => problemCase(file.name, problem)),
    ...file.cases.map((one) => flowCase(file.name, one)),
  ];
  return element("testsuite", { name: file.name, ...sums, file: file.name }, children, "  ");
}

function problemCase(file: string, { message, code, help, span }: Diagnostic): string {
  const text = help === undefined ? message : `${message}\n${help}`;
  const line = span === undefined ? {} : { line: span.start.line };
  const name = span === undefined ? code : `${code} at line ${span.start.line}`;
  const error = element("error", { message, type: code }, [escaped(text)], "      ");
  return element("testcase", { name, classname: file, file, ...line }, [error], "    ");
}

function flowCase(file: string, one: TestCase): string {
  const attributes = { name: caseName(one), classname: file, file, line: one.span.start.line };
  return element("testcase", attributes, result(one), "    ");
}

function result(one: TestCase): string[] {
  const message = messageOf(one);
  switch (one.result) {
    case "passed":
      return [];
    case "no-expectation":
      return [element("skipped", { message: "no expectation" }, [], "      ")];
    case "error":
      return [element("error", { message, type: "not-evaluated" }, [escaped(place(one.span))], "      ")];
    case "failed": {
      const lines = [place(one.span), failureText(one), one.difference ?? ""];
      const text = escaped(lines.filter((line) => line !== "").join("\n"));
      return [element("failure", { message, type: "expectation" }, [text], "      ")];
    }
  }
}

function coverageSuite(report: TestReport): string[] {
  const { coverage } = report;
  if (coverage === undefined) return [];
  const below = belowText(report);
  const list = coverage.unreached.map(
    (target) => `${target.span ? `${place(target.span)} ` : ""}${targetText(target)}`,
  );
  const text = escaped([coverageText(coverage), ...list.map((line) => `not reached: ${line}`)].join("\n"));
  const children = [
    ...(below === undefined ? [] : [element("failure", { message: below, type: "coverage" }, [], "      ")]),
    element("system-out", {}, [text], "      "),
  ];
  const sums = { tests: 1, failures: below === undefined ? 0 : 1, errors: 0, skipped: 0 };
  const one = element("testcase", { name: "coverage", classname: "coverage" }, children, "    ");
  return [element("testsuite", { name: "coverage", ...sums }, [one], "  ")];
}

/** An element whose children are elements on lines of their own, or one escaped text. */
function element(name: string, attributes: Attributes, children: readonly string[], indent: string): string {
  const list = Object.entries(attributes).map(([key, value]) => ` ${key}="${escaped(printable(String(value)))}"`);
  const open = `${indent}<${name}${list.join("")}`;
  if (children.length === 0) return `${open}/>`;
  const isText = !children[0]?.trimStart().startsWith("<");
  return isText ? `${open}>${children.join("")}</${name}>` : `${open}>\n${children.join("\n")}\n${indent}</${name}>`;
}

const ENTITIES: Readonly<Record<string, string>> = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;" };

/** Text as XML 1.0 may hold it: lines stay, other controls and what is no character are shown as escapes. */
function escaped(text: string): string {
  return text
    .split("\n")
    .map((line) => printable(line).replace(/[\uFFFE\uFFFF]/g, "\uFFFD"))
    .join("\n")
    .replace(/[&<>"]/g, (char) => ENTITIES[char] ?? char);
}
