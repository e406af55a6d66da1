import type { Dimension, Interval } from "../../sets/dimension.ts";
import type { Box, Universe } from "../../sets/universe.ts";

/** The box of these values; none where a list is empty. */
export function boxesOf(universe: Universe, parts: Partial<Record<Dimension, readonly Interval[]>>): readonly Box[] {
  const entries = Object.entries(parts) as [Dimension, readonly Interval[]][];
  const box = universe.box(
    Object.fromEntries(entries.map(([dimension, intervals]) => [dimension, universe.values(dimension, intervals)])),
  );
  return box ? [box] : [];
}
