import { type Coverage, type DefaultTarget, percentage, type RuleTarget } from "../../analysis/coverage.ts";
import type { MutationResult } from "../../analysis/mutation/run-mutants.ts";
import type { Diagnostic, Span } from "../../model/diagnostic.ts";
import type { Flow, NodeFacts } from "../../model/flow.ts";
import { endpointName, ownerText } from "../../policy/names.ts";
import type { DecidedBy, Outcome } from "../../policy/outcome.ts";
import type { EndToEndAnswer, FlowAnswer, FlowChoice } from "../outcomes/answer.ts";
import { commonVerdict } from "../outcomes/choices.ts";
import { decidedByText } from "../outcomes/step-text.ts";
import { placeSuffix } from "../place-text.ts";

/** The result of one flow: `error` where it could not be evaluated. */
export type TestResult = "passed" | "failed" | "no-expectation" | "error";

/** One flow of a file. */
export interface TestCase {
  /** Its number in the file, from 1. */
  readonly number: number;
  readonly span: Span;
  readonly answer: FlowAnswer | EndToEndAnswer;
  readonly result: TestResult;
  /** For a failed one, the first reason why what was expected to decide did not. */
  readonly difference?: string;
}

/** One assertion of a file about all packets of a kind. */
export interface TestProof {
  readonly list: "forbid" | "permit";
  /** Its number in its list, from 1. */
  readonly number: number;
  readonly name?: string;
  readonly span: Span;
  readonly result: "passed" | "failed" | "not-proved";
  /** How many endpoints it is about, and their nodes. */
  readonly endpoints: number;
  readonly nodes: readonly string[];
  /** Why it is not proved. */
  readonly why?: string;
  /** Of a failed one: a packet that it is not true of; `isReply` where it is the answer that is dropped. */
  readonly witness?: FlowAnswer & { readonly isReply: boolean };
}

/** One flow file; `problems` are findings about the file, or about flows that cannot be evaluated at all. */
export interface TestFile {
  readonly name: string;
  readonly problems: readonly Diagnostic[];
  readonly cases: readonly TestCase[];
  readonly proofs: readonly TestProof[];
  /** Outcomes of packets that proved assertions are about, one for each thing that decides some of them; for the coverage. */
  readonly proofOutcomes?: readonly Outcome[];
  /** What its flows and assertions were evaluated with, where the file itself states facts of nodes. */
  readonly facts?: readonly NodeFacts[];
}

/** A run of flow tests. `threshold` is a percentage. */
export interface TestReport {
  readonly files: readonly TestFile[];
  readonly coverage?: Coverage;
  readonly threshold?: number;
  /** What the tests notice of mutants of the policy, where these were run. */
  readonly mutation?: MutationResult;
  /** What the datastore holds that could not be read, a line each: every verdict is computed without it. */
  readonly leftOut?: readonly string[];
}

/** How many flows and assertions ended how; `errors` also counts the files' problems. */
export interface Counts {
  readonly passed: number;
  readonly failed: number;
  /** Assertions that were neither proved nor refuted. */
  readonly notProved: number;
  readonly noExpectation: number;
  readonly errors: number;
}

/** The findings of a file that are errors. */
export function errorsOf({ problems }: TestFile): readonly Diagnostic[] {
  return problems.filter(({ severity }) => severity === "error");
}

/** Counts the flows and assertions of some files. */
export function counts(files: readonly TestFile[]): Counts {
  const results = files.flatMap(({ cases, proofs }) => [...cases, ...proofs].map(({ result }) => result));
  const of = (wanted: (typeof results)[number]) => results.filter((result) => result === wanted).length;
  const problems = files.reduce((sum, file) => sum + errorsOf(file).length, 0);
  return {
    passed: of("passed"),
    failed: of("failed"),
    notProved: of("not-proved"),
    noExpectation: of("no-expectation"),
    errors: of("error") + problems,
  };
}

/** `5 passed, 1 failed, 1 not proved, 2 without an expectation, 1 error`; the last three only where there are any. */
export function countsText({ passed, failed, notProved, noExpectation, errors }: Counts): string {
  return [
    `${passed} passed`,
    `${failed} failed`,
    ...(notProved > 0 ? [`${notProved} not proved`] : []),
    ...(noExpectation > 0 ? [`${noExpectation} without an expectation`] : []),
    ...(errors > 0 ? [`${errors} error${errors === 1 ? "" : "s"}`] : []),
  ].join(", ");
}

