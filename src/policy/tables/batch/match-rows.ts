import { HEADER, SOURCE, SOURCE_PORT } from "../classes/classed-packet.ts";
import { type Criterion, headOf } from "../classes/criterion-table.ts";
import { MOST_CRITERIA, type RuleBlock } from "../classes/rule-block.ts";
import type { RuleList } from "../rule-list.ts";
import { MOST_SLOTS } from "./decisions.ts";
import { findAddresses } from "./find-addresses.ts";
import { type MatchPlan, matchPlans, type Side } from "./match-plan.ts";
import { AT_DESTINATION_PORT, AT_HEADER, AT_SOURCE_PORT, RECORD, RECORD_BITS } from "./sorted-packets.ts";
import { TILE, type Tile } from "./tile.ts";

/** A list of rules, and what it decides as numbers of decisions.ts. */
export interface ListStep {
  readonly list: RuleList;
  /** Of a rule, without its slot and what it does. */
  readonly decided: number;
  /** For packets that no rule matches; `NEXT` where they go on to the next list. */
  readonly unmatched: number;
}

/** Whether `matchRows` can match with a list: no match of its tables needs a second look. */
export function matchesRows({ inexact, rules }: RuleList): boolean {
  return inexact === undefined && rules.length <= MOST_SLOTS;
}

/** By place, the heads of rows as far as all criteria so far have them in common; used within one call only, as are the others. */
const ofFirst = new Int32Array(TILE);
const ofOthers = new Int32Array(TILE);
/**
 * Places of packets that no block so far decides, of those that a rule of this block may match, and of those that only a tail may
 * decide.
 */
const unmatched = new Int32Array(TILE);
const candidates = new Int32Array(TILE);
const late = new Int32Array(TILE);
/** By place, the values that a criterion reads. */
const values = new Int32Array(TILE);

/**
 * `firstMatch` for many packets: those at `count` places. What the first rule that matches decides is put into `decided`, by place; the
 * others keep what is there, `unmatched` of the step. The loops are short, call nothing, read few arrays, and branch only by what is hardly
 * ever so, or hardly ever not: the processor works on several packets at once.
 */
export function matchRows(step: ListStep, tile: Tile, places: Int32Array, count: number, decided: Int32Array): void {
  const plans = matchPlans(step.list);
  let from = places;
  let remaining = count;
  for (let at = 0; at < plans.length && remaining > 0; at++) {
    matchBlock(plans[at] as MatchPlan, step, tile, from, remaining, decided);
    if (at + 1 === plans.length) return;
    let kept = 0;
    for (let one = 0; one < remaining; one++) {
      const place = from[one] as number;
      if (decided[place] === step.unmatched) unmatched[kept++] = place;
    }
    from = unmatched;
    remaining = kept;
  }
}

/** So many packets read so much of a list that bringing it near pays. */
const MANY = 32;
/** How many numbers of arrays are in what the processor brings from memory at a time. */
const LINE = { pages: 32, heads: 16 } as const;

/**
 * Reads a block's tables from the front to the end, as the processor foresees: it takes less time than to wait for each of the places
 * that packets read in no order.
 */
function bringNear({ pages, heads }: RuleBlock): void {
  let read = 0;
  for (let at = 0; at < pages.length; at += LINE.pages) read |= pages[at] as number;
  for (let at = 0; at < heads.length; at += LINE.heads) read |= heads[at] as number;
  // What is read must go somewhere, or it is not read at all.
  late[0] = read;
}

function matchBlock(
  plan: MatchPlan,
  { list, decided: decision }: ListStep,
  tile: Tile,
  places: Int32Array,
  count: number,
  decided: Int32Array,
): void {
  const { headers, trie4 } = list.classes;
  const { block, port, others, sides } = plan;
  // A way with few packets takes them to lists that are not in the processor's caches.
  if (tile.count < TILE && count >= MANY) bringNear(block);
  const isLastOnly = port === undefined && others.length === 0;
  let from = places;
  let left = count;
  if (port !== undefined) {
    left = askPort(plan, port, headers.of, tile, from, left);
    from = candidates;
  }
  for (let at = 0; at < sides.length; at++) findAddresses(tile, trie4, sides[at] as Side, from, left);
  for (let at = 0; at < others.length; at++) {
    const criterion = others[at] as Criterion;
    const column = columnOf(criterion, headers.of, tile, from, left);
    left = askOne(plan, criterion, column, from === places, from, left);
    from = candidates;
  }
  left = isLastOnly
    ? decideAtOnce(plan, decision, headers.of, tile, from, left, decided)
    : decide(plan, decision, tile, from, left, decided);
  if (left > 0) decideByTails(plan, decision, headers.of, tile, left, decided);
}

