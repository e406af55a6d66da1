import fc from "fast-check";
import { expect, test } from "vitest";
import { DIMENSIONS, type Interval, type Region } from "../../../src/analysis/sets/dimension.ts";
import { regionData } from "../../../src/report/regions/region-data.ts";

import { asSent, hasPacket } from "./region-membership.ts";

const PLACE = { node: "node1", way: "local in", interface: "eth0" };
const FATE = { verdict: "allow", decidedBy: { kind: "unpoliced", interface: "eth0", reason: "forwarded" } } as const;
const dataOf = (region: Region) => regionData(4, PLACE, region, FATE);
const one = (value: number): Interval => [value, value];

test("a region as data has the fields of the published form", () => {
  const [data, ...others] = dataOf({
    protocol: [one(6)],
    source: [[0x0a000000, 0x0affffff]],
    portOrIcmp: [one(22)],
  });
  expect(others).toEqual([]);
  expect(data).toEqual({
    ...PLACE,
    protocol: "TCP",
    source: ["10.0.0.0/8"],
    sourcePort: ["0:65535"],
    destination: ["0.0.0.0/0"],
    destinationPort: ["22:22"],
    verdict: "allow",
    decidedBy: expect.objectContaining({ kind: "unpoliced", text: expect.any(String) }),
  });
});

test("one entry a protocol; ICMP has types, and a range of protocols without names is one", () => {
  const protocols = dataOf({ protocol: [[1, 17]], portOrIcmp: [[0, 2303]] });
  expect(protocols.map(({ protocol }) => protocol)).toEqual(["TCP", "UDP", "ICMP", "2:5", "7:16"]);
  expect(protocols[2]).toMatchObject({ icmp: Array.from({ length: 9 }, (_, type) => ({ type })) });
  expect(dataOf({}).map(({ protocol }) => protocol)).toEqual(["any"]);
});

/** Intervals that are in order and do not touch, from the ends of distinct numbers. */
function intervalsOf(most: number): fc.Arbitrary<readonly Interval[] | undefined> {
  const lists = fc.uniqueArray(fc.integer({ min: 0, max: most }), { minLength: 2, maxLength: 4 }).map((numbers) => {
    const sorted = numbers.sort((a, b) => a - b);
    const [a = 0, b = 0, c, d] = sorted;
    return c !== undefined && d !== undefined && c > b + 1 ? [[a, b] as const, [c, d] as const] : [[a, b] as const];
  });
  return fc.option(lists, { nil: undefined });
}

test("the entries are disjoint, and together have the packets of the region", () => {
  const regions = fc.record({
    protocol: intervalsOf(255),
    source: intervalsOf(3),
    sourcePort: intervalsOf(3),
    portOrIcmp: intervalsOf(700),
  });
  const packets = fc.record({
    protocol: fc.oneof(fc.constantFrom(1, 6, 17, 47, 58), fc.integer({ min: 1, max: 255 })),
    source: fc.integer({ min: 0, max: 4 }),
    destination: fc.constant(0),
    sourcePort: fc.integer({ min: 0, max: 4 }),
    portOrIcmp: fc.oneof(fc.integer({ min: 0, max: 3 }), fc.integer({ min: 0, max: 701 })),
  });
  fc.assert(
    fc.property(regions, fc.array(packets, { minLength: 20, maxLength: 20 }), (region, samples) => {
      const given: Region = Object.fromEntries(Object.entries(region).filter(([, value]) => value !== undefined));
      const entries = dataOf(given);
      for (const sample of samples) {
        const packet = asSent(sample);
        const isIn = DIMENSIONS.every((dimension) => {
          const intervals = given[dimension];
          const value = packet[dimension];
          return intervals === undefined || intervals.some(([first, last]) => first <= value && value <= last);
        });
        expect(entries.filter((entry) => hasPacket(entry, packet))).toHaveLength(isIn ? 1 : 0);
      }
    }),
    { numRuns: 500, seed: 1 },
  );
});
