import type { Interval, Region } from "../../analysis/sets/dimension.ts";
import { hasPorts, PROTOCOL_NUMBERS, protocolName } from "../../model/net/protocol.ts";

/** What packets of a protocol have besides addresses. */
type ProtocolKind = "ports" | "icmp" | "neither";

/** Packets of protocols of one kind. */
export interface ProtocolRegion extends Omit<Region, "protocol"> {
  /** In order. */
  readonly protocols: readonly Interval[];
  /** `any`: of several kinds, whatever else their packets have. */
  readonly kind: ProtocolKind | "any";
}

/** Protocol numbers that packets have: 0 is none of them, for Calico. */
const ALL: readonly Interval[] = [[1, 255]];

/**
 * A region as regions of which each has protocols of one kind where ports or ICMP types matter, disjoint and together the
 * same packets. Packets without ports have 0 for them: a region that has only other ports has none of their packets.
 */
export function byKind({ protocol, ...rest }: Region): readonly ProtocolRegion[] {
  const intervals = clipped(protocol ?? ALL);
  const kinds = splitByKind(intervals);
  const { source, destination, sourcePort, portOrIcmp } = rest;
  const isOfOne = [kinds.ports, kinds.icmp, kinds.neither].filter(({ length }) => length > 0).length === 1;
  if (sourcePort === undefined && portOrIcmp === undefined && !isOfOne)
    return intervals.length === 0 ? [] : [{ ...rest, protocols: intervals, kind: "any" }];
  const ends = { ...(source && { source }), ...(destination && { destination }) };
  const regions: readonly (ProtocolRegion & { readonly exists: boolean })[] = [
    { ...rest, protocols: kinds.ports, kind: "ports", exists: true },
    { ...ends, ...(portOrIcmp && { portOrIcmp }), protocols: kinds.icmp, kind: "icmp", exists: hasZero(sourcePort) },
    { ...ends, protocols: kinds.neither, kind: "neither", exists: hasZero(sourcePort) && hasZero(portOrIcmp) },
  ];
  return regions.flatMap(({ exists, ...region }) => (exists && region.protocols.length > 0 ? [region] : []));
}

function splitByKind(intervals: readonly Interval[]): Readonly<Record<ProtocolKind, readonly Interval[]>> {
  const kinds: Record<ProtocolKind, Interval[]> = { ports: [], icmp: [], neither: [] };
  for (const [first, last] of intervals) {
    for (let number = Number(first); number <= Number(last); number++) add(kinds[kindOf(number)], number);
  }
  return kinds;
}

/** A protocol as JSON has it: its name, its number, `7:16` for several of no name, `any` for all. */
export function protocolWords({ protocols }: Pick<ProtocolRegion, "protocols">): readonly string[] {
  return isAll(protocols) ? ["any"] : namesOf(protocols);
}

/** Protocols for people: `TCP, UDP`, `any protocol`, `any protocol except TCP`. */
export function protocolsText(protocols: readonly Interval[]): string {
  if (isAll(protocols)) return "any protocol";
  const words = namesOf(protocols);
  const others = namesOf(gaps(protocols));
  return others.length < words.length && others.length <= 6
    ? `any protocol except ${others.join(", ")}`
    : words.join(", ");
}

function kindOf(number: number): ProtocolKind {
  if (hasPorts(number)) return "ports";
  return number === PROTOCOL_NUMBERS.ICMP || number === PROTOCOL_NUMBERS.ICMPv6 ? "icmp" : "neither";
}

function add(intervals: Interval[], number: number): void {
  const last = intervals.at(-1);
  if (last !== undefined && last[1] === number - 1) intervals[intervals.length - 1] = [last[0], number];
  else intervals.push([number, number]);
}

function clipped(intervals: readonly Interval[]): readonly Interval[] {
  return intervals.flatMap(([first, last]): Interval[] => {
    const [from, to] = [Math.max(1, Number(first)), Math.min(255, Number(last))];
    return from > to ? [] : [[from, to]];
  });
}

function isAll(intervals: readonly Interval[]): boolean {
  const [first, ...others] = intervals;
  return first !== undefined && others.length === 0 && first[0] === 1 && first[1] === 255;
}

function hasZero(intervals: readonly Interval[] | undefined): boolean {
  return intervals === undefined || intervals[0]?.[0] === 0;
}

function gaps(intervals: readonly Interval[]): readonly Interval[] {
  const ends = [0, ...intervals.map(([, last]) => Number(last))];
  const starts = [...intervals.map(([first]) => Number(first)), 256];
  return starts.flatMap((start, i): Interval[] => {
    const from = (ends[i] ?? 0) + 1;
    return from > start - 1 ? [] : [[from, start - 1]];
  });
}

/** Names of known protocols, numbers and ranges of the others. */
function namesOf(intervals: readonly Interval[]): readonly string[] {
  const known = Object.values(PROTOCOL_NUMBERS);
  return intervals.flatMap(([first, last]) => {
    const words: string[] = [];
    let from = Number(first);
    const upTo = (to: number) => {
      if (from <= to) words.push(rangeText([from, to]));
    };
    for (const number of known.filter((one) => one >= first && one <= last).sort((a, b) => a - b)) {
      upTo(number - 1);
      words.push(protocolName(number));
      from = number + 1;
    }
    upTo(Number(last));
    return words;
  });
}

function rangeText([first, last]: Interval): string {
  return first === last ? protocolName(Number(first)) : `${first}:${last}`;
}
