import type { CompiledPolicy, CompiledRule, SetRef, World } from "../../policy/world/compiled.ts";
import { addressSet } from "../../policy/world/ip-sets.ts";
import { ruleBoxes } from "../paths/boxes/rule-boxes.ts";
import { WorldSets } from "../paths/boxes/world-sets.ts";
import type { Box, Universe } from "../sets/universe.ts";

/** Boxes of a rule, and the sets of addresses that they are made of. */
interface KnownBoxes {
  readonly sets: readonly unknown[];
  readonly boxes: readonly Box[];
}

/** The rules of lists that packets of a start can match, as texts. */
export class RuleSlices {
  readonly #boxes = new WeakMap<Universe, WeakMap<CompiledRule, KnownBoxes>>();
  readonly #slices = new WeakMap<readonly CompiledRule[], Map<string, string>>();
  readonly #refs = new WeakMap<readonly CompiledPolicy[], readonly SetRef[]>();
  readonly #worldSets = new WeakMap<World, Map<Universe, WorldSets>>();
  #setIds = new WeakMap<object, number>();
  #lastSet = 0;

  /** A text that is equal where the selectors of the policies' rules stand for the same addresses. */
  setsOf(world: World, policies: readonly CompiledPolicy[]): string {
    const refs = this.#refs.get(policies) ?? [...new Set(policies.flatMap(setRefs))];
    this.#refs.set(policies, refs);
    let text = "";
    for (const ref of refs) text += `${this.#setId(addressSet(world, ref))},`;
    return policies.some(dependsOnMembers) ? `${text}${this.#setId(world.members)}` : text;
  }

  /** The rules that packets of these boxes can match, by what they match and do; empty for none. */
  of(world: World, universe: Universe, start: readonly Box[], rules: readonly CompiledRule[]): string {
    const known = this.#slices.get(rules) ?? new Map<string, string>();
    this.#slices.set(rules, known);
    let key = `${universe.family}`;
    for (const box of start) key += ` ${box.id}`;
    for (const rule of rules) {
      for (const ref of refsOf(rule)) key += `,${this.#setId(addressSet(world, ref))}`;
      if (hasNames(rule)) key += `m${this.#setId(world.members)}`;
    }
    const found = known.get(key);
    if (found !== undefined) return found;
    const text = rules
      .flatMap((rule) => {
        const boxes = this.#boxesOf(world, universe, rule);
        const met = boxes.filter((box) => start.some((one) => universe.meets(one, box)));
        return met.length === 0 ? [] : [`${rule.action[0]}${met.map(({ id }) => id).join("+")}`];
      })
      .join(" ");
    known.set(key, text);
    return text;
  }

  #boxesOf(world: World, universe: Universe, rule: CompiledRule): readonly Box[] {
    const memo = this.#boxes.get(universe) ?? new WeakMap<CompiledRule, KnownBoxes>();
    this.#boxes.set(universe, memo);
    const sets = [...refsOf(rule).map((ref) => addressSet(world, ref)), ...(hasNames(rule) ? membersOf(world) : [])];
    const known = memo.get(rule);
    if (known?.sets.every((set, at) => set === sets[at])) return known.boxes;
    const ofWorld = this.#worldSets.get(world) ?? new Map<Universe, WorldSets>();
    this.#worldSets.set(world, ofWorld);
    const worldSets = ofWorld.get(universe) ?? new WorldSets(world, universe);
    ofWorld.set(universe, worldSets);
    const boxes = ruleBoxes(worldSets, rule);
    memo.set(rule, { sets, boxes });
    return boxes;
  }

  #setId(set: object): number {
    const known = this.#setIds.get(set) ?? ++this.#lastSet;
    this.#setIds.set(set, known);
    return known;
  }
}

/** The members of the World, as something that boxes are made of. */
function membersOf({ members }: World): readonly unknown[] {
  return [members];
}

const refMemos = new WeakMap<CompiledRule, readonly SetRef[]>();

/** The selectors that a rule names the addresses of. */
function refsOf(rule: CompiledRule): readonly SetRef[] {
  const known = refMemos.get(rule);
  if (known !== undefined) return known;
  const { source, destination } = rule;
  const refs = [source.set, source.notSet, destination.set, destination.notSet].flatMap((ref) => ref ?? []);
  refMemos.set(rule, refs);
  return refs;
}

function setRefs({ ingress, egress }: CompiledPolicy): readonly SetRef[] {
  return [...ingress, ...egress].flatMap(refsOf);
}

/** Whether a rule names ports or services, whose addresses are looked up among all members. */
function hasNames({ source, destination }: CompiledRule): boolean {
  return [source, destination].some(
    ({ ports, notPorts, service }) =>
      service !== undefined || [...ports, ...notPorts].some(({ kind }) => kind === "name"),
  );
}

function dependsOnMembers({ ingress, egress }: CompiledPolicy): boolean {
  return [...ingress, ...egress].some(hasNames);
}
