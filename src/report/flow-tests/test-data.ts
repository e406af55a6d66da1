import type { Coverage, DefaultTarget, RuleTarget } from "../../analysis/coverage.ts";
import { percentage } from "../../analysis/coverage.ts";
import { connectionResult } from "../../policy/flow/every-choice.ts";
import { decidedByData } from "../outcomes/outcome-data.ts";
import { fileAndLine } from "../place-text.ts";
import {
  actualText,
  choicesOf,
  counts,
  isBelowThreshold,
  type TestCase,
  type TestFile,
  type TestReport,
  targetText,
} from "./test-report.ts";

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

function caseData(one: TestCase): Record<string, unknown> {
  const { number, span, answer, result, difference } = one;
  const { flow, node, outcome, unmet } = answer;
  const choices = choicesOf(one).map((choice) => ({ choice: choice.name, result: connectionResult(choice.outcome) }));
  return {
    number,
    ...(flow.name !== undefined && { name: flow.name }),
    line: span.start.line,
    node,
    result,
    ...(flow.expect !== undefined && { expect: flow.expect }),
    verdict: actualText(one),
    decidedBy: decidedByData(outcome.decidedBy),
    ...(result === "failed" && { message: unmet }),
    ...(difference !== undefined && { difference }),
    ...(choices.length > 0 && { choices }),
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
