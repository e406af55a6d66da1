import type { Ranges } from "./address-ranges.ts";

/** Rules in one block: a row of bits holds a block, so that a long list needs no long rows. */
const BLOCK = 256;
/** Up to this many values of a domain, a table by value is smaller than it is worth searching. */
const SMALL_DOMAIN = 1024;
/** The largest domain that is worth a table by value. */
const MOST_DENSE = 2 ** 16;
/** How much larger a table may be that needs no index. */
const WORTH_REPEATING = 1.25;

/**
 * One criterion of a list of rules (a port, a protocol, an address) as a table: for each interval of its values and each
 * block of rules, the row of bits of the rules that the value satisfies. `cuts` are where intervals begin, none
 * where values are few enough to be intervals themselves. Row `r` is the words from `r * words` in `rows`; which row an
 * interval has in block `b` is at `b * intervals` and on in `index`, which is empty where that is the row's own number.
 */
export interface CriterionTable {
  readonly cuts: Uint32Array;
  readonly intervals: number;
  readonly index: Uint32Array;
  readonly rows: Uint32Array;
}

/** How the bits of a list are laid out: its blocks, and the words of a block's row. */
export interface Layout {
  readonly rules: number;
  readonly blocks: number;
  readonly words: number;
}

/** The layout for a number of rules; bit `b` of word `w` in block `k` is rule `(k * words + w) * 32 + b`. */
export function layoutOf(rules: number): Layout {
  return { rules, blocks: Math.ceil(rules / BLOCK), words: Math.ceil(Math.min(rules, BLOCK) / 32) };
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

/** Builds the table of one criterion: per rule the values it takes (all where `undefined`), out of `0` to `domain - 1`. */
export function compileCriterionTable(
  accepted: readonly (Ranges | undefined)[],
  domain: number,
  layout: Layout,
): CriterionTable {
  const boundaries = accepted.reduce((sum, ranges) => sum + (ranges?.length ?? 0), 0);
  if (domain <= MOST_DENSE && boundaries * 4 > domain) return byValue(accepted, domain, layout);
  const { blocks, words } = layout;
  const current = new Uint32Array(blocks * words);
  const flip = (rule: number) => {
    current[rule >>> 5] = (current[rule >>> 5] as number) ^ (1 << (rule & 31));
  };
  const events = eventsOf(accepted, domain, flip);
  const cuts = distinctPositions(events, accepted.length);
  const pool = rowPool(words);
  const index = new Uint32Array(cuts.length * blocks);
  const rowOf = Uint32Array.from({ length: blocks }, (_, block) => pool.add(current, block * words));
  let event = 0;
  for (const [interval, cut] of cuts.entries()) {
    const changed = new Set<number>();
    for (; event < events.length && Math.floor((events[event] as number) / accepted.length) === cut; event++) {
      const rule = (events[event] as number) % accepted.length;
      flip(rule);
      changed.add(Math.floor(rule / (words * 32)));
    }
    for (const block of changed) rowOf[block] = pool.add(current, block * words);
    for (let block = 0; block < blocks; block++) index[block * cuts.length + interval] = rowOf[block] as number;
  }
  if (cuts.length > 4 && domain <= Math.max(SMALL_DOMAIN, 4 * cuts.length)) {
    return criterionTable(new Uint32Array(0), domain, spread(index, cuts, domain, blocks), pool.rows(), words);
  }
  return criterionTable(cuts, cuts.length, index, pool.rows(), words);
}

/** Where most intervals have a row of their own, rows in the order of the intervals save the index and a step. */
function criterionTable(
  cuts: Uint32Array,
  intervals: number,
  index: Uint32Array,
  rows: Uint32Array,
  words: number,
): CriterionTable {
  if (index.length * words > (index.length + rows.length) * WORTH_REPEATING) return { cuts, intervals, index, rows };
  const repeated = new Uint32Array(index.length * words);
  for (let at = 0; at < index.length; at++) {
    const row = (index[at] as number) * words;
    repeated.set(rows.subarray(row, row + words), at * words);
  }
  return { cuts, intervals, index: new Uint32Array(0), rows: repeated };
}

/** The table where values are intervals, filled value by value: for domains that rules cut into very many intervals. */
function byValue(accepted: readonly (Ranges | undefined)[], domain: number, { blocks, words }: Layout): CriterionTable {
  const pool = rowPool(words);
  const index = new Uint32Array(domain * blocks);
  for (let block = 0; block < blocks; block++) {
    const bits = new Uint32Array(domain * words);
    const first = block * words * 32;
    for (let rule = first; rule < Math.min(accepted.length, first + words * 32); rule++) {
      const ranges = accepted[rule] ?? [0, domain];
      const word = (rule - first) >>> 5;
      const bit = 1 << (rule & 31);
      for (let at = 0; at < ranges.length; at += 2) {
        const to = Math.min(domain, ranges[at + 1] as number) * words + word;
        for (let place = (ranges[at] as number) * words + word; place < to; place += words) {
          bits[place] = (bits[place] as number) | bit;
        }
      }
    }
    for (let value = 0; value < domain; value++) index[block * domain + value] = pool.add(bits, value * words);
  }
  return criterionTable(new Uint32Array(0), domain, index, pool.rows(), words);
}

/** Where a rule begins or stops to accept, as `position * rules + rule`, sorted; bits set from the start are flipped at once. */
function eventsOf(accepted: readonly (Ranges | undefined)[], domain: number, flip: (rule: number) => void) {
  const events: number[] = [];
  for (const [rule, ranges] of accepted.entries()) {
    if (ranges === undefined) flip(rule);
    else for (const at of ranges) if (at < domain) events.push(at * accepted.length + rule);
  }
  return Float64Array.from(events).sort();
}

/** The distinct positions of the events, beginning with 0. */
function distinctPositions(events: Float64Array, rules: number): Uint32Array {
  const positions = [0];
  for (const event of events) {
    const at = Math.floor(event / rules);
    if (at !== positions.at(-1)) positions.push(at);
  }
  return Uint32Array.from(positions);
}

/** The index by value instead of by interval. */
function spread(index: Uint32Array, cuts: Uint32Array, domain: number, blocks: number): Uint32Array {
  const table = new Uint32Array(domain * blocks);
  for (let block = 0; block < blocks; block++) {
    for (let at = 0; at < cuts.length; at++) {
      const from = block * domain + (cuts[at] as number);
      const to = block * domain + (at + 1 < cuts.length ? (cuts[at + 1] as number) : domain);
      table.fill(index[block * cuts.length + at] as number, from, to);
    }
  }
  return table;
}

/** Keeps each different row once. */
function rowPool(words: number) {
  const rows: number[] = [];
  const byHash = new Map<number, number[]>();
  const isRow = (row: number, source: Uint32Array, offset: number) => {
    for (let word = 0; word < words; word++) if (rows[row * words + word] !== source[offset + word]) return false;
    return true;
  };
  function add(source: Uint32Array, offset: number): number {
    let hash = 0;
    for (let word = 0; word < words; word++) hash = Math.imul(hash ^ (source[offset + word] as number), 0x9e3779b1) | 0;
    const same = byHash.get(hash);
    const known = same?.find((row) => isRow(row, source, offset));
    if (known !== undefined) return known;
    const row = rows.length / words;
    for (let word = 0; word < words; word++) rows.push(source[offset + word] as number);
    if (same) same.push(row);
    else byHash.set(hash, [row]);
    return row;
  }
  return { add, rows: () => Uint32Array.from(rows) };
}
