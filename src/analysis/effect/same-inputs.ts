import type { CompiledRules } from "../../policy/world/compiled.ts";
import type { WorldSets } from "../paths/boxes/world-sets.ts";

/** The sets of both Worlds, in one universe. */
export interface BothSets {
  readonly before: WorldSets;
  readonly after: WorldSets;
  /** Takes the steps of the budget that it is to make boxes of rules. */
  readonly spend: (steps: number) => void;
}

const memos = new WeakMap<WorldSets, WeakMap<WorldSets, (rules: CompiledRules) => boolean>>();

/**
 * Tells the lists of rules that match the same packets in both Worlds: everything that these rules name has the same addresses and
 * ports. Most changes of labels and of sets of networks are about few lists.
 */
export function sameInputs({ before, after }: BothSets): (rules: CompiledRules) => boolean {
  if (before === after) return () => true;
  const memo = memos.get(before) ?? new WeakMap<WorldSets, (rules: CompiledRules) => boolean>();
  memos.set(before, memo);
  const known = memo.get(after) ?? made(before, after);
  memo.set(after, known);
  return known;
}

function made(before: WorldSets, after: WorldSets): (rules: CompiledRules) => boolean {
  const answers = new WeakMap<CompiledRules, boolean>();
  const pairs = new WeakMap<object, WeakMap<object, boolean>>();
  const isSame = (a: unknown, b: unknown): boolean => {
    if (a === b) return true;
    if (typeof a !== "object" || typeof b !== "object" || a === null || b === null) return false;
    const ofOne = pairs.get(a) ?? new WeakMap<object, boolean>();
    pairs.set(a, ofOne);
    const answer = ofOne.get(b) ?? holdsSame(a, b);
    ofOne.set(b, answer);
    return answer;
  };
  const compare = ({ ingress, egress }: CompiledRules): boolean =>
    [...ingress, ...egress].every((rule) => {
      const now = after.inputs(rule);
      return before.inputs(rule).every((input, i) => isSame(input, now[i]));
    });
  return (rules) => {
    const answer = answers.get(rules) ?? compare(rules);
    answers.set(rules, answer);
    return answer;
  };
}

/** Whether two values hold the same: objects, maps and sets, whose order does not matter, down to what is neither. */
function holdsSame(a: unknown, b: unknown): boolean {
  if (a === b) return true;
  if (a instanceof Set && b instanceof Set) return a.size === b.size && [...a].every((one) => b.has(one));
  if (a instanceof Map && b instanceof Map)
    return a.size === b.size && [...a].every(([key, value]) => b.has(key) && holdsSame(value, b.get(key)));
  if (a instanceof Map || a instanceof Set || typeof a !== "object" || typeof b !== "object") return false;
  if (a === null || b === null) return false;
  const [one, other] = [Object.entries(a), new Map(Object.entries(b))];
  return one.length === other.size && one.every(([key, value]) => other.has(key) && holdsSame(value, other.get(key)));
}
