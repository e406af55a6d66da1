import type { Ranges } from "./address-ranges.ts";

/** The most rules of a block: a row of bits holds them all. */
export const BLOCK = 256;
/** The most rows and pages of a table: numbers of them have 16 bits. */
const MOST = 2 ** 16;

/**
 * One criterion of a block of rules (a port, a protocol, an address) as a table: for each of its values the row of bits of
 * the rules that accept it. The values are cut into pages of `2 ** shift`; `pages` has the page of each cut, then for
 * each page the rows of its values. Pages and rows that are alike are there once.
 */
export interface CriterionTable {
  readonly shift: number;
  /** How many numbers of `pages` are pages of cuts. */
  readonly cuts: number;
  readonly pages: Uint16Array;
  /** Row by row: rule `n` of the block is bit `n % 32` of word `n / 32`. */
  readonly rows: Int32Array;
}

/** The last of the cuts, which begin with 0, that is not above the value. */
export function intervalAt(cuts: Uint32Array, value: number): number {
  let low = 0;
  let high = cuts.length;
  while (high - low > 1) {
    const middle = (low + high) >>> 1;
    if ((cuts[middle] as number) <= value) low = middle;
    else high = middle;
  }
  return low;
}

/**
 * Builds the table of one criterion: per rule of a block the values it takes (all where `undefined`), out of `0` to
 * `domain - 1`. `undefined` where there are too many different rows or pages, which fewer rules have fewer of.
 */
export function compileCriterionTable(
  accepted: readonly (Ranges | undefined)[],
  domain: number,
): CriterionTable | undefined {
  const words = Math.ceil(accepted.length / 32);
  const bits = new Int32Array(words);
  const flip = (rule: number) => {
    bits[rule >>> 5] = (bits[rule >>> 5] as number) ^ (1 << (rule & 31));
  };
  const events = eventsOf(accepted, domain, flip);
  const pool = rowPool(words, events.length + 1);
  const starts: number[] = [];
  const rowOf: number[] = [];
  for (let event = 0, start = 0; ; ) {
    for (; event < events.length && Math.floor((events[event] as number) / BLOCK) === start; event++) {
      flip((events[event] as number) % BLOCK);
    }
    const row = pool.add(bits);
    if (row !== rowOf.at(-1)) {
      starts.push(start);
      rowOf.push(row);
    }
    if (event === events.length) break;
    start = Math.floor((events[event] as number) / BLOCK);
  }
  starts.push(domain);
  if (pool.count() > MOST) return undefined;
  const paged = pagesOf(starts, rowOf);
  return paged && { ...paged, rows: pool.rows() };
}

/** Where a rule begins or stops to accept, as `position * BLOCK + rule`, sorted; bits set from the start are flipped at once. */
function eventsOf(accepted: readonly (Ranges | undefined)[], domain: number, flip: (rule: number) => void) {
  const events = new Float64Array(accepted.reduce((sum, ranges) => sum + (ranges?.length ?? 0), 0));
  let size = 0;
  for (const [rule, ranges] of accepted.entries()) {
    if (ranges === undefined) flip(rule);
    else for (const at of ranges) if (at < domain) events[size++] = at * BLOCK + rule;
  }
  return events.subarray(0, size).sort();
}

/** The sizes of pages that are tried, as powers of two. */
const SHIFTS = [2, 4, 6, 8, 16];

/** The rows of values in pages, given where intervals begin (and the last one ends) and the row of each. */
function pagesOf(
  starts: readonly number[],
  rowOf: readonly number[],
): Pick<CriterionTable, "shift" | "cuts" | "pages"> | undefined {
  const domain = starts[rowOf.length] as number;
  const shift = bestShift(starts, domain);
  const width = 2 ** shift;
  const cuts = Math.ceil(domain / width);
  const pageOf = new Int32Array(cuts);
  const uniform = new Map<number, number>();
  const firsts: number[] = [];
  for (let cut = 0, interval = 0; cut < cuts; cut++) {
    const row = rowOf[interval] as number;
    const end = (cut + 1) * width;
    const isUniform = (starts[interval + 1] as number) >= end;
    const known = isUniform ? uniform.get(row) : undefined;
    const page = known ?? firsts.push(interval) - 1;
    if (isUniform) uniform.set(row, page);
    pageOf[cut] = page;
    while (interval + 1 < rowOf.length && (starts[interval + 1] as number) <= end) interval++;
  }
  if (firsts.length > MOST) return undefined;
  const pages = new Uint16Array(cuts + firsts.length * width);
  pages.set(pageOf);
  for (let cut = 0, made = 0; cut < cuts; cut++) {
    if (pageOf[cut] !== made) continue;
    let interval = firsts[made++] as number;
    const to = cuts + made * width;
    for (let at = to - width, value = cut * width; at < to; at++, value++) {
      if (starts[interval + 1] === value && interval + 1 < rowOf.length) interval++;
      pages[at] = rowOf[interval] as number;
    }
  }
  return { shift, cuts, pages };
}

/** The size of pages that takes the least room. */
function bestShift(starts: readonly number[], domain: number): number {
  let [shift, least] = [0, Number.POSITIVE_INFINITY];
  for (const tried of SHIFTS) {
    const cuts = Math.ceil(domain / 2 ** tried);
    const size = cuts + Math.min(cuts, mixedPages(starts, tried) + starts.length) * 2 ** tried;
    if (size < least) [shift, least] = [tried, size];
  }
  return shift;
}

/** How many pages an interval begins within. */
function mixedPages(starts: readonly number[], shift: number): number {
  let [count, last] = [0, -1];
  for (const start of starts) {
    const page = Math.floor(start / 2 ** shift);
    if (page === last || start % 2 ** shift === 0) continue;
    count++;
    last = page;
  }
  return count;
}

/** Keeps each different row once, of `most` that come. */
function rowPool(words: number, most: number) {
  const rows = new Int32Array(words * most);
  const mask = 2 ** (33 - Math.clz32(most)) - 1;
  /** The rows by hash, each with one added: 0 is a free place. */
  const table = new Int32Array(mask + 1);
  let count = 0;
  const isRow = (row: number, bits: Int32Array) => {
    for (let word = 0; word < words; word++) if (rows[row * words + word] !== bits[word]) return false;
    return true;
  };
  function add(bits: Int32Array): number {
    let hash = 0;
    for (let word = 0; word < words; word++) hash = Math.imul(hash ^ (bits[word] as number), 0x9e3779b1);
    let at = (hash ^ (hash >>> 15)) & mask;
    for (; table[at] !== 0; at = (at + 1) & mask) {
      const row = (table[at] as number) - 1;
      if (isRow(row, bits)) return row;
    }
    table[at] = count + 1;
    rows.set(bits, count * words);
    return count++;
  }
  return { add, count: () => count, rows: () => rows.slice(0, count * words) };
}
