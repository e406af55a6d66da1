import { BoxSearch } from "./box-search.ts";
import { type Budget, SharedBudget } from "./budget.ts";
import type { Interval, Region, Value } from "./dimension.ts";
import { includes } from "./interval-list.ts";
import { type Box, regionOf, type Universe } from "./universe.ts";
import type { ValueSet } from "./value-sets.ts";

/** Whether the union of the boxes has all of the box: `uncovered` without the part that is not, which costs more than the search. */
export function isCovered(universe: Universe, box: Box, boxes: readonly Box[], budget: Budget): boolean {
  const near = boxes.filter((other) => universe.meets(other, box));
  if (near.length === 0) return false;
  if (near.some((other) => universe.contains(other, box))) return true;
  const shared = SharedBudget.of(budget);
  shared.spend(1 + (near.length >>> 5));
  if (isSeenUncovered(box, near)) return false;
  return new BoxSearch(universe, box, near, shared).isCovered();
}

/** Whether one of a few packets of the box is in none of the boxes; else it may be covered, or not. */
export function isSeenUncovered(box: Box, boxes: readonly Box[]): boolean {
  return packetsTried(box).some((packet) => isOutside(packet, boxes));
}

/** A few packets of a box, their values in the order of the dimensions. */
export function packetsTried({ sets }: Box): readonly (readonly Value[])[] {
  return TRIED.map((pick) => sets.map(pick));
}

/** Packets of a box that are looked at first: most boxes that are not covered show it there, which saves making classes. */
const TRIED: readonly ((set: ValueSet) => Value)[] = [
  ({ intervals }) => (intervals.at(-1) as Interval)[1],
  ({ intervals }) => (intervals[0] as Interval)[0],
  ({ intervals }) => (intervals[intervals.length >>> 1] as Interval)[0],
];

/** Whether a packet, its values in the order of the dimensions, is in none of the boxes. */
function isOutside(packet: readonly Value[], boxes: readonly Box[]): boolean {
  return !boxes.some(({ sets }) =>
    sets.every(({ isAll, intervals }, i) => isAll || includes(intervals, packet[i] as Value)),
  );
}

/** A part of the box that is in none of the boxes; undefined where their union has all of it. */
export function uncovered(universe: Universe, box: Box, boxes: readonly Box[], budget: Budget): Region | undefined {
  const near = boxes.filter((other) => universe.meets(other, box));
  if (near.length === 0) return regionOf(box);
  if (near.some((other) => universe.contains(other, box))) return undefined;
  return new BoxSearch(universe, box, near, budget).uncovered();
}

/**
 * Places in the list of boxes whose union has all of the box, so few that none can be left out: one where one has all of it.
 * It need not be the smallest such list. Undefined where all of them together do not cover the box.
 */
export function minimalCover(
  universe: Universe,
  box: Box,
  boxes: readonly Box[],
  budget: Budget,
): readonly number[] | undefined {
  const single = boxes.findIndex((other) => universe.contains(other, box));
  if (single >= 0) return [single];
  const near = [...boxes.keys()].filter((at) => universe.meets(boxes[at] as Box, box));
  if (near.length === 0) return undefined;
  const search = new BoxSearch(
    universe,
    box,
    near.map((at) => boxes[at] as Box),
    budget,
  );
  const covering = search.minimalCover();
  return covering?.map((at) => near[at] as number);
}
