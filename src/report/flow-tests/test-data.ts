import type { Coverage, DefaultTarget, RuleTarget } from "../../analysis/coverage.ts";
import { percentage } from "../../analysis/coverage.ts";
import { connectionResult } from "../../policy/flow/every-choice.ts";
import { decidedByData } from "../outcomes/outcome-data.ts";
import { fileAndLine } from "../place-text.ts";
import { mutationData } from "../suites/mutation-text.ts";
import { proofMessage } from "./proof-text.ts";
import {
  actualText,
  choicesOf,
  counts,
  isBelowThreshold,
  type TestCase,
  type TestFile,
  type TestProof,
  type TestReport,
  targetText,
} from "./test-report.ts";

/** A run of flow tests as data (`schemas/simulate/test-report.schema.json`). */
export function testData(report: TestReport): Record<string, unknown> {
  const { files, coverage, threshold, leftOut, mutation } = report;
  return {
    summary: summaryData(files),
    files: files.map(fileData),
    ...(coverage && { coverage: coverageData(coverage, threshold, isBelowThreshold(report)) }),
    ...(leftOut && { leftOut }),
    ...(mutation && { mutation: mutationData(mutation) }),
  };
}

/** The counts; that of assertions that are not proved only where there are some. */
function summaryData(files: readonly TestFile[]): Record<string, unknown> {
  const { notProved, ...others } = counts(files);
  return { ...others, ...(notProved > 0 && { notProved }) };
}

function fileData({ name, problems, cases, proofs }: TestFile): Record<string, unknown> {
  const assertions = proofs.length > 0 && { assertions: proofs.map(proofData) };
  return { file: name, problems, flows: cases.map(caseData), ...assertions };
}

function proofData(proof: TestProof): Record<string, unknown> {
  const { list, number, name, span, result, endpoints, witness } = proof;
  return {
    list,
    number,
    ...(name !== undefined && { name }),
    line: span.start.line,
    result,
    endpoints,
    ...(result !== "passed" && { message: proofMessage(proof) }),
    ...(witness && { witness: witnessData(witness) }),
  };
}

function witnessData({ flow, node, outcome, isReply }: NonNullable<TestProof["witness"]>): Record<string, unknown> {
  const by = isReply ? outcome.returnDecidedBy : outcome.decidedBy;
  return {
    node,
    flow,
    verdict: outcome.verdict,
    ...(outcome.return !== undefined && { return: outcome.return }),
    ...(by && { decidedBy: decidedByData(by) }),
  };
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
  const { total, reached, rules, defaults, unreached, unreachable } = coverage;
  return {
    percent: percentage(coverage),
    ...(threshold !== undefined && { threshold, met: !below }),
    total,
    reached,
    rules,
    defaults,
    unreached: unreached.map(targetData),
    ...(unreachable.length > 0 && {
      unreachable: unreachable.map(({ target, why }) => ({ ...targetData(target), why })),
    }),
  };
}

function targetData(target: RuleTarget | DefaultTarget): Record<string, unknown> {
  const { span, ...fields } = target;
  return { ...fields, text: targetText(target), ...(span && { place: fileAndLine(span) }) };
}
