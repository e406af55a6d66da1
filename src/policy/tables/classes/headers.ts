import { PROTOCOL_NUMBERS } from "../../../model/net/protocol.ts";
import type { CompiledRule, IcmpClause } from "../../world/compiled.ts";
import { both, minus, type Ranges, union } from "./address-ranges.ts";

const { ICMP, ICMPv6 } = PROTOCOL_NUMBERS;

/** How many headers there are. */
const HEADERS = 256 + 65536;

/** The protocol that carries a family's ICMP. */
export function icmpOf(family: 4 | 6): number {
  return family === 4 ? ICMP : ICMPv6;
}

/** Protocol and ICMP type and code as one number: the protocol, or for the family's ICMP `256 + 256 * type + code`. */
export function headerOf(family: 4 | 6, protocol: number, icmpType: number, icmpCode: number): number {
  return protocol === icmpOf(family) ? 256 + 256 * icmpType + icmpCode : protocol;
}

/**
 * The rules of a World cut the headers into intervals, numbered from 0: rules see of a header no more than its interval, and
 * there are few, as rules are about few protocols.
 */
export interface HeaderPlaces {
  readonly count: number;
  /** By header, its interval. */
  readonly of: Int32Array;
}

/** The intervals that rules make. */
export function headerPlaces(rules: readonly CompiledRule[]): HeaderPlaces {
  const cuts = new Uint8Array(HEADERS + 1);
  const known = new Set<string | number | undefined>();
  for (const rule of rules) {
    const { protocol, notProtocol, icmp, notIcmp } = rule;
    // Most rules are about a protocol only: to make a text for each takes longer than all the rest.
    const isProtocol = notProtocol === undefined && icmp === undefined && notIcmp === undefined;
    const key = isProtocol ? protocol : `${protocol} ${notProtocol} ${textOf(icmp)} ${textOf(notIcmp)}`;
    if (known.has(key)) continue;
    known.add(key);
    for (const family of [4, 6] as const) for (const at of headerRanges(rule, family) ?? []) cuts[at] = 1;
  }
  const of = new Int32Array(HEADERS);
  let count = 1;
  for (let header = 1; header < HEADERS; header++) {
    count += cuts[header] as number;
    of[header] = count - 1;
  }
  return { count, of };
}

/** A clause without type and code is not the same as no clause: as `notICMP` it accepts nothing. */
const textOf = (clause: IcmpClause | undefined): string => (clause ? `${clause.type}/${clause.code}` : "");

/** The intervals of headers that a rule of those accepts; `undefined` where it accepts all. */
export function acceptedHeaders(rule: CompiledRule, family: 4 | 6, { of }: HeaderPlaces): Ranges | undefined {
  const bound = (at: number, index: number) => (index % 2 === 0 ? of[at] : (of[at - 1] ?? 0) + 1) as number;
  return headerRanges(rule, family)?.map(bound);
}

function headerRanges(rule: CompiledRule, family: 4 | 6): Ranges | undefined {
  const { protocol, notProtocol, icmp, notIcmp } = rule;
  if (protocol === undefined && notProtocol === undefined && !icmp && !notIcmp) return undefined;
  let header: Ranges = protocol === undefined ? [0, HEADERS] : protocolRanges(protocol, family);
  if (notProtocol !== undefined) header = minus(header, protocolRanges(notProtocol, family));
  if (icmp) header = both(header, icmpRanges(icmp));
  return notIcmp ? minus(header, icmpRanges(notIcmp)) : header;
}

function protocolRanges(protocol: number, family: 4 | 6): Ranges {
  return protocol === icmpOf(family) ? [256, HEADERS] : [protocol, protocol + 1];
}

function icmpRanges({ type, code }: IcmpClause): Ranges {
  if (type === undefined && code === undefined) return [256, HEADERS];
  if (type === undefined) {
    return union(
      Array.from({ length: 256 }, (_, any) => [256 * (any + 1) + (code ?? 0), 256 * (any + 1) + (code ?? 0) + 1]),
    );
  }
  const first = 256 * (type + 1);
  return code === undefined ? [first, first + 256] : [first + code, first + code + 1];
}
