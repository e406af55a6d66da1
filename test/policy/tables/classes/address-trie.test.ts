import fc from "fast-check";
import { expect, test } from "vitest";
import { addressTrie, findAddress, type Intervals } from "../../../../src/policy/tables/classes/address-trie.ts";

const LAST = 2 ** 32 - 1;

function numberAt({ starts, numbers }: Intervals, address: number): number | undefined {
  return numbers[starts.filter((start) => start <= address).length - 1];
}

/** Bounds near each other, near the ends of entries of each level, and anywhere. */
const bound = fc.oneof(
  fc.nat(LAST),
  fc.nat(300).map((at) => 0x0a000000 + at),
  fc
    .tuple(fc.constantFrom(4, 8, 12, 16, 20, 24), fc.nat(200), fc.integer({ min: -1, max: 1 }))
    .map(([shift, at, by]) => Math.min(LAST, Math.max(0, at * 2 ** shift + by))),
);
const intervals = fc.uniqueArray(bound, { maxLength: 30 }).map((bounds): Intervals => {
  const starts = [...new Set([0, ...bounds])].sort((a, b) => a - b);
  return { starts, numbers: starts.map((start, at) => (start * 7 + at) % 100_003) };
});

test("both numbers of an address are those of its intervals", () => {
  const property = fc.property(intervals, intervals, fc.array(bound), (first, second, more) => {
    const trie = addressTrie(first, second, (one, two) => [one, two]);
    const bounds = [...first.starts, ...second.starts];
    for (const address of [...bounds, ...bounds.map((at) => Math.max(0, at - 1)), ...more, LAST]) {
      const at = findAddress(trie, address);
      expect([trie.entries[at], trie.entries[at + 1]], `${address}`).toEqual([
        numberAt(first, address),
        numberAt(second, address),
      ]);
    }
  });
  fc.assert(property, { numRuns: 300, seed: 3 });
});

test("addresses far from each other take little room", () => {
  const starts = [0, ...Array.from({ length: 1000 }, (_, at) => at * 4_000_037 + 1).flatMap((at) => [at, at + 1])];
  const { entries } = addressTrie(
    { starts, numbers: starts.map((_, at) => at) },
    { starts: [0], numbers: [0] },
    (one, two) => [one, two],
  );
  expect(entries.byteLength).toBeLessThan(1000 * 1024);
});
