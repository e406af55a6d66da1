import type { Box, Universe } from "../../sets/universe.ts";
import { isTranslated, type Mapping, toFirstPackets } from "../boxes/mapping.ts";
import type { WorldSets } from "../boxes/world-sets.ts";

/** What the walk needs to do with sets of packets; `PacketSpace` can, and so can whoever only notes which boxes are asked for. */
export interface Algebra<S> {
  readonly none: S;
  of(box: Box): S;
  union(a: S, b: S): S;
  intersect(a: S, b: S): S;
  minus(a: S, b: S): S;
}

/**
 * The packets in any of the boxes. Halves are joined, not one box after the other: a set of many boxes is large, and is then the
 * operand of few unions.
 */
export function unionOfBoxes<S>(algebra: Algebra<S>, boxes: readonly Box[]): S {
  let sets = boxes.map((box) => algebra.of(box));
  while (sets.length > 1) {
    const joined: S[] = [];
    for (let at = 0; at < sets.length; at += 2) {
      const one = sets[at] as S;
      const other = sets[at + 1];
      joined.push(other === undefined ? one : algebra.union(one, other));
    }
    sets = joined;
  }
  return sets[0] ?? algebra.none;
}

/** Packets under way: the set of their first packets, and how their fields now follow from those. Equal ones are one object. */
export interface MappedSet<S> {
  readonly set: S;
  readonly at: Mapping;
}

/** The boxes that a question is about; equal ones have one key. */
export interface StartBoxes {
  readonly boxes: readonly Box[];
  readonly key: string;
  readonly set: ReadonlySet<Box>;
  /** The smallest product that has all of them; `undefined` where there is none. */
  readonly hull: Box | undefined;
}

const startMemos = new WeakMap<Universe, Map<string, StartBoxes>>();

/** Boxes as those that a question is about. */
export function startOf(universe: Universe, boxes: readonly Box[]): StartBoxes {
  const memo = startMemos.get(universe) ?? new Map<string, StartBoxes>();
  startMemos.set(universe, memo);
  const key = boxes.map(({ id }) => id).join();
  const known = memo.get(key) ?? { boxes, key, set: new Set(boxes), hull: universe.hull(boxes) };
  memo.set(key, known);
  return known;
}

/** Pairs of boxes that are looked at in a step; where there are few, nothing is taken for them. */
const PAIRS_PER_STEP = 16;
const MANY_PAIRS = 1024;
/** To turn a box takes as long as so many steps. */
const STEPS_TO_TURN = 2;

/**
 * The sets of the cases of a question whose Worlds have the same sets of addresses, which only packets of the `start` boxes are
 * part of.
 */
export class MappedSets<S> {
  readonly worldSets: WorldSets;
  readonly algebra: Algebra<S>;
  readonly start: StartBoxes;
  /** Takes steps of the budget. */
  readonly spend: (steps: number) => void;
  #all: S | undefined;
  readonly #known = new WeakMap<readonly Box[], Map<string, S>>();
  readonly #interned = new Map<string, Map<S, MappedSet<S>>>();

  /** `spend` takes the steps of a budget that it is to turn boxes and to hold them against the start. */
  constructor(worldSets: WorldSets, algebra: Algebra<S>, start: StartBoxes, spend: (steps: number) => void) {
    this.spend = spend;
    this.worldSets = worldSets;
    this.algebra = algebra;
    this.start = start;
  }

  /** The packets of the start, as they are sent. */
  get all(): S {
    this.#all ??= unionOfBoxes(this.algebra, this.start.boxes);
    return this.#all;
  }

  /** Packets with their mapping. */
  at(set: S, mapping: Mapping): MappedSet<S> {
    const sets = this.#interned.get(mapping.key) ?? new Map<S, MappedSet<S>>();
    this.#interned.set(mapping.key, sets);
    const known = sets.get(set) ?? { set, at: mapping };
    sets.set(set, known);
    return known;
  }

  /** The first packets of boxes of packets where they are now, without boxes that no packet of the start is in. */
  of(mapping: Mapping, boxes: readonly Box[]): S {
    const byMapping = this.#known.get(boxes) ?? new Map<string, S>();
    this.#known.set(boxes, byMapping);
    const known = byMapping.get(mapping.key) ?? this.#make(mapping, boxes);
    byMapping.set(mapping.key, known);
    return known;
  }

  #make(mapping: Mapping, boxes: readonly Box[]): S {
    return unionOfBoxes(this.algebra, this.firstPackets(mapping, boxes));
  }

  /** Boxes of packets where they are now as boxes of first packets, without those that no packet of the start is in. */
  firstPackets(mapping: Mapping, boxes: readonly Box[]): readonly Box[] {
    const { universe } = this.worldSets;
    if (isTranslated(mapping)) this.spend(STEPS_TO_TURN * (1 + boxes.length));
    const { boxes: starts, set, hull } = this.start;
    let pairs = 0;
    const found: Box[] = [];
    if (hull === undefined) return found;
    for (const box of boxes) {
      const first = toFirstPackets(universe, mapping, box);
      if (first === undefined || !universe.meets(hull, first)) continue;
      if (set.has(first) || starts.some((start) => ++pairs && universe.meets(start, first))) found.push(first);
      if (pairs < MANY_PAIRS) continue;
      this.spend(MANY_PAIRS / PAIRS_PER_STEP);
      pairs -= MANY_PAIRS;
    }
    return found;
  }

  /** Divides packets by the first of the cases whose boxes they are in, `undefined` those in none; no part is empty. */
  split<Result>(
    packets: MappedSet<S>,
    cases: Iterable<readonly [result: Result, boxes: readonly Box[]]>,
  ): (readonly [Result | undefined, MappedSet<S>])[] {
    const { algebra } = this;
    const parts: (readonly [Result | undefined, MappedSet<S>])[] = [];
    let rest = packets.set;
    for (const [result, boxes] of cases) {
      if (rest === algebra.none) break;
      const inside = this.of(packets.at, boxes);
      const part = algebra.intersect(rest, inside);
      if (part === algebra.none) continue;
      parts.push([result, this.at(part, packets.at)]);
      rest = algebra.minus(rest, inside);
    }
    if (rest !== algebra.none) parts.push([undefined, this.at(rest, packets.at)]);
    return parts;
  }
}
