import type { SharedBudget } from "./budget.ts";
import { type Classes, classesOf, refine } from "./classes.ts";
import { allValues, type Dimension, type Family, type Interval } from "./dimension.ts";
import {
  complementOf,
  type IntervalList,
  intersectionOf,
  mergeIntervals,
  RELATION,
  type Relation,
  relate,
} from "./interval-list.ts";

/** A set of values of one dimension. Equal sets are one object: compare them with `===`, or by `id` within a dimension. */
export interface ValueSet {
  readonly dimension: Dimension;
  /** Counts from 0 in each dimension; 0 is all values. */
  readonly id: number;
  /** Ascending, neither overlapping nor touching. */
  readonly intervals: IntervalList;
  readonly isAll: boolean;
}

/** Relations between sets with lower numbers than this are remembered: at most 64 MB. */
const REMEMBERED = 8192;

/** The sets of values of one dimension that a question has met. */
export class ValueSets {
  readonly all: ValueSet;
  readonly #dimension: Dimension;
  readonly #whole: Interval;
  readonly #sets: ValueSet[] = [];
  readonly #byContent = new Map<string, ValueSet>();
  /** By the ids of both; 0 is not known. */
  readonly #relations: Uint8Array[] = [];
  readonly #intersections = new Map<number, ValueSet>();
  /** Of the first `members.length` sets. */
  #classes: Classes | undefined;
  readonly #oneClass: Classes;
  #intervals = 0;
  #sorted = 0;

  constructor(dimension: Dimension, family: Family) {
    this.#dimension = dimension;
    this.#whole = allValues(dimension, family);
    this.all = this.of([this.#whole]);
    this.#oneClass = classesOf([this.all.intervals], this.#whole);
  }

  /** The set of the values in any of the intervals. */
  of(intervals: Iterable<Interval>): ValueSet {
    return this.#intern(mergeIntervals(intervals));
  }

  complement(set: ValueSet): ValueSet {
    return this.#intern(complementOf(set.intervals, this.#whole));
  }

  /** The values in any of some sets, at least one. */
  unionOf(sets: readonly ValueSet[]): ValueSet {
    const different = new Set(sets);
    const [only] = different;
    if (only !== undefined && different.size === 1) return only;
    return different.has(this.all) ? this.all : this.of(sets.flatMap(({ intervals }) => intervals));
  }

  union(a: ValueSet, b: ValueSet): ValueSet {
    return this.unionOf([a, b]);
  }

  intersect(a: ValueSet, b: ValueSet): ValueSet {
    if (this.relation(a, b) === RELATION.inside) return a;
    if (this.relation(b, a) === RELATION.inside) return b;
    const key = Math.min(a.id, b.id) * 2 ** 26 + Math.max(a.id, b.id);
    const common = this.#intersections.get(key) ?? this.#intern(intersectionOf(a.intervals, b.intervals));
    this.#intersections.set(key, common);
    return common;
  }

  /** How the values of `a` lie to those of `b`. */
  relation(a: ValueSet, b: ValueSet): Relation {
    if (a === b || b.isAll) return RELATION.inside;
    if (a.isAll) return b.intervals.length === 0 ? RELATION.apart : RELATION.overlapping;
    if (a.id >= REMEMBERED || b.id >= REMEMBERED) return relate(a.intervals, b.intervals);
    const row = this.#row(a.id, b.id);
    const known = row[b.id] || relate(a.intervals, b.intervals);
    row[b.id] = known;
    return known as Relation;
  }

  #row(id: number, length: number): Uint8Array {
    const row = this.#relations[id];
    if (row && row.length > length) return row;
    // With room for all sets that there are: most of them are compared sooner or later.
    const room = Math.min(REMEMBERED, Math.max(length + 1, this.#sets.length));
    const longer = new Uint8Array(Math.max(64, 2 ** Math.ceil(Math.log2(room))));
    if (row) longer.set(row);
    this.#relations[id] = longer;
    return longer;
  }

  #intern(intervals: IntervalList): ValueSet {
    const [only] = intervals;
    const key = intervals.length === 1 && only ? `${only[0]},${only[1]}` : intervals.join();
    const known = this.#byContent.get(key);
    if (known) return known;
    const id = this.#sets.length;
    const set = { dimension: this.#dimension, id, intervals, isAll: id === 0 };
    this.#sets.push(set);
    this.#byContent.set(key, set);
    this.#intervals += intervals.length;
    return set;
  }

  /**
   * The classes that the given sets need. To sort the ends of all intervals of all sets once, and to make the classes of some
   * of them out of those, pays for many questions and not for one: it is done when as much was sorted without it.
   */
  classes(sets: readonly ValueSet[], budget: SharedBudget): Classes {
    const spend = (steps: number) => budget.spend(steps);
    // Most questions leave some dimensions open.
    if (sets.every((set) => set === this.all)) return this.#oneClass;
    if (!this.#knows(sets)) {
      for (const { intervals } of sets) this.#sorted += intervals.length;
      if (this.#sorted < 2 * this.#intervals) {
        return classesOf(
          sets.map(({ intervals }) => intervals),
          this.#whole,
          spend,
        );
      }
      this.#classes = classesOf(
        this.#sets.map(({ intervals }) => intervals),
        this.#whole,
        spend,
      );
      this.#sorted = 0;
    }
    return refine(
      this.#classes as Classes,
      sets.map(({ id }) => id),
      spend,
    );
  }

  #knows(sets: readonly ValueSet[]): boolean {
    const known = this.#classes?.members.length ?? 0;
    return sets.every(({ id }) => id < known);
  }
}
