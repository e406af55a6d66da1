import { didYouMean, nearest } from "../../model/nearest.ts";
import { ownerName, ownerText, policyName } from "../../policy/names.ts";
import type { Outcome, Step, Verdict } from "../../policy/outcome.ts";
import type { World } from "../../policy/world/compiled.ts";
import type { FlowAnswer } from "../outcomes/answer.ts";
import { deciding, missingVia } from "../outcomes/expectation.ts";
import { missText, stepText } from "../outcomes/step-text.ts";
import { placeSuffix } from "../place-text.ts";

type RuleStep = Extract<Step, { kind: "rule-missed" | "rule-matched" }>;
type OwnedStep = RuleStep | Extract<Step, { kind: "policy-skipped" | "no-rules" }>;

/**
 * The first reason why a flow's outcome is not the expected one: why the expected policy or rule did not decide, or, with
 * only a verdict expected, the first rule that would have had it. `undefined` where no step shows it.
 */
export function firstDifference(world: World, { flow, outcome }: FlowAnswer): string | undefined {
  const { expect } = flow;
  if (expect === undefined) return undefined;
  const { verdict, policy, rule } = typeof expect === "string" ? { verdict: expect } : expect;
  const [decider, decidingRule] = deciding(outcome.decidedBy);
  const isDecider = (policy ?? decider) === decider && (rule ?? decidingRule) === decidingRule;
  const via = verdict === outcome.verdict && isDecider ? missingVia(expect, outcome.steps) : undefined;
  if (via !== undefined) return ofPolicy(world, outcome, { policy: via, rule: undefined, verdict: "allow" });
  if (policy !== undefined) return ofPolicy(world, outcome, { policy, rule, verdict });
  return verdict === outcome.verdict ? undefined : ofVerdict(outcome, verdict);
}

/** What was expected to decide, or to allow the packet. */
interface Expected {
  readonly policy: string;
  readonly rule: number | undefined;
  readonly verdict: Verdict;
}

function ofPolicy(world: World, outcome: Outcome, { policy: name, rule, verdict }: Expected): string {
  const names = [...world.policies.map(({ ref }) => policyName(ref)), ...world.profiles.keys()];
  if (!names.includes(name)) {
    const near = nearest(name, names);
    return [`there is no policy ${name}`, ...(near === undefined ? [] : [didYouMean(near)])].join("; ");
  }
  const steps = outcome.steps.filter(isOwned).filter((step) => ownerName(step) === name);
  const rules = steps.filter(isRule);
  const missed = rules.filter(({ kind }) => kind === "rule-missed");
  const relevant =
    rule === undefined
      ? (missed.find(({ action }) => hasVerdict(action, verdict)) ?? missed[0] ?? rules[0])
      : rules.find((step) => step.rule === rule);
  if (relevant !== undefined) return differenceText(relevant);
  if (rule !== undefined && rule > ruleCount(world, name)) return `policy ${name} has no rule ${rule}`;
  const matched = rules.find(({ kind }) => kind === "rule-matched");
  if (matched !== undefined) return `rule ${rule} was not reached: ${differenceText(matched)}`;
  if (steps[0] !== undefined) return differenceText(steps[0]);
  return `policy ${name} was not reached: the packet was decided before it, or met none of its endpoints`;
}

/** The rules of the longer direction of a policy or profile. */
function ruleCount({ policies, profiles }: World, name: string): number {
  const owner = policies.find(({ ref }) => policyName(ref) === name) ?? profiles.get(name);
  return Math.max(owner?.ingress.length ?? 0, owner?.egress.length ?? 0);
}

/** The first rule of the deciding stage, else of any, whose action is the expected one; else the first policy that was skipped. */
function ofVerdict({ steps, decidedBy }: Outcome, verdict: Verdict): string | undefined {
  const wanted = steps.filter(isOwned).filter((step) => !isRule(step) || hasVerdict(step.action, verdict));
  const there = wanted.filter(
    (step) => "stage" in decidedBy && step.stage === decidedBy.stage && step.direction === decidedBy.direction,
  );
  const missed = (step: OwnedStep) => step.kind === "rule-missed";
  const difference = there.find(missed) ?? wanted.find(missed) ?? there.find((step) => step.kind === "policy-skipped");
  return difference && differenceText(difference);
}

function hasVerdict(action: string, verdict: Verdict): boolean {
  return action.toLowerCase() === verdict;
}

function isRule(step: Step): step is RuleStep {
  return step.kind === "rule-missed" || step.kind === "rule-matched";
}

function isOwned(step: Step): step is OwnedStep {
  return isRule(step) || step.kind === "policy-skipped" || step.kind === "no-rules";
}

function differenceText(step: OwnedStep): string {
  const owner = ownerText(step);
  const where = placeSuffix(step);
  switch (step.kind) {
    case "rule-missed":
      return `${owner}, ${step.direction} rule ${step.rule} did not match: ${missText(step.miss)}${where}`;
    case "rule-matched":
      return `${owner}, ${step.direction} rule ${step.rule} matched, and its action is ${step.action}${where}`;
    case "policy-skipped":
      return `${owner} does not apply: ${stepText(step).why}${where}`;
    case "no-rules":
      return `${owner}: ${stepText(step).why}${where}`;
  }
}
