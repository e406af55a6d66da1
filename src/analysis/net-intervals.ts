import type { Net } from "../policy/world/compiled.ts";
import { netIntervals } from "./paths/boxes/dimension-values.ts";
import type { Family } from "./sets/dimension.ts";
import { type IntervalList, mergeIntervals } from "./sets/interval-list.ts";

/** The addresses of one IP version that networks have, as values of a set: equal for equal sets. */
export function mergedNetIntervals(family: Family, nets: readonly Net[]): IntervalList {
  return mergeIntervals(netIntervals(nets, family));
}
