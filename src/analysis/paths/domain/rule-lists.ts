import type { Action, Direction } from "../../../policy/outcome.ts";
import type { CompiledRules } from "../../../policy/world/compiled.ts";
import type { Box } from "../../sets/universe.ts";
import { boxesOfList } from "../boxes/known-rule-boxes.ts";
import { ANSWERS, AS_SENT, type Mapping } from "../boxes/mapping.ts";
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

/** What is known of each list of rules. */
type Lists<T> = Record<Direction, Map<CompiledRules, T>>;

/** By the key of the start, and that of the mapping: ways have long keys, which are looked up once for each. */
const relevantMemos = new WeakMap<WorldSets, Map<string, Lists<readonly RelevantRule[]>>>();

/** The lists of rules of cases as sets, each computed once for a mapping. */
export class RuleLists<S> {
  readonly sets: MappedSets<S>;
  readonly #known = new Map<string, Lists<readonly RuleSet<S>[]>>();
  readonly #relevant = new Map<string, Lists<readonly RelevantRule[]>>();

  constructor(sets: MappedSets<S>) {
    this.sets = sets;
  }

  /** The rules of an owner that packets of the start can match where they have this mapping. */
  of(rules: CompiledRules, direction: Direction, mapping: Mapping): readonly RuleSet<S>[] {
    const lists = listsOf(this.#known, mapping.key)[direction];
    const known = lists.get(rules);
    if (known !== undefined) return known;
    const { algebra } = this.sets;
    const made = this.#relevantRules(rules, direction, mapping).map(({ index, action, boxes }) => {
      let matched = algebra.none;
      for (const box of boxes) matched = algebra.union(matched, algebra.of(box));
      return { index, action, matched };
    });
    lists.set(rules, made);
    return made;
  }

  /** The same for all ways that packets of the same start take. */
  #relevantRules(rules: CompiledRules, direction: Direction, mapping: Mapping): readonly RelevantRule[] {
    const { worldSets } = this.sets;
    const lists = this.#relevantLists(mapping)[direction];
    const known = lists.get(rules);
    if (known !== undefined) return known;
    const made: RelevantRule[] = [];
    for (const [index, all] of boxesOfList(worldSets, rules, direction, this.sets.spend).entries()) {
      const boxes = this.sets.firstPackets(mapping, all);
      const rule = rules[direction][index];
      if (rule !== undefined && boxes.length > 0) made.push({ index, action: rule.action, boxes });
    }
    lists.set(rules, made);
    return made;
  }

  #relevantLists({ key }: Mapping): Lists<readonly RelevantRule[]> {
    // Each translation has a mapping of its own: those are not for other ways.
    const isCommon = key === AS_SENT.key || key === ANSWERS.key;
    if (!isCommon || this.#relevant.has(key)) return listsOf(this.#relevant, key);
    const { worldSets, start } = this.sets;
    const memo = relevantMemos.get(worldSets) ?? new Map<string, Lists<readonly RelevantRule[]>>();
    relevantMemos.set(worldSets, memo);
    const lists = listsOf(memo, `${start.key}/${key}`);
    this.#relevant.set(key, lists);
    return lists;
  }
}

function listsOf<T>(byKey: Map<string, Lists<T>>, key: string): Lists<T> {
  const lists = byKey.get(key) ?? { ingress: new Map(), egress: new Map() };
  byKey.set(key, lists);
  return lists;
}
