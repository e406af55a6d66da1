import type { Interval } from "../../analysis/sets/dimension.ts";
import { BITS, type Cidr, formatAddress, formatCidr } from "../../model/net/address.ts";
import { netsOfRange } from "../../model/net/range-nets.ts";

/** Networks of one list that people are shown; the others are counted. */
const SHOWN = 5;

/** The fewest networks that have exactly these addresses, in order, as CIDRs; absent intervals are all addresses. */
export function addressNets(family: 4 | 6, intervals: readonly Interval[] | undefined): readonly string[] {
  if (intervals === undefined) return [EVERYWHERE[family]];
  return netsOf(family, intervals).map(formatCidr);
}

/**
 * Addresses for people: the first five networks and how many more there are; `0.0.0.0/0 except 10.0.0.0/8` where that is
 * shorter. One address is written without its prefix length.
 */
export function addressesText(family: 4 | 6, intervals: readonly Interval[] | undefined): string {
  if (intervals === undefined) return EVERYWHERE[family];
  // The parts of an answer share the lists of the sets that they are made of.
  const known = texts[family].get(intervals) ?? listText(family, intervals);
  texts[family].set(intervals, known);
  return known;
}

const texts = { 4: new WeakMap<readonly Interval[], string>(), 6: new WeakMap<readonly Interval[], string>() };

function listText(family: 4 | 6, intervals: readonly Interval[]): string {
  const nets = netsOf(family, intervals);
  const text = (list: readonly Cidr[]) => list.map(netText).join(", ");
  if (nets.length < 3) return text(nets);
  const others = netsOf(family, complement(family, intervals));
  if (others.length > 0 && others.length < nets.length && others.length <= SHOWN)
    return `${EVERYWHERE[family]} except ${text(others)}`;
  const rest = nets.length - SHOWN;
  return rest <= 0 ? text(nets) : `${text(nets.slice(0, SHOWN))} +${rest}`;
}

const EVERYWHERE = { 4: "0.0.0.0/0", 6: "::/0" } as const;

function lastOf(family: 4 | 6): bigint {
  return (1n << BigInt(BITS[family])) - 1n;
}

function netsOf(family: 4 | 6, intervals: readonly Interval[]): readonly Cidr[] {
  return intervals.flatMap(([first, last]) => netsOfRange(family, BigInt(first), BigInt(last)));
}

function netText(net: Cidr): string {
  return net.prefix === BITS[net.address.family] ? formatAddress(net.address) : formatCidr(net);
}

function complement(family: 4 | 6, intervals: readonly Interval[]): readonly Interval[] {
  const gaps: Interval[] = [];
  let from = 0n;
  for (const [first, last] of intervals) {
    if (BigInt(first) > from) gaps.push([from, BigInt(first) - 1n]);
    from = BigInt(last) + 1n;
  }
  return from > lastOf(family) ? gaps : [...gaps, [from, lastOf(family)]];
}
