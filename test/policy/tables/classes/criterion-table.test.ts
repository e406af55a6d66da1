import fc from "fast-check";
import { expect, test } from "vitest";
import { isIn, type Ranges, union } from "../../../../src/policy/tables/classes/address-ranges.ts";
import { compileCriterionTable, intervalAt } from "../../../../src/policy/tables/classes/criterion-table.ts";

/** The rules whose bit is set for a value. */
function accepting(accepted: readonly (Ranges | undefined)[], domain: number, value: number): number[] | undefined {
  const table = compileCriterionTable(accepted, domain);
  if (table === undefined) return undefined;
  const { shift, cuts, pages, rows } = table;
  const page = pages[value >>> shift] ?? -1;
  const row = pages[cuts + page * 2 ** shift + (value % 2 ** shift)] ?? -1;
  const first = row * Math.ceil(accepted.length / 32);
  return accepted.flatMap((_, rule) => (((rows[first + (rule >>> 5)] ?? 0) >>> (rule & 31)) & 1 ? rule : []));
}

const rangesBelow = (domain: number) =>
  fc.option(
    fc
      .array(fc.tuple(fc.nat(domain), fc.nat(domain)), { maxLength: 3 })
      .map((pairs) => union(pairs.map(([a, b]) => [Math.min(a, b), Math.max(a, b)]))),
    { nil: undefined },
  );

const DOMAINS = [
  { domain: 20, rules: 40, what: "few values" },
  { domain: 65_537, rules: 40, what: "ports" },
  { domain: 3_000_001, rules: 5, what: "very many intervals of addresses" },
  { domain: 1000, rules: 256, what: "a whole block" },
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

test("every value at and beside the bounds of rules is told apart", () => {
  for (const domain of [3, 64, 65, 300, 5000]) {
    const bounds = [0, 1, 2, 15, 16, 17, 63, 64, 255, 256, 1023, 1024].filter((at) => at < domain);
    const accepted = bounds.map((from): Ranges => [from, Math.min(domain, from + 3)]);
    for (let value = 0; value < domain; value++) {
      const wanted = accepted.flatMap((ranges, rule) => (isIn(ranges, value) ? [rule] : []));
      expect(accepting(accepted, domain, value), `${value} of ${domain}`).toEqual(wanted);
    }
  }
});

/** Rules that together tell all values apart: rule `n` accepts those with bit `n` set. */
const byBits = (rules: number): Ranges[] =>
  Array.from({ length: rules }, (_, bit) =>
    union(
      Array.from({ length: 2 ** (rules - bit - 1) }, (_, at) => [(2 * at + 1) * 2 ** bit, (2 * at + 2) * 2 ** bit]),
    ),
  );

test("a table that would have more rows than 16 bits can number is not made", () => {
  expect(compileCriterionTable(byBits(16), 2 ** 16)?.rows.length).toBe(2 ** 16);
  expect(compileCriterionTable(byBits(17), 2 ** 17)).toBeUndefined();
});

test.each([
  { value: 0, at: 0 },
  { value: 4, at: 0 },
  { value: 5, at: 1 },
  { value: 99, at: 2 },
])("$value is in interval $at", ({ value, at }) => {
  expect(intervalAt(Uint32Array.from([0, 5, 9]), value)).toBe(at);
});
