import fc from "fast-check";
import { expect, test } from "vitest";
import { isIn, type Ranges, union } from "../../../../src/policy/tables/classes/address-ranges.ts";
import { compileCriterion, headOf, intervalAt } from "../../../../src/policy/tables/classes/criterion-table.ts";
import { rowPool } from "../../../../src/policy/tables/classes/row-pool.ts";

/** Where the criterion's part of a block's pages begins. */
const AT = 5;
/** From which bit of a word on the value is. */
const FROM = 9;

/** The rules whose bit is set for a value; in pages or not. */
function accepting(
  accepted: readonly (Ranges | undefined)[],
  domain: number,
  value: number,
  isPaged = domain > 1024,
): number[] | undefined {
  const pool = rowPool(Math.ceil(accepted.length / 32));
  const compiled = compileCriterion(accepted, { word: 0, from: FROM, domain, isPaged }, pool, AT);
  if (compiled === undefined) return undefined;
  const pages = new Uint16Array(AT + compiled.pages.length);
  pages.set(compiled.pages, AT);
  // The bits beside the value are not looked at.
  const beside = (2 ** FROM - 1) | (-1 << (FROM + Math.ceil(Math.log2(domain))));
  const words = [value << FROM, (value << FROM) | (FROM + Math.log2(domain) < 32 ? beside : 0)];
  const [first, second] = words.map((word) => headOf(pages, word, compiled.criterion) / 2);
  expect(second).toBe(first);
  const from = (first ?? -1) * pool.words;
  return accepted.flatMap((_, rule) => (((pool.rows()[from + (rule >>> 5)] ?? 0) >>> (rule & 31)) & 1 ? rule : []));
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
        if (domain < 65_536) expect(accepting(accepted, domain, value, true)).toEqual(wanted);
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

test("a block that would have more heads than 16 bits say the places of is not made", () => {
  const compile = (rules: number, pool = rowPool(1)) => {
    const field = { word: 0, from: 0, domain: 2 ** rules, isPaged: true };
    return compileCriterion(byBits(rules), field, pool, 0) && pool.count();
  };
  expect(compile(15)).toBe(2 ** 15);
  expect(compile(16)).toBeUndefined();
});

test.each([
  { value: 0, at: 0 },
  { value: 4, at: 0 },
  { value: 5, at: 1 },
  { value: 99, at: 2 },
])("$value is in interval $at", ({ value, at }) => {
  expect(intervalAt(Uint32Array.from([0, 5, 9]), value)).toBe(at);
});
