import type { TablePacket } from "../table-packet.ts";
import type { AddressClasses } from "./address-classes.ts";
import { lastUpTo } from "./address-table.ts";
import { findAddress } from "./address-trie.ts";
import { MAX_LABEL_SUBSETS } from "./label-subsets.ts";
import { headerOf } from "./rule-ranges.ts";

// What rules read of a packet, as numbers. Each is worked out once for a packet, when the first list reads it.

/** Protocol and ICMP type and code (`headerOf`). */
export const HEADER = 0;
/** Where the values of a side begin, and which they are: the port, the interval of the address, its value by label subset. */
export const SOURCE = 1;
export const PORTS = 0;
export const NETS = 1;
export const LABELS = 2;
const SIDE = LABELS + MAX_LABEL_SUBSETS;
export const DESTINATION = SOURCE + SIDE;
/** How many values a packet has. */
export const VALUES = DESTINATION + SIDE;

/** The groups of values that are worked out together, as bits. */
export const GROUPS = { header: 1, source: 2, destination: 4 } as const;

/** A packet with what rules read of it. */
export interface ClassedPacket extends Omit<TablePacket, "from" | "to"> {
  readonly values: Int32Array;
  /** The groups of values that are worked out. */
  classified: number;
  /** Set where a rule's match depends on Kubernetes services, which `simulate` evaluates. */
  dependsOnServices: boolean;
}

/** The group of a value. */
export function groupOf(value: number): number {
  if (value === HEADER) return GROUPS.header;
  return value < DESTINATION ? GROUPS.source : GROUPS.destination;
}

/** Works out groups of values of a packet. */
export function classify(packet: ClassedPacket, groups: number, classes: AddressClasses): void {
  const { values, family } = packet;
  packet.classified |= groups;
  if ((groups & GROUPS.header) !== 0) {
    values[HEADER] = headerOf(family, packet.protocol, packet.icmpType, packet.icmpCode);
  }
  if ((groups & GROUPS.source) !== 0) {
    values[SOURCE + PORTS] = packet.sourcePort;
    if (family === 4) classifyAddress4(values, SOURCE, classes, packet.source);
    else classifyAddress6(values, SOURCE, classes, packet.source6);
  }
  if ((groups & GROUPS.destination) !== 0) {
    values[DESTINATION + PORTS] = packet.destinationPort;
    if (family === 4) classifyAddress4(values, DESTINATION, classes, packet.destination);
    else classifyAddress6(values, DESTINATION, classes, packet.destination6);
  }
}

function classifyAddress4(values: Int32Array, side: number, classes: AddressClasses, address: number): void {
  const { entries } = classes.trie4;
  const at = findAddress(classes.trie4, address);
  values[side + NETS] = entries[at + 1] as number;
  classifyLabels(values, side, classes, entries[at] as number);
}

function classifyAddress6(values: Int32Array, side: number, classes: AddressClasses, address: bigint): void {
  values[side + NETS] = lastUpTo(classes.places[6].starts, address);
  classifyLabels(values, side, classes, classes.classOf6(address));
}

function classifyLabels(
  values: Int32Array,
  side: number,
  { labelValues, labelSubsets }: AddressClasses,
  number: number,
): void {
  const subsets = labelSubsets.length;
  const from = number * subsets;
  for (let subset = 0; subset < subsets; subset++) {
    values[side + LABELS + subset] = labelValues[from + subset] as number;
  }
}
