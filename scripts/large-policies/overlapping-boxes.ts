import { allValues, DIMENSIONS, type Dimension, type Interval } from "../../src/analysis/sets/dimension.ts";
import type { Box, Universe } from "../../src/analysis/sets/universe.ts";
import { randomOf } from "./random.ts";

/** Each range has this part of all values of its dimension: they overlap in every way. */
const WIDTH = 0.15;

/** Boxes of an IPv4 universe that bound `bounded` random dimensions each by a range: lists that no exact analysis is fast for. */
export function overlappingBoxes(universe: Universe, count: number, bounded: number): Box[] {
  const random = randomOf(7);
  return Array.from({ length: count }, () => {
    const dimensions = new Set<Dimension>();
    while (dimensions.size < bounded) dimensions.add(DIMENSIONS[random(DIMENSIONS.length)] as Dimension);
    const parts = [...dimensions].map((dimension) => {
      const size = Number(allValues(dimension, 4)[1]) + 1;
      const first = random(size * (1 - WIDTH));
      const range: Interval = [first, first + Math.floor(size * WIDTH)];
      return [dimension, universe.values(dimension, [range])] as const;
    });
    return universe.box(Object.fromEntries(parts)) as Box;
  });
}
