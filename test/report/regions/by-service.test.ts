import fc from "fast-check";
import { expect, test } from "vitest";
import type { Interval, Region } from "../../../src/analysis/sets/dimension.ts";
import { byService } from "../../../src/report/regions/by-service.ts";

const one = (value: number): Interval => [value, value];
const tcp = { protocol: [one(6)] };

test.each<[string, readonly Region[], readonly Region[]]>([
  [
    "sources of one port are together",
    [
      { ...tcp, source: [one(1)], portOrIcmp: [one(22), one(80)] },
      { ...tcp, source: [one(2)], portOrIcmp: [one(22)] },
    ],
    [
      { ...tcp, source: [[1, 2]], portOrIcmp: [one(22)] },
      { ...tcp, source: [one(1)], portOrIcmp: [one(80)] },
    ],
  ],
  [
    "ports of equal sources are one region, and protocols of equal ports",
    [
      { ...tcp, source: [one(1)], portOrIcmp: [one(22)] },
      { protocol: [one(17)], source: [one(1)], portOrIcmp: [one(22)] },
      { protocol: [one(17)], source: [one(1)], portOrIcmp: [one(23)] },
      { ...tcp, source: [one(1)], portOrIcmp: [one(23)] },
    ],
    [{ protocol: [one(6), one(17)], source: [one(1)], portOrIcmp: [[22, 23]] }],
  ],
  ["everything stays everything", [{}], [{}]],
  [
    "other dimensions are kept apart",
    [
      { source: [one(1)], destination: [one(1)] },
      { source: [one(2)], destination: [one(2)] },
    ],
    [
      { source: [one(1)], destination: [one(1)] },
      { source: [one(2)], destination: [one(2)] },
    ],
  ],
])("%s", (_, given, expected) => {
  expect(byService(given)).toEqual(expected);
});

test("they are disjoint and have the same packets", () => {
  const interval = fc.tuple(fc.integer({ min: 0, max: 3 }), fc.integer({ min: 0, max: 3 })).map(([a, b]) => {
    return [[Math.min(a, b), Math.max(a, b)] as const];
  });
  const regions = fc.array(
    fc.record({ protocol: interval, source: interval, portOrIcmp: interval, destination: interval }),
    { maxLength: 6 },
  );
  const values = [0, 1, 2, 3];
  const has = (
    region: Region,
    packet: Required<Record<"protocol" | "source" | "portOrIcmp" | "destination", number>>,
  ) =>
    Object.entries(packet).every(
      ([dimension, value]) =>
        region[dimension as "protocol"]?.some(([first, last]) => first <= value && value <= last) ?? true,
    );
  fc.assert(
    fc.property(regions, (given) => {
      const made = byService(given);
      for (const protocol of values)
        for (const source of values)
          for (const portOrIcmp of values)
            for (const destination of values) {
              const packet = { protocol, source, portOrIcmp, destination };
              const isGiven = given.some((region) => has(region, packet));
              // Given regions of different destinations may overlap here, as those of one answer do not.
              const kinds = new Set(made.filter((r) => has(r, packet)).map((r) => JSON.stringify(r.destination)));
              expect(made.filter((region) => has(region, packet))).toHaveLength(kinds.size);
              expect(kinds.size > 0).toBe(isGiven);
            }
    }),
    { numRuns: 100, seed: 1 },
  );
});