/** Asks about the destination port and the header. Leaves packets that a rule may match in `candidates`; returns how many. */
function askPort(
  { block, header }: MatchPlan,
  port: Criterion,
  headers: Int32Array,
  { packets, first }: Tile,
  places: Int32Array,
  count: number,
): number {
  const { pages, heads } = block;
  const { at, shift, mask } = port;
  const { at: atHeader, mask: ofHeader } = header;
  const [firsts, others, into] = [ofFirst, ofOthers, candidates];
  const ports = first * RECORD + AT_DESTINATION_PORT;
  const protocols = first * RECORD + AT_HEADER;
  let kept = 0;
  for (let one = 0; one < count; one++) {
    const place = places[one] as number;
    const value = packets[(ports + (place << RECORD_BITS)) | 0] as number;
    const page = pages[(at + (value >>> shift)) | 0] as number;
    const a = pages[((page << shift) + (value & mask)) | 0] as number;
    const ofPacket = headers[packets[(protocols + (place << RECORD_BITS)) | 0] as number] as number;
    const b = pages[(atHeader + (ofPacket & ofHeader)) | 0] as number;
    const bits = (heads[a] as number) & (heads[b] as number);
    const more = (heads[a | 1] as number) & (heads[b | 1] as number);
    firsts[place] = bits;
    others[place] = more;
    into[kept] = place;
    kept += (bits | more | -(bits | more)) >>> 31;
  }
  return kept;
}

/** The values of packets that a criterion reads. */
function columnOf(
  { word }: Criterion,
  headers: Int32Array,
  { packets, first, words }: Tile,
  places: Int32Array,
  count: number,
): Int32Array {
  if (word >= SOURCE) return words[word] as Int32Array;
  const field = word === HEADER ? AT_HEADER : AT_SOURCE_PORT;
  for (let one = 0; one < count; one++) {
    const place = places[one] as number;
    const value = packets[(first + place) * RECORD + field] as number;
    values[place] = word === HEADER ? (headers[value] as number) : value;
  }
  return values;
}

/** Asks about one criterion, as `askPort` does. */
function askOne(
  { block: { pages, heads } }: MatchPlan,
  criterion: Criterion,
  column: Int32Array,
  isFirst: boolean,
  places: Int32Array,
  count: number,
): number {
  const before = isFirst ? -1 : 0;
  let kept = 0;
  for (let one = 0; one < count; one++) {
    const place = places[one] as number;
    const head = headOf(pages, column[place] as number, criterion);
    const bits = (heads[head] as number) & ((ofFirst[place] as number) | before);
    const more = (heads[head | 1] as number) & ((ofOthers[place] as number) | before);
    ofFirst[place] = bits;
    ofOthers[place] = more;
    candidates[kept] = place;
    kept += (bits | more | -(bits | more)) >>> 31;
  }
  return kept;
}

/** Asks about the last criteria. Packets that only a tail may decide are left in `late`; returns how many. */
function decide(
  { block, outcomes, side, nets, lower, upper }: MatchPlan,
  decision: number,
  { words }: Tile,
  places: Int32Array,
  count: number,
  decided: Int32Array,
): number {
  const { pages, heads } = block;
  const { at, shift, cutMask, mask } = nets;
  const { at: atLower, mask: ofLower } = lower;
  const { at: atUpper, mask: ofUpper } = upper;
  const [firsts, others, into] = [ofFirst, ofOthers, late];
  const [word0, word1] = [words[side] as Int32Array, words[side + 1] as Int32Array];
  let kept = 0;
  for (let one = 0; one < count; one++) {
    const place = places[one] as number;
    const interval = word0[place] as number;
    const labels = word1[place] as number;
    const page = pages[(at + ((interval >>> shift) & cutMask)) | 0] as number;
    const a = pages[((page << shift) + (interval & mask)) | 0] as number;
    const b = pages[(atLower + (labels & ofLower)) | 0] as number;
    const c = pages[(atUpper + ((labels >>> 16) & ofUpper)) | 0] as number;
    const bits = (heads[a] as number) & (heads[b] as number) & (heads[c] as number) & (firsts[place] as number);
    if (bits !== 0) {
      decided[place] = (outcomes[31 - Math.clz32(bits & -bits)] as number) | decision;
      continue;
    }
    const more =
      (heads[a | 1] as number) & (heads[b | 1] as number) & (heads[c | 1] as number) & (others[place] as number);
    if (more === 0) continue;
    others[place] = more;
    into[kept++] = place;
  }
  return kept;
}

