import fc from "fast-check";
import { expect, test } from "vitest";
import { passageTo } from "../../../src/analysis/lint/dead/passages.ts";
import { isLive, isSeenLive, type RuleInList, shadowOf, takesAll } from "../../../src/analysis/lint/dead/shadows.ts";
import { takenPacketsOf } from "../../../src/analysis/lint/dead/taken-packets.ts";
import { rulesOfWorld } from "../../../src/analysis/lint/rules-of-world.ts";
import { SharedBudget } from "../../../src/analysis/sets/budget.ts";
import { calicoVersionRules } from "../../../src/model/kinds/version.ts";
import { world } from "../../../src/policy/world/world.ts";
import { unlocated } from "../../conformance/flows.ts";
import { sized } from "../../support/full.ts";
import { type MadeWorld, madeWorlds } from "../../support/worlds.ts";

/** A rule in a list of it, by what the sections before leave of each other, and by the way of packets through them. */
interface BothWays {
  readonly name: string;
  readonly boxes: RuleInList;
  readonly passage: RuleInList;
  /** Whether stages before may take packets: of what they take whatever the destination is, a passage knows more. */
  readonly hasStagesBefore: boolean;
}

function bothWays({ version, resources, services }: MadeWorld, budget: SharedBudget): readonly BothWays[] {
  const calico = calicoVersionRules(version) ?? expect.unreachable();
  const compiled = world(resources.map(unlocated), { calico, ...(services && { services }) }).world;
  const { lists, families } = takenPacketsOf(compiled);
  return rulesOfWorld(compiled).flatMap(({ rule, owner, name }) => {
    const here = (lists.get(owner) ?? []).filter(({ direction }) => direction === name.direction);
    return here.flatMap((list) =>
      families
        .filter((family) => family.mayMatch(rule).length > 0)
        .map((family): BothWays => {
          const of = { universe: family.universe, boxes: family.mayMatch(rule) };
          return {
            name: `${list.stage} ${JSON.stringify(name)}`,
            boxes: { ...of, before: family.before(list, owner, name.rule - 1, budget) },
            passage: { ...of, before: passageTo(family, list, owner, name.rule - 1) },
            hasStagesBefore: list.earlier.length > 0,
          };
        }),
    );
  });
}

test("packets come to a rule on the way through the sections before it where these leave some of it, and by the same takers", () => {
  const seen = { live: 0, dead: 0, throughSections: 0, stopped: 0 };
  fc.assert(
    fc.property(madeWorlds(1), (made) => {
      const budget = new SharedBudget();
      for (const { name, boxes, passage, hasStagesBefore } of bothWays(made, budget)) {
        const [live, also] = [boxes, passage].map((one) => isLive(one, budget));
        if (!hasStagesBefore || !live) expect({ name, live: also }).toEqual({ name, live });
        if (isSeenLive(passage, budget)) expect({ name, live: also }).toEqual({ name, live: true });
        if (also) seen.live++;
        if (also || live) continue;
        seen.dead++;
        const [shadow, way] = [boxes, passage].map((one) => shadowOf([one], budget));
        if (shadow === undefined || way === undefined) continue;
        expect({ name, isStopped: way.isStopped }).toEqual({ name, isStopped: shadow.isStopped });
        if (way.isStopped) seen.stopped++;
        expect(takesAll([passage], way.takers, budget), name).toBe(true);
        if (!hasStagesBefore) expect(takesAll([boxes], way.takers, budget), name).toBe(true);
        for (const taker of way.takers) {
          const others = new Set([...way.takers].filter((one) => one !== taker));
          if (way.takers.size > 1) expect(takesAll([passage], others, budget), name).toBe(false);
        }
        if ("lists" in passage.before && passage.before.lists.length > 0) seen.throughSections++;
      }
    }),
    { numRuns: sized(2000, 600), seed: 5, endOnFailure: true },
  );
  for (const count of Object.values(seen)) expect(count, JSON.stringify(seen)).toBeGreaterThan(10);
});
