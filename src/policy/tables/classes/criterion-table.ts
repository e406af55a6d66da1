import type { Ranges } from "./address-ranges.ts";
import { HEAD_WORDS, MOST_ROWS, type RowPool } from "./row-pool.ts";

/** The most rules of a block: a row of bits holds them all. */
export const BLOCK = 256;
/** Numbers of pages have 16 bits. */
const MOST_PAGES = 2 ** 16;
/** Fields of no more values have a row for each; others have pages. */
export const FEW_VALUES = 1024;

/** Where a value of a packet is: which of its words, from which bit on, and how many values there are. */
export interface Field {
  readonly word: number;
  readonly from: number;
  readonly domain: number;
  /** Whether a criterion has pages. */
  readonly isPaged: boolean;
}

/**
 * One criterion of a block of rules (a port, a protocol, an address): for each value of a field the row of the rules that accept it.
 * The rows of few values are in `pages` of the block, one after the other. More values are cut into pages of `2 ** shift`: the number of
 * the page of each cut comes first, then the rows, page by page. Pages and rows that are alike are there once. A row is known by
 * where its head is (`RuleBlock`).
 */
export interface Criterion {
  readonly word: number;
  readonly from: number;
  /** The bits of a value, those within its page where there are pages. */
  readonly mask: number;
  /** Where the rows, or the numbers of pages, begin. */
  readonly at: number;
  /** 0 where there are no pages. */
  readonly shift: number;
  /** The bits that say which cut a value is in. */
  readonly cutFrom: number;
  readonly cutMask: number;
}

/** Where the head of the row of a packet with this word is. */
export function headOf(pages: Uint16Array, word: number, criterion: Criterion): number {
  const { from, mask, at, shift, cutFrom, cutMask } = criterion;
  const first = shift > 0 ? (pages[(at + ((word >>> cutFrom) & cutMask)) | 0] as number) << shift : at;
  return pages[(first + ((word >>> from) & mask)) | 0] as number;
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

/** A criterion, and its part of the block's pages. */
export interface CompiledCriterion {
  readonly criterion: Criterion;
  readonly pages: Uint16Array;
}

/**
 * Compiles one criterion: per rule of a block the values it takes (all where `undefined`). Its rows go into the pool of the block, its
 * pages where those of the block end. `undefined` where there are too many different rows, which fewer rules have fewer of.
 */
export function compileCriterion(
  accepted: readonly (Ranges | undefined)[],
  field: Field,
  pool: RowPool,
  at: number,
): CompiledCriterion | undefined {
  const bits = new Int32Array(pool.words);
  const flip = (rule: number) => {
    bits[rule >>> 5] = (bits[rule >>> 5] as number) ^ (1 << (rule & 31));
  };
  const events = eventsOf(accepted, field.domain, flip);
  const starts: number[] = [];
  const heads: number[] = [];
  for (let event = 0, start = 0; ; ) {
    for (; event < events.length && Math.floor((events[event] as number) / BLOCK) === start; event++) {
      flip((events[event] as number) % BLOCK);
    }
    const head = HEAD_WORDS * pool.add(bits);
    if (head !== heads.at(-1)) {
      starts.push(start);
      heads.push(head);
    }
    if (event === events.length) break;
    start = Math.floor((events[event] as number) / BLOCK);
  }
  if (pool.count() > MOST_ROWS) return undefined;
  return field.isPaged ? inPages({ starts, heads }, field, at) : headByHead({ starts, heads }, field, at);
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

/** Where intervals of values begin, from 0 on, and the head of each. */
interface Intervals {
  readonly starts: readonly number[];
  readonly heads: readonly number[];
}

function headByHead({ starts, heads }: Intervals, { word, from, domain }: Field, at: number): CompiledCriterion {
  const pages = new Uint16Array(domain);
  for (const [interval, head] of heads.entries()) pages.fill(head, starts[interval], starts[interval + 1] ?? domain);
  const mask = maskOf(domain);
  return { criterion: { word, from, mask, at, shift: 0, cutFrom: 0, cutMask: 0 }, pages };
}

/** The bits of the values below `domain`. */
function maskOf(domain: number): number {
  return domain > 1 ? -1 >>> Math.clz32(domain - 1) : 0;
}

/** The sizes of pages that are tried, as powers of two. */
const SHIFTS = [2, 4, 6, 8, 16];

function inPages({ starts, heads }: Intervals, { word, from, domain }: Field, at: number): CompiledCriterion {
  const shift = bestShift(starts, domain, at);
  const width = 2 ** shift;
  const cuts = Math.ceil(domain / width);
  const firsts: number[] = [];
  const uniform = new Map<number, number>();
  const pageOf = new Int32Array(cuts);
  for (let cut = 0, interval = 0; cut < cuts; cut++) {
    const head = heads[interval] as number;
    const end = (cut + 1) * width;
    const isUniform = (starts[interval + 1] ?? domain) >= end;
    const known = isUniform ? uniform.get(head) : undefined;
    const page = known ?? firsts.push(interval) - 1;
    if (isUniform) uniform.set(head, page);
    pageOf[cut] = page;
    while (interval + 1 < heads.length && (starts[interval + 1] as number) <= end) interval++;
  }
  const firstPage = Math.ceil((at + cuts) / width);
  const pages = new Uint16Array((firstPage + firsts.length) * width - at);
  for (let cut = 0, made = 0; cut < cuts; cut++) {
    pages[cut] = firstPage + (pageOf[cut] as number);
    if (pageOf[cut] !== made) continue;
    let interval = firsts[made++] as number;
    const to = (firstPage + made) * width - at;
    for (let place = to - width, value = cut * width; place < to; place++, value++) {
      if (starts[interval + 1] === value) interval++;
      pages[place] = heads[interval] as number;
    }
  }
  const mask = maskOf(domain) & (width - 1);
  return { criterion: { word, from, mask, at, shift, cutFrom: from + shift, cutMask: maskOf(cuts) }, pages };
}

/** The size of pages that takes the least room, out of those of which there are numbers enough behind what the block has. */
function bestShift(starts: readonly number[], domain: number, at: number): number {
  let best = 0;
  let least = Number.POSITIVE_INFINITY;
  for (const shift of SHIFTS) {
    const width = 2 ** shift;
    const cuts = Math.ceil(domain / width);
    const pages = Math.min(cuts, mixedPages(starts, shift) + starts.length);
    const size = cuts + pages * width;
    if (size >= least || Math.ceil((at + cuts) / width) + pages > MOST_PAGES) continue;
    least = size;
    best = shift;
  }
  return best;
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