/** `decide` for packets about which nothing was asked before, with the header. */
function decideAtOnce(
  { block, outcomes, header, side, nets, lower, upper }: MatchPlan,
  decision: number,
  headers: Int32Array,
  { packets, first, words }: Tile,
  places: Int32Array,
  count: number,
  decided: Int32Array,
): number {
  const { pages, heads } = block;
  const { at: atHeader, mask: ofHeader } = header;
  const { at, shift, cutMask, mask } = nets;
  const { at: atLower, mask: ofLower } = lower;
  const { at: atUpper, mask: ofUpper } = upper;
  const [others, into] = [ofOthers, late];
  const [word0, word1] = [words[side] as Int32Array, words[side + 1] as Int32Array];
  const protocols = first * RECORD + AT_HEADER;
  let kept = 0;
  for (let one = 0; one < count; one++) {
    const place = places[one] as number;
    const interval = word0[place] as number;
    const labels = word1[place] as number;
    const value = headers[packets[(protocols + (place << RECORD_BITS)) | 0] as number] as number;
    const d = pages[(atHeader + (value & ofHeader)) | 0] as number;
    const page = pages[(at + ((interval >>> shift) & cutMask)) | 0] as number;
    const a = pages[((page << shift) + (interval & mask)) | 0] as number;
    const b = pages[(atLower + (labels & ofLower)) | 0] as number;
    const c = pages[(atUpper + ((labels >>> 16) & ofUpper)) | 0] as number;
    const bits = (heads[a] as number) & (heads[b] as number) & (heads[c] as number) & (heads[d] as number);
    if (bits !== 0) {
      decided[place] = (outcomes[31 - Math.clz32(bits & -bits)] as number) | decision;
      continue;
    }
    const more =
      (heads[a | 1] as number) & (heads[b | 1] as number) & (heads[c | 1] as number) & (heads[d | 1] as number);
    if (more === 0) continue;
    others[place] = more;
    into[kept++] = place;
  }
  return kept;
}

/** Where the tails of the rows of a packet are. */
const rows = new Int32Array(MOST_CRITERIA);

/** Decides packets of which no rule of a head matches, by the tails that may have a bit in common. */
function decideByTails(
  { block: { criteria, pages, tailWords, tails }, outcomes }: MatchPlan,
  decision: number,
  headers: Int32Array,
  { packets, first, words }: Tile,
  count: number,
  decided: Int32Array,
): void {
  for (let one = 0; one < count; one++) {
    const place = late[one] as number;
    const record = (first + place) * RECORD;
    for (let at = 0; at < criteria.length; at++) {
      const criterion = criteria[at] as Criterion;
      const { word } = criterion;
      let value = 0;
      if (word >= SOURCE) value = (words[word] as Int32Array)[place] as number;
      else if (word === HEADER) value = headers[packets[record + AT_HEADER] as number] as number;
      else value = packets[record + (word === SOURCE_PORT ? AT_SOURCE_PORT : AT_DESTINATION_PORT)] as number;
      rows[at] = (headOf(pages, value, criterion) >>> 1) * tailWords;
    }
    for (let common = ofOthers[place] as number; common !== 0; common &= common - 1) {
      const word = 31 - Math.clz32(common & -common);
      let bits = -1;
      for (let at = 0; at < criteria.length; at++) bits &= tails[(rows[at] as number) + word] as number;
      if (bits === 0) continue;
      decided[place] = (outcomes[32 * (word + 1) + 31 - Math.clz32(bits & -bits)] as number) | decision;
      break;
    }
  }
}
