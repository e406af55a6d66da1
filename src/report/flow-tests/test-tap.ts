import type { DefaultTarget, RuleTarget } from "../../analysis/coverage.ts";
import { printable, printableJson } from "../../model/printable.ts";
import { placeSuffix } from "../place-text.ts";
import { mutantCases } from "../suites/mutation-cases.ts";
import { proofDecider, proofGot, proofMessage, proofName } from "./proof-text.ts";
import {
  actualText,
  belowThresholdText,
  caseName,
  coverageText,
  decidedByWithPlace,
  errorsOf,
  expectedText,
  messageOf,
  type TestCase,
  type TestFile,
  type TestProof,
  type TestReport,
  targetText,
} from "./test-report.ts";
import { unreachedText } from "./unreachable-text.ts";

/** One test point without its number. */
interface Point {
  readonly ok: boolean;
  readonly name: string;
  readonly directive?: string;
  /** The YAML block below it; values are written as JSON, which is YAML. */
  readonly details?: Readonly<Record<string, unknown>>;
}

/**
 * A run of flow tests as TAP 14: a point a flow or assertion, flows without expectation skipped, a point for the coverage where
 * it is measured, and for each mutant that was run.
 */
export function testTap(report: TestReport): string {
  const points = [...report.files.flatMap(pointsOf), ...coveragePoint(report), ...mutantPoints(report)];
  return [
    "TAP version 14",
    `1..${points.length}`,
    ...points.flatMap((point, i) => pointLines(point, i + 1)),
    ...(report.coverage?.unreached.map(comment) ?? []),
    ...(report.coverage?.unreachable.map((one) => `# ${printable(`can never be reached: ${unreachedText(one)}`)}`) ??
      []),
    "",
  ].join("\n");
}

function pointsOf(file: TestFile): Point[] {
  const problems = errorsOf(file).map(({ message, code, help, span }): Point => {
    const at = { file: file.name, ...(span && { line: span.start.line }) };
    return { ok: false, name: `${file.name}: ${message}`, details: { message, severity: "error", code, help, at } };
  });
  return [
    ...problems,
    ...file.cases.map((one) => flowPoint(file.name, one)),
    ...file.proofs.map((one) => proofPoint(file.name, one)),
  ];
}

function proofPoint(file: string, proof: TestProof): Point {
  const name = `${file}: ${proofName(proof)}`;
  if (proof.result === "passed") return { ok: true, name };
  const details = {
    message: proofMessage(proof),
    severity: "fail",
    expected: proof.list,
    actual: proofGot(proof),
    decidedBy: proofDecider(proof) || undefined,
    at: { file, line: proof.span.start.line },
  };
  return { ok: false, name, details };
}

function flowPoint(file: string, one: TestCase): Point {
  const name = `${file}: ${caseName(one)}`;
  if (one.result === "passed") return { ok: true, name };
  if (one.result === "no-expectation") return { ok: true, name, directive: "SKIP no expectation" };
  const details = {
    message: messageOf(one),
    severity: one.result === "failed" ? "fail" : "error",
    expected: expectedText(one.answer.flow.expect),
    actual: actualText(one),
    ...(one.result === "failed" && { decidedBy: decidedByWithPlace(one.answer.outcome.decidedBy) }),
    difference: one.difference,
    at: { file, line: one.span.start.line },
  };
  return { ok: false, name, details };
}

function coveragePoint(report: TestReport): Point[] {
  const { coverage } = report;
  if (coverage === undefined) return [];
  const name = `coverage ${coverageText(coverage)}`;
  const message = belowThresholdText(report);
  return message === undefined ? [{ ok: true, name }] : [{ ok: false, name, details: { message, severity: "fail" } }];
}

function mutantPoints({ mutation }: TestReport): Point[] {
  return (mutation ? mutantCases(mutation) : []).map(({ mutant, result, message, entry }): Point => {
    const name = `mutant: ${mutant.text}`;
    if (result === "passed") return { ok: true, name };
    if (result === "skipped") return { ok: true, name, directive: `SKIP ${message}` };
    const at = mutant.span && { file: mutant.span.source, line: mutant.span.start.line };
    return { ok: false, name, details: { message, severity: "fail", entry, at } };
  });
}

function pointLines({ ok, name, directive, details }: Point, number: number): string[] {
  // `#` begins a directive, so one in a name is escaped.
  const description = printable(name).replace(/[\\#]/g, (char) => `\\${char}`);
  const head = `${ok ? "ok" : "not ok"} ${number} - ${description}${directive === undefined ? "" : ` # ${directive}`}`;
  if (details === undefined) return [head];
  const fields = Object.entries(details).flatMap(([key, value]) =>
    value === undefined ? [] : [`  ${key}: ${printableJson(JSON.stringify(value))}`],
  );
  return [head, "  ---", ...fields, "  ..."];
}

function comment(target: RuleTarget | DefaultTarget): string {
  return `# ${printable(`not reached: ${targetText(target)}${placeSuffix(target)}`)}`;
}
