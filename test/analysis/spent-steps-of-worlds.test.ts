import { expect, test } from "vitest";
import { compareWays } from "../../src/analysis/effect/compare-ways.ts";
import { effectOf } from "../../src/analysis/effect/effect.ts";
import { LearnedBoxes } from "../../src/analysis/effect/learned-boxes.ts";
import { sameNodes } from "../../src/analysis/effect/same-nodes.ts";
import { deadRules } from "../../src/analysis/lint/dead/dead-rules.ts";
import { AS_SENT } from "../../src/analysis/paths/boxes/mapping.ts";
import { ruleBoxes } from "../../src/analysis/paths/boxes/rule-boxes.ts";
import { setsOf } from "../../src/analysis/paths/boxes/world-sets.ts";
import { Collecting } from "../../src/analysis/paths/domain/collecting.ts";
import { MappedSets, startOf } from "../../src/analysis/paths/domain/mapped-sets.ts";
import { openPaths } from "../../src/analysis/paths/paths.ts";
import type { PathCase } from "../../src/analysis/paths/way.ts";
import { type WorldFacts, waysOfWorlds } from "../../src/analysis/paths/ways-of-worlds.ts";
import { SharedBudget } from "../../src/analysis/sets/budget.ts";
import { type Box, Universe } from "../../src/analysis/sets/universe.ts";
import { NEWEST_CALICO } from "../../src/model/kinds/version.ts";
import type { Located, Resource } from "../../src/model/resource.ts";
import { CompileMemo } from "../../src/policy/compile-memo.ts";
import { world } from "../../src/policy/world/world.ts";
import { allow, deny, gnp, hep, tcpTo, unlocated } from "../policy/support.ts";

const count = (of: number) => Array.from({ length: of }, (_, i) => i);
const located = new WeakMap<Resource, Located>();
/** The World of resources; with the same memo, what is the same resource in two of them is compiled to the same. */
const compiled = (resources: readonly Resource[], memo = new CompileMemo()) => {
  const all = resources.map((one) => {
    const known = located.get(one) ?? unlocated(one);
    located.set(one, known);
    return known;
  });
  return world(all, { calico: NEWEST_CALICO, memo }).world;
};
const side = (resources: readonly Resource[]) => ({ world: compiled(resources), facts: [] });

/** Endpoints that have a port of one name at a number of their own each, and a rule that excludes the name on both sides. */
function numbered(endpoints: number, ...more: readonly object[]): readonly Resource[] {
  const hosts = count(endpoints).map((i) =>
    hep(`h${i}`, {
      ...{ node: `n${i}`, expectedIPs: [`10.0.${i >> 8}.${i & 255}`] },
      ports: [{ name: "p", protocol: "TCP", port: 1000 + i }],
    }),
  );
  const rule = deny({ protocol: "TCP", source: { notPorts: ["p"] }, destination: { notPorts: ["p"] } });
  return [...hosts, gnp("p", { order: 1, selector: "all()", types: ["Ingress"], ingress: [rule, ...more] })];
}

/** Boxes of a source and a port each; those of other pairs of both meet none of them. */
function pairs(universe: Universe, boxes: number, shift: number): readonly Box[] {
  return count(boxes).flatMap((at) => {
    const [first, port] = [at * 1000, 1 + ((at + shift) % boxes)];
    const source = universe.values("source", [[first, first + 400]]);
    return universe.box({ source, sourcePort: universe.values("sourcePort", [[port, port]]) }) ?? [];
  });
}

/** Host endpoints with a label of their own each, and policies of which a version is for each port. */
function labelled(endpoints: number, policies: number): readonly (readonly Resource[])[] {
  const hosts = count(endpoints).map((i) => hep(`h${i}`, { node: `n${i}` }, { at: `h${i}` }));
  return [1, 2].map((port) => [
    ...hosts,
    ...count(policies).map((i) => gnp(`p${i}`, { selector: `at != 'h${i}'`, ingress: [allow(tcpTo(port))] })),
  ]);
}

