import { expect, test } from "vitest";
import { randomOf } from "../../../scripts/large-policies/random.ts";
import { type Budget, DEFAULT_BUDGET, SharedBudget, within } from "../../../src/analysis/sets/budget.ts";
import { minimalCover, uncovered } from "../../../src/analysis/sets/cover.ts";
import { PacketSpace } from "../../../src/analysis/sets/packet-space.ts";
import { type Box, Universe } from "../../../src/analysis/sets/universe.ts";

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

const FEW_NODES: Budget = { ...DEFAULT_BUDGET, nodes: 1000 };
const FEW_STEPS: Budget = { ...DEFAULT_BUDGET, steps: 100 };

test.each([
  ["union", FEW_NODES, "the limit is 1,000 nodes"],
  ["union", FEW_STEPS, "the limit is 100 steps of a search"],
  ["uncovered", FEW_STEPS, "the limit is 100 steps of a search"],
  ["minimal cover", FEW_STEPS, "the limit is 100 steps of a search"],
] as const)("%s of too many ranges: not exact, and why; with the usual budget exact", (what, budget, why) => {
  expect(ask(budget, what)).toEqual({ exact: false, why });
  expect(ask(DEFAULT_BUDGET, what)).toEqual({ exact: true, value: true });
});

test("a shared budget is spent by all that use it, and stays spent", () => {
  const shared = new SharedBudget({ ...DEFAULT_BUDGET, steps: 10_000 });
  const answers = Array.from({ length: 40 }, () => ask(shared, "uncovered"));
  const open = answers.findIndex(({ exact }) => !exact);
  expect(open).toBeGreaterThan(0);
  const why = "the limit is 10,000 steps of a search";
  expect(answers.slice(open)).toEqual(answers.slice(open).map(() => ({ exact: false, why })));
});

test("parts of a question take half of what is left, of the whole", () => {
  const whole = new SharedBudget({ ...DEFAULT_BUDGET, steps: 1000 });
  const spendAll = () => within(() => whole.half().spend(1000));
  const why = "the limit is 1,000 steps of all searches of the question together";
  expect(whole.half().steps).toBe(500);
  expect(within(() => whole.half().spend(400))).toEqual({ exact: true, value: undefined });
  expect(whole.half().steps).toBe(300);
  expect(within(() => whole.half().spend(301))).toEqual({ exact: false, why });
  expect(whole.half().steps).toBe(149);
  spendAll();
  expect(within(() => whole.spend(1)).exact, "what a part took is gone for all").toBe(false);
});

test("a remark takes no more than a fifth of what is left, of the whole", () => {
  const whole = new SharedBudget({ ...DEFAULT_BUDGET, steps: 1000 });
  const remark = whole.fifth();
  expect(remark.steps).toBe(200);
  expect(within(() => remark.spend(201)).exact).toBe(false);
  expect(whole.fifth().steps).toBe(159);
});

test("a node more of a large diagram takes two steps", () => {
  const whole = new SharedBudget({ nodes: 2 ** 20, steps: 2 ** 22 });
  const universe = new Universe(4);
  const boxes = overlapping(universe, 800);
  const space = new PacketSpace(universe, boxes, whole);
  let union = space.none;
  for (const box of boxes) if (space.size < 2 ** 18) union = space.union(union, space.of(box));
  expect(space.size).toBeGreaterThanOrEqual(2 ** 18);
  expect(2 ** 22 - 2 * whole.half().steps).toBeGreaterThan(2 * space.size - 2 ** 16);
});

test("a space that was made without boxes has everything and nothing", () => {
  const space = new PacketSpace(new Universe(4), [], DEFAULT_BUDGET);
  expect(space.minus(space.all, space.none)).toBe(space.all);
  expect(space.regions(space.all, 10).count).toBe(1);
  expect(space.sample(space.all, {})).toBeDefined();
  expect(space.sample(space.none, {})).toBeUndefined();
});

test("other errors are no answers", () => {
  expect(() =>
    within(() => {
      throw new TypeError("a bug");
    }),
  ).toThrow(TypeError);
});
