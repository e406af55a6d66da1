import fc from "fast-check";
import { expect, test } from "vitest";
import type { ChangeKind } from "../../../src/analysis/effect/compare-ways.ts";
import { type Effect, type EffectSide, effectOf } from "../../../src/analysis/effect/effect.ts";
import { placeOf } from "../../../src/analysis/effect/groups.ts";
import type { Way } from "../../../src/analysis/paths/way.ts";
import { waysOfWorlds } from "../../../src/analysis/paths/ways-of-worlds.ts";
import { flowOf } from "../../../src/analysis/paths/witness.ts";
import {
  allValues,
  DIMENSIONS,
  type Dimension,
  type PacketValues,
  type Value,
} from "../../../src/analysis/sets/dimension.ts";
import { hasPorts } from "../../../src/model/net/protocol.ts";
import { stateWithoutConnection } from "../../../src/policy/flow/packet.ts";
import { resolveFlow } from "../../../src/policy/flow/resolve-flow.ts";
import { simulate } from "../../../src/policy/simulate.ts";
import { sized } from "../../support/full.ts";
import { hasPacket } from "./has-packet.ts";
import { madeChanges, sidesOf } from "./world-changes.ts";

/** The change that two evaluations of a packet show; `undefined` where there is none, or it opens no connection. */
function changeOf(
  [before, after]: readonly [EffectSide, EffectSide],
  [old, now]: readonly [Way, Way],
  values: PacketValues,
) {
  const flow = flowOf(now, values);
  const resolved = resolveFlow(after.world, now.facts, flow);
  if (!resolved.ok || stateWithoutConnection(resolved.packet, undefined) === "invalid") return undefined;
  const [first, second] = [simulate(before.world, old.facts, flow), simulate(after.world, now.facts, flow)];
  // A way is of the packets that lead to its end as they are translated: the values here are not.
  if ([...first.steps, ...second.steps].some(({ kind }) => kind === "dnat")) return undefined;
  if (first.verdict !== second.verdict) return { kind: second.verdict === "allow" ? "allowed" : "denied" };
  const [wasDropped, isDropped] = [first.return === "deny", second.return === "deny"];
  return { kind: wasDropped === isDropped ? undefined : isDropped ? "replies dropped" : "replies allowed" };
}

/** The kinds of the groups that have a packet of a way. */
function kindsOf({ groups }: Effect, [old, way]: readonly [Way, Way], values: PacketValues): ChangeKind[] {
  const here = JSON.stringify(placeOf(old, way));
  return groups.flatMap(({ kind, way: of, families, places, regions }) => {
    const isHere =
      of === way.kind && families.includes(way.family) && places.some((place) => JSON.stringify(place) === here);
    return isHere ? regions.filter((region) => hasPacket(region, values)).map(() => kind) : [];
  });
}

/** Values at the boundaries of regions, and beside them. */
function boundaries({ groups }: Effect, dimension: Dimension, family: 4 | 6): Value[] {
  const [least, most] = allValues(dimension, family);
  const found = groups
    .flatMap((group) => (group.families.includes(family) ? group.regions : []))
    .flatMap((region) => region[dimension] ?? []);
  const isAddress = dimension === "source" || dimension === "destination";
  const one = typeof most === "bigint" ? 1n : 1;
  const usual: Value[] =
    dimension === "protocol" ? [6, 17, 1, 58, 132, 47] : isAddress ? [] : [0, 22, 80, 443, 8 * 256, 128 * 256];
  const near = found.flatMap(([first, last]) => [minus(first, one), first, last, plus(last, one)]);
  return [...new Set([...near, ...usual, least])].filter(
    (value) => value >= least && value <= most && !(dimension === "protocol" && value === 0),
  );
}

const plus = (value: Value, one: Value): Value =>
  typeof value === "bigint" ? value + BigInt(one) : value + Number(one);
const minus = (value: Value, one: Value): Value =>
  typeof value === "bigint" ? value - BigInt(one) : value - Number(one);

test("a packet is in a region of the effect exactly where evaluating it gives another verdict", () => {
  const seen = new Map<string, number>();
  fc.assert(
    fc.property(madeChanges, fc.infiniteStream(fc.nat({ max: 1_000_000 })), (change, stream) => {
      const sides = sidesOf(change);
      const effect = effectOf(...sides);
      if (effect.notProved.length > 0) return;
      const pick = <T>(list: readonly T[]): T => list[(stream.next().value as number) % list.length] as T;
      for (const pair of waysOfWorlds(sides)) {
        const ways = pair as readonly [Way, Way];
        const [, way] = ways;
        if (way.laterTarget !== undefined) continue;
        const near = new Map(DIMENSIONS.map((dimension) => [dimension, boundaries(effect, dimension, way.family)]));
        for (let i = 0; i < 12; i++) {
          const values = Object.fromEntries(
            DIMENSIONS.map((dimension) => [dimension, pick(near.get(dimension) ?? [0])]),
          ) as Record<Dimension, Value>;
          const protocol = Number(values.protocol);
          if (!hasPorts(protocol)) values.sourcePort = 0;
          if (!hasPorts(protocol) && protocol !== 1 && protocol !== 58) values.portOrIcmp = 0;
          const { destinations } = way;
          if (
            destinations &&
            !destinations.some(([first, last]) => first <= values.destination && values.destination <= last)
          )
            continue;
          const expected = changeOf(sides, ways, values);
          if (expected === undefined) continue;
          const found = kindsOf(effect, ways, values);
          seen.set(found[0] ?? "none", (seen.get(found[0] ?? "none") ?? 0) + 1);
          expect({ way: way.kind, values, found }).toEqual({
            way: way.kind,
            values,
            found: expected.kind === undefined ? [] : [expected.kind],
          });
        }
      }
    }),
    { numRuns: sized(600, 25), seed: 2, endOnFailure: true },
  );
  for (const kind of ["allowed", "denied", "none"]) expect(seen.get(kind) ?? 0).toBeGreaterThan(20);
});
