import type { Coverage } from "../../analysis/coverage.ts";
import { printable } from "../../model/printable.ts";
import { fileAndLine } from "../place-text.ts";
import type { Style } from "../style.ts";
import { mutationText } from "../suites/mutation-text.ts";
import { columns } from "../text-columns.ts";
import { proofDecider, proofGot, proofMessage, proofName, scopeText } from "./proof-text.ts";
import {
  actualText,
  caseName,
  counts,
  countsText,
  coverageText,
  decidedByWithPlace,
  expectedText,
  failureText,
  messageOf,
  type TestCase,
  type TestFile,
  type TestProof,
  type TestReport,
  targetText,
} from "./test-report.ts";
import { unreachableText, unreachedText } from "./unreachable-text.ts";

/** Rows of one table at most; the rest is counted. */
const MOST = 200;
/** Of more flows than this, the table has only those that did not pass. */
const ALL = 1000;

/** A run of flow tests for people: a row a flow, then each failure with its place and reason, the coverage, the sum, mutants. */
export function testText(report: TestReport, style: Style): string {
  const { files, mutation } = report;
  const failed = files.flatMap(({ cases, proofs }) => [
    ...cases.filter(({ result }) => result === "failed").map((one) => failure(one, style)),
    ...proofs.filter(({ result }) => result !== "passed").map((one) => proofFailure(one, style)),
  ]);
  return [
    table(files, style),
    ...failed.slice(0, MOST),
    failed.length > MOST ? `... and ${failed.length - MOST} more that failed\n\n` : "",
    coverageLines(report, style),
    `${countsText(counts(files))}\n`,
    mutation ? `\n${mutationText(mutation, style)}` : "",
  ].join("");
}

interface Row {
  readonly file: string;
  readonly isPassed: boolean;
  readonly cells: readonly string[];
}

function table(files: readonly TestFile[], style: Style): string {
  const all = files.flatMap(({ name, cases, proofs }): Row[] => [
    ...cases.map((one) => caseRow(name, one, style)),
    ...proofs.map((one) => proofRow(name, one, style)),
  ]);
  if (all.length === 0) return "";
  const telling = all.length <= ALL ? all : all.filter(({ isPassed }) => !isPassed);
  const shown = telling.slice(0, ALL);
  const headings = ["file", "flow", "expected", "got", "result", "decided by"].map((heading) => style.dim(heading));
  const rows = shown.map(({ file, cells }, i) => [shown[i - 1]?.file === file ? "" : printable(file), ...cells]);
  const rest = all.length - shown.length;
  const note = rest === 0 ? "" : `  ... and ${rest} more; -o json lists every flow\n`;
  return `${rows.length === 0 ? "" : columns(headings, rows, style.width)}${note}\n`;
}

function caseRow(file: string, one: TestCase, style: Style): Row {
  const cells = [
    printable(caseName(one)),
    printable(expectedText(one.answer.flow.expect)) || "-",
    actualText(one),
    resultText(one, style),
    printable(one.result === "error" ? messageOf(one) : decidedByWithPlace(one.answer.outcome.decidedBy)),
  ];
  return { file, isPassed: one.result === "passed", cells };
}

function proofRow(file: string, proof: TestProof, style: Style): Row {
  const decider = proof.result === "passed" ? scopeText(proof) : proofDecider(proof) || proofMessage(proof);
  const cells = [
    printable(proofName(proof)),
    proof.list,
    proofGot(proof),
    resultText(proof, style),
    printable(decider),
  ];
  return { file, isPassed: proof.result === "passed", cells };
}

function resultText({ result }: Pick<TestCase, "result"> | Pick<TestProof, "result">, style: Style): string {
  switch (result) {
    case "passed":
      return style.green("pass");
    case "failed":
      return style.red(style.bold("FAIL"));
    case "not-proved":
      return style.red(style.bold("NOT PROVED"));
    case "error":
      return style.red(style.bold("ERROR"));
    case "no-expectation":
      return style.dim("no expectation");
  }
}

function proofFailure(proof: TestProof, style: Style): string {
  const word = proof.result === "failed" ? "FAIL" : "NOT PROVED";
  const place = printable(fileAndLine(proof.span));
  const lines = [proofMessage(proof), proofDecider(proof)].filter((line) => line !== "");
  const heading = `${style.red(style.bold(word))}  ${style.bold(place)}  ${printable(proofName(proof))}`;
  return `${[heading, ...lines.map((line) => `      ${printable(line)}`)].join("\n")}\n\n`;
}

function failure(one: TestCase, style: Style): string {
  const lines = [
    `${style.red(style.bold("FAIL"))}  ${style.bold(printable(fileAndLine(one.span)))}  ${printable(caseName(one))}`,
    `      ${printable(failureText(one))}`,
    ...(one.difference === undefined ? [] : [`      ${printable(one.difference)}`]),
  ];
  return `${lines.join("\n")}\n\n`;
}

function coverageLines({ coverage }: TestReport, style: Style): string {
  if (coverage === undefined) return "";
  const shown = coverage.unreached.slice(0, MOST);
  const rest = coverage.unreached.length - shown.length;
  const rows = shown.map((target) => [
    printable(target.span === undefined ? "(datastore)" : fileAndLine(target.span)),
    printable(targetText(target)),
  ]);
  return [
    `coverage: ${coverageText(coverage)}\n`,
    rows.length === 0 ? "" : columns([style.dim("not reached by any flow"), ""], rows, style.width),
    rest > 0 ? `  ... and ${rest} more\n` : "",
    unreachableLines(coverage),
    "\n",
  ].join("");
}

/** What can never be reached: how much, and which. */
function unreachableLines(coverage: Coverage): string {
  const sentence = unreachableText(coverage);
  if (sentence === undefined) return "";
  const shown = coverage.unreachable.slice(0, MOST);
  const rest = coverage.unreachable.length - shown.length;
  return [
    `${sentence}:\n`,
    ...shown.map((one) => `  ${printable(unreachedText(one))}\n`),
    rest > 0 ? `  ... and ${rest} more\n` : "",
  ].join("");
}
