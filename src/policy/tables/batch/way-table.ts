import type { PacketState } from "../packet-state.ts";
import type { EndKind } from "./plain-ends.ts";
import { compileWay, type Way, wayContext } from "./ways.ts";

/** The number of what is no way: such packets are evaluated each for itself. */
export const NO_WAY = 0;

/** The ways between kinds of ends, made when they are first asked for. */
export interface WayTable {
  /** By number; the first is none. */
  readonly ways: readonly (Way | undefined)[];
  /** Numbers of a hash table, `PLACE` each: two kinds and the number of the way, with one added to it where the place is taken. */
  places: Int32Array;
  /** One less than how many places there are. */
  mask: number;
  /** Makes the way between two kinds; returns its number, `NO_WAY` where there is none. */
  readonly make: (from: number, to: number) => number;
}

const PLACE = 4;

/** Starts a table of ways between `kinds`, which may grow. */
export function wayTable(kinds: readonly EndKind[], state: PacketState): WayTable {
  const ways: (Way | undefined)[] = [undefined];
  const context = wayContext(state);
  let taken = 0;
  const table = { ways, places: new Int32Array(2 ** 10 * PLACE), mask: 2 ** 10 - 1, make };

  function grow(): void {
    const before = table.places;
    table.mask = 2 * table.mask + 1;
    table.places = new Int32Array((table.mask + 1) * PLACE);
    for (let at = 0; at < before.length; at += PLACE) {
      if (before[at + 2] === 0) continue;
      const place = placeOf(table.places, table.mask, before[at] as number, before[at + 1] as number);
      table.places.set(before.subarray(at, at + PLACE), place);
    }
  }

  function make(from: number, to: number): number {
    const way = compileWay(kinds[from] as EndKind, kinds[to] as EndKind, context);
    const number = way === undefined ? NO_WAY : ways.push(way) - 1;
    if (2 * ++taken > table.mask) grow();
    table.places.set([from, to, number + 1], placeOf(table.places, table.mask, from, to));
    return number;
  }

  return table;
}

/** The number of the way between two kinds; `NO_WAY` where there is none. */
export function wayBetween(table: WayTable, from: number, to: number): number {
  const known = table.places[placeOf(table.places, table.mask, from, to) + 2] as number;
  return known === 0 ? table.make(from, to) : known - 1;
}

function placeOf(places: Int32Array, mask: number, from: number, to: number): number {
  let at = (Math.imul(from, 0x9e3779b1) + Math.imul(to, 0x85ebca6b)) >>> 0;
  for (at = (at ^ (at >>> 15)) & mask; places[PLACE * at + 2] !== 0; at = (at + 1) & mask) {
    if (places[PLACE * at] === from && places[PLACE * at + 1] === to) break;
  }
  return PLACE * at;
}
