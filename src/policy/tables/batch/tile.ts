import { DESTINATION, SOURCE } from "../classes/classed-packet.ts";

/** The most packets that are matched at a time: what is known of them stays in the processor's nearest cache. */
export const TILE = 512;

/** Of which packets of a tile an address was sought. */
export const SOUGHT = { none: 0, some: 1, all: 2 } as const;

/** Some packets of a way, what rules see of their addresses, and what became of them, by their places in the tile. */
export interface Tile {
  /** The records of all packets in their order (`sorted-packets.ts`). */
  readonly packets: Int32Array;
  /** The place of its first packet among all, and how many it has. */
  first: number;
  count: number;
  /** By word (`ClassedPacket.words`), those of addresses; there after `findAddresses`, negative before. */
  readonly words: readonly Int32Array[];
  /** By side, of which packets the address was sought (`SOUGHT`). */
  readonly sought: Uint8Array;
  /** Numbers of decisions.ts. */
  readonly decided: Int32Array;
}

/** A tile of packets, without any yet. */
export function newTile(packets: Int32Array): Tile {
  const words = Array.from({ length: DESTINATION + 2 }, (_, word) => new Int32Array(word < SOURCE ? 0 : TILE));
  return { packets, first: 0, count: 0, words, sought: new Uint8Array(DESTINATION + 1), decided: new Int32Array(TILE) };
}

/** Fills a tile with packets from a place on. */
export function fillTile(tile: Tile, first: number, count: number): void {
  tile.first = first;
  tile.count = count;
  tile.decided.fill(0, 0, count);
  for (const side of [SOURCE, DESTINATION]) {
    (tile.words[side] as Int32Array).fill(-1, 0, count);
    tile.sought[side] = SOUGHT.none;
  }
}
