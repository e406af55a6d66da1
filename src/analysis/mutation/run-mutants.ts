import type { NodeFacts } from "../../model/flow.ts";
import { displayId, type Located, resourceId } from "../../model/resource.ts";
import type { Outcome } from "../../policy/outcome.ts";
import type { World } from "../../policy/world/compiled.ts";
import { editedResources, ownerId } from "../edits/resource-edit.ts";
import { effectOf } from "../effect/effect.ts";
import type { EffectWitness } from "../effect/effect-witness.ts";
import { type Budget, DEFAULT_BUDGET, SharedBudget, within } from "../sets/budget.ts";
import type { Mutant } from "./mutant.ts";

/** Whether something of a suite holds in another World; `why` it is not proved to, where it is an assertion. */
export type CheckAnswer = { readonly is: "met" | "failed" } | { readonly is: "not-proved"; readonly why: string };

/** A flow of a suite, or assertions, that hold on the World as it is. */
export interface SuiteCheck {
  /** What becomes of a flow there: for each choice that it leaves open; absent for assertions, which are about all packets. */
  readonly outcomes?: readonly Outcome[];
  /** Whether it holds in another World. */
  readonly holds: (world: World, budget: Budget) => CheckAnswer;
}

/** A mutant that nothing of the suite notices, and a packet that tells it from the original. */
export interface Survivor {
  readonly mutant: Mutant;
  readonly packet: EffectWitness;
}

/** What a suite notices of mutants: each is in one of the lists. */
export interface MutationResult {
  /** Something of the suite certainly does not hold with them. */
  readonly killed: readonly Mutant[];
  /** Proved to change the verdict of no packet and no reply. */
  readonly equivalent: readonly Mutant[];
  readonly survivors: readonly Survivor[];
  /** Neither noticed nor proved to be equal: what is not proved is in `why`. */
  readonly notProved: readonly { readonly mutant: Mutant; readonly why: string }[];
  /** Those that the budget did not suffice for: nothing is known of them. */
  readonly notTried: readonly Mutant[];
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

/** As much as ten questions may take: two to three minutes. A tenth of it is what one mutant may take. */
export const MUTATION_BUDGET: Budget = { ...DEFAULT_BUDGET, steps: 10 * DEFAULT_BUDGET.steps };
const MUTANTS_AT_LEAST = 10;
/** What making a World takes, in steps for each resource, and evaluating a flow there. */
const STEPS_A_RESOURCE = 10;
const STEPS_A_FLOW = 50;

/** Evaluates the suite on each mutant, and proves of those that it does not notice that they change something or nothing. */
export function runMutants(mutants: readonly Mutant[], setting: MutationSetting): MutationResult {
  const { resources, suite } = setting;
  const budget = SharedBudget.of(setting.budget ?? MUTATION_BUDGET);
  const checks = suite.map((check) => ({ check, ids: check.outcomes && ownersMet(check.outcomes) }));
  const killed: Mutant[] = [];
  const equivalent: Mutant[] = [];
  const survivors: Survivor[] = [];
  const notProved: { readonly mutant: Mutant; readonly why: string }[] = [];
  for (const [at, mutant] of mutants.entries()) {
    const { nodes, steps } = budget;
    const own = new SharedBudget({ nodes, steps: Math.ceil(steps / MUTANTS_AT_LEAST) }, budget);
    const made = within(() => budget.spend(STEPS_A_RESOURCE * resources.length));
    if (!made.exact) return { killed, equivalent, survivors, notProved, notTried: mutants.slice(at) };
    const answer = answerOf(mutant, checks, setting, own);
    if (answer === "killed") killed.push(mutant);
    else if (answer === "equivalent") equivalent.push(mutant);
    else if ("packet" in answer) survivors.push({ mutant, packet: answer.packet });
    else notProved.push({ mutant, why: answer.why });
  }
  return { killed, equivalent, survivors, notProved, notTried: [] };
}

type MutantAnswer = "killed" | "equivalent" | { readonly packet: EffectWitness } | { readonly why: string };

/** A check, and the ids of what its flow came to; none for assertions. */
interface MetCheck {
  readonly check: SuiteCheck;
  readonly ids: ReadonlySet<string> | undefined;
}

function answerOf(
  mutant: Mutant,
  checks: readonly MetCheck[],
  { world, compile, resources, facts }: MutationSetting,
  budget: SharedBudget,
): MutantAnswer {
  const after = compile(mutant.edits.reduce(editedResources, resources));
  // Those that came to what is changed notice it first; an assertion takes longer.
  const near = checks.filter(({ ids }) => ids !== undefined && editedIds(mutant).some((id) => ids.has(id)));
  const others = checks.filter((one) => !near.includes(one) && (one.ids === undefined || !mutant.isOfRulesOnly));
  const far = [...others.filter(({ ids }) => ids !== undefined), ...others.filter(({ ids }) => ids === undefined)];
  const open: string[] = [];
  for (const { check, ids } of [...near, ...far]) {
    const spent = within(() => ids && budget.spend(STEPS_A_FLOW));
    if (!spent.exact) return { why: `not all flows were evaluated: ${spent.why}` };
    const answer = check.holds(after, budget);
    if (answer.is === "failed") return "killed";
    if (answer.is === "not-proved") open.push(answer.why);
  }
  const { groups, notProved } = effectOf({ world, facts }, { world: after, facts }, { budget, first: true });
  const [group] = groups;
  const [unknown] = notProved;
  if (group === undefined) return unknown === undefined ? "equivalent" : unknown;
  // It changes something, and an assertion may notice that.
  return open.length > 0 ? { why: open.join("; ") } : { packet: group.witness() };
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
