import { expect, test } from "vitest";
import { keptNumbers } from "../../../src/policy/tables/batch/kept-numbers.ts";

test("a number is found by all three that it was kept for, however many there are, until they are cleared", () => {
  const numbers = keptNumbers();
  const range = Array.from({ length: 24 }, (_, at) => at - 12);
  const triples = range.flatMap((way) =>
    range.flatMap((decided) => range.map((end) => [way, decided << 19, end] as const)),
  );
  for (const [at, triple] of triples.entries()) {
    expect(numbers.find(...triple)).toBe(0);
    numbers.keep(...triple, at + 1);
  }
  expect(triples.findIndex((triple, at) => numbers.find(...triple) !== at + 1)).toBe(-1);
  numbers.clear();
  expect(triples.findIndex((triple) => numbers.find(...triple) !== 0)).toBe(-1);
});

test("so many are kept that they fill no memory: where they are more, those before are forgotten", () => {
  const numbers = keptNumbers();
  for (let way = 1; way <= 300_000; way++) numbers.keep(way, 1, 1, way);
  expect(numbers.find(300_000, 1, 1)).toBe(300_000);
  const kept = Array.from({ length: 300_000 }, (_, at) => numbers.find(at + 1, 1, 1)).filter((number) => number !== 0);
  expect(kept.length).toBeLessThanOrEqual(2 ** 18);
});
