import { IPIP, PROTOCOL_NUMBERS } from "../../../model/net/protocol.ts";
import { NO_PORT } from "../classes/rule-ranges.ts";
import { NEW } from "../table-packet.ts";
import type { PacketColumns } from "./columns.ts";
import { END_SHIFT, type PlainEnds, UNKNOWN_END } from "./plain-ends.ts";
import { keyOf, placeOf, type WayTable } from "./way-table.ts";

const { ICMPv6 } = PROTOCOL_NUMBERS;

/** The way of a row that is not found at once; negative, as no other. */
const LATER = -1;
/** Keys of rows without a way, and of those that are found later; those of kinds are not negative. */
const NO_KEY = -1;
const LATER_KEY = -2;

/** So many rows are looked at together: what is known of them stays in the processor's nearest cache. */
export const TILE = 1024;

/**
 * Finds the ways of rows as most packets have them, a step for all rows, then the next. For each packet few places of memory are read, and
 * numbers only: with packets of a thousand nodes in turn each is far away, and loops so short have many of them on their way at once.
 * The columns are copied to arrays that are made once only: V8 knows where those are, and reading one is an instruction instead of ten.
 */
function usualRows() {
  const node = new Uint16Array(TILE);
  const from = new Int32Array(TILE);
  const to = new Int32Array(TILE);
  const family = new Uint8Array(TILE);
  const state = new Uint8Array(TILE);
  const protocol = new Uint8Array(TILE);
  const [families, states, protocols] = [wordsOf(family), wordsOf(state), wordsOf(protocol)] as const;
  const source = new Int32Array(TILE);
  const destinationPort = new Int32Array(TILE);
  const fromPlaces = new Int32Array(TILE);
  const toPlaces = new Int32Array(TILE);
  const keys = new Int32Array(TILE);
  const ways = new Int32Array(TILE);
  const later = new Int32Array(TILE);

  function load(columns: PacketColumns, first: number, size: number): void {
    const end = first + size;
    node.set(columns.node.subarray(first, end));
    from.set(columns.from.subarray(first, end));
    to.set(columns.to.subarray(first, end));
    family.set(columns.family.subarray(first, end));
    state.set(columns.state.subarray(first, end));
    protocol.set(columns.protocol.subarray(first, end));
    source.set(columns.source.subarray(first, end));
    destinationPort.set(columns.destinationPort.subarray(first, end));
  }

  /** The places of the ends among those of all nodes. */
  function findEnds(ranges: Int32Array, size: number): void {
    for (let at = 0; at < size; at++) {
      const ofNode = (node[at] as number) << 1;
      const fromEnd = from[at] as number;
      const toEnd = to[at] as number;
      const start = ranges[ofNode] as number;
      const end = ranges[ofNode + 1] as number;
      fromPlaces[at] = UNKNOWN_END;
      toPlaces[at] = UNKNOWN_END;
      if ((fromEnd | toEnd) < 0 || start + fromEnd >= end || start + toEnd >= end) continue;
      fromPlaces[at] = (start + fromEnd) << END_SHIFT;
      toPlaces[at] = (start + toEnd) << END_SHIFT;
    }
  }

  /** The kinds of the ends, as keys of ways. */
  function findKeys(fields: Int32Array, size: number): void {
    for (let at = 0; at < size; at++) {
      const fromAt = fromPlaces[at] as number;
      const fromKind = fields[fromAt] as number;
      const toKind = fields[toPlaces[at] as number] as number;
      const beyond = ((source[at] as number) - (fields[fromAt + 1] as number)) >>> 0;
      const isPlain = (fromKind | toKind) >= 0 && beyond <= (fields[fromAt + 2] as number) >>> 0;
      keys[at] = fromAt === UNKNOWN_END ? LATER_KEY : isPlain ? keyOf(fromKind, toKind) : NO_KEY;
    }
  }

  /** Whether `leaveOut` may find anything: four rows are looked at as one number. */
  function hasUnusual(size: number): boolean {
    let found = 0;
    for (let word = 0; word < size >>> 2; word++) {
      const ofProtocol = protocols[word] as number;
      const others = ((families[word] as number) ^ FOUR_IPV4) | ((states[word] as number) ^ FOUR_NEW);
      found |= others | zeroBytes(ofProtocol ^ FOUR_ICMPV6) | zeroBytes(ofProtocol ^ FOUR_IPIP);
    }
    return found !== 0 || (size & 3) !== 0;
  }

  /** Packets of which not only policies decide, whatever their ends are. */
  function leaveOut(size: number): void {
    for (let at = 0; at < size; at++) {
      const ofProtocol = protocol[at] as number;
      const isUsual = family[at] === 4 && state[at] === NEW;
      // Neighbour discovery goes its own way, in whatever family it comes; exceptions of stages are found by port.
      const hasPort = destinationPort[at] !== NO_PORT;
      if (isUsual && ofProtocol !== ICMPv6 && (ofProtocol !== IPIP || !hasPort)) continue;
      keys[at] = NO_KEY;
    }
  }

  /** The ways by their keys, counted; returns how many rows are left for `later`. */
  function lookUp(places: Int32Array, shift: number, counts: Int32Array, size: number): number {
    let all = 0;
    for (let at = 0; at < size; at++) {
      const key = keys[at] as number;
      const place = placeOf(key, shift);
      // Of rows without a key, `NO_WAY` or `LATER`.
      let way = key - NO_KEY;
      if (key >= 0) way = places[place] === key ? (places[place + 1] as number) : LATER;
      ways[at] = way;
      all |= way;
      const counted = way & ~(way >> 31);
      counts[counted] = (counts[counted] as number) + 1;
    }
    let left = 0;
    for (let at = 0; all < 0 && at < size; at++) {
      later[left] = at;
      left += (ways[at] as number) >>> 31;
    }
    return left;
  }

  /** Puts the ways of rows from `first` on into `ways`; returns how many are left for `later`. */
  function find(
    columns: PacketColumns,
    { ranges, fields }: PlainEnds,
    { places, shift }: WayTable,
    counts: Int32Array,
    first: number,
    size: number,
  ): number {
    load(columns, first, size);
    findEnds(ranges, size);
    findKeys(fields, size);
    if (hasUnusual(size)) leaveOut(size);
    return lookUp(places, shift, counts, size);
  }

  return { find, ways, later };
}

/** Four rows of a column at a time. */
const wordsOf = (bytes: Uint8Array): Int32Array => new Int32Array(bytes.buffer);
const four = (byte: number): number => Math.imul(byte, 0x01010101);
const FOUR_IPV4 = four(4);
const FOUR_NEW = four(NEW);
const FOUR_ICMPV6 = four(ICMPv6);
const FOUR_IPIP = four(IPIP);

/** Not 0 where one of the four bytes is 0. */
const zeroBytes = (word: number): number => (word - 0x01010101) & ~word & 0x80808080;

/** The rows that are looked at. */
export const usual = usualRows();