/** Rules of a port each, which are in another order on the other side. */
function ports(rules: number): readonly (readonly Resource[])[] {
  const list = count(rules).map((i) => allow(tcpTo(1000 + i)));
  return [list, [...list].reverse()].map((ingress, at) => [
    hep("h", { expectedIPs: ["10.0.0.1"] }),
    gnp(`p${at}`, { selector: "all()", types: ["Ingress"], ingress }),
  ]);
}

/** Work of which each makes all pairs of something, for inputs of two sizes, and the least steps that the pairs are. */
const WORK: readonly (readonly [
  what: string,
  sizes: readonly number[],
  least: (size: number) => number,
  work: (size: number, budget: SharedBudget) => unknown,
])[] = [
  [
    "boxes of a rule that excludes ports by name on both sides",
    [40, 80],
    (size) => size * size,
    (size, budget) => {
      const of = compiled(numbered(size));
      const rule = of.policies[0]?.ingress[0];
      if (rule === undefined) throw new Error("there is no rule");
      return ruleBoxes(setsOf(of, new Universe(4)), rule, (steps) => budget.spend(steps));
    },
  ],
  [
    "boxes that are held against those of a start",
    [200, 400],
    (size) => (size * size) / 20,
    (size, budget) => {
      const universe = new Universe(4);
      const start = startOf(universe, pairs(universe, size, 0));
      const sets = new MappedSets(setsOf(compiled([]), universe), new Collecting(), start, (steps) =>
        budget.spend(steps),
      );
      return sets.firstPackets(AS_SENT, pairs(universe, size, 1));
    },
  ],
  [
    "changed policies and the endpoints that they may select",
    [100, 200],
    (size) => (size * size) / 4,
    (size, budget) => {
      const memo = new CompileMemo();
      const [before, after] = labelled(size, size).map((resources) => ({
        world: compiled(resources, memo),
        facts: [],
      }));
      if (before === undefined || after === undefined) throw new Error("two sides");
      return sameNodes(before, after, () => true, budget)("n1");
    },
  ],
  [
    "packets before with packets after, by what decides",
    [300, 600],
    (size) => (size * size) / 8,
    (size, budget) => {
      const sides = ports(size).map(side);
      const pair = waysOfWorlds(sides).find(([way]) => way?.kind === "local in" && way.family === 4) ?? [];
      const cases = pair.map((way, i): PathCase => ({ world: (sides[i] as WorldFacts).world, way }));
      const universe = new Universe(4);
      const options = { universe, start: [universe.everything], deciders: true, replies: true };
      // Without what it takes to find the packets of each side.
      const alone = new SharedBudget(budget);
      const paths = openPaths(cases, { ...options, budget: alone });
      for (const at of [0, 1]) paths.decide(at, paths.start);
      const [before, after] = cases as [PathCase, PathCase];
      compareWays(before, after, { ...options, learned: new LearnedBoxes(), budget });
      budget.giveBack(alone.spent);
    },
  ],
];

test.each(WORK)("%s take steps as they are many", (_, sizes, least, work) => {
  for (const size of sizes) {
    const budget = new SharedBudget({ nodes: 4_000_000, steps: 500_000_000 });
    work(size, budget);
    expect(budget.spent, `of ${size}`).toBeGreaterThanOrEqual(least(size));
  }
});

test("a rule whose boxes are too many is not proved, and says why; the others are", () => {
  const of = (port: number) => numbered(400, allow(tcpTo(port)), allow(tcpTo(port)));
  const { dead, notProved } = deadRules(compiled(of(80)), { perEndpoint: false });
  expect(notProved.map(({ rule, why }) => [rule.name.rule, why])).toEqual([
    [1, expect.stringContaining("names ports")],
  ]);
  expect(dead.map(({ rule }) => rule.name.rule)).toEqual([3]);
  const effect = effectOf(side(of(80)), side(of(81)));
  expect(effect.groups).toEqual([]);
  expect([...new Set(effect.notProved.map(({ why }) => why))]).toEqual([expect.stringContaining("names ports")]);
});
