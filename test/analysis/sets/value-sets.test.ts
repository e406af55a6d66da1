import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { SharedBudget } from "../../../src/analysis/sets/budget.ts";
import { classesOf, classOfValue, refine, valuesOf } from "../../../src/analysis/sets/classes.ts";
import {
  allValues,
  type Dimension,
  type Family,
  type Interval,
  type Value,
} from "../../../src/analysis/sets/dimension.ts";
import { RELATION } from "../../../src/analysis/sets/interval-list.ts";
import { type ValueSet, ValueSets } from "../../../src/analysis/sets/value-sets.ts";

const SPACES: readonly (readonly [Dimension, Family])[] = [
  ["protocol", 4],
  ["portOrIcmp", 4],
  ["source", 4],
  ["destination", 6],
];

/** Intervals with ends near each other and at both extremes, some of them empty. */
function intervalsOf(dimension: Dimension, family: Family): fc.Arbitrary<Interval[]> {
  const [, last] = allValues(dimension, family);
  const near = fc.integer({ min: 0, max: 12 });
  const any = typeof last === "bigint" ? fc.bigInt({ min: 0n, max: last }) : fc.integer({ min: 0, max: last });
  const low = near.map((value): Value => (typeof last === "bigint" ? BigInt(value) : value));
  const high = low.map((value): Value => (typeof value === "bigint" ? (last as bigint) - value : Number(last) - value));
  const value = fc.oneof<fc.Arbitrary<Value>[]>(low, high, any);
  return fc.array(fc.tuple(value, value), { maxLength: 6 });
}

/** The values at which a membership can change: each end, one below and one above, and the extremes. */
function boundaries(lists: readonly (readonly Interval[])[], [first, last]: Interval): Value[] {
  const ends: Value[] = lists.flatMap((list) => list.flatMap((interval) => [...interval]));
  const around = ends.flatMap((end): Value[] =>
    typeof end === "bigint" ? [end - 1n, end, end + 1n] : [end - 1, end, end + 1],
  );
  return [first, last, ...around].filter((value) => first <= value && value <= last);
}

const isIn = (intervals: readonly Interval[], value: Value) =>
  intervals.some(([first, last]) => first <= value && value <= last);

describe.each(SPACES)("sets of %s, IPv%d", (dimension, family) => {
  const all = allValues(dimension, family);
  const lists = fc.array(intervalsOf(dimension, family), { minLength: 2, maxLength: 5 });

  test("have the values of their intervals, and operations those of a loop over boundaries", () => {
    fc.assert(
      fc.property(intervalsOf(dimension, family), intervalsOf(dimension, family), (a, b) => {
        const sets = new ValueSets(dimension, family);
        const [one, other] = [sets.of(a), sets.of(b)];
        const rows: (readonly [ValueSet, (value: Value) => boolean])[] = [
          [one, (value) => isIn(a, value)],
          [sets.union(one, other), (value) => isIn(a, value) || isIn(b, value)],
          [sets.intersect(one, other), (value) => isIn(a, value) && isIn(b, value)],
          [sets.complement(one), (value) => !isIn(a, value)],
        ];
        const values = boundaries([a, b], all);
        for (const [set, has] of rows) {
          expect(values.filter((value) => isIn(set.intervals, value) !== has(value))).toEqual([]);
          expect(sets.of(set.intervals)).toBe(set);
        }
        expect(sets.complement(sets.complement(one))).toBe(one);
        expect(one.isAll).toBe(sets.complement(one).intervals.length === 0);
      }),
      { seed: 1, numRuns: 500 },
    );
  });

  test("relate as their values do", () => {
    fc.assert(
      fc.property(intervalsOf(dimension, family), intervalsOf(dimension, family), (a, b) => {
        const sets = new ValueSets(dimension, family);
        const [one, other] = [sets.of(a), sets.of(b)];
        fc.pre(one.intervals.length > 0);
        const common = sets.intersect(one, other);
        const expected =
          common === one ? RELATION.inside : common.intervals.length === 0 ? RELATION.apart : RELATION.overlapping;
        expect(sets.relation(one, other)).toBe(expected);
        expect(sets.relation(one, other)).toBe(expected);
      }),
      { seed: 2, numRuns: 500 },
    );
  });

  test("classes: two values are in one class where the same sets have them, and refined classes likewise", () => {
    fc.assert(
      fc.property(lists, fc.nat(), (given, chosen) => {
        const sets = new ValueSets(dimension, family);
        const all5 = given.map((list) => sets.of(list));
        const some = [...all5.keys()].filter((at) => ((chosen >>> at) & 1) === 1);
        const values = boundaries(given, all);
        const fine = classesOf(
          all5.map(({ intervals }) => intervals),
          all,
        );
        for (const [classes, of] of [
          [fine, all5],
          [refine(fine, some), some.map((at) => all5[at] as ValueSet)],
          [sets.classes(all5, new SharedBudget()), all5],
        ] as const) {
          const signature = (value: Value) => of.map(({ intervals }) => (isIn(intervals, value) ? 1 : 0)).join("");
          const bySignature = new Map(values.map((value) => [signature(value), classOfValue(classes, value)]));
          expect(values.every((value) => bySignature.get(signature(value)) === classOfValue(classes, value))).toBe(
            true,
          );
          expect(new Set(bySignature.values()).size).toBe(bySignature.size);
          expect(bySignature.size).toBe(classes.count);
          for (const [at, { hasLast, differing }] of classes.members.entries()) {
            const codes = [...Array(classes.count).keys()].filter((code) => differing.includes(code) !== hasLast);
            expect(
              valuesOf(
                classes,
                codes.map((code) => [code, code]),
              ),
            ).toEqual(of[at]?.intervals);
          }
          expect(classes.weights.indexOf(Math.max(...classes.weights))).toBeGreaterThanOrEqual(0);
          expect(classes.weights.at(-1)).toBe(Math.max(...classes.weights));
        }
      }),
      { seed: 3, numRuns: 300 },
    );
  });
});

test("classes of some sets are the same whether they were made alone or out of the classes of all", () => {
  const sets = new ValueSets("source", 4);
  const made = Array.from({ length: 20 }, (_, i) =>
    sets.of([
      [i * 100, i * 100 + 150],
      [i * 7, i * 7],
    ]),
  );
  const asked = [made.slice(0, 5), made.slice(3, 9), made.slice(0, 20), made.slice(15, 17), [sets.all]];
  const counts = () => asked.map((some) => sets.classes(some, new SharedBudget()).count);
  const first = counts();
  // Asked again and again, the classes are made out of those of all sets.
  for (let again = 0; again < 5; again++) expect(counts()).toEqual(first);
  const later = sets.of([[5_000_000, 6_000_000]]);
  expect(sets.classes([later, made[0] as ValueSet], new SharedBudget()).count).toBe(3);
  expect(counts()).toEqual(first);
});
