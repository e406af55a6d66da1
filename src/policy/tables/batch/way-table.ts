import type { PacketState } from "../packet-state.ts";
import type { EndKind } from "./plain-ends.ts";
import { compileWay, newProbe, type Way } from "./ways.ts";

/** The number of what is no way: such packets are evaluated each for itself. */
export const NO_WAY = 0;

/** The ways between kinds of ends, made when they are first asked for. */
export interface WayTable {
  /** The number of the way between two kinds; `NO_WAY` where there is none. */
  readonly numberOf: (from: number, to: number) => number;
  /** By number; the first is none. */
  readonly ways: readonly (Way | undefined)[];
}

/** Starts a table of ways between `kinds`, which may grow. */
export function wayTable(kinds: readonly EndKind[], state: PacketState): WayTable {
  const ways: (Way | undefined)[] = [undefined];
  const probe = newProbe(state);
  let mask = 2 ** 10 - 1;
  /** By hash: the two kinds and the number of the way, with one added to it where the place is taken. */
  let places = new Int32Array(3 * (mask + 1));
  let taken = 0;

  function placeOf(from: number, to: number): number {
    let at = (Math.imul(from, 0x9e3779b1) + Math.imul(to, 0x85ebca6b)) >>> 0;
    for (at = (at ^ (at >>> 15)) & mask; places[3 * at + 2] !== 0; at = (at + 1) & mask) {
      if (places[3 * at] === from && places[3 * at + 1] === to) break;
    }
    return 3 * at;
  }

  function grow(): void {
    const before = places;
    mask = 2 * mask + 1;
    places = new Int32Array(3 * (mask + 1));
    for (let at = 0; at < before.length; at += 3) {
      if (before[at + 2] === 0) continue;
      places.set(before.subarray(at, at + 3), placeOf(before[at] as number, before[at + 1] as number));
    }
  }

  function make(from: number, to: number): number {
    const way = compileWay(kinds[from] as EndKind, kinds[to] as EndKind, probe);
    const number = way === undefined ? NO_WAY : ways.push(way) - 1;
    if (2 * ++taken > mask) grow();
    const at = placeOf(from, to);
    places[at] = from;
    places[at + 1] = to;
    places[at + 2] = number + 1;
    return number;
  }

  return {
    ways,
    numberOf: (from, to) => {
      const known = places[placeOf(from, to) + 2] as number;
      return known === 0 ? make(from, to) : known - 1;
    },
  };
}
