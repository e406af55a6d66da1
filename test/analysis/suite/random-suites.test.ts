import fc from "fast-check";
import { expect, test } from "vitest";
import { coverage, targetKey } from "../../../src/analysis/coverage.ts";
import { generateSuite } from "../../../src/analysis/suite/generate-suite.ts";
import { simulate } from "../../../src/policy/simulate.ts";
import { worldOf } from "../../policy/support.ts";
import { madeWorlds } from "../../support/worlds.ts";

test("on random worlds too, its flows reach all but what it lists", () => {
  let witnessed = 0;
  fc.assert(
    fc.property(madeWorlds(1), ({ version, resources, facts }) => {
      const world = worldOf(resources, version);
      const { witnesses, unreached, notProved } = generateSuite(world, [facts]);
      witnessed += witnesses.length;
      const replayed = witnesses.map((one) => simulate(world, one.facts, one.flow));
      const left = coverage(world, replayed).unreached.map(targetKey);
      expect(left.sort()).toEqual([...unreached, ...notProved].map(({ target }) => targetKey(target)).sort());
    }),
    { numRuns: 40, seed: 5 },
  );
  expect(witnessed).toBeGreaterThan(100);
});
