import { isSameList } from "../../../policy/compile-memo.ts";
import type { Action, Direction } from "../../../policy/outcome.ts";
import type { CompiledRule, CompiledRules } from "../../../policy/world/compiled.ts";
import type { Box, Universe } from "../../sets/universe.ts";
import { ANSWERS, AS_SENT, type Mapping } from "../boxes/mapping.ts";
import { ruleBoxes } from "../boxes/rule-boxes.ts";
import type { WorldSets } from "../boxes/world-sets.ts";
import type { MappedSets } from "./mapped-sets.ts";

/** A rule of a list that packets of the start can match, with the first packets that do. */
export interface RuleSet<S> {
  readonly index: number;
  readonly action: Action;
  readonly matched: S;
}

/** A rule that packets of the start can match, with the boxes of first packets that do. */
interface RelevantRule {
  readonly index: number;
  readonly action: Action;
  readonly boxes: readonly Box[];
}

interface RememberedBoxes {
  readonly inputs: readonly unknown[];
  readonly boxes: readonly Box[];
}

const boxMemos = new WeakMap<Universe, WeakMap<CompiledRule, RememberedBoxes>>();

/** `ruleBoxes`, computed once for Worlds that have the same address sets. */
export function knownRuleBoxes(sets: WorldSets, rule: CompiledRule): readonly Box[] {
  const memo = boxMemos.get(sets.universe) ?? new WeakMap<CompiledRule, RememberedBoxes>();
  boxMemos.set(sets.universe, memo);
  const inputs = sets.inputs(rule);
  const known = memo.get(rule);
  if (known !== undefined && isSameList(known.inputs, inputs)) return known.boxes;
  const boxes = ruleBoxes(sets, rule);
  memo.set(rule, { inputs, boxes });
  return boxes;
}

type Lists<T> = Record<Direction, WeakMap<CompiledRules, Map<string, T>>>;

const relevantMemos = new WeakMap<WorldSets, Lists<readonly RelevantRule[]>>();

/** The lists of rules of one case as sets, each computed once for a mapping. */
export class RuleLists<S> {
  readonly #sets: MappedSets<S>;
  readonly #known: Lists<readonly RuleSet<S>[]> = { ingress: new WeakMap(), egress: new WeakMap() };

  constructor(sets: MappedSets<S>) {
    this.#sets = sets;
  }

  /** The rules of an owner that packets of the start can match where they have this mapping. */
  of(rules: CompiledRules, direction: Direction, mapping: Mapping): readonly RuleSet<S>[] {
    return remembered(this.#known, rules, direction, mapping.key, () => {
      const { algebra } = this.#sets;
      return this.#relevant(rules, direction, mapping).map(({ index, action, boxes }) => {
        let matched = algebra.none;
        for (const box of boxes) matched = algebra.union(matched, algebra.of(box));
        return { index, action, matched };
      });
    });
  }

  /** The same for all ways that packets of the same start take. */
  #relevant(rules: CompiledRules, direction: Direction, mapping: Mapping): readonly RelevantRule[] {
    const { worldSets, start } = this.#sets;
    const memo = relevantMemos.get(worldSets) ?? { ingress: new WeakMap(), egress: new WeakMap() };
    relevantMemos.set(worldSets, memo);
    const make = () =>
      rules[direction].flatMap((rule, index) => {
        const boxes = this.#sets.firstPackets(mapping, knownRuleBoxes(worldSets, rule));
        return boxes.length === 0 ? [] : [{ index, action: rule.action, boxes }];
      });
    // Each translation has a mapping of its own: those are not for other ways.
    const isCommon = mapping === AS_SENT || mapping.key === ANSWERS.key;
    return isCommon ? remembered(memo, rules, direction, `${start.key}/${mapping.key}`, make) : make();
  }
}

function remembered<T>(lists: Lists<T>, rules: CompiledRules, direction: Direction, key: string, make: () => T): T {
  const byKey = lists[direction].get(rules) ?? new Map<string, T>();
  lists[direction].set(rules, byKey);
  const known = byKey.get(key);
  if (known !== undefined) return known;
  const made = make();
  byKey.set(key, made);
  return made;
}
