import { headerOf } from "../classes/headers.ts";
import type { PacketColumns } from "./columns.ts";

/**
 * Packets in the order of their ways, `RECORD` numbers each in one place of memory. Rows of the batch are far apart in that order: each is
 * fetched from afar once, when it is put here, not for every column.
 */
export type SortedPackets = Int32Array;

/** Numbers of a packet, and how far a place is shifted for them. */
export const RECORD = 8;
export const RECORD_BITS = 3;
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
