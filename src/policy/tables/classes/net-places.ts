import type { CompiledRule, Net } from "../../world/compiled.ts";
import { lastUpTo } from "./address-table.ts";

/**
 * The networks of all rules of a World cut the addresses of a family into intervals, numbered from 0 by their place: rules
 * see of an address no more than its interval (and the IP sets it is in).
 */
export interface NetPlaces {
  /** Where the intervals begin, ascending from 0. */
  readonly starts: readonly bigint[];
  /** The intervals of a network of one of the rules: from the first to before the last. */
  readonly of: (net: Net) => readonly [from: number, to: number];
}

/** The intervals of each family. */
export function netPlaces(rules: Iterable<CompiledRule>): Readonly<Record<4 | 6, NetPlaces>> {
  const cuts = { 4: new Set<bigint>([0n]), 6: new Set<bigint>([0n]) };
  for (const { source, destination } of rules) {
    for (const nets of [source.nets, source.notNets, destination.nets, destination.notNets]) {
      for (const { family, first, last } of nets) cuts[family].add(first).add(last + 1n);
    }
  }
  return { 4: placesAt(cuts[4], 1n << 32n), 6: placesAt(cuts[6], 1n << 128n) };
}

function placesAt(cuts: Set<bigint>, end: bigint): NetPlaces {
  cuts.delete(end);
  const starts = [...cuts].sort((a, b) => (a < b ? -1 : a > b ? 1 : 0));
  return { starts, of: ({ first, last }) => [lastUpTo(starts, first), lastUpTo(starts, last) + 1] };
}
