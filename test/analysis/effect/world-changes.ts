import fc from "fast-check";
import type { EffectSide } from "../../../src/analysis/effect/effect.ts";
import { calicoVersionRules, DEFAULT_CALICO } from "../../../src/model/kinds/version.ts";
import type { Located, Resource } from "../../../src/model/resource.ts";
import { displayId, resourceId } from "../../../src/model/resource.ts";
import { CompileMemo } from "../../../src/policy/compile-memo.ts";
import { world } from "../../../src/policy/world/world.ts";
import { unlocated } from "../../conformance/flows.ts";
import { type MadeWorld, madeWorlds } from "../../support/worlds.ts";

/** A made world, and the same after some of its resources were left out, replaced or added. */
export interface MadeChange {
  readonly made: MadeWorld;
  readonly proposed: readonly Resource[];
  /** Whether the second World is compiled from what the first left, as the command does it. */
  readonly isRemembered: boolean;
}

/** Random changes of random worlds: a few resources of another random world over those of the first, and a few of those left out. */
export const madeChanges: fc.Arbitrary<MadeChange> = madeChangesWith(1);

/** The same, with that many random flows each at most. */
export function madeChangesWith(flows: number): fc.Arbitrary<MadeChange> {
  return fc
    .record({
      made: madeWorlds(flows),
      other: madeWorlds(1),
      overlaid: fc.array(fc.nat({ max: 30 }), { maxLength: 3 }),
      leftOut: fc.array(fc.nat({ max: 30 }), { maxLength: 1 }),
      isRemembered: fc.boolean(),
    })
    .map(({ made, other, overlaid, leftOut, isRemembered }) => {
      const kept = made.resources.filter((_, i) => !leftOut.includes(i));
      const over = overlaid.flatMap((i) => other.resources[i] ?? []);
      return { made, proposed: overlay(kept, over), isRemembered };
    });
}

function overlay(lower: readonly Resource[], upper: readonly Resource[]): Resource[] {
  return [...new Map([...lower, ...upper].map((one) => [displayId(resourceId(one)), one])).values()];
}

/** Both sides of a change, compiled. */
export function sidesOf({ made, proposed, isRemembered }: MadeChange): readonly [EffectSide, EffectSide] {
  const calico = calicoVersionRules(made.version) ?? DEFAULT_CALICO;
  const located = new Map<Resource, Located>();
  const memo = new CompileMemo();
  const side = (resources: readonly Resource[]): EffectSide => {
    const all = resources.map((one) => {
      const known = located.get(one) ?? unlocated(one);
      located.set(one, known);
      return known;
    });
    const options = { calico, ...(made.services && { services: made.services }), ...(isRemembered && { memo }) };
    return { world: world(all, options).world, facts: [made.facts] };
  };
  return [side(made.resources), side(proposed)];
}
