import fc from "fast-check";
import { expect, test } from "vitest";
import { DEFAULT_BUDGET } from "../../../src/analysis/sets/budget.ts";
import type { Dimension, Family, Interval, PacketValues, Value } from "../../../src/analysis/sets/dimension.ts";
import { PacketSpace } from "../../../src/analysis/sets/packet-space.ts";
import { sampleOfRegions } from "../../../src/analysis/sets/sample.ts";
import { type Box, Universe } from "../../../src/analysis/sets/universe.ts";
import { sized } from "../../support/full.ts";

type Intervals = Readonly<Partial<Record<Dimension, readonly Interval[]>>>;
type Prefer = Readonly<Partial<Record<Dimension, readonly Value[]>>>;

function sample(family: Family, intervals: Intervals, prefer: Prefer): PacketValues | undefined {
  const universe = new Universe(family);
  const parts = Object.entries(intervals).map(([dimension, list]) => {
    return [dimension, universe.values(dimension as Dimension, list)];
  });
  const box = universe.box(Object.fromEntries(parts)) as Box;
  const space = new PacketSpace(universe, [box], DEFAULT_BUDGET);
  const sampled = space.sample(space.of(box), prefer);
  expect(sampleOfRegions(family, space.regions(space.of(box), 10).regions, prefer)).toEqual(sampled);
  return sampled;
}

const PREFER: Prefer = { source: [0xc6336407, 7], destination: [0x0a000001], portOrIcmp: [6443] };

const CASES: readonly (readonly [name: string, intervals: Intervals, expected: Partial<PacketValues>])[] = [
  [
    "what is preferred, where nothing is said",
    {},
    { protocol: 6, source: 0xc6336407, destination: 0x0a000001, portOrIcmp: 6443, sourcePort: 40000 },
  ],
  ["the second choice", { source: [[0, 9]] }, { source: 7 }],
  ["the first host of a network", { destination: [[0x0a010000, 0x0a01ffff]] }, { destination: 0x0a010001 }],
  ["one of two addresses", { destination: [[0x0a010000, 0x0a010001]] }, { destination: 0x0a010000 }],
  ["a usual port", { portOrIcmp: [[20, 100]] }, { portOrIcmp: 80 }],
  [
    "the first port",
    {
      portOrIcmp: [[5000, 6000]],
      sourcePort: [
        [1, 2],
        [9, 9],
      ],
    },
    { portOrIcmp: 5000, sourcePort: 1 },
  ],
  ["an echo request", { protocol: [[1, 1]], portOrIcmp: [[2048, 2303]] }, { protocol: 1, portOrIcmp: 2048 }],
];

test.each(CASES)("IPv4: %s", (_, intervals, expected) => {
  expect(sample(4, intervals, PREFER)).toMatchObject(expected);
});

test("IPv6 addresses are bigints, in the last network also", () => {
  const last = 2n ** 128n - 1n;
  expect(sample(6, { source: [[last, last]], destination: [[last - 255n, last]] }, {})).toEqual({
    protocol: 6,
    source: last,
    destination: last - 254n,
    portOrIcmp: 443,
    sourcePort: 40000,
  });
});

test("of a set of several products its regions give the same packet as its diagram", () => {
  const intervals = (size: number) =>
    fc.array(fc.tuple(fc.nat({ max: size }), fc.nat({ max: size })), { minLength: 1, maxLength: 2 });
  const box = fc.record(
    { protocol: intervals(20), source: intervals(30), portOrIcmp: intervals(500), destination: intervals(9) },
    { requiredKeys: [] },
  );
  const values = fc.array(fc.nat({ max: 40 }), { maxLength: 3 });
  fc.assert(
    fc.property(fc.array(box, { maxLength: 4 }), box, values, (many, other, preferred) => {
      const universe = new Universe(4);
      const boxes = [...many, other].map((parts) => {
        const sorted = Object.entries(parts).map(([dimension, list]) => [
          dimension,
          universe.values(
            dimension as Dimension,
            list.map(([a, b]): Interval => [Math.min(a, b), Math.max(a, b)]),
          ),
        ]);
        return universe.box(Object.fromEntries(sorted)) as Box;
      });
      const space = new PacketSpace(universe, boxes, DEFAULT_BUDGET);
      const union = boxes.slice(0, -1).reduce((set, one) => space.union(set, space.of(one)), space.none);
      const packets = space.minus(union, space.of(boxes.at(-1) as Box));
      const prefer = { source: preferred, destination: preferred };
      const { regions, count } = space.regions(packets, 1000);
      expect(regions).toHaveLength(count);
      expect(sampleOfRegions(4, regions, prefer)).toEqual(space.sample(packets, prefer));
    }),
    { numRuns: sized(2000, 200), seed: 1 },
  );
});
