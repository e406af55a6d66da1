import type { Net } from "../../world/compiled.ts";
import { firstNumber, lastNumber } from "../../world/nets.ts";

/** A set of whole numbers as sorted, disjoint, half-open ranges in one flat list: `[from, to, from, to, ...]`. */
export type Ranges = readonly number[];

/** The union of half-open ranges in any order; empty ones are dropped, touching ones joined. */
export function union(parts: readonly (readonly [from: number, to: number])[]): Ranges {
  const sorted = parts.filter(([from, to]) => from < to).sort((a, b) => a[0] - b[0]);
  const ranges: number[] = [];
  for (const [from, to] of sorted) {
    const end = ranges.at(-1);
    if (end === undefined || from > end) ranges.push(from, to);
    else if (to > end) ranges[ranges.length - 1] = to;
  }
  return ranges;
}

/** The IPv4 addresses of networks. */
export function ranges4(nets: readonly Net[]): Ranges {
  const ipv4 = nets.filter(({ family }) => family === 4);
  return union(ipv4.map((net) => [firstNumber(net), lastNumber(net) + 1]));
}

/** What is in `a` and not in `b`. */
export function minus(a: Ranges, b: Ranges): Ranges {
  const left: number[] = [];
  let hole = 0;
  for (let at = 0; at < a.length; at += 2) {
    let from = a[at] as number;
    const to = a[at + 1] as number;
    while (hole < b.length && (b[hole + 1] as number) <= from) hole += 2;
    for (let next = hole; next < b.length && (b[next] as number) < to; next += 2) {
      if ((b[next] as number) > from) left.push(from, b[next] as number);
      from = Math.max(from, b[next + 1] as number);
    }
    if (from < to) left.push(from, to);
  }
  return left;
}

/** What is in both. */
export function both(a: Ranges, b: Ranges): Ranges {
  return minus(a, minus(a, b));
}

/** Whether the number is in the set. */
export function isIn(ranges: Ranges, value: number): boolean {
  // Most sets are the one address of an endpoint.
  if (ranges.length === 2) return (ranges[0] as number) <= value && value < (ranges[1] as number);
  let low = 0;
  let high = ranges.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((ranges[middle] as number) <= value) low = middle + 1;
    else high = middle;
  }
  return low % 2 === 1;
}

/** The ranges of sorted single numbers without repetition. */
export function ofSorted(values: Iterable<number>): Ranges {
  const ranges: number[] = [];
  for (const value of values) {
    if (ranges.at(-1) === value) ranges[ranges.length - 1] = value + 1;
    else ranges.push(value, value + 1);
  }
  return ranges;
}
