import fc from "fast-check";
import { expect, test } from "vitest";
import { type Effect, effectOf } from "../../../src/analysis/effect/effect.ts";
import type { Way } from "../../../src/analysis/paths/way.ts";
import { waysOfWorlds } from "../../../src/analysis/paths/ways-of-worlds.ts";
import type { PacketValues } from "../../../src/analysis/sets/dimension.ts";
import type { FlowEnd } from "../../../src/model/flow.ts";
import { LOOPBACK_NAME } from "../../../src/model/net/route.ts";
import { stateWithoutConnection } from "../../../src/policy/flow/packet.ts";
import { resolveFlow } from "../../../src/policy/flow/resolve-flow.ts";
import { interfaceOf } from "../../../src/policy/path/end.ts";
import { simulate } from "../../../src/policy/simulate.ts";
import { sized } from "../../support/full.ts";
import { valuesOf } from "../paths/flow-ways.ts";
import { hasPacket } from "./has-packet.ts";
import { madeChangesWith, sidesOf } from "./world-changes.ts";

/** Whether any group has the packet, whatever its way. */
function isReported({ groups }: Effect, family: 4 | 6, values: PacketValues): boolean {
  return groups.some(
    ({ families, regions }) => families.includes(family) && regions.some((region) => hasPacket(region, values)),
  );
}

/** Whether some way is about the end where a flow begins: about an interface that nothing names, before or after, there is none. */
function isOnWays(ways: readonly (readonly Way[])[], from: FlowEnd): boolean {
  return !("interface" in from) || ways.flat().some((way) => way.interface === from.interface);
}

test("no flow that goes where its node routes it is decided otherwise without being in a region of the effect", () => {
  const seen = { changed: 0 };
  fc.assert(
    fc.property(madeChangesWith(40), (change) => {
      const sides = sidesOf(change);
      const effect = effectOf(...sides);
      if (effect.notProved.length > 0) return;
      const ways = waysOfWorlds(sides);
      for (const { to: _, ...flow } of change.made.flows) {
        // What comes in by the loopback is what a process sent.
        if ("interface" in flow.from && flow.from.interface === LOOPBACK_NAME) continue;
        if (flow.conntrack !== undefined || flow.tcpFlags !== undefined || !isOnWays(ways, flow.from)) continue;
        const [before, after] = sides.map(({ world }, i) => {
          const facts = ways[0]?.[i]?.facts ?? change.made.facts;
          return { facts, resolved: resolveFlow(world, facts, flow), outcome: simulate(world, facts, flow) };
        });
        if (!before?.resolved.ok || !after?.resolved.ok) continue;
        // Where a workload that comes or goes takes an address with it, its packets have another way.
        const [wasTo, isTo] = [before.resolved.to, after.resolved.to].map((end) => `${end.kind} ${interfaceOf(end)}`);
        if (wasTo !== isTo) continue;
        const { packet } = after.resolved;
        if (stateWithoutConnection(packet, undefined) === "invalid") continue;
        if (before.outcome.verdict === after.outcome.verdict) continue;
        seen.changed++;
        const values = valuesOf(packet);
        expect({ flow, isReported: isReported(effect, packet.family, values) }).toEqual({ flow, isReported: true });
      }
    }),
    { numRuns: sized(2000, 120), seed: 5, endOnFailure: true },
  );
  expect(seen.changed).toBeGreaterThan(sized(100, 5));
});
