import type { MutationResult } from "../../analysis/mutation/run-mutants.ts";
import type { Diagnostic } from "../../model/diagnostic.ts";
import { fileAndLine } from "../place-text.ts";
import { type MutantCase, mutantCases, mutantFailures } from "../suites/mutation-cases.ts";
import { mutantCount } from "../suites/mutation-text.ts";
import { element, xmlDocument, xmlText } from "../xml.ts";
import { proofDecider, proofMessage, proofName } from "./proof-text.ts";
import {
  belowThresholdText,
  caseName,
  counts,
  coverageText,
  errorsOf,
  failureText,
  messageOf,
  type TestCase,
  type TestFile,
  type TestProof,
  type TestReport,
} from "./test-report.ts";
import { targetWithPlace, unreachedText } from "./unreachable-text.ts";

/**
 * A run of flow tests as JUnit XML: a suite a file, a case a flow or assertion (with `file` and `line`), an `error` a problem of a
 * file, and a suite for the coverage, which fails below the threshold, and one for mutants, of which those fail that no test notices.
 */
export function testJunit(report: TestReport): string {
  const { mutation } = report;
  const suites = [...report.files.map(suite), ...coverageSuite(report), ...(mutation ? [mutantSuite(mutation)] : [])];
  const { passed, failed, notProved, noExpectation, errors } = counts(report.files);
  // The schema of Jenkins has `skipped` for a suite only.
  const asCase = report.coverage === undefined ? 0 : 1;
  const sums = {
    name: "calicoctl test",
    tests: passed + failed + notProved + noExpectation + errors + asCase + (mutation ? mutantCount(mutation) : 0),
    failures:
      failed +
      notProved +
      (belowThresholdText(report) === undefined ? 0 : 1) +
      (mutation ? mutantFailures(mutation) : 0),
    errors,
  };
  return xmlDocument(element("testsuites", sums, suites, ""));
}

function suite(file: TestFile): string {
  const { passed, failed, notProved, noExpectation, errors } = counts([file]);
  const tests = passed + failed + notProved + noExpectation + errors;
  const sums = { tests, failures: failed + notProved, errors, skipped: noExpectation };
  const children = [
    ...errorsOf(file).map((problem) => problemCase(file.name, problem)),
    ...file.cases.map((one) => flowCase(file.name, one)),
    ...file.proofs.map((one) => proofCase(file.name, one)),
  ];
  return element("testsuite", { name: file.name, ...sums, file: file.name }, children, "  ");
}

function problemCase(file: string, { message, code, help, span }: Diagnostic): string {
  const text = help === undefined ? message : `${message}\n${help}`;
  const line = span === undefined ? {} : { line: span.start.line };
  const name = span === undefined ? code : `${code} at line ${span.start.line}`;
  const error = element("error", { message, type: code }, [xmlText(text)], "      ");
  return element("testcase", { name, classname: file, file, ...line }, [error], "    ");
}

function flowCase(file: string, one: TestCase): string {
  const attributes = { name: caseName(one), classname: file, file, line: one.span.start.line };
  return element("testcase", attributes, result(one), "    ");
}

function proofCase(file: string, proof: TestProof): string {
  const attributes = { name: proofName(proof), classname: file, file, line: proof.span.start.line };
  if (proof.result === "passed") return element("testcase", attributes, [], "    ");
  const message = proofMessage(proof);
  const lines = [fileAndLine(proof.span), message, proofDecider(proof)].filter((line) => line !== "");
  const type = proof.result === "failed" ? "assertion" : "not-proved";
  const failure = element("failure", { message, type }, [xmlText(lines.join("\n"))], "      ");
  return element("testcase", attributes, [failure], "    ");
}

function result(one: TestCase): string[] {
  const message = messageOf(one);
  switch (one.result) {
    case "passed":
      return [];
    case "no-expectation":
      return [element("skipped", { message: "no expectation" }, [], "      ")];
    case "error":
      return [element("error", { message, type: "not-evaluated" }, [xmlText(fileAndLine(one.span))], "      ")];
    case "failed": {
      const lines = [fileAndLine(one.span), failureText(one), one.difference ?? ""];
      const text = xmlText(lines.filter((line) => line !== "").join("\n"));
      return [element("failure", { message, type: "expectation" }, [text], "      ")];
    }
  }
}

function mutantSuite(mutation: MutationResult): string {
  const skipped = mutation.equivalent.length;
  const sums = { tests: mutantCount(mutation), failures: mutantFailures(mutation), errors: 0, skipped };
  return element("testsuite", { name: "mutants", ...sums }, mutantCases(mutation).map(mutantCase), "  ");
}

function mutantCase({ mutant, result, message, type = "survivor", entry }: MutantCase): string {
  const { text: name, span } = mutant;
  const place = span === undefined ? {} : { file: span.source, line: span.start.line };
  const details = [...(span === undefined ? [] : [fileAndLine(span)]), message, entry ?? ""].join("\n").trimEnd();
  const children = {
    passed: () => [],
    skipped: () => [element("skipped", { message }, [], "      ")],
    failed: () => [element("failure", { message, type }, [xmlText(details)], "      ")],
  }[result]();
  return element("testcase", { name, classname: "mutants", ...place }, children, "    ");
}

function coverageSuite(report: TestReport): string[] {
  const { coverage } = report;
  if (coverage === undefined) return [];
  const below = belowThresholdText(report);
  const lines = [
    coverageText(coverage),
    ...coverage.unreached.map((target) => `not reached: ${targetWithPlace(target)}`),
    ...coverage.unreachable.map((one) => `can never be reached: ${unreachedText(one)}`),
  ];
  const text = xmlText(lines.join("\n"));
  const children = [
    ...(below === undefined ? [] : [element("failure", { message: below, type: "coverage" }, [], "      ")]),
    element("system-out", {}, [text], "      "),
  ];
  const sums = { tests: 1, failures: below === undefined ? 0 : 1, errors: 0, skipped: 0 };
  const one = element("testcase", { name: "coverage", classname: "coverage" }, children, "    ");
  return [element("testsuite", { name: "coverage", ...sums }, [one], "  ")];
}
