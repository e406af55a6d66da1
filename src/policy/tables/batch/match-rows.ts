import { VALUES } from "../classes/classed-packet.ts";
import { BLOCK_FIELDS, FIELDS, type RuleList, SIX } from "../rule-list.ts";

/** The most packets that are matched at a time: what is known of them stays in the processor's nearest cache. */
export const TILE = 512;

/** What rules read of some packets (`ClassedPacket.values`): a column for each value, with the packets' by their place. */
export type ValueColumns = readonly Int32Array[];

/** Room for the values of `TILE` packets. */
export function newValueColumns(): ValueColumns {
  return Array.from({ length: VALUES }, () => new Int32Array(TILE));
}

/** Per criterion where the rows of packets begin; used within one call only. */
const starts = Array.from({ length: SIX }, () => new Int32Array(TILE));
const [a, b, c, d, e, f] = starts as [Int32Array, Int32Array, Int32Array, Int32Array, Int32Array, Int32Array];
const left = new Int32Array(TILE);

/** Whether `matchRows` can match with a list: no match of its tables needs a second look, and no block has more than six criteria. */
export function matchesRows({ inexact, blocks }: RuleList): boolean {
  for (let block = 0; block < blocks.length; block += BLOCK_FIELDS) {
    if ((blocks[block + 4] as number) - (blocks[block + 3] as number) > SIX * FIELDS) return false;
  }
  return inexact === undefined;
}

/**
 * `firstMatch` for many packets: those at `count` places, the slots of their rules by place. One criterion for all packets, then
 * the next: loops so short that the processor works on several packets at once, and waits for memory once.
 */
export function matchRows(
  list: RuleList,
  values: ValueColumns,
  places: Int32Array,
  count: number,
  slots: Int32Array,
): void {
  const { blocks, criteria } = list;
  for (let at = 0; at < count; at++) slots[places[at] as number] = -1;
  let [rest, remaining] = [places, count];
  for (let block = 0; block < blocks.length && remaining > 0; block += BLOCK_FIELDS) {
    const first = blocks[block + 3] as number;
    const used = ((blocks[block + 4] as number) - first) / FIELDS;
    for (let one = 0; one < SIX; one++) {
      const into = starts[one] as Int32Array;
      if (one >= used) into.fill(blocks[block + 2] as number, 0, remaining);
      else {
        const at = first + one * FIELDS;
        const column = values[criteria[at] as number] as Int32Array;
        findRows(list, at, blocks[block + 1] as number, column, rest, remaining, into);
      }
    }
    scanRows(list.rows, blocks[block + 1] as number, blocks[block] as number, rest, remaining, slots);
    if (block + BLOCK_FIELDS === blocks.length) return;
    let kept = 0;
    for (let at = 0; at < remaining; at++) {
      const place = rest[at] as number;
      if ((slots[place] as number) < 0) left[kept++] = place;
    }
    [rest, remaining] = [left, kept];
  }
}

/** Where the rows of packets begin, for the criterion at `at` (`rowAt` of rule-list.ts). */
function findRows(
  { criteria, pages }: RuleList,
  at: number,
  words: number,
  column: Int32Array,
  places: Int32Array,
  count: number,
  into: Int32Array,
): void {
  const shift = criteria[at + 1] as number;
  const mask = (1 << shift) - 1;
  const cutsAt = criteria[at + 2] as number;
  const valuesAt = criteria[at + 3] as number;
  const rowsAt = criteria[at + 4] as number;
  for (let one = 0; one < count; one++) {
    const value = column[places[one] as number] as number;
    const page = pages[cutsAt + (value >>> shift)] as number;
    into[one] = rowsAt + (pages[valuesAt + (page << shift) + (value & mask)] as number) * words;
  }
}

/** The first rule whose bit is set in all rows of a packet. */
function scanRows(
  rows: Int32Array,
  words: number,
  first: number,
  places: Int32Array,
  count: number,
  slots: Int32Array,
): void {
  for (let one = 0; one < count; one++) {
    const [atA, atB, atC] = [a[one] as number, b[one] as number, c[one] as number];
    const [atD, atE, atF] = [d[one] as number, e[one] as number, f[one] as number];
    for (let word = 0; word < words; word++) {
      const bits =
        (rows[atA + word] as number) &
        (rows[atB + word] as number) &
        (rows[atC + word] as number) &
        (rows[atD + word] as number) &
        (rows[atE + word] as number) &
        (rows[atF + word] as number);
      if (bits === 0) continue;
      slots[places[one] as number] = first + word * 32 + 31 - Math.clz32(bits & -bits);
      break;
    }
  }
}
