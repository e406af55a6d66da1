import { DIMENSIONS, type Dimension } from "../../sets/dimension.ts";
import type { Box, Universe } from "../../sets/universe.ts";
import type { ValueSet } from "../../sets/value-sets.ts";

/** Takes the steps of a budget that work on boxes is. */
export type Spend = (steps: number) => void;

/** Pairs of boxes that are looked at in a step. */
const PAIRS_PER_STEP = 16;
/** To cut a box makes up to five, with sets of values that are looked up. */
const STEPS_TO_CUT = 15;

/** Takes no steps: of what there is little of, or is made once. */
export const FREE: Spend = () => undefined;

/** The packets that are in a box of each list, as boxes. */
export function product(
  universe: Universe,
  left: readonly Box[],
  right: readonly Box[],
  spend: Spend = FREE,
): readonly Box[] {
  return left.flatMap((a) => {
    spend(Math.ceil(right.length / PAIRS_PER_STEP));
    const found = right.flatMap((b) => universe.intersect(a, b) ?? []);
    if (found.length > 1) spend(found.length);
    return found;
  });
}

/** The packets of boxes that are in none of the others, as boxes; there may be many more of these than of both. */
export function minusBoxes(
  universe: Universe,
  boxes: readonly Box[],
  others: readonly Box[],
  spend: Spend = FREE,
): readonly Box[] {
  let left = boxes;
  for (const other of others) {
    spend(Math.ceil(left.length / PAIRS_PER_STEP));
    left = left.flatMap((box) => {
      if (!universe.meets(box, other)) return [box];
      spend(STEPS_TO_CUT);
      return minusBox(universe, box, other);
    });
  }
  return left;
}

/** A box less another that it meets: a box for each dimension that the other bounds, within it in the dimensions before. */
function minusBox(universe: Universe, box: Box, other: Box): readonly Box[] {
  const pieces: Box[] = [];
  let inside: Partial<Record<Dimension, ValueSet>> = { ...box.parts };
  for (const dimension of DIMENSIONS) {
    const bound = other.parts[dimension];
    if (bound === undefined) continue;
    const values = inside[dimension];
    const outside = values === undefined ? universe.complementOfValues(bound) : minusValues(universe, values, bound);
    const piece = universe.box({ ...inside, [dimension]: outside });
    if (piece) pieces.push(piece);
    inside = { ...inside, [dimension]: values === undefined ? bound : universe.intersectValues(values, bound) };
  }
  return pieces;
}

/** The values of a set that are not in another of its dimension. */
export function minusValues(universe: Universe, values: ValueSet, others: ValueSet): ValueSet {
  return universe.intersectValues(values, universe.complementOfValues(others));
}
