import fc from "fast-check";
import { expect, test } from "vitest";
import { indexLabels, indexSelectors, projection } from "../../../src/policy/world/label-index.ts";
import { labelNames } from "../../../src/selector/labels.ts";
import { type Labels, matches } from "../../../src/selector/matches.ts";
import { parseSelector } from "../../../src/selector/parse.ts";
import type { Selector } from "../../../src/selector/selector.ts";

const TEXTS = [
  "all()",
  "a == 'x'",
  "a != 'x'",
  "has(a)",
  "!has(b)",
  "b in {'x', 'y', 'x'}",
  "b in {}",
  "b not in {'x'}",
  "a contains 'x'",
  "a == 'x' && b == 'y'",
  "has(a) && b == 'y'",
  "a == 'x' || b == 'x'",
  "a == 'x' || a != 'y'",
  "!(a == 'x' || has(b))",
  "a == 'x' && a == 'y'",
];
const SELECTORS = TEXTS.map((text): Selector => {
  const parsed = parseSelector(text);
  if (!parsed.ok) throw new Error(text);
  return parsed.selector;
});
const labels = fc
  .array(fc.tuple(fc.constantFrom("a", "b", "a=x", "?a"), fc.constantFrom("x", "y", "", "xy")), { maxLength: 3 })
  .map((pairs): Labels => new Map(pairs));

test("selectors that match labels are found in order, as asking each does", () => {
  const find = indexSelectors(SELECTORS);
  const property = fc.property(labels, (one) => {
    expect(find(one)).toEqual(SELECTORS.flatMap((selector, index) => (matches(selector, one) ? [index] : [])));
  });
  fc.assert(property, { numRuns: 500, seed: 1 });
});

test("labels that a selector matches are found in order, as asking each does", () => {
  const property = fc.property(fc.array(labels, { maxLength: 8 }), (items) => {
    const find = indexLabels(items);
    for (const selector of SELECTORS) {
      expect(find(selector)).toEqual(items.flatMap((one, index) => (matches(selector, one) ? [index] : [])));
    }
  });
  fc.assert(property, { numRuns: 300, seed: 1 });
});

const AB = new Set(["a", "b"]);

test("labels with the same projection are the same to every selector that reads only those", () => {
  const names = new Set<string>();
  for (const selector of SELECTORS) labelNames(selector, names);
  expect([...names].sort()).toEqual(["a", "b"]);
  const property = fc.property(labels, labels, (first, second) => {
    const isSame = ["a", "b"].every((name) => first.get(name) === second.get(name));
    expect(projection(first, AB) === projection(second, AB)).toBe(isSame);
  });
  fc.assert(property, { numRuns: 1000, seed: 1 });
});

test("a projection tells absent from empty and where one value ends", () => {
  const text = (...pairs: [string, string][]) => projection(new Map(pairs), new Set(["a", "b"]));
  expect(
    new Set([text(), text(["a", ""]), text(["b", ""]), text(["a", "1:x"]), text(["a", ""], ["b", "x"])]).size,
  ).toBe(5);
});
