import type { Coverage, DefaultTarget, RuleTarget } from "../../analysis/coverage.ts";
import { percentage } from "../../analysis/coverage.ts";
import { decidedByData } from "../outcomes/outcome-data.ts";
import { fileAndLine } from "../place-text.ts";
import { counts, isBelowThreshold, type TestCase, type TestFile, type TestReport, targetText } from "./test-report.ts";

/** A run of flow tests as data (`schemas/simulate/test-report.schema.json`). */
export function testData(report: TestReport): Record<string, unknown> {
  const { files, coverage, threshold, leftOut } = report;
  return {
    summary: counts(files),
    files: files.map(fileData),
    ...(coverage && { coverage: coverageData(coverage, threshold, isBelowThreshold(report)) }),
    ...(leftOut && { leftOut }),
  };
}

function fileData({ name, problems, cases }: TestFile): Record<string, unknown> {
  return { file: name, problems, flows: cases.map(caseData) };
}

function caseData({ number, span, answer, result, difference }: TestCase): Record<string, unknown> {
  const { flow, node, outcome, unmet } = answer;
  return {
    number,
    ...(flow.name !== undefined && { name: flow.name }),
    line: span.start.line,
    node,
    result,
    ...(flow.expect !== undefined && { expect: flow.expect }),
    verdict: result === "error" ? "unknown" : outcome.verdict,
    decidedBy: decidedByData(outcome.decidedBy),
    ...(result === "failed" && { message: unmet }),
    ...(difference !== undefined && { difference }),
    assumptions: outcome.assumptions,
    diagnostics: outcome.diagnostics,
  };
}

function coverageData(coverage: Coverage, threshold: number | undefined, below: boolean): Record<string, unknown> {
  const { total, reached, rules, defaults, unreached } = coverage;
  return {
    percent: percentage(coverage),
    ...(threshold !== undefined && { threshold, met: !below }),
    total,
    reached,
    rules,
    defaults,
    unreached: unreached.map(targetData),
  };
}

function targetData(target: RuleTarget | DefaultTarget): Record<string, unknown> {
  const { span, ...fields } = target;
  return { ...fields, text: targetText(target), ...(span && { place: fileAndLine(span) }) };
}
