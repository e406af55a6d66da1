import type { Net } from "../policy/world/compiled.ts";
import type { Family, Interval } from "./sets/dimension.ts";
import { type IntervalList, mergeIntervals } from "./sets/interval-list.ts";

/** The addresses of one IP version that networks have, as values of a set. */
export function netIntervals(family: Family, nets: readonly Net[]): IntervalList {
  const own = nets.filter((net) => net.family === family);
  return mergeIntervals(
    own.map(({ first, last }): Interval => (family === 4 ? [Number(first), Number(last)] : [first, last])),
  );
}
