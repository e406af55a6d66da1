import type { Address } from "../../../model/net/address.ts";
import type { Interval } from "../../sets/dimension.ts";
import { lastAddress } from "./dimension-values.ts";

/** Addresses from `first` to `last`, as `Net` has them. */
export interface AddressRange {
  readonly family: 4 | 6;
  readonly first: bigint;
  readonly last: bigint;
}

/**
 * All addresses of a family by what a question of the evaluator answers about them. `ranges` are all that the question looks at:
 * between their ends the answer cannot change, so that it is asked once for each interval, and there is no second form of it.
 */
export function intervalsByAnswer<Answer>(
  family: 4 | 6,
  ranges: Iterable<AddressRange>,
  ask: (address: Address) => Answer,
): ReadonlyMap<Answer, readonly Interval[]> {
  const last = lastAddress(family);
  const starts = new Set<bigint>([0n]);
  for (const range of ranges) {
    if (range.family !== family) continue;
    starts.add(range.first);
    if (range.last < last) starts.add(range.last + 1n);
  }
  const sorted = [...starts].sort((a, b) => (a < b ? -1 : a > b ? 1 : 0));
  const byAnswer = new Map<Answer, Interval[]>();
  for (const [index, first] of sorted.entries()) {
    const end = (sorted[index + 1] ?? last + 1n) - 1n;
    const answer = ask({ family, value: first });
    const intervals = byAnswer.get(answer) ?? [];
    byAnswer.set(answer, intervals);
    intervals.push(family === 4 ? [Number(first), Number(end)] : [first, end]);
  }
  return byAnswer;
}

/** One address as a range. */
export function rangeOf({ family, value }: Address): AddressRange {
  return { family, first: value, last: value };
}
