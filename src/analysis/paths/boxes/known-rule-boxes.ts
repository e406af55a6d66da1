import { isSameList } from "../../../policy/compile-memo.ts";
import type { Direction } from "../../../policy/outcome.ts";
import type { CompiledRule, CompiledRules } from "../../../policy/world/compiled.ts";
import type { Box, Universe } from "../../sets/universe.ts";
import { ruleBoxes } from "./rule-boxes.ts";
import type { WorldSets } from "./world-sets.ts";

interface RememberedBoxes {
  readonly inputs: readonly unknown[];
  readonly boxes: readonly Box[];
}

const boxMemos = new WeakMap<Universe, WeakMap<CompiledRule, RememberedBoxes>>();

/** By the sets, whose World always has the same address sets: what these are need not be asked again for each way. */
const boxesOfSets = new WeakMap<WorldSets, Map<CompiledRule, readonly Box[]>>();

/** `ruleBoxes`, computed once for Worlds that have the same address sets. */
export function knownRuleBoxes(sets: WorldSets, rule: CompiledRule): readonly Box[] {
  const ofSets = boxesOfSets.get(sets) ?? new Map<CompiledRule, readonly Box[]>();
  boxesOfSets.set(sets, ofSets);
  const known = ofSets.get(rule) ?? boxesBySets(sets, rule);
  ofSets.set(rule, known);
  return known;
}

function boxesBySets(sets: WorldSets, rule: CompiledRule): readonly Box[] {
  const memo = boxMemos.get(sets.universe) ?? new WeakMap<CompiledRule, RememberedBoxes>();
  boxMemos.set(sets.universe, memo);
  const inputs = sets.inputs(rule);
  const known = memo.get(rule);
  if (known !== undefined && isSameList(known.inputs, inputs)) return known.boxes;
  const boxes = ruleBoxes(sets, rule);
  memo.set(rule, { inputs, boxes });
  return boxes;
}

/** By whose list it is. */
const boxesOfLists = new WeakMap<WorldSets, Record<Direction, Map<CompiledRules, readonly (readonly Box[])[]>>>();

/** `knownRuleBoxes` of each rule of a list, in order. */
export function boxesOfList(sets: WorldSets, rules: CompiledRules, direction: Direction): readonly (readonly Box[])[] {
  const memo = boxesOfLists.get(sets) ?? { ingress: new Map(), egress: new Map() };
  boxesOfLists.set(sets, memo);
  const known = memo[direction].get(rules) ?? rules[direction].map((rule) => knownRuleBoxes(sets, rule));
  memo[direction].set(rules, known);
  return known;
}
