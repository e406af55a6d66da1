import { expect, test } from "vitest";
import { type Budget, DEFAULT_BUDGET, within } from "../../../src/analysis/sets/budget.ts";
import { minimalCover, uncovered } from "../../../src/analysis/sets/cover.ts";
import { PacketSpace } from "../../../src/analysis/sets/packet-space.ts";
import { type Box, Universe } from "../../../src/analysis/sets/universe.ts";
import { randomOf } from "./small-universe.ts";

/** Ranges of addresses and ports that overlap in every way: the kind of list that no analysis is fast for. */
function overlapping(universe: Universe, count: number): Box[] {
  const random = randomOf(7);
  const range = (size: number) => {
    const first = random(size * 0.85);
    return [[first, first + size * 0.15]] as const;
  };
  return Array.from({ length: count }, () => {
    const parts = {
      source: universe.values("source", range(2 ** 32 - 1)),
      destination: universe.values("destination", range(2 ** 32 - 1)),
      portOrIcmp: universe.values("portOrIcmp", range(60_000)),
    };
    return universe.box(parts) as Box;
  });
}

/** Asks for the union of boxes, then whether it has all of the others. */
function ask(budget: Budget, what: "union" | "uncovered" | "minimal cover") {
  const universe = new Universe(4);
  const boxes = overlapping(universe, 100);
  if (what === "union") {
    return within(() => {
      const space = new PacketSpace(universe, boxes, budget);
      return boxes.reduce((sum, box) => space.union(sum, space.of(box)), space.none) > 0;
    });
  }
  if (what === "uncovered") return within(() => uncovered(universe, universe.everything, boxes, budget) !== undefined);
  return within(() => minimalCover(universe, universe.everything, boxes, budget) === undefined);
}

test.each([
  ["union", "the limit is 1,000 nodes"],
  ["uncovered", "the limit is 100 steps of a search"],
  ["minimal cover", "the limit is 100 steps of a search"],
] as const)("%s of too many ranges: not exact, and why; with the usual budget exact", (what, why) => {
  expect(ask({ nodes: 1000, steps: 100 }, what)).toEqual({ exact: false, why });
  expect(ask(DEFAULT_BUDGET, what)).toEqual({ exact: true, value: true });
});

test("other errors are no answers", () => {
  expect(() =>
    within(() => {
      throw new TypeError("a bug");
    }),
  ).toThrow(TypeError);
});
