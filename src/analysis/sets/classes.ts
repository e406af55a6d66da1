import type { Interval, Value } from "./dimension.ts";
import { before, type IntervalList, next } from "./interval-list.ts";
import { type CellSet, type Members, partition } from "./partition.ts";

/**
 * The values of one dimension in classes: two values of a class are in the same sets of those that the classes were made
 * of. A diagram and a search need to know of a packet only its class in each dimension. The class of the most values
 * has the last number.
 */
export interface Classes {
  readonly count: number;
  /** How many values each class has, for comparison only: rounded for IPv6. */
  readonly weights: Float64Array;
  /** Which classes a set has, by the set's place in the list that the classes were made of. */
  readonly members: readonly Members[];
  /** The values in segments: where each begins, ascending, and its class. */
  readonly segments: Segments;
}

interface Segments {
  readonly starts: ArrayLike<Value>;
  /** Of all values. */
  readonly last: Value;
  readonly classOf: Int32Array;
  /** The segments of each class, ascending: those of class `n` are from place `begins[n]` to before `begins[n + 1]`. */
  readonly byClass: { readonly begins: Int32Array; readonly segments: Int32Array };
}

/** A range of classes, both ends in it. */
export type ClassRange = readonly [first: number, last: number];

/** Takes the steps of a budget that it is to make classes. */
export type Spend = (steps: number) => void;

const FREE: Spend = () => undefined;

/** Intervals of which both ends are sorted, and found again, in a step. */
const SORTED_PER_STEP = 4;

/** The classes of all values, by partition refinement over the segments between the ends of the sets' intervals. */
export function classesOf(sets: readonly IntervalList[], all: Interval, spend: Spend = FREE): Classes {
  let intervals = 0;
  for (const set of sets) intervals += set.length;
  spend(Math.ceil(intervals / SORTED_PER_STEP));
  const starts = startsOf(sets, all);
  const cells = sets.map((set) => cellsOf(set, starts, all[1]));
  const sizes = new Float64Array(starts.length);
  for (let i = 0; i < starts.length; i++) sizes[i] = sizeOf(starts[i] as Value, endOf(starts, i, all[1]));
  const { classOf, ...classes } = partition(cells, sizes, spend);
  return { ...classes, segments: segmentsOf(all[1], classes.count, () => ({ starts, classOf })) };
}

/** The classes that only some of the sets, by their places, need: unions of the given classes. */
export function refine(classes: Classes, places: readonly number[], spend: Spend = FREE): Classes {
  const cells = places.map((place) => runsOf(classes.members[place] as Members));
  const { classOf, ...coarse } = partition(cells, classes.weights, spend);
  const joined = () => joinSegments(classes.segments, classOf);
  return { ...coarse, segments: segmentsOf(classes.segments.last, coarse.count, joined) };
}

type CutValues = Pick<Segments, "starts" | "classOf">;

/** Segments as long as they can be: neighbours that are in one class of some sets are one. */
function joinSegments({ starts, classOf: finer }: Segments, classOf: Int32Array): CutValues {
  const kept: Value[] = [];
  const numbers: number[] = [];
  for (let at = 0; at < starts.length; at++) {
    const number = classOf[finer[at] as number] as number;
    if (number === numbers.at(-1)) continue;
    kept.push(starts[at] as Value);
    numbers.push(number);
  }
  return { starts: kept, classOf: Int32Array.from(numbers) };
}

/** The class of a value. */
export function classOfValue({ segments: { starts, classOf } }: Classes, value: Value): number {
  return classOf[segmentOf(starts, value)] as number;
}

/** The values of classes. */
export function valuesOf(classes: Classes, ranges: readonly ClassRange[]): IntervalList {
  const { starts, last } = classes.segments;
  const segments = segmentsIn(classes, ranges);
  const intervals: Interval[] = [];
  for (let i = 0; i < segments.length; i++) {
    const from = segments[i] as number;
    while (segments[i + 1] === (segments[i] as number) + 1) i++;
    intervals.push([starts[from] as Value, endOf(starts, segments[i] as number, last)]);
  }
  return intervals;
}

