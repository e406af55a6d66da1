import { coverage, keysReached } from "../../analysis/coverage.ts";
import type { Budget } from "../../analysis/sets/budget.ts";
import { unreachableTargets } from "../../analysis/suite/generate-suite.ts";
import type { Diagnostic, SourceText } from "../../model/diagnostic.ts";
import type { FlowFile, NodeFacts } from "../../model/flow.ts";
import type { Outcome } from "../../policy/outcome.ts";
import { firstDifference } from "../../report/flow-tests/test-difference.ts";
import type { TestCase, TestFile, TestReport } from "../../report/flow-tests/test-report.ts";
import type { EndToEndAnswer, FlowAnswer } from "../../report/outcomes/answer.ts";
import { readFlowFile } from "../../traffic/flow-file.ts";
import { factsOfNodes } from "../all-node-facts.ts";
import { factsOfNode } from "../node-facts.ts";
import { leftOutOf, type Scenario } from "../scenario.ts";
import { answerFileFlow, type FileAnswer } from "./file-answer.ts";
import { proveFile } from "./file-proofs.ts";
import { flowsOfFile } from "./flow-file-flows.ts";

/** A flow file by its name: its text, or why it could not be read. */
export interface FlowSource {
  readonly name: string;
  readonly source?: SourceText;
  readonly diagnostics: readonly Diagnostic[];
}

/** What is wrong with the texts of flow files, whatever they are evaluated on. */
export function flowFileProblems(flows: readonly FlowSource[]): readonly Diagnostic[] {
  return flows.flatMap(({ source, diagnostics }) => [
    ...diagnostics,
    ...(source === undefined ? [] : ofFile(source.name, readFlowFile(source).diagnostics)),
  ]);
}

/** How the flows and assertions of files are tested. */
export interface FlowTestOptions {
  /** The node of files that name none. */
  readonly node: string | undefined;
  readonly namespace: string | undefined;
  /** Whether outcomes of the packets of proofs are wanted, for the coverage. */
  readonly outcomes: boolean;
  /** Of the proofs of all files, where they share it. */
  readonly budget?: Budget;
}

/** Evaluates all flows of a file, compares them with their expectations, and proves its assertions. */
export function testFlowFile(
  scenario: Scenario,
  from: FlowSource,
  { node, namespace, outcomes, budget }: FlowTestOptions,
): TestFile {
  const { name, source } = from;
  if (source === undefined) return { name, problems: from.diagnostics, cases: [], proofs: [] };
  const { file, diagnostics, locate, locateAssertion, forget } = readFlowFile(source);
  if (file === undefined) return { name, problems: ofFile(name, diagnostics), cases: [], proofs: [] };
  const { flows, diagnostics: open } = flowsOfFile(scenario, file, locate, node);
  const start = { line: 1, column: 1 };
  const idle: Diagnostic = {
    severity: "warning",
    code: "flow.no-expectation",
    message: "no flow of this file has an expectation: nothing is tested",
    help: "write `expect: allow` or `expect: deny` beside a flow",
    span: { source: name, start, end: start },
  };
  const isIdle = file.flows.every(({ expect }) => expect === undefined) && !file.forbid?.length && !file.permit?.length;
  const answers = flows.map((flow) => answerFileFlow({ ...scenario, before: undefined }, flow, namespace));
  const unanswered = answers.flatMap((one) => (one.ok ? [] : [one.diagnostic]));
  const cases = answers.flatMap((one) => (one.ok ? [testCase(one, scenario)] : []));
  const proved = proveFile(scenario, file, locateAssertion, { node, outcomes, ...(budget && { budget }) });
  // Hundreds of files may be tested in one run.
  forget();
  const problems = [...diagnostics, ...open, ...unanswered, ...proved.problems, ...(isIdle ? [idle] : [])];
  const { proofs, outcomes: proofOutcomes } = proved;
  return { name, problems, cases, proofs, proofOutcomes, facts: factsOfFile(scenario, file, { cases, proofs }) };
}

/** The facts of the nodes that a file is about, where it states any. */
function factsOfFile(
  { saved }: Scenario,
  { flows: _, forbid: _forbid, permit: _permit, node: _node, ...stated }: FlowFile,
  { cases, proofs }: Pick<TestFile, "cases" | "proofs">,
): readonly NodeFacts[] {
  if (Object.keys(stated).length === 0) return [];
  const nodes = new Set([...cases.map(({ answer }) => answer.node), ...proofs.flatMap((proof) => proof.nodes)]);
  return [...nodes].map((node) => factsOfNode(saved, node, stated));
}

/** The report of tested files, with the coverage where it is wanted or has a `threshold` in percent. */
export function testReport(
  scenario: Scenario,
  files: readonly TestFile[],
  wanted: { readonly coverage: boolean; readonly threshold: number | undefined },
): TestReport {
  const { threshold } = wanted;
  const leftOut = leftOutOf(scenario);
  if (!wanted.coverage && threshold === undefined) return { files, ...leftOut };
  const outcomes = files.flatMap(({ cases, proofOutcomes = [] }) => [
    ...cases.flatMap((one) => outcomesOf(one.answer)),
    ...proofOutcomes,
  ]);
  const stated = new Map(files.flatMap(({ facts = [] }) => facts.map((one) => [JSON.stringify(one), one])));
  const known = {
    facts: factsOfNodes(scenario),
    otherFacts: [...stated.values()],
    reached: keysReached(outcomes),
  };
  return {
    files,
    coverage: coverage(scenario.world, outcomes, unreachableTargets(scenario.world, known)),
    ...(threshold !== undefined && { threshold }),
    ...leftOut,
  };
}

/** The outcomes of an answer: of each choice, where the flow leaves something open. */
function outcomesOf(answer: FlowAnswer | EndToEndAnswer): readonly Outcome[] {
  return answer.choices?.map(({ outcome }) => outcome) ?? [answer.outcome];
}

/** The findings of a flow file; where it holds a resource instead, that is the one to report. */
function ofFile(name: string, diagnostics: readonly Diagnostic[]): readonly Diagnostic[] {
  const field = diagnostics.find(({ code, path }) => code === "field.unknown" && path === "apiVersion");
  if (field === undefined) return diagnostics;
  const message = `\`${name}\` holds resources, not flows`;
  return [{ ...field, code: "flow.resource", message, help: "resources are named with -f" }];
}

function testCase({ answer, place }: Extract<FileAnswer, { ok: true }>, { world }: Scenario): TestCase {
  const result = resultOf(answer);
  const difference = result === "failed" ? firstDifference(world, answer) : undefined;
  const { number, span } = place;
  return { number, span: span(""), answer, result, ...(difference !== undefined && { difference }) };
}

function resultOf({ flow, outcome, unmet }: FlowAnswer): TestCase["result"] {
  if (outcome.decidedBy.kind === "not-evaluated") return "error";
  if (flow.expect === undefined) return "no-expectation";
  return unmet === undefined ? "passed" : "failed";
}
