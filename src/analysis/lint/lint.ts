import { SharedBudget } from "../sets/budget.ts";
import { deadRuleFindings } from "./dead/dead-findings.ts";
import { idleHostEndpoints, missingProfiles } from "./endpoints.ts";
import { preDnatWithoutDeny } from "./final-deny.ts";
import type { LintFinding, LintScope } from "./finding.ts";
import { logOnlyPolicies } from "./log-only.ts";
import { misrenderedRules } from "./misrendered.ts";
import { policiesNeverEvaluated, rulesForForwarded } from "./never-evaluated.ts";
import { policiesThatSelectNothing } from "./policy-selectors.ts";
import { portsAcrossDnat } from "./ports-across-dnat.ts";
import { selectorsThatNameNothing, unknownPortNames } from "./rule-selectors.ts";
import { endpointsWithoutAddresses } from "./unknown-addresses.ts";
import { oneSidedUntracked } from "./untracked/one-sided.ts";
import { unusedSets } from "./unused-sets.ts";

/** The checks, in the order in which their findings at one place are printed. */
const CHECKS: readonly ((scope: LintScope) => readonly LintFinding[])[] = [
  policiesThatSelectNothing,
  policiesNeverEvaluated,
  rulesForForwarded,
  selectorsThatNameNothing,
  unknownPortNames,
  endpointsWithoutAddresses,
  missingProfiles,
  idleHostEndpoints,
  logOnlyPolicies,
  preDnatWithoutDeny,
  portsAcrossDnat,
  misrenderedRules,
  unusedSets,
  oneSidedUntracked,
  deadRuleFindings,
];

/** What is wrong with the policy of a World though every resource of it is valid, in the order of files and lines. */
export function lint(scope: LintScope): readonly LintFinding[] {
  const shared = { ...scope, budget: SharedBudget.of(scope.budget) };
  return CHECKS.flatMap((check) => check(shared)).sort(byPlace);
}

function byPlace({ span: a }: LintFinding, { span: b }: LintFinding): number {
  if (a === undefined || b === undefined) return Number(a === undefined) - Number(b === undefined);
  if (a.source !== b.source) return a.source < b.source ? -1 : 1;
  return a.start.line - b.start.line || a.start.column - b.start.column;
}
