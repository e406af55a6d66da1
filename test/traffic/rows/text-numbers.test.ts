import { expect, test } from "vitest";
import { NO_NUMBER, textNumbers } from "../../../src/traffic/rows/text-numbers.ts";

/** The number of a text, with other bytes before and behind it. */
const numberOf = (numbers: ReturnType<typeof textNumbers>, text: string) =>
  numbers.numberOf(new DataView(new Uint8Array(Buffer.from(`-${text}abc`)).buffer), 1, 1 + text.length);

test.each([
  [
    "names as Calico makes them",
    (at: number) => `interface:cali${(at * 2654435761).toString(16).padStart(11, "0").slice(-11)}`,
  ],
  ["names that count on", (at: number) => `{"interface":"cali${58_000 + at * 1000}"}`],
  ["names that begin alike", (at: number) => `interface:eth0.${at}`],
] as const)("%s have numbers in their order, and the same again", (_, name) => {
  const numbers = textNumbers();
  const texts = Array.from({ length: 2000 }, (_, at) => name(at));
  expect(texts.map((text) => numberOf(numbers, text))).toEqual(texts.map((_, at) => at));
  expect(texts.map((text) => numberOf(numbers, text))).toEqual(texts.map((_, at) => at));
  expect(numbers.taken()).toEqual(texts);
  expect(numbers.taken()).toEqual([]);
});

test("texts that differ only where the hash does not look have numbers of their own, or none", () => {
  const numbers = textNumbers();
  const texts = Array.from({ length: 100 }, (_, at) => `${at % 10}${Math.floor(at / 10)}-with-the-same-end-as-all`);
  const found = texts.map((text) => numberOf(numbers, text));
  const known = found.filter((number) => number !== NO_NUMBER);
  expect(known).toEqual(known.map((_, at) => at));
  expect(known.length).toBeLessThan(texts.length);
  expect(texts.map((text) => numberOf(numbers, text))).toEqual(found);
});

test("too many, too long, and forgotten", () => {
  const numbers = textNumbers(["TCP", "UDP"]);
  expect(numberOf(numbers, "UDP")).toBe(1);
  expect(numbers.taken()).toEqual([]);
  expect(numberOf(numbers, "x".repeat(257))).toBe(NO_NUMBER);
  for (let at = 0; !numbers.isFull() && at < 100_000; at++) numberOf(numbers, `n${at}`);
  expect(numbers.isFull()).toBe(true);
  expect(numberOf(numbers, "another")).toBe(NO_NUMBER);
  expect(numberOf(numbers, "UDP")).toBe(1);
  numbers.clear();
  expect(numberOf(numbers, "another")).toBe(0);
  expect(numbers.taken()).toEqual(["another"]);
});