/** A flow's name, or its number. */
export function caseName({ answer, number }: TestCase): string {
  return answer.flow.name ?? `flow ${number}`;
}

/** `deny`, `allow by allow-web rule 2`; empty where nothing is expected. */
export function expectedText(expect: Flow["expect"]): string {
  if (expect === undefined) return "";
  if (typeof expect === "string") return expect;
  const { verdict, policy, rule } = expect;
  const owner = policy === undefined ? "" : ` ${policy}`;
  return policy === undefined && rule === undefined
    ? verdict
    : `${verdict} by${owner}${rule === undefined ? "" : ` rule ${rule}`}`;
}

/** The choices that a flow leaves open; none for most. */
export function choicesOf({ answer }: TestCase): readonly FlowChoice[] {
  return answer.choices ?? [];
}

/** The verdict, `unknown` for a flow that could not be evaluated, `differs` where not all its choices have the same. */
export function actualText(one: TestCase): string {
  const choices = choicesOf(one);
  if (choices.length > 0) return commonVerdict(choices);
  return one.result === "error" ? "unknown" : one.answer.outcome.verdict;
}

/** `by policy drop-other-ingress, ingress rule 1 (policy.yaml:26)`. */
export function decidedByWithPlace(by: DecidedBy): string {
  return `${decidedByText(by)}${placeSuffix(by)}`;
}

/** What was expected, and the outcome instead: `expected allow, got deny by policy drop, ingress rule 1 (a.yaml:3)`. */
export function failureText({ answer }: TestCase): string {
  const { unmet = "", outcome } = answer;
  const decided = decidedByWithPlace(outcome.decidedBy);
  return unmet.endsWith(`got ${outcome.verdict}`) ? `${unmet} ${decided}` : `${unmet}; ${outcome.verdict} ${decided}`;
}

/** Why a flow failed or could not be evaluated, in one line. */
export function messageOf({ result, answer }: TestCase): string {
  if (result === "error") return answer.outcome.diagnostics.find(({ severity }) => severity === "error")?.message ?? "";
  return answer.unmet ?? "";
}

/** `policy allow-ssh, ingress rule 2 (Allow)`, `host endpoint node1-eth0, normal egress: default deny`. */
export function targetText(target: RuleTarget | DefaultTarget): string {
  if (target.kind === "rule") {
    const { direction, rule, action } = target;
    return `${ownerText(target)}, ${direction} rule ${rule} (${action})`;
  }
  const { endpoint, stage, direction } = target;
  return `${endpointName(endpoint)}, ${stage} ${direction}: default deny`;
}

/** Whether the coverage is below the threshold, or is of nothing since nothing can be reached: it could not fail. */
export function isBelowThreshold({ coverage, threshold }: TestReport): boolean {
  if (coverage === undefined || threshold === undefined) return false;
  return percentage(coverage) < threshold || (threshold > 0 && isOfNothing(coverage));
}

/** Whether there are rules or default denies, and none can be reached: endpoints may be missing. */
function isOfNothing({ total, unreachable }: Coverage): boolean {
  return total === 0 && unreachable.length > 0;
}

/** `coverage 63.6 % is below the threshold of 80 %`, where it is. */
export function belowThresholdText(report: TestReport): string | undefined {
  const { coverage, threshold } = report;
  if (coverage === undefined || threshold === undefined || !isBelowThreshold(report)) return undefined;
  if (isOfNothing(coverage))
    return "nothing is covered: no packet reaches a rule or default deny; are endpoints missing?";
  return `coverage ${percent(coverage)} is below the threshold of ${threshold} %`;
}

/** With one decimal, rounded down: 99.96 is not 100. */
function percent(coverage: Coverage): string {
  return `${Math.floor(percentage(coverage) * 10) / 10} %`;
}

/** `63.6 % (7 of 11): 5 of 8 rules, 2 of 3 default denies`. */
export function coverageText(coverage: Coverage): string {
  const { rules, defaults, reached, total } = coverage;
  const parts = `${rules.reached} of ${rules.total} rules, ${defaults.reached} of ${defaults.total} default denies`;
  return `${percent(coverage)} (${reached} of ${total}): ${parts}`;
}
