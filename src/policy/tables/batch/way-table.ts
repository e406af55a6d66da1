import type { PacketState } from "../packet-state.ts";
import type { EndKind } from "./plain-ends.ts";
import { NO_WAY } from "./sorted-packets.ts";
import { compileWay, type Way, wayContext } from "./ways.ts";

/** The ways between kinds of ends, made when they are first asked for. */
export interface WayTable {
  /** By number; the first is none. */
  readonly ways: readonly (Way | undefined)[];
  /** A hash table, `PLACE` numbers each: two kinds as one number, and that of the way. */
  places: Int32Array;
  /** How many bits of a hash are not used. */
  shift: number;
  /**
   * The number of the way between two kinds, which is made where it is not known; `NO_WAY` where there is none, as where a kind
   * is negative.
   */
  readonly between: (from: number, to: number) => number;
}

/** Numbers of a place in the table. */
const PLACE = 2;
/** Instead of two kinds, where there are none. */
const FREE = -1;

/** Starts a table of ways between `kinds`, which may grow. */
export function wayTable(kinds: readonly EndKind[], state: PacketState): WayTable {
  const ways: (Way | undefined)[] = [undefined];
  const context = wayContext(state);
  let taken = 0;
  const table = { ways, places: placesFor(10), shift: 32 - 10, between };

  function grow(): void {
    const before = table.places;
    table.shift--;
    table.places = placesFor(32 - table.shift);
    for (let at = 0; at < before.length; at += PLACE) {
      const key = before[at] as number;
      if (key !== FREE) table.places.set(before.subarray(at, at + PLACE), seek(key));
    }
  }

  /** Where two kinds are, or would be. */
  function seek(key: number): number {
    const { places, shift } = table;
    let at = placeOf(key, shift);
    while (places[at] !== key && places[at] !== FREE) at = (at + PLACE) & (places.length - 1);
    return at;
  }

  function between(from: number, to: number): number {
    if (from < 0 || to < 0) return NO_WAY;
    const key = keyOf(from, to);
    const known = seek(key);
    if (table.places[known] === key) return table.places[known + 1] as number;
    const way = compileWay(kinds[from] as EndKind, kinds[to] as EndKind, context);
    const number = way === undefined ? NO_WAY : ways.push(way) - 1;
    // With an eighth of the places taken, hardly a key finds its first place taken.
    if (PLACE * 8 * ++taken > table.places.length) grow();
    table.places.set([key, number], seek(key));
    return number;
  }

  return table;
}

function placesFor(bits: number): Int32Array {
  return new Int32Array(PLACE * 2 ** bits).fill(FREE);
}

/** Two kinds as one number: there are `MOST_KINDS` at most. */
export const keyOf = (from: number, to: number): number => (from << 16) | to;

/** Where a key is in the table, if no other was there before it. */
export const placeOf = (key: number, shift: number): number => PLACE * (Math.imul(key, 0x9e3779b1) >>> shift);
