import { expect, test } from "vitest";
import { DEFAULT_BUDGET } from "../../../src/analysis/sets/budget.ts";
import type { Dimension, Family, Interval, PacketValues, Value } from "../../../src/analysis/sets/dimension.ts";
import { PacketSpace } from "../../../src/analysis/sets/packet-space.ts";
import { type Box, Universe } from "../../../src/analysis/sets/universe.ts";

type Intervals = Readonly<Partial<Record<Dimension, readonly Interval[]>>>;
type Prefer = Readonly<Partial<Record<Dimension, readonly Value[]>>>;

function sample(family: Family, intervals: Intervals, prefer: Prefer): PacketValues | undefined {
  const universe = new Universe(family);
  const parts = Object.entries(intervals).map(([dimension, list]) => {
    return [dimension, universe.values(dimension as Dimension, list)];
  });
  const box = universe.box(Object.fromEntries(parts)) as Box;
  const space = new PacketSpace(universe, [box], DEFAULT_BUDGET);
  return space.sample(space.of(box), prefer);
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
