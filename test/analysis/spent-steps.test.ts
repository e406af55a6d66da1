import { expect, test } from "vitest";
import { overlappingBoxes } from "../../scripts/large-policies/overlapping-boxes.ts";
import { deadRules } from "../../src/analysis/lint/dead/dead-rules.ts";
import { minusBoxes, product } from "../../src/analysis/paths/boxes/box-algebra.ts";
import { SharedBudget } from "../../src/analysis/sets/budget.ts";
import { uncovered } from "../../src/analysis/sets/cover.ts";
import { PacketSpace } from "../../src/analysis/sets/packet-space.ts";
import { type Box, Universe } from "../../src/analysis/sets/universe.ts";
import { NEWEST_CALICO } from "../../src/model/kinds/version.ts";
import { world } from "../../src/policy/world/world.ts";
import { tangledRules } from "../cli/not-proved/tangled-policies.ts";
import { unlocated } from "../policy/support.ts";

const universe = new Universe(4);
const tangled = (count: number): readonly Box[] => overlappingBoxes(universe, count, 2);
/** Sources of which each tells two more classes apart. */
const apart = (count: number): readonly Box[] =>
  Array.from({ length: count }, (_, at) =>
    universe.box({ source: universe.values("source", [[at * 1000, at * 1000 + 500]]) }),
  ).flatMap((box) => box ?? []);

/** Work that grows faster than its input, and the least steps that it has to take of a budget. */
const WORK: readonly (readonly [what: string, least: number, work: (budget: SharedBudget) => unknown])[] = [
  [
    "classes of 2,000 sets, each with its own",
    (2000 * 2001) / 256,
    (budget) => new PacketSpace(universe, apart(2000), budget),
  ],
  [
    "a union that is known, 8,000 times",
    1000,
    (budget) => {
      const boxes = tangled(2);
      const space = new PacketSpace(universe, boxes, budget);
      const [a, b] = boxes.map((box) => space.of(box));
      for (let i = 0; i < 8000; i++) space.union(a ?? space.none, b ?? space.none);
    },
  ],
  [
    "the regions of a tangled set, each ten steps",
    10_000,
    (budget) => {
      const boxes = tangled(60);
      const space = new PacketSpace(universe, boxes, budget);
      space.regions(
        boxes.reduce((set, box) => space.union(set, space.of(box)), space.none),
        1000,
      );
    },
  ],
  [
    "a box less 30 that overlap",
    1000,
    (budget) => minusBoxes(universe, [universe.everything], tangled(30), (steps) => budget.spend(steps)),
  ],
  [
    "products of 320 boxes with 320",
    (320 * 320) / 16,
    (budget) => product(universe, apart(320), tangled(320), (steps) => budget.spend(steps)),
  ],
  ["a search among 400 boxes", 400, (budget) => uncovered(universe, universe.everything, tangled(400), budget)],
];

test.each(WORK)("%s takes at least %d steps", (_what, least, work) => {
  const budget = new SharedBudget({ nodes: 4_000_000, steps: 50_000_000 });
  work(budget);
  expect(budget.spent).toBeGreaterThanOrEqual(least);
});

/** Two tiers: of the first, what rules that overlap pass on is not decided there, which is very many boxes. */
const passing = (count: number) => {
  const policy = (name: string, tier: string, ingress: readonly unknown[]) =>
    ({
      apiVersion: "projectcalico.org/v3",
      kind: "GlobalNetworkPolicy",
      metadata: { name },
      spec: { tier, selector: "all()", order: 1, types: ["Ingress"], ingress },
    }) as const;
  const of = (kind: string, name: string, spec: Readonly<Record<string, unknown>>) =>
    ({ apiVersion: "projectcalico.org/v3", kind, metadata: { name }, spec }) as const;
  return [
    of("Tier", "t1", { order: 1 }),
    of("HostEndpoint", "h", { node: "n1", interfaceName: "eth0", expectedIPs: ["10.0.0.1"] }),
    policy("t1.a", "t1", [...tangledRules(count, ["Pass"], 1), { action: "Deny", protocol: "TCP" }]),
    policy("default.b", "default", tangledRules(10, ["Allow", "Deny"], 9)),
  ];
};

test("dead rules after 400 rules that overlap and pass on end with the budget, and say so", () => {
  const compiled = world(passing(400).map(unlocated), { calico: NEWEST_CALICO }).world;
  const budget = new SharedBudget({ nodes: 4_000_000, steps: 100_000 });
  const { notProved } = deadRules(compiled, { perEndpoint: false, budget });
  expect(notProved.map(({ why }) => why)).toContainEqual(expect.stringContaining("the limit is 100,000 steps"));
  expect(budget.spent).toBeGreaterThan(50_000);
});

test("of 400 rules that overlap and pass on, and those of the tier behind them, it is proved whether packets come to each", () => {
  const compiled = world(passing(400).map(unlocated), { calico: NEWEST_CALICO }).world;
  const budget = new SharedBudget();
  expect(deadRules(compiled, { perEndpoint: false, budget }).notProved).toEqual([]);
  expect(budget.spent).toBeLessThan(budget.steps / 5);
});

test("what could not be decided with few steps is decided with more", () => {
  const compiled = world(passing(6).map(unlocated), { calico: NEWEST_CALICO }).world;
  const few = deadRules(compiled, { perEndpoint: false, budget: new SharedBudget({ nodes: 1000, steps: 20 }) });
  expect(few.notProved).not.toEqual([]);
  expect(deadRules(compiled, { perEndpoint: false }).notProved).toEqual([]);
});
