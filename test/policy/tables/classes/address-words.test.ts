import { expect, test } from "vitest";
import { layOut, putField } from "../../../../src/policy/tables/classes/address-words.ts";

const MOST_HALF = 2 ** 16;

test.each<[what: string, intervals: number, labels: number[]]>([
  ["nothing to tell apart", 1, []],
  ["few values", 5, [201, 22, 3]],
  ["one label subset has a word of its own", 2 ** 31, [2 ** 31]],
  ["two have half a word each", 2 ** 31, [MOST_HALF, MOST_HALF]],
  ["the third what intervals leave", 2 ** 11, [MOST_HALF, 2, 2 ** 20]],
])("%s: every value can be read back", (_, intervals, labels) => {
  const laid = layOut(intervals, labels);
  const fields = [...(laid ? [laid.nets, ...laid.labels] : [])];
  expect(fields.map(({ domain }) => domain)).toEqual([intervals, ...labels]);
  for (const pick of [() => 0, (domain: number) => domain - 1, (domain: number) => domain >>> 1]) {
    const words: [number, number] = [0, 0];
    for (const field of fields) putField(words, field, pick(field.domain));
    expect(words[0]).toBeGreaterThanOrEqual(0);
    const read = fields.map(
      ({ word, from, domain }) => ((words[word as 0 | 1] >>> from) & (2 ** 31 - 1)) % span(domain),
    );
    expect(read).toEqual(fields.map(({ domain }) => pick(domain)));
  }
});

/** How many values the bits of a domain have. */
const span = (domain: number): number => 2 ** Math.ceil(Math.log2(domain));

test.each<[what: string, intervals: number, labels: number[]]>([
  ["more than half a word", 5, [MOST_HALF + 1, 2]],
  ["more than the other half", 5, [2, MOST_HALF + 1]],
  ["more than intervals leave", 2 ** 11, [2, 2, 2 ** 20 + 1]],
])("%s: there is no room", (_, intervals, labels) => {
  expect(layOut(intervals, labels)).toBeUndefined();
});
