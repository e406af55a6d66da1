import { DIMENSIONS, type Dimension } from "../../sets/dimension.ts";
import type { Box, Universe } from "../../sets/universe.ts";
import type { ValueSet } from "../../sets/value-sets.ts";

/** The packets that are in a box of each list, as boxes. */
export function product(universe: Universe, left: readonly Box[], right: readonly Box[]): readonly Box[] {
  return left.flatMap((a) =>
    right.flatMap((b) => {
      const both = universe.intersect(a, b);
      return both ? [both] : [];
    }),
  );
}

/** The packets of boxes that are in none of the others, as boxes. */
export function minusBoxes(universe: Universe, boxes: readonly Box[], others: readonly Box[]): readonly Box[] {
  return others.reduce<readonly Box[]>((left, other) => left.flatMap((box) => minusBox(universe, box, other)), boxes);
}

/** A box less another: a box for each dimension that the other bounds, within it in the dimensions before. */
function minusBox(universe: Universe, box: Box, other: Box): readonly Box[] {
  if (!universe.meets(box, other)) return [box];
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
