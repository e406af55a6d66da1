import type { CompiledRule, Net } from "../../world/compiled.ts";
import { firstNumber, lastNumber } from "../../world/nets.ts";
import { lastUpTo } from "./address-table.ts";

/**
 * The networks of all rules of a World cut the addresses of a family into intervals, numbered from 0 by their place: rules
 * see of an address no more than its interval (and the IP sets it is in).
 */
export interface NetPlaces<T extends number | bigint> {
  /** Where the intervals begin, ascending from 0. */
  readonly starts: readonly T[];
  /** The intervals of a network of one of the rules: from the first to before the last. */
  readonly of: (net: Net) => readonly [from: number, to: number];
}

/** The intervals of each family. */
export interface AllNetPlaces {
  readonly 4: NetPlaces<number>;
  readonly 6: NetPlaces<bigint>;
}

/** The intervals that the networks of rules make. */
export function netPlaces(rules: Iterable<CompiledRule>): AllNetPlaces {
  const cuts4 = new Set([0]);
  const cuts6 = new Set([0n]);
  const add = (nets: readonly Net[]) => {
    for (const net of nets) {
      if (net.family === 4) cuts4.add(firstNumber(net)).add(lastNumber(net) + 1);
      else cuts6.add(net.first).add(net.last + 1n);
    }
  };
  for (const { source, destination } of rules) {
    add(source.nets);
    add(source.notNets);
    add(destination.nets);
    add(destination.notNets);
  }
  cuts4.delete(2 ** 32);
  cuts6.delete(1n << 128n);
  const starts4 = [...cuts4].sort((a, b) => a - b);
  const starts6 = [...cuts6].sort((a, b) => (a < b ? -1 : 1));
  return {
    4: {
      starts: starts4,
      of: (net) => [lastUpTo(starts4, firstNumber(net)), lastUpTo(starts4, lastNumber(net)) + 1],
    },
    6: { starts: starts6, of: ({ first, last }) => [lastUpTo(starts6, first), lastUpTo(starts6, last) + 1] },
  };
}
