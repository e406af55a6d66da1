import type { Action, Direction } from "../../../policy/outcome.ts";
import type { CompiledRule, CompiledRules } from "../../../policy/world/compiled.ts";
import type { Box } from "../../sets/universe.ts";
import type { Mapping } from "../boxes/mapping.ts";
import { ruleBoxes } from "../boxes/rule-boxes.ts";
import type { WorldSets } from "../boxes/world-sets.ts";
import type { MappedSets } from "./mapped-sets.ts";

/** A rule of a list that packets of the start can match, with the first packets that do. */
export interface RuleSet<S> {
  readonly index: number;
  readonly action: Action;
  readonly matched: S;
}

const boxMemos = new WeakMap<WorldSets, WeakMap<CompiledRule, readonly Box[]>>();

/** `ruleBoxes`, computed once for the sets of a World. */
export function knownRuleBoxes(sets: WorldSets, rule: CompiledRule): readonly Box[] {
  const memo = boxMemos.get(sets) ?? new WeakMap<CompiledRule, readonly Box[]>();
  boxMemos.set(sets, memo);
  const known = memo.get(rule) ?? ruleBoxes(sets, rule);
  memo.set(rule, known);
  return known;
}

/** The lists of rules of one case as sets, each computed once for a mapping. */
export class RuleLists<S> {
  readonly #sets: MappedSets<S>;
  readonly #known: Record<Direction, Map<CompiledRules, Map<string, readonly RuleSet<S>[]>>> = {
    ingress: new Map(),
    egress: new Map(),
  };

  constructor(sets: MappedSets<S>) {
    this.#sets = sets;
  }

  /** The rules of an owner that packets of the start can match where they have this mapping. */
  of(rules: CompiledRules, direction: Direction, mapping: Mapping): readonly RuleSet<S>[] {
    const byMapping = this.#known[direction].get(rules) ?? new Map<string, readonly RuleSet<S>[]>();
    this.#known[direction].set(rules, byMapping);
    const known = byMapping.get(mapping.key) ?? this.#make(rules[direction], mapping);
    byMapping.set(mapping.key, known);
    return known;
  }

  #make(rules: readonly CompiledRule[], mapping: Mapping): readonly RuleSet<S>[] {
    const { worldSets, algebra } = this.#sets;
    return rules.flatMap((rule, index) => {
      const matched = this.#sets.of(mapping, knownRuleBoxes(worldSets, rule));
      return matched === algebra.none ? [] : [{ index, action: rule.action, matched }];
    });
  }
}