/** The segments of classes, ascending: by looking at all of them where they are many, which is faster than to sort those. */
function segmentsIn(
  { count, segments: { classOf, byClass } }: Classes,
  ranges: readonly ClassRange[],
): ArrayLike<number> {
  const { begins, segments } = byClass;
  let size = 0;
  for (const [from, to] of ranges) size += (begins[to + 1] as number) - (begins[from] as number);
  const found = new Int32Array(size);
  let at = 0;
  if (size * SORTED_AS_FAST < classOf.length) {
    for (const [from, to] of ranges) {
      const some = segments.subarray(begins[from], begins[to + 1]);
      found.set(some, at);
      at += some.length;
    }
    return found.sort();
  }
  const isWanted = new Uint8Array(count);
  for (const [from, to] of ranges) isWanted.fill(1, from, to + 1);
  for (let i = 0; at < size; i++) if (isWanted[classOf[i] as number] === 1) found[at++] = i;
  return found;
}

/** To sort one segment takes as long as to look at so many. */
const SORTED_AS_FAST = 16;

/** What costs a look at every segment is made when it is first read: most questions never ask which values a class has. */
function segmentsOf(last: Value, count: number, cut: () => CutValues): Segments {
  let made: CutValues | undefined;
  let byClass: Segments["byClass"] | undefined;
  return {
    last,
    get starts() {
      made ??= cut();
      return made.starts;
    },
    get classOf() {
      made ??= cut();
      return made.classOf;
    },
    get byClass() {
      byClass ??= sortByClass(this.classOf, count);
      return byClass;
    },
  };
}

function sortByClass(classOf: Int32Array, count: number): Segments["byClass"] {
  const begins = new Int32Array(count + 1);
  for (let at = 0; at < classOf.length; at++) (begins[(classOf[at] as number) + 1] as number)++;
  for (let number = 0; number < count; number++)
    begins[number + 1] = (begins[number] as number) + (begins[number + 1] as number);
  const free = begins.slice();
  const segments = new Int32Array(classOf.length);
  for (let at = 0; at < classOf.length; at++) segments[(free[classOf[at] as number] as number)++] = at;
  return { begins, segments };
}

function startsOf(sets: readonly IntervalList[], all: Interval): ArrayLike<Value> {
  const starts: Value[] = [all[0]];
  for (const set of sets) {
    // Not by taking pairs apart, which makes an iterator for each until the code is optimized.
    for (const interval of set) {
      starts.push(interval[0]);
      if (interval[1] < all[1]) starts.push(next(interval[1]));
    }
  }
  if (typeof all[0] === "bigint") return [...new Set(starts)].sort((a, b) => (a < b ? -1 : 1));
  const sorted = Float64Array.from(starts as number[]).sort();
  return sorted.filter((start, i) => i === 0 || start !== sorted[i - 1]);
}

function endOf(starts: ArrayLike<Value>, segment: number, last: Value): Value {
  return segment + 1 < starts.length ? before(starts[segment + 1] as Value) : last;
}

function sizeOf(first: Value, last: Value): number {
  if (typeof first === "bigint") return Number((last as bigint) - first) + 1;
  return (last as number) - first + 1;
}

/** The smaller of a set and its complement, as segments. */
function cellsOf(set: IntervalList, starts: ArrayLike<Value>, last: Value): CellSet {
  const ranges: number[] = [];
  let cells = 0;
  for (const interval of set) {
    const to = interval[1];
    const begin = segmentOf(starts, interval[0]);
    const end = to >= last ? starts.length : segmentOf(starts, next(to));
    ranges.push(begin, end);
    cells += end - begin;
  }
  if (cells * 2 <= starts.length) return { ranges, inverted: false };
  const outside = [0, ...ranges, starts.length];
  return { ranges: outside, inverted: true };
}

/** The segment that a value is in. */
function segmentOf(starts: ArrayLike<Value>, value: Value): number {
  let low = 0;
  let high = starts.length;
  while (high - low > 1) {
    const middle = (low + high) >>> 1;
    if ((starts[middle] as Value) <= value) low = middle;
    else high = middle;
  }
  return low;
}

function runsOf({ hasLast, differing }: Members): CellSet {
  const ranges: number[] = [];
  for (const cell of differing) {
    if (ranges.at(-1) === cell) ranges[ranges.length - 1] = cell + 1;
    else ranges.push(cell, cell + 1);
  }
  return { ranges, inverted: hasLast };
}
