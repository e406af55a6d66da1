import type { AddressClasses } from "../classes/address-classes.ts";
import { type AddressTrie, findAddress } from "../classes/address-trie.ts";
import { DESTINATION, HEADER, LABELS, NETS, PORTS, SOURCE } from "../classes/classed-packet.ts";
import { headerOf } from "../classes/rule-ranges.ts";
import type { PacketColumns } from "./columns.ts";
import { newValueColumns, TILE, type ValueColumns } from "./match-rows.ts";

/**
 * Packets in the order of their ways, `RECORD` numbers each in one place of memory. Rows of the batch are far apart in that order: each is
 * fetched from afar once, when it is put here, not for every column.
 */
export type SortedPackets = Int32Array;

/** Numbers of a packet. */
export const RECORD = 8;
export const AT_HEADER = 0;
export const AT_SOURCE_PORT = 1;
export const AT_DESTINATION_PORT = 2;
export const AT_SOURCE = 3;
export const AT_DESTINATION = 4;
export const AT_ROW = 5;

/** Room for so many packets. */
export function newSortedPackets(capacity: number): SortedPackets {
  return new Int32Array(capacity * RECORD);
}

/** Puts the packets of the rows before `count` in the order of their ways; `next` has for each way the place of its next packet. */
export function sortPackets(
  columns: PacketColumns,
  wayOf: Int32Array,
  next: Int32Array,
  into: SortedPackets,
  count: number,
): void {
  const { protocol, icmpType, icmpCode, sourcePort, destinationPort, source, destination } = columns;
  for (let row = 0; row < count; row++) {
    const way = wayOf[row] as number;
    const place = next[way] as number;
    next[way] = place + 1;
    const at = place * RECORD;
    into[at + AT_HEADER] = headerOf(4, protocol[row] as number, icmpType[row] as number, icmpCode[row] as number);
    into[at + AT_SOURCE_PORT] = sourcePort[row] as number;
    into[at + AT_DESTINATION_PORT] = destinationPort[row] as number;
    into[at + AT_SOURCE] = source[row] as number;
    into[at + AT_DESTINATION] = destination[row] as number;
    into[at + AT_ROW] = row;
  }
}

/** Some packets of a way: what rules read of them, and what became of them, by their places in the tile. */
export interface Tile {
  readonly packets: SortedPackets;
  /** The place of its first packet among all. */
  first: number;
  readonly values: ValueColumns;
  /** Numbers of decisions.ts. */
  readonly decided: Int32Array;
}

/** A tile of packets, without any yet. */
export function newTile(packets: SortedPackets): Tile {
  return { packets, first: 0, values: newValueColumns(), decided: new Int32Array(TILE) };
}

/** Fills a tile with packets from a place on: the values that are named by bits. */
export function fillTile(tile: Tile, first: number, count: number, reads: number, classes: AddressClasses): void {
  const { packets, values } = tile;
  tile.first = first;
  const at = first * RECORD;
  if ((reads & (1 << HEADER)) !== 0) fillColumn(packets, at + AT_HEADER, values[HEADER] as Int32Array, count);
  for (const { side, port, address } of SIDES) {
    const ofSide = (reads >>> side) & ALL_OF_SIDE;
    if ((ofSide & (1 << PORTS)) !== 0) fillColumn(packets, at + port, values[side + PORTS] as Int32Array, count);
    if (ofSide >>> NETS === 0) continue;
    fillAddresses(packets, at + address, classes.trie4, values[side + NETS] as Int32Array, count);
    for (let subset = 0; subset < classes.labelSubsets.length; subset++) {
      if ((ofSide & (1 << (LABELS + subset))) !== 0)
        fillLabels(classes, subset, values[side + LABELS + subset] as Int32Array, count);
    }
  }
}

const SIDES = [
  { side: SOURCE, port: AT_SOURCE_PORT, address: AT_SOURCE },
  { side: DESTINATION, port: AT_DESTINATION_PORT, address: AT_DESTINATION },
] as const;
const ALL_OF_SIDE = (1 << (DESTINATION - SOURCE)) - 1;

function fillColumn(packets: SortedPackets, first: number, into: Int32Array, count: number): void {
  for (let place = 0, at = first; place < count; place++, at += RECORD) into[place] = packets[at] as number;
}

/** By place, the class of an address; used within one call only. */
const classOf = new Int32Array(TILE);

function fillAddresses(
  packets: SortedPackets,
  first: number,
  trie: AddressTrie,
  nets: Int32Array,
  count: number,
): void {
  const { entries } = trie;
  for (let place = 0, at = first; place < count; place++, at += RECORD) {
    const entry = findAddress(trie, packets[at] as number);
    classOf[place] = entries[entry] as number;
    nets[place] = entries[entry + 1] as number;
  }
}

function fillLabels(
  { labelSubsets, labelValues }: AddressClasses,
  subset: number,
  into: Int32Array,
  count: number,
): void {
  const subsets = labelSubsets.length;
  for (let place = 0; place < count; place++) {
    into[place] = labelValues[(classOf[place] as number) * subsets + subset] as number;
  }
}
