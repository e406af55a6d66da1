/** Two words of every IPv4 address, found in a few steps by `findAddress`. */
export interface AddressTrie {
  readonly entries: Int32Array;
}

/** Numbers that addresses have from `starts[i]` to before `starts[i + 1]`; the starts ascend from 0. */
export interface Intervals {
  readonly starts: readonly number[];
  readonly numbers: readonly number[];
}

/** The words of two numbers. */
export type WordsOf = (first: number, second: number) => readonly [number, number];

/** The fewest bits of an address that a page distinguishes. */
const LEAST_BITS = 4;

/**
 * Two numberings of all IPv4 addresses as one trie of the words made of both numbers; the first is not negative. A page has an
 * entry for each value of some bits of the address: more bits the more intervals begin within it, so that addresses close
 * together are found in two or three steps, without a comparison whose outcome the processor could not foresee. An entry is the
 * two words; or `~` the place of a page, and how far its bits are from the right plus 32 times how many they are. The first entry
 * has a page. An interval costs about 32 bytes, one far from others up to 1 KB.
 */
export function addressTrie(first: Intervals, second: Intervals, wordsOf: WordsOf): AddressTrie {
  const { starts, words } = merged(first, second, wordsOf);
  let entries = new Int32Array(1024);
  let size = 2;
  let interval = 0;

  function newPage(bits: number): number {
    const page = size;
    size += 2 ** (bits + 1);
    if (size > entries.length) {
      const larger = new Int32Array(Math.max(size, 2 * entries.length));
      larger.set(entries);
      entries = larger;
    }
    return page;
  }

  /** Fills in the entry of `2 ** bits` addresses from `base`; `interval` is the one that holds the first of them. */
  function fill(at: number, base: number, bits: number): void {
    const end = base + 2 ** bits;
    let last = interval;
    while (last + 1 < starts.length && (starts[last + 1] as number) < end) last++;
    if (last === interval && bits < 32) {
      entries[at] = words[2 * interval] as number;
      entries[at + 1] = words[2 * interval + 1] as number;
      if (starts[interval + 1] === end) interval++;
      return;
    }
    const used = Math.min(bits, Math.max(LEAST_BITS, 32 - Math.clz32(last - interval)));
    const page = newPage(used);
    entries[at] = ~page;
    entries[at + 1] = bits - used + 32 * used;
    const width = 2 ** (bits - used);
    for (let one = 0; one < 2 ** used; one++) fill(page + 2 * one, base + one * width, bits - used);
  }

  fill(0, 0, 32);
  return { entries: entries.slice(0, size) };
}

/** Where the two words of an address are: at this index of the entries, and the next. The sign of the address does not matter. */
export function findAddress({ entries }: AddressTrie, address: number): number {
  let at = 0;
  for (let entry = entries[0] as number; entry < 0; entry = entries[at] as number) {
    const bits = entries[at + 1] as number;
    // A shift counts by the last five bits of its right side.
    at = ~entry + 2 * ((address >>> bits) & ((1 << (bits >>> 5)) - 1));
  }
  return at;
}

/** The intervals in which both numbers are the same, and the words of each. */
function merged(first: Intervals, second: Intervals, wordsOf: WordsOf) {
  const most = first.starts.length + second.starts.length;
  const [starts, words] = [new Float64Array(most), new Int32Array(2 * most)];
  let count = 0;
  for (let [one, two, from] = [0, 0, 0]; from < 2 ** 32; count++) {
    starts[count] = from;
    const [low, high] = wordsOf(first.numbers[one] as number, second.numbers[two] as number);
    words[2 * count] = low;
    words[2 * count + 1] = high;
    const nextOne = first.starts[one + 1] ?? 2 ** 32;
    const nextTwo = second.starts[two + 1] ?? 2 ** 32;
    from = Math.min(nextOne, nextTwo);
    if (from === nextOne) one++;
    if (from === nextTwo) two++;
  }
  return { starts: starts.subarray(0, count), words };
}
