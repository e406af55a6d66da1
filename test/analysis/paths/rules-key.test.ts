import fc from "fast-check";
import { expect, test } from "vitest";
import { openPaths, verdictSets } from "../../../src/analysis/paths/paths.ts";
import { rulesKey } from "../../../src/analysis/paths/rules-key.ts";
import type { PathCase } from "../../../src/analysis/paths/way.ts";
import { waysOf } from "../../../src/analysis/paths/ways-of.ts";
import { within } from "../../../src/analysis/sets/budget.ts";
import { calicoVersionRules } from "../../../src/model/kinds/version.ts";
import { world } from "../../../src/policy/world/world.ts";
import { unlocated } from "../../conformance/flows.ts";
import { sized } from "../../support/full.ts";
import { madeWorlds } from "../../support/worlds.ts";

test("ways of one key have the same sets in random worlds", () => {
  let pairs = 0;
  for (const made of fc.sample(madeWorlds(1), { numRuns: sized(200, 25), seed: 11 })) {
    const calico = calicoVersionRules(made.version) ?? expect.unreachable();
    const options = { calico, ...(made.services && { services: made.services }) };
    const compiled = world(made.resources.map(unlocated), options).world;
    const byKey = new Map<string, PathCase>();
    for (const way of waysOf(compiled, [made.facts])) {
      const one = { world: compiled, way };
      const key = rulesKey(one);
      const same = byKey.get(key);
      byKey.set(key, one);
      if (same === undefined) continue;
      pairs++;
      const differs = within(() => {
        const paths = openPaths([same, one], { deciders: false, replies: true });
        const replies = [0, 1].map((index) => paths.decide(index).flatMap((part) => part.reply?.verdict ?? []));
        const [a, b] = [verdictSets(paths, 0), verdictSets(paths, 1)];
        return a.allowed !== b.allowed || a.denied !== b.denied || replies[0]?.join() !== replies[1]?.join();
      });
      expect(differs).toMatchObject({ exact: true, value: false });
    }
  }
  expect(pairs).toBeGreaterThan(sized(200, 25));
});
