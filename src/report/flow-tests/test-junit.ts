import type { Coverage } from "../../analysis/coverage.ts";
import type { MutationResult } from "../../analysis/mutation/run-mutants.ts";
import type { Diagnostic } from "../../model/diagnostic.ts";
import { type JunitCase, type JunitSuite, junitXml } from "../junit.ts";
import { fileAndLine } from "../place-text.ts";
import { type MutantCase, mutantCases } from "../suites/mutation-cases.ts";
import { proofDecider, proofMessage, proofName } from "./proof-text.ts";
import {
  belowThresholdText,
  caseName,
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
 * A run of flow tests as JUnit XML: a suite a file, a case a flow or assertion, an `error` a problem of a file, and a suite for
 * the coverage, which fails below the threshold, and one for mutants, of which those fail that no test notices. The class name
 * of a case is its file; the text of a failure or error begins with its place.
 */
export function testJunit(report: TestReport): string {
  const { files, coverage, mutation } = report;
  return junitXml("calicoctl test", [
    ...files.map(fileSuite),
    ...(coverage === undefined ? [] : [coverageSuite(coverage, report)]),
    ...(mutation === undefined ? [] : [mutantSuite(mutation)]),
  ]);
}

function fileSuite(file: TestFile): JunitSuite {
  const { name } = file;
  const cases = [
    ...errorsOf(file).map((problem) => problemCase(name, problem)),
    ...file.cases.map((one) => ({ name: caseName(one), classname: name, ...resultOf(one) })),
    ...file.proofs.map((one) => proofCase(name, one)),
  ];
  return { name, file: name, cases };
}

function problemCase(file: string, { message, code, help, span }: Diagnostic): JunitCase {
  const name = span === undefined ? code : `${code} at line ${span.start.line}`;
  const text = lines(span && fileAndLine(span), message, help);
  return { name, classname: file, error: { message, type: code, text } };
}

function resultOf(one: TestCase): Partial<JunitCase> {
  const message = messageOf(one);
  switch (one.result) {
    case "passed":
      return {};
    case "no-expectation":
      return { skipped: "no expectation" };
    case "error":
      return { error: { message, type: "not-evaluated", text: fileAndLine(one.span) } };
    case "failed": {
      const text = lines(fileAndLine(one.span), failureText(one), one.difference);
      return { failures: [{ message, type: "expectation", text }] };
    }
  }
}

function proofCase(classname: string, proof: TestProof): JunitCase {
  const name = proofName(proof);
  if (proof.result === "passed") return { name, classname };
  const message = proofMessage(proof);
  const type = proof.result === "failed" ? "assertion" : "not-proved";
  const text = lines(fileAndLine(proof.span), message, proofDecider(proof));
  return { name, classname, failures: [{ message, type, text }] };
}

function mutantSuite(mutation: MutationResult): JunitSuite {
  return { name: "mutants", cases: mutantCases(mutation).map(mutantCase) };
}

function mutantCase({ mutant, result, message, type = "survivor", entry }: MutantCase): JunitCase {
  const { text: name, span } = mutant;
  const text = lines(span && fileAndLine(span), message, entry).trimEnd();
  const outcome = {
    passed: {},
    skipped: { skipped: message },
    failed: { failures: [{ message, type, text }] },
  }[result];
  return { name, classname: "mutants", ...outcome };
}

function coverageSuite(coverage: Coverage, report: TestReport): JunitSuite {
  const below = belowThresholdText(report);
  const output = lines(
    coverageText(coverage),
    ...coverage.unreached.map((target) => `not reached: ${targetWithPlace(target)}`),
    ...coverage.unreachable.map((one) => `can never be reached: ${unreachedText(one)}`),
  );
  const failures = below === undefined ? [] : [{ message: below, type: "coverage" }];
  return { name: "coverage", cases: [{ name: "coverage", classname: "coverage", failures, output }] };
}

/** Those that there are, a line each. */
function lines(...all: readonly (string | undefined)[]): string {
  return all.filter((line) => line !== undefined && line !== "").join("\n");
}
