import type { Interval, Value } from "./dimension.ts";

/** Intervals in ascending order that neither overlap nor touch: equal lists are equal sets. */
export type IntervalList = readonly Interval[];

/** How the values of one list lie to those of another. */
export const RELATION = { apart: 1, overlapping: 2, inside: 3 } as const;
export type Relation = (typeof RELATION)[keyof typeof RELATION];

export function next(value: Value): Value {
  return typeof value === "bigint" ? value + 1n : value + 1;
}

export function before(value: Value): Value {
  return typeof value === "bigint" ? value - 1n : value - 1;
}

/** The union of intervals in any order; empty ones (the first above the last) are left out. */
export function mergeIntervals(intervals: Iterable<Interval>): IntervalList {
  const some = [...intervals].filter((interval) => interval[0] <= interval[1]);
  // Most are one interval, or sorted already.
  if (some.every((interval, i) => i === 0 || interval[0] > next((some[i - 1] as Interval)[1]))) return some;
  const merged: Interval[] = [];
  for (const interval of some.sort(byFirst)) {
    const end = merged.at(-1);
    if (end === undefined || interval[0] > next(end[1])) merged.push(interval);
    else if (interval[1] > end[1]) merged[merged.length - 1] = [end[0], interval[1]];
  }
  return merged;
}

// Not `Math.max` and `Math.min`, which take no bigints.
function larger(a: Value, b: Value): Value {
  if (a < b) return b;
  return a;
}

function smaller(a: Value, b: Value): Value {
  if (a < b) return a;
  return b;
}

function byFirst(a: Interval, b: Interval): number {
  if (a[0] === b[0]) return 0;
  return a[0] < b[0] ? -1 : 1;
}

/** The values of `all` that are not in the list. */
export function complementOf(list: IntervalList, all: Interval): IntervalList {
  const gaps: Interval[] = [];
  let from = all[0];
  for (const [first, last] of list) {
    if (first > from) gaps.push([from, before(first)]);
    if (last >= all[1]) return gaps;
    from = next(last);
  }
  gaps.push([from, all[1]]);
  return gaps;
}

/** The values in both lists. */
export function intersectionOf(a: IntervalList, b: IntervalList): IntervalList {
  const common: Interval[] = [];
  for (let i = 0, j = 0; i < a.length && j < b.length; ) {
    const one = a[i] as Interval;
    const other = b[j] as Interval;
    const first = larger(one[0], other[0]);
    const last = smaller(one[1], other[1]);
    if (first <= last) common.push([first, last]);
    if (one[1] < other[1]) i++;
    else j++;
  }
  return common;
}

/** How the values of `a`, which has some, lie to those of `b`. */
export function relate(a: IntervalList, b: IntervalList): Relation {
  let inside = true;
  let meeting = false;
  let j = 0;
  // Not by taking pairs apart, which makes an iterator for each until the code is optimized.
  for (const interval of a) {
    const first = interval[0];
    const last = interval[1];
    j = firstEndingFrom(b, first, j);
    const around = b[j];
    const meets = around !== undefined && around[0] <= last;
    meeting ||= meets;
    inside &&= meets && around[0] <= first && around[1] >= last;
    if (meeting && !inside) return RELATION.overlapping;
  }
  if (inside) return RELATION.inside;
  return meeting ? RELATION.overlapping : RELATION.apart;
}

/** Whether a value is in the list. */
export function includes(list: IntervalList, value: Value): boolean {
  const around = list[firstEndingFrom(list, value, 0)];
  return around !== undefined && around[0] <= value;
}

/** The index of the first interval, from a place on, that does not end before the value. */
function firstEndingFrom(list: IntervalList, value: Value, from: number): number {
  let low = from;
  let high = list.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((list[middle] as Interval)[1] < value) low = middle + 1;
    else high = middle;
  }
  return low;
}
