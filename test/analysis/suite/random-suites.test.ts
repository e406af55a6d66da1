import fc from "fast-check";
import { expect, test } from "vitest";
import { coverage, keysReached, percentage, targetKey } from "../../../src/analysis/coverage.ts";
import { DEFAULT_BUDGET } from "../../../src/analysis/sets/budget.ts";
import { generateSuite, unreachableTargets } from "../../../src/analysis/suite/generate-suite.ts";
import { simulate } from "../../../src/policy/simulate.ts";
import { worldOf } from "../../policy/support.ts";
import { madeWorlds } from "../../support/worlds.ts";

test("on random worlds too, its flows reach all but what it lists: 100 % of what counts", () => {
  let [witnessed, complete, counted] = [0, 0, 0];
  fc.assert(
    fc.property(madeWorlds(1), ({ version, resources, facts }) => {
      const world = worldOf(resources, version);
      const { witnesses, unreached, notProved } = generateSuite(world, [facts]);
      witnessed += witnesses.length;
      const replayed = witnesses.map((one) => simulate(world, one.facts, one.flow));
      const left = coverage(world, replayed).unreached.map(targetKey);
      expect(left.sort()).toEqual([...unreached, ...notProved].map(({ target }) => targetKey(target)).sort());
      const known = { facts: [facts], otherFacts: [], reached: keysReached(replayed) };
      const never = unreachableTargets(world, known);
      expect(never).toEqual(unreached);
      const covered = coverage(world, replayed, never);
      expect(covered.unreachable).toEqual(never);
      if (notProved.length === 0) expect(percentage(covered), JSON.stringify(covered.unreached)).toBe(100);
      else expect(covered.unreached.map(targetKey)).toEqual(notProved.map(({ target }) => targetKey(target)));
      // What the budget does not suffice for is not proved, and counts.
      const keys = new Set(never.map(({ target }) => targetKey(target)));
      const some = unreachableTargets(world, known, { ...DEFAULT_BUDGET, steps: 0 });
      expect(some.every(({ target }) => keys.has(targetKey(target)))).toBe(true);
      if (some.length < never.length) counted++;
      if (notProved.length === 0) complete++;
    }),
    { numRuns: 40, seed: 5 },
  );
  expect(witnessed).toBeGreaterThan(100);
  expect(complete).toBeGreaterThan(30);
  expect(counted).toBeGreaterThan(10);
});
