import type { SharedBudget } from "./budget.ts";
import type { Classes } from "./classes.ts";
import { DIMENSIONS, type Dimension, type Family, type Interval, type Region } from "./dimension.ts";
import { RELATION } from "./interval-list.ts";
import { type ValueSet, ValueSets } from "./value-sets.ts";

/** A set of packets that is a product, and is not empty. Equal boxes are one object. */
export interface Box {
  readonly id: number;
  /** The dimensions that do not have all values. */
  readonly parts: Readonly<Partial<Record<Dimension, ValueSet>>>;
  /** The set of each dimension, in the order of `DIMENSIONS`. */
  readonly sets: readonly ValueSet[];
}

type Parts = Readonly<Partial<Record<Dimension, ValueSet>>>;

/** Places in `DIMENSIONS`, those first in which boxes are mostly apart: ports, then sources. */
const APART_FIRST = [2, 1, 0, 3, 4] as const;

/** The sets of values and the boxes of one question about packets of one IP version. It only grows. */
export class Universe {
  readonly family: Family;
  /** Every packet. */
  readonly everything: Box;
  readonly #values: Readonly<Record<Dimension, ValueSets>>;
  readonly #boxes = new Map<number | string, Box>();
  readonly #inOrder: readonly ValueSets[];

  constructor(family: Family) {
    this.family = family;
    this.#values = {
      protocol: new ValueSets("protocol", family),
      source: new ValueSets("source", family),
      destination: new ValueSets("destination", family),
      sourcePort: new ValueSets("sourcePort", family),
      portOrIcmp: new ValueSets("portOrIcmp", family),
    };
    this.#inOrder = DIMENSIONS.map((dimension) => this.#values[dimension]);
    this.everything = this.#intern(DIMENSIONS.map((dimension) => this.#values[dimension].all));
  }

  /** The values of a dimension that are in any of the intervals. */
  values(dimension: Dimension, intervals: Iterable<Interval>): ValueSet {
    return this.#values[dimension].of(intervals);
  }

  /** The values of its dimension that are not in the set. */
  complementOfValues(set: ValueSet): ValueSet {
    return this.#values[set.dimension].complement(set);
  }

  /** The values in one of two sets of a dimension. */
  unionOfValues(a: ValueSet, b: ValueSet): ValueSet {
    return this.#values[a.dimension].union(a, b);
  }

  /** The values in both sets of a dimension. */
  intersectValues(a: ValueSet, b: ValueSet): ValueSet {
    return this.#values[a.dimension].intersect(a, b);
  }

  /** The product of the parts; undefined where one of them is empty. */
  box(parts: Parts): Box | undefined {
    const sets = DIMENSIONS.map((dimension) => parts[dimension] ?? this.#values[dimension].all);
    return sets.some(({ intervals }) => intervals.length === 0) ? undefined : this.#intern(sets);
  }

  /** The packets in both boxes; undefined where there are none. */
  intersect(a: Box, b: Box): Box | undefined {
    if (this.contains(b, a)) return a;
    if (!this.meets(a, b)) return undefined;
    return this.#intern(a.sets.map((set, i) => this.intersectValues(set, b.sets[i] as ValueSet)));
  }

  /** The smallest product that has all packets of the boxes; undefined where there is no box. */
  hull(boxes: readonly Box[]): Box | undefined {
    const [only, ...others] = boxes;
    if (only === undefined || others.length === 0) return only;
    return this.#intern(this.#inOrder.map((values, i) => values.unionOf(boxes.map(({ sets }) => sets[i] as ValueSet))));
  }

  /** Whether some packet is in both boxes. */
  meets(a: Box, b: Box): boolean {
    for (const i of APART_FIRST) {
      const one = a.sets[i] as ValueSet;
      const other = b.sets[i] as ValueSet;
      if (one.isAll || other.isAll || one === other) continue;
      if (this.#inOrder[i]?.relation(one, other) === RELATION.apart) return false;
    }
    return true;
  }

  /** Whether every packet of `inner` is in `outer`. */
  contains(outer: Box, inner: Box): boolean {
    for (let i = 0; i < DIMENSIONS.length; i++) {
      const one = inner.sets[i] as ValueSet;
      const other = outer.sets[i] as ValueSet;
      if (other.isAll || one === other) continue;
      if (one.isAll || this.#inOrder[i]?.relation(one, other) !== RELATION.inside) return false;
    }
    return true;
  }

  /** Whether the values of one set are all in the other. */
  containsValues(outer: ValueSet, inner: ValueSet): boolean {
    return this.#values[inner.dimension].relation(inner, outer) === RELATION.inside;
  }

  /** The classes of values that sets of one dimension tell apart; to make them takes steps of the budget. */
  classes(dimension: Dimension, sets: readonly ValueSet[], budget: SharedBudget): Classes {
    return this.#values[dimension].classes(sets, budget);
  }

  #intern(sets: readonly ValueSet[]): Box {
    const key = boxKey(sets);
    const known = this.#boxes.get(key);
    if (known) return known;
    const parts: Partial<Record<Dimension, ValueSet>> = {};
    for (const set of sets) if (!set.isAll) parts[set.dimension] = set;
    const box = { id: this.#boxes.size, parts, sets };
    this.#boxes.set(key, box);
    return box;
  }
}

/** Ids up to these, in the order of `DIMENSIONS`, fit into one number, which is found faster than text. */
const PACKED = [2 ** 8, 2 ** 12, 2 ** 12, 2 ** 12, 2 ** 8] as const;

function boxKey(sets: readonly ValueSet[]): number | string {
  let packed = 0;
  for (let i = 0; i < PACKED.length; i++) {
    const { id } = sets[i] as ValueSet;
    const room = PACKED[i] as number;
    if (id >= room) return sets.map((set) => set.id).join();
    packed = packed * room + id;
  }
  return packed;
}

/** A box as intervals. */
export function regionOf({ parts }: Box): Region {
  const region: Partial<Record<Dimension, readonly Interval[]>> = {};
  for (const dimension of DIMENSIONS) {
    const set = parts[dimension];
    if (set) region[dimension] = set.intervals;
  }
  return region;
}
