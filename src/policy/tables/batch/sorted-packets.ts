import { headerOf } from "../classes/headers.ts";
import type { PacketColumns } from "./columns.ts";

/** The number of what is no way: packets that are not sorted, but evaluated each for itself. */
export const NO_WAY = 0;

/**
 * Packets in the order of their ways. Rows of the batch are far apart in that order: each is fetched from afar once, when it is
 * put here, not for every column; and where it was put is known by its row, so that answers are taken back in the order of rows.
 */
export interface SortedPackets {
  /** `RECORD` numbers of each packet, in one place of memory. */
  readonly records: Int32Array;
  /** By row, the place of its packet; of rows with a way only. */
  readonly placeOf: Int32Array;
}

/** Numbers of a packet, and how far a place is shifted for them. */
export const RECORD = 8;
export const RECORD_BITS = 3;
export const AT_HEADER = 0;
export const AT_SOURCE_PORT = 1;
export const AT_DESTINATION_PORT = 2;
export const AT_SOURCE = 3;
export const AT_DESTINATION = 4;

/** Room for so many packets. */
export function newSortedPackets(capacity: number): SortedPackets {
  return { records: new Int32Array(capacity * RECORD), placeOf: new Int32Array(capacity) };
}

/** Puts the packets of the rows before `count` in the order of their ways; `next` has for each way the place of its next packet. */
export function sortPackets(
  columns: PacketColumns,
  wayOf: Int32Array,
  next: Int32Array,
  { records, placeOf }: SortedPackets,
  count: number,
): void {
  const { protocol, icmpType, icmpCode, sourcePort, destinationPort, source, destination } = columns;
  for (let row = 0; row < count; row++) {
    const way = wayOf[row] as number;
    if (way === NO_WAY) continue;
    const place = next[way] as number;
    next[way] = place + 1;
    placeOf[row] = place;
    const at = place * RECORD;
    records[at + AT_HEADER] = headerOf(4, protocol[row] as number, icmpType[row] as number, icmpCode[row] as number);
    records[at + AT_SOURCE_PORT] = sourcePort[row] as number;
    records[at + AT_DESTINATION_PORT] = destinationPort[row] as number;
    records[at + AT_SOURCE] = source[row] as number;
    records[at + AT_DESTINATION] = destination[row] as number;
  }
}
