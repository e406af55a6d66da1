import { isSameList } from "../../../policy/compile-memo.ts";
import type { Direction } from "../../../policy/outcome.ts";
import type { CompiledRule, CompiledRules } from "../../../policy/world/compiled.ts";
import { budgetSpent, within } from "../../sets/budget.ts";
import type { Box, Universe } from "../../sets/universe.ts";
import type { Spend } from "./box-algebra.ts";
import { ruleBoxes } from "./rule-boxes.ts";
import type { WorldSets } from "./world-sets.ts";

interface RememberedBoxes {
  readonly inputs: readonly unknown[];
  /** Absent where they are too many. */
  readonly boxes: readonly Box[] | undefined;
}

/** More steps than these are not taken for one rule, so that it does not spend the budget for all others. */
const MOST_STEPS = 300_000;
const TOO_MANY = "a rule names ports on both sides that endpoints have at very many numbers";

const boxMemos = new WeakMap<Universe, WeakMap<CompiledRule, RememberedBoxes>>();

/** By the sets, whose World always has the same address sets: what these are need not be asked again for each way. */
const boxesOfSets = new WeakMap<WorldSets, Map<CompiledRule, readonly Box[]>>();

/** `ruleBoxes`, computed once for Worlds that have the same address sets; to compute them takes steps. Ends as `within` catches it. */
export function knownRuleBoxes(sets: WorldSets, rule: CompiledRule, spend: Spend): readonly Box[] {
  const ofSets = boxesOfSets.get(sets) ?? new Map<CompiledRule, readonly Box[]>();
  boxesOfSets.set(sets, ofSets);
  const known = ofSets.get(rule) ?? boxesBySets(sets, rule, spend);
  ofSets.set(rule, known);
  return known;
}

function boxesBySets(sets: WorldSets, rule: CompiledRule, spend: Spend): readonly Box[] {
  const memo = boxMemos.get(sets.universe) ?? new WeakMap<CompiledRule, RememberedBoxes>();
  boxMemos.set(sets.universe, memo);
  const inputs = sets.inputs(rule);
  const known = memo.get(rule);
  if (known !== undefined && isSameList(known.inputs, inputs)) return known.boxes ?? budgetSpent(TOO_MANY);
  let taken = 0;
  const made = within(() =>
    ruleBoxes(sets, rule, (steps) => {
      taken += steps;
      if (taken > MOST_STEPS) budgetSpent(TOO_MANY);
      spend(steps);
    }),
  );
  if (made.exact || taken > MOST_STEPS) memo.set(rule, { inputs, boxes: made.exact ? made.value : undefined });
  return made.exact ? made.value : budgetSpent(made.why);
}

/** By whose list it is. */
const boxesOfLists = new WeakMap<WorldSets, Record<Direction, Map<CompiledRules, readonly (readonly Box[])[]>>>();

/** `knownRuleBoxes` of each rule of a list, in order. */
export function boxesOfList(
  sets: WorldSets,
  rules: CompiledRules,
  direction: Direction,
  spend: Spend,
): readonly (readonly Box[])[] {
  const memo = boxesOfLists.get(sets) ?? { ingress: new Map(), egress: new Map() };
  boxesOfLists.set(sets, memo);
  const known = memo[direction].get(rules) ?? rules[direction].map((rule) => knownRuleBoxes(sets, rule, spend));
  memo[direction].set(rules, known);
  return known;
}
