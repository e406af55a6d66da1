import fc from "fast-check";
import { expect, test } from "vitest";
import type { Service } from "../../../src/analysis/exposure/choose-services.ts";
import { exposureOf } from "../../../src/analysis/exposure/exposure.ts";
import type { Way } from "../../../src/analysis/paths/way.ts";
import { waysOf } from "../../../src/analysis/paths/ways-of.ts";
import { flowOf } from "../../../src/analysis/paths/witness.ts";
import { allValues, DIMENSIONS, type Dimension, type PacketValues } from "../../../src/analysis/sets/dimension.ts";
import { calicoVersionRules } from "../../../src/model/kinds/version.ts";
import { parseCidr } from "../../../src/model/net/address.ts";
import { simulate } from "../../../src/policy/simulate.ts";
import type { World } from "../../../src/policy/world/compiled.ts";
import { toNet } from "../../../src/policy/world/nets.ts";
import { world } from "../../../src/policy/world/world.ts";
import { regionsData } from "../../../src/report/exposure/exposure-data.ts";
import { unlocated } from "../../conformance/flows.ts";
import { asSent, hasPacket } from "../../report/regions/region-membership.ts";
import { sized } from "../../support/full.ts";
import { madeWorlds } from "../../support/worlds.ts";

const WORLDS = sized(150, 25);
const VERDICTS = ["allow", "deny"] as const;

const QUESTIONS: readonly { readonly services: readonly Service[]; readonly peers?: readonly string[] }[] = [
  { services: [] },
  { services: [{ protocol: 6, values: [1, 1000] }] },
  {
    services: [{ protocol: 17 }, { protocol: 1, values: [8 * 256, 8 * 256 + 255] }],
    peers: ["10.0.0.0/8", "fd00::/8"],
  },
];

test("regions as data are disjoint, and each packet at their edges is in one, with its verdict", () => {
  const seen = { packets: 0, allowed: 0, none: 0 };
  fc.assert(
    fc.property(madeWorlds(1), fc.constantFrom(...QUESTIONS), fc.nat(), (made, question, seed) => {
      const calico = calicoVersionRules(made.version) ?? expect.unreachable();
      const options = { calico, ...(made.services && { services: made.services }) };
      const compiled = world(made.resources.map(unlocated), options).world;
      for (const way of waysOf(compiled, [made.facts])) checkWay(compiled, way, question, seed, seen);
    }),
    { numRuns: WORLDS, seed: 11 },
  );
  expect(seen.packets).toBeGreaterThan(WORLDS * 100);
  expect(seen.allowed).toBeGreaterThan(WORLDS * 10);
});

type Seen = { packets: number; allowed: number; none: number };

function checkWay(compiled: World, way: Way, question: (typeof QUESTIONS)[number], seed: number, seen: Seen): void {
  const peers = question.peers?.flatMap((text) => parseCidr(text) ?? []).map((net) => toNet(net));
  const asked = { peerSide: "source", services: question.services, ...(peers && { peers }) } as const;
  const result = exposureOf(compiled, way, asked);
  if (!result.exact || result.value === undefined) return;
  const { parts } = result.value;
  const entries = regionsData({ way, result: { exact: true, value: result.value } }, { verdicts: VERDICTS });
  const ends = edgesOf(
    way,
    parts.flatMap(({ regions }) => regions),
  );
  for (let number = 0; number < 40; number++) {
    const values = asSent(packetOf(ends, seed + number));
    const there = entries.filter((entry) => hasPacket(entry, values));
    expect(there.length).toBeLessThan(2);
    const [entry] = there;
    if (entry === undefined) {
      // Of a question about everything, only packets are missing that do not take the way.
      const isPlain = way.destinations === undefined && way.view.dnatRules.length + way.view.outputRules.length === 0;
      if (question.services.length === 0 && peers === undefined && isPlain && way.from.kind !== "process")
        expect(flowOf(way, values)).toBeUndefined();
      seen.none++;
      continue;
    }
    const outcome = simulate(compiled, way.facts, flowOf(way, values), { trace: false });
    seen.packets++;
    if (outcome.verdict === "allow") seen.allowed++;
    expect(`${way.kind} ${JSON.stringify(flowOf(way, values))}: ${outcome.verdict}`).toBe(
      `${way.kind} ${JSON.stringify(flowOf(way, values))}: ${entry.verdict}`,
    );
  }
}

type Ends = Readonly<Record<Dimension, readonly (number | bigint)[]>>;

/** First and last values of the regions' intervals, and those beside them. */
function edgesOf(
  way: Way,
  regions: readonly Partial<Record<Dimension, readonly (readonly [unknown, unknown])[]>>[],
): Ends {
  const ends = {} as Record<Dimension, (number | bigint)[]>;
  for (const dimension of DIMENSIONS) {
    const [low, high] = allValues(dimension, way.family);
    const values = new Set<number | bigint>([low, high]);
    for (const region of regions.slice(0, 300)) {
      for (const interval of region[dimension]?.slice(0, 20) ?? []) {
        const [first, last] = interval as readonly [number, number];
        const step = (typeof first === "bigint" ? 1n : 1) as number;
        for (const value of [first - step, first, last, last + step])
          if (value >= low && value <= high) values.add(value);
      }
    }
    ends[dimension] = [...values].filter((value) => dimension !== "protocol" || value !== 0);
  }
  return ends;
}

function packetOf(ends: Ends, number: number): PacketValues {
  const values = {} as Record<Dimension, number | bigint>;
  let seed = number * 2654435761 + 99;
  for (const dimension of DIMENSIONS) {
    seed = (Math.imul(seed ^ (seed >>> 15), 2246822519) + 3266489917) >>> 0;
    const list = ends[dimension];
    values[dimension] = list[(seed >>> 4) % list.length] ?? 0;
  }
  return values;
}
