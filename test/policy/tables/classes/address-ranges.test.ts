import fc from "fast-check";
import { expect, test } from "vitest";
import {
  both,
  isIn,
  minus,
  ofSorted,
  type Ranges,
  union,
} from "../../../../src/policy/tables/classes/address-ranges.ts";

const DOMAIN = 24;
const values = (ranges: Ranges) =>
  Array.from({ length: DOMAIN + 2 }, (_, value) => value).filter((value) => isIn(ranges, value));
const ranges = fc
  .array(fc.tuple(fc.nat(DOMAIN), fc.nat(DOMAIN)), { maxLength: 5 })
  .map((pairs) => pairs.map(([a, b]): [number, number] => [Math.min(a, b), Math.max(a, b)]));

test("union, minus and both are those of sets", () => {
  const property = fc.property(ranges, ranges, (first, second) => {
    const [a, b] = [union(first), union(second)];
    const inFirst = values(a);
    const inSecond = new Set(values(b));
    expect(inFirst).toEqual(
      Array.from({ length: DOMAIN + 2 }, (_, value) => value).filter((value) =>
        first.some(([from, to]) => from <= value && value < to),
      ),
    );
    expect(values(minus(a, b))).toEqual(inFirst.filter((value) => !inSecond.has(value)));
    expect(values(both(a, b))).toEqual(inFirst.filter((value) => inSecond.has(value)));
  });
  fc.assert(property, { numRuns: 2000, seed: 1 });
});

test.each([
  { given: [], ranges: [] },
  { given: [3], ranges: [3, 4] },
  { given: [1, 2, 3, 7, 9, 10], ranges: [1, 4, 7, 8, 9, 11] },
])("single numbers $given", ({ given, ranges: wanted }) => {
  expect(ofSorted(given)).toEqual(wanted);
});

test("touching ranges are joined, empty ones dropped", () => {
  expect(
    union([
      [5, 9],
      [1, 3],
      [3, 5],
      [7, 7],
    ]),
  ).toEqual([1, 9]);
});
