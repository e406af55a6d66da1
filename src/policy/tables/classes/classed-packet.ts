import type { TablePacket } from "../table-packet.ts";
import type { AddressClasses } from "./address-classes.ts";
import { findAddress } from "./address-trie.ts";
import { headerOf } from "./headers.ts";

// What rules read of a packet, as words. Each is worked out once for a packet, when the first list reads it.

/** The interval of protocol and ICMP type and code (`HeaderPlaces`). */
export const HEADER = 0;
export const SOURCE_PORT = 1;
export const DESTINATION_PORT = 2;
/** The two words of each address. */
export const SOURCE = 3;
export const DESTINATION = 5;
/** How many words a packet has. */
export const WORDS = 7;

/** The groups of words that are worked out together, as bits. */
export const GROUPS = { header: 1, source: 2, destination: 4 } as const;

/** A packet with what rules read of it. */
export interface ClassedPacket extends Omit<TablePacket, "from" | "to"> {
  readonly words: Int32Array;
  /** The groups of words that are worked out. */
  classified: number;
  /** Set where a rule's match depends on Kubernetes services, which `simulate` evaluates. */
  dependsOnServices: boolean;
}

/** The group of a word. */
export function groupOf(word: number): number {
  if (word === HEADER) return GROUPS.header;
  return word === SOURCE_PORT || word === SOURCE || word === SOURCE + 1 ? GROUPS.source : GROUPS.destination;
}

/** Works out groups of words of a packet. */
export function classify(packet: ClassedPacket, groups: number, classes: AddressClasses): void {
  const { words, family } = packet;
  packet.classified |= groups;
  if ((groups & GROUPS.header) !== 0) {
    const header = headerOf(family, packet.protocol, packet.icmpType, packet.icmpCode);
    words[HEADER] = classes.headers.of[header] as number;
  }
  if ((groups & GROUPS.source) !== 0) {
    words[SOURCE_PORT] = packet.sourcePort;
    if (family === 4) classifyAddress4(words, SOURCE, classes, packet.source);
    else words.set(classes.wordsOf6(packet.source6), SOURCE);
  }
  if ((groups & GROUPS.destination) !== 0) {
    words[DESTINATION_PORT] = packet.destinationPort;
    if (family === 4) classifyAddress4(words, DESTINATION, classes, packet.destination);
    else words.set(classes.wordsOf6(packet.destination6), DESTINATION);
  }
}

function classifyAddress4(words: Int32Array, side: number, { trie4 }: AddressClasses, address: number): void {
  const at = findAddress(trie4, address);
  words[side] = trie4.entries[at] as number;
  words[side + 1] = trie4.entries[at + 1] as number;
}
