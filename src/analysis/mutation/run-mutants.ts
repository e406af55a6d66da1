import type { NodeFacts } from "../../model/flow.ts";
import { displayId, type Located, resourceId } from "../../model/resource.ts";
import type { Outcome } from "../../policy/outcome.ts";
import type { World } from "../../policy/world/compiled.ts";
import { editedResources, ownerId } from "../edits/resource-edit.ts";
import { effectOf } from "../effect/effect.ts";
import type { EffectWitness } from "../effect/effect-witness.ts";
import { type Budget, SharedBudget } from "../sets/budget.ts";
import type { Mutant } from "./mutant.ts";

/** A flow of a suite, or an assertion, that holds on the World as it is. */
export interface SuiteCheck {
  /** What becomes of a flow there: for each choice that it leaves open; absent for an assertion, which is about all packets. */
  readonly outcomes?: readonly Outcome[];
  /** Whether it holds in another World. */
  readonly isMet: (world: World) => boolean;
}

/** A mutant that nothing of the suite notices, and a packet that tells it from the original. */
export interface Survivor {
  readonly mutant: Mutant;
  readonly packet: EffectWitness;
}

/** What a suite notices of mutants. */
export interface MutationResult {
  readonly total: number;
  readonly killed: number;
  /** Proved to change the verdict of no packet and no reply. */
  readonly equivalent: number;
  readonly survivors: readonly Survivor[];
  /** Neither killed nor proved to be one of the two. */
  readonly notProved: readonly { readonly mutant: Mutant; readonly why: string }[];
}

/** What mutants are run on. */
export interface MutationSetting {
  readonly resources: readonly Located[];
  readonly world: World;
  readonly compile: (resources: readonly Located[]) => World;
  readonly suite: readonly SuiteCheck[];
  /** What is known of the nodes. */
  readonly facts: readonly NodeFacts[];
  /** Of all mutants together. */
  readonly budget?: Budget;
}

/** Evaluates the suite on each mutant, and proves of those that it does not notice that they change something or nothing. */
export function runMutants(mutants: readonly Mutant[], setting: MutationSetting): MutationResult {
  const { world, compile, resources, suite, facts } = setting;
  const budget = SharedBudget.of(setting.budget);
  const checks = suite.map((check) => ({ check, ids: check.outcomes && ownersMet(check.outcomes) }));
  const survivors: Survivor[] = [];
  const notProved: { readonly mutant: Mutant; readonly why: string }[] = [];
  let [killed, equivalent] = [0, 0];
  for (const mutant of mutants) {
    const after = compile(mutant.edits.reduce(editedResources, resources));
    // Those that came to what is changed notice it first; an assertion takes longer.
    const near = checks.filter(({ ids }) => ids !== undefined && editedIds(mutant).some((id) => ids.has(id)));
    const others = checks.filter((one) => !near.includes(one) && (one.ids === undefined || !mutant.isOfRulesOnly));
    const far = [...others.filter(({ ids }) => ids !== undefined), ...others.filter(({ ids }) => ids === undefined)];
    const isKilled = [...near, ...far].some(({ check }) => !check.isMet(after));
    if (isKilled) {
      killed++;
      continue;
    }
    const { groups, notProved: open } = effectOf({ world, facts }, { world: after, facts }, { budget });
    const [group] = groups;
    const [unknown] = open;
    if (group !== undefined) survivors.push({ mutant, packet: group.witness() });
    else if (unknown !== undefined) notProved.push({ mutant, why: unknown.why });
    else equivalent++;
  }
  return { total: mutants.length, killed, equivalent, survivors, notProved };
}

function editedIds({ edits }: Mutant): readonly string[] {
  return edits.map((edit) => displayId(resourceId(edit.kind === "create" ? edit.resource : edit.of.resource)));
}

/** The ids of the policies and profiles whose rules a flow, or its reply, came to. */
function ownersMet(outcomes: readonly Outcome[]): ReadonlySet<string> {
  const ids = new Set<string>();
  for (const { steps, returnSteps = [] } of outcomes) {
    for (const step of [...steps, ...returnSteps]) {
      if (step.kind === "rule-matched" || step.kind === "rule-missed") ids.add(displayId(ownerId(step)));
    }
  }
  return ids;
}
