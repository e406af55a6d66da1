/** How many words the head of a row has (`RuleBlock`). */
export const HEAD_WORDS = 2;
/** The most rows of a block: where heads are has 16 bits. */
export const MOST_ROWS = 2 ** 16 / HEAD_WORDS;

/** Rows of bits, a bit for each rule of a block; each different row is there once. */
export interface RowPool {
  /** How many words a row has. */
  readonly words: number;
  /** Adds a row; returns its number. */
  readonly add: (bits: Int32Array) => number;
  readonly count: () => number;
  /** All rows, one after the other. */
  readonly rows: () => Int32Array;
}

/** Starts a pool. */
export function rowPool(words: number): RowPool {
  let rows = new Int32Array(words * 64);
  /** The rows by hash, each with one added: 0 is a free place. */
  let table = new Int32Array(256);
  let count = 0;

  const isRow = (row: number, bits: Int32Array) => {
    for (let word = 0; word < words; word++) if (rows[row * words + word] !== bits[word]) return false;
    return true;
  };

  /** The place of a row in the table, or the free place where it belongs. */
  function placeOf(bits: Int32Array): number {
    const mask = table.length - 1;
    let hash = 0;
    for (let word = 0; word < words; word++) hash = Math.imul(hash ^ (bits[word] as number), 0x9e3779b1);
    let at = (hash ^ (hash >>> 15)) & mask;
    while (table[at] !== 0 && !isRow((table[at] as number) - 1, bits)) at = (at + 1) & mask;
    return at;
  }

  function grow(): void {
    const larger = new Int32Array(2 * rows.length);
    larger.set(rows);
    rows = larger;
    table = new Int32Array(2 * table.length);
    for (let row = 0; row < count; row++) table[placeOf(rows.subarray(row * words, row * words + words))] = row + 1;
  }

  function add(bits: Int32Array): number {
    const known = table[placeOf(bits)] as number;
    if (known !== 0) return known - 1;
    if (rows.length === count * words) grow();
    rows.set(bits, count * words);
    table[placeOf(bits)] = ++count;
    return count - 1;
  }

  return { words, add, count: () => count, rows: () => rows.slice(0, count * words) };
}
