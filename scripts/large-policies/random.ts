import { seeded } from "../torture/part.ts";

/** Whole numbers from 0 to below `below`. */
export type Random = (below: number) => number;

/** Even numbers that the seed alone determines, so that every run measures and tests the same. */
export function randomOf(seed: number): Random {
  const next = seeded(seed);
  return (below) => Math.floor(next() * below);
}
