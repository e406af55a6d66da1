import fc from "fast-check";
import { expect, test } from "vitest";
import { isIn, type Ranges, union } from "../../../../src/policy/tables/classes/address-ranges.ts";
import { compileCriterionTable, intervalAt, layoutOf } from "../../../../src/policy/tables/classes/criterion-table.ts";

/** The rules whose bit is set for a value. */
function accepting(accepted: readonly (Ranges | undefined)[], domain: number, value: number): number[] {
  const layout = layoutOf(accepted.length);
  const { cuts, intervals, index, rows } = compileCriterionTable(accepted, domain, layout);
  const interval = cuts.length === 0 ? value : intervalAt(cuts, value);
  return accepted.flatMap((_, rule) => {
    const block = Math.floor(rule / (layout.words * 32));
    const place = block * intervals + interval;
    const row = (index.length === 0 ? place : (index[place] ?? -1)) * layout.words;
    const word = rows[row + ((rule >>> 5) % layout.words)] ?? 0;
    return (word >>> (rule & 31)) & 1 ? [rule] : [];
  });
}

const rangesBelow = (domain: number) =>
  fc.option(
    fc
      .array(fc.tuple(fc.nat(domain), fc.nat(domain)), { maxLength: 3 })
      .map((pairs) => union(pairs.map(([a, b]) => [Math.min(a, b), Math.max(a, b)]))),
    { nil: undefined },
  );

const DOMAINS = [
  { domain: 20, rules: 40, what: "a table by value" },
  { domain: 70_000, rules: 40, what: "a table of intervals" },
  { domain: 2 ** 32, rules: 5, what: "IPv4 addresses" },
];

for (const { domain, rules, what } of DOMAINS) {
  test(`${what}: bits are set for exactly the rules that accept a value`, () => {
    const property = fc.property(
      fc.array(rangesBelow(domain), { minLength: 1, maxLength: rules, size: "max" }),
      fc.nat(domain - 1),
      (accepted, value) => {
        const wanted = accepted.flatMap((ranges, rule) => (ranges === undefined || isIn(ranges, value) ? [rule] : []));
        expect(accepting(accepted, domain, value)).toEqual(wanted);
      },
    );
    fc.assert(property, { numRuns: 300, seed: 1 });
  });
}

test("lists of several blocks, by value and by intervals", () => {
  const accepted = Array.from({ length: 700 }, (_, rule): Ranges => [rule % 50, (rule % 50) + 1 + (rule % 7)]);
  for (const domain of [60, 1_000_000]) {
    for (const value of [0, 13, 49, 55]) {
      const wanted = accepted.flatMap((ranges, rule) => (isIn(ranges, value) ? [rule] : []));
      expect(accepting(accepted, domain, value), `${domain} ${value}`).toEqual(wanted);
    }
  }
});
