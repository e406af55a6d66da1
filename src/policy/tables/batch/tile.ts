import type { AddressClasses } from "../classes/address-classes.ts";
import { type AddressTrie, findAddress } from "../classes/address-trie.ts";
import { DESTINATION, HEADER, LABELS, NETS, PORTS, SOURCE, VALUES } from "../classes/classed-packet.ts";
import {
  AT_DESTINATION,
  AT_DESTINATION_PORT,
  AT_HEADER,
  AT_SOURCE,
  AT_SOURCE_PORT,
  RECORD,
  type SortedPackets,
} from "./sorted-packets.ts";

/** The most packets that are matched at a time: what is known of them stays in the processor's nearest cache. */
export const TILE = 512;

/** Some packets of a way: what rules read of them (`ClassedPacket.values`), and what became of them, by their places in the tile. */
export interface Tile {
  readonly packets: SortedPackets;
  /** The place of its first packet among all, and how many it has. */
  first: number;
  count: number;
  /** A column for each value; those of addresses are there after `fillAddresses`. */
  readonly values: readonly Int32Array[];
  /** By place, the sides whose address is there. */
  readonly known: Int32Array;
  /** Numbers of decisions.ts. */
  readonly decided: Int32Array;
}

/** A tile of packets, without any yet. */
export function newTile(packets: SortedPackets): Tile {
  const values = Array.from({ length: VALUES }, () => new Int32Array(TILE));
  const [known, decided] = [new Int32Array(TILE), new Int32Array(TILE)];
  return { packets, first: 0, count: 0, values, known, decided };
}

/** Fills a tile with packets from a place on. */
export function fillTile(tile: Tile, first: number, count: number): void {
  const { packets, values } = tile;
  const [header, source, destination] = [values[HEADER], values[SOURCE + PORTS], values[DESTINATION + PORTS]] as [
    Int32Array,
    Int32Array,
    Int32Array,
  ];
  tile.first = first;
  tile.count = count;
  tile.known.fill(0, 0, count);
  for (let place = 0, at = first * RECORD; place < count; place++, at += RECORD) {
    header[place] = packets[at + AT_HEADER] as number;
    source[place] = packets[at + AT_SOURCE_PORT] as number;
    destination[place] = packets[at + AT_DESTINATION_PORT] as number;
  }
}

/** The sides of packets, as bits. */
const OF_SOURCE = 1;
const OF_DESTINATION = 2;

/** The side of which a value is one of the address; 0 where it is none. */
export function sideOfAddress(value: number): number {
  if (value === HEADER || value === SOURCE + PORTS || value === DESTINATION + PORTS) return 0;
  return value < DESTINATION ? OF_SOURCE : OF_DESTINATION;
}

/**
 * Looks up the addresses of a side of packets, where that was not done before. It is done when a list reads one of a packet that its
 * rules may match: most lists read one side only, and many packets are to a port that none of their rules has.
 */
export function fillAddresses(
  { packets, first, values, known }: Tile,
  classes: AddressClasses,
  side: number,
  places: Int32Array,
  count: number,
): void {
  let left = 0;
  for (let one = 0; one < count; one++) {
    const place = places[one] as number;
    const before = known[place] as number;
    known[place] = before | side;
    missing[left] = place;
    left += (~before >>> (side >>> 1)) & 1;
  }
  const from = side === OF_SOURCE ? SOURCE : DESTINATION;
  const field = side === OF_SOURCE ? AT_SOURCE : AT_DESTINATION;
  fillNets(packets, first * RECORD + field, classes.trie4, values[from + NETS] as Int32Array, left);
  for (let subset = 0; subset < classes.labelSubsets.length; subset++) {
    fillLabels(classes, subset, values[from + LABELS + subset] as Int32Array, left);
  }
}

/** Places of addresses that are looked up, and the class of each by its place; used within one call only. */
const missing = new Int32Array(TILE);
const classOf = new Int32Array(TILE);

function fillNets(packets: SortedPackets, first: number, trie: AddressTrie, nets: Int32Array, count: number): void {
  const { entries } = trie;
  for (let one = 0; one < count; one++) {
    const place = missing[one] as number;
    const entry = findAddress(trie, packets[first + place * RECORD] as number);
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
  for (let one = 0; one < count; one++) {
    const place = missing[one] as number;
    into[place] = labelValues[(classOf[place] as number) * subsets + subset] as number;
  }
}
