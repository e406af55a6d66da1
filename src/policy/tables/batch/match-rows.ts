import { ALLOW, BLOCK_FIELDS, DENY, FIELDS, PASS, type RuleList, SIX } from "../rule-list.ts";
import { BY_RULE, DENIED, MOST_SLOTS, NEXT } from "./decisions.ts";
import { fillAddresses, sideOfAddress, TILE, type Tile } from "./tile.ts";

/** A list of rules, and what it decides as numbers of decisions.ts. */
export interface ListStep {
  readonly list: RuleList;
  /** Of a rule, without its slot and what it does. */
  readonly decided: number;
  /** For packets that no rule matches; `NEXT` where they go on to the next list. */
  readonly unmatched: number;
}

/** By action of a rule, what becomes of packets that it matches. */
const MATCHED = new Int32Array(4);
MATCHED[ALLOW] = BY_RULE;
MATCHED[DENY] = DENIED;
MATCHED[PASS] = NEXT;

/** By place, for each criterion where the row of a packet begins; used within one call only. */
const starts = Array.from({ length: SIX }, () => new Int32Array(TILE));
/** By place, the words in which all rows so far have a bit. */
const words = new Int32Array(TILE);
/** Places of packets that no rule of the blocks so far matches, and of those that a rule of this block still may match. */
const unmatched = new Int32Array(TILE);
const candidates = new Int32Array(TILE);

/** Whether `matchRows` can match with a list: no match of its tables needs a second look, and no block has more than six criteria. */
export function matchesRows({ inexact, blocks, rules }: RuleList): boolean {
  for (let block = 0; block < blocks.length; block += BLOCK_FIELDS) {
    if ((blocks[block + 4] as number) - (blocks[block + 3] as number) > SIX * FIELDS) return false;
  }
  return inexact === undefined && rules.length <= MOST_SLOTS;
}

/**
 * `firstMatch` for many packets: those at `count` places. What the first rule that matches decides is put into `decided`, by place; the
 * others keep what is there, `unmatched` of the step. One criterion for all packets, then the next: loops so short that the processor works
 * on several packets at once. A packet is left out as soon as no rule can match it, without a branch, as nobody can foresee when that is.
 */
export function matchRows(step: ListStep, tile: Tile, places: Int32Array, count: number, decided: Int32Array): void {
  const { list } = step;
  const { blocks, criteria } = list;
  let [rest, remaining] = [places, count];
  for (let block = 0; block < blocks.length && remaining > 0; block += BLOCK_FIELDS) {
    const first = blocks[block + 3] as number;
    const used = ((blocks[block + 4] as number) - first) / FIELDS;
    const stride = (blocks[block + 1] as number) + 1;
    let [from, left, filled] = [rest, remaining, 0];
    for (let one = 0; one < used; one++) {
      const at = first + one * FIELDS;
      const value = criteria[at] as number;
      const side = sideOfAddress(value);
      if ((side & ~filled) !== 0) fillAddresses(tile, list.classes, side, from, left);
      filled |= side;
      const column = tile.values[value] as Int32Array;
      left = findRows(list, at, stride, column, from, left, starts[one] as Int32Array, one === 0);
      from = candidates;
    }
    if (used === 0) findAll(list, blocks[block + 2] as number, rest, remaining);
    scanRows(list, blocks[block] as number, used, left, step.decided, decided);
    if (block + BLOCK_FIELDS === blocks.length) return;
    let kept = 0;
    for (let at = 0; at < remaining; at++) {
      const place = rest[at] as number;
      if (decided[place] === step.unmatched) unmatched[kept++] = place;
    }
    [rest, remaining] = [unmatched, kept];
  }
}

/** Without criteria: the row of all rules. */
function findAll({ rows }: RuleList, all: number, places: Int32Array, count: number): void {
  for (let one = 0; one < count; one++) {
    const place = places[one] as number;
    candidates[one] = place;
    words[place] = rows[all] as number;
    (starts[0] as Int32Array)[place] = all;
  }
}

/** Finds the rows of packets for the criterion at `at` (`rowAt` of rule-list.ts); keeps those as candidates that a rule may match. */
function findRows(
  { criteria, pages, rows }: RuleList,
  at: number,
  stride: number,
  column: Int32Array,
  places: Int32Array,
  count: number,
  into: Int32Array,
  isFirst: boolean,
): number {
  const shift = criteria[at + 1] as number;
  const mask = (1 << shift) - 1;
  const cutsAt = criteria[at + 2] as number;
  const valuesAt = criteria[at + 3] as number;
  const rowsAt = criteria[at + 4] as number;
  const before = isFirst ? -1 : 0;
  let kept = 0;
  for (let one = 0; one < count; one++) {
    const place = places[one] as number;
    const value = column[place] as number;
    const page = pages[cutsAt + (value >>> shift)] as number;
    const row = rowsAt + (pages[valuesAt + (page << shift) + (value & mask)] as number) * stride;
    const common = (rows[row] as number) & ((words[place] as number) | before);
    into[place] = row;
    words[place] = common;
    candidates[kept] = place;
    kept += (common | -common) >>> 31;
  }
  return kept;
}

/** The first rule whose bit is set in all rows of a candidate. */
function scanRows(
  { rows, actions }: RuleList,
  first: number,
  used: number,
  count: number,
  decision: number,
  decided: Int32Array,
): void {
  // A row that is looked at twice stands for one that there is not.
  const a = starts[0] as Int32Array;
  const b = used > 1 ? (starts[1] as Int32Array) : a;
  const c = used > 2 ? (starts[2] as Int32Array) : a;
  const d = used > 3 ? (starts[3] as Int32Array) : a;
  const e = used > 4 ? (starts[4] as Int32Array) : a;
  const f = used > 5 ? (starts[5] as Int32Array) : a;
  for (let one = 0; one < count; one++) {
    const place = candidates[one] as number;
    const [atA, atB, atC] = [a[place] as number, b[place] as number, c[place] as number];
    const [atD, atE, atF] = [d[place] as number, e[place] as number, f[place] as number];
    for (let common = words[place] as number; common !== 0; common &= common - 1) {
      const word = 32 - Math.clz32(common & -common);
      const bits =
        (rows[atA + word] as number) &
        (rows[atB + word] as number) &
        (rows[atC + word] as number) &
        (rows[atD + word] as number) &
        (rows[atE + word] as number) &
        (rows[atF + word] as number);
      if (bits === 0) continue;
      const slot = first + (word - 1) * 32 + 31 - Math.clz32(bits & -bits);
      decided[place] = (MATCHED[actions[slot] as number] as number) | decision | slot;
      break;
    }
  }
}
