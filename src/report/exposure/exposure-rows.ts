import type { AddressNames } from "../../analysis/address-names.ts";
import type { ExposedPart, ExposedWay, FailsafePart } from "../../analysis/exposure/exposure.ts";
import type { Way } from "../../analysis/paths/way.ts";
import type { Exact } from "../../analysis/sets/budget.ts";
import type { Interval, Region } from "../../analysis/sets/dimension.ts";
import { intersectionOf, mergeIntervals } from "../../analysis/sets/interval-list.ts";
import { PROTOCOL_NUMBERS } from "../../model/net/protocol.ts";
import type { Verdict } from "../../policy/outcome.ts";
import { addressesText, addressNets } from "../regions/address-nets.ts";
import { byService } from "../regions/by-service.ts";
import { servicesText } from "../regions/region-text.ts";
import { deciderText } from "./decider-text.ts";

/** A way and what becomes of the packets that were asked about; those of no packet are left out. */
export interface ReportedWay {
  readonly way: Way;
  readonly result: Exact<ExposedWay>;
}

/** What an exposure report is made of. */
export interface ExposureReport {
  readonly ways: readonly ReportedWay[];
  /** `in`: who reaches the endpoints; `out`: whom they reach. */
  readonly direction: "in" | "out";
  readonly verdicts: readonly Verdict[];
  readonly names: AddressNames;
}

/** A row for people: these services, with these addresses at the other end, by this. */
export interface ExposureRow {
  readonly verdict: Verdict;
  readonly services: string;
  readonly peers: readonly string[];
  /** The endpoint's own side, where it is not simply the endpoint. */
  readonly own: string;
  readonly by: string;
  readonly remark: string;
}

/** The rows of the ways of one endpoint that differ in their IP version alone. */
export function rowsOf(ways: readonly ReportedWay[], report: ExposureReport): readonly ExposureRow[] {
  const rows = ways.flatMap(({ way, result }) => (result.exact ? wayRows(way, result.value, report) : []));
  const byService = joined(
    rows,
    ({ peers: _, ...rest }) => rest,
    (a, b) => ({ ...a, peers: [...a.peers, ...b.peers] }),
  );
  const joinServices = (a: ExposureRow, b: ExposureRow) => ({ ...a, services: `${a.services}; ${b.services}` });
  return joined(byService, ({ services: _, ...rest }) => rest, joinServices);
}

/** The rows, those with the same key as one. */
export function joined<Row>(
  rows: readonly Row[],
  keyOf: (row: Row) => Partial<Row>,
  join: (a: Row, b: Row) => Row,
): readonly Row[] {
  const byKey = new Map<string, Row>();
  for (const row of rows) {
    const key = JSON.stringify(keyOf(row));
    const same = byKey.get(key);
    byKey.set(key, same === undefined ? row : join(same, row));
  }
  return [...byKey.values()];
}

/** What decides some packets in the same words, and their regions. */
interface Decided {
  readonly verdict: Verdict;
  readonly by: string;
  readonly remark: string;
  readonly regions: Region[];
}

/**
 * The rows of one way. To what a policy decides is added what it would let through if there were no failsafe ports: that is what
 * failsafe ports are compared with.
 */
function wayRows(way: Way, { parts }: ExposedWay, report: ExposureReport): readonly ExposureRow[] {
  const shown = parts.filter(({ verdict }) => report.verdicts.includes(verdict));
  const decided = new Map<string, Decided>();
  const add = (part: ExposedPart | FailsafePart): void => {
    const what = { verdict: part.verdict, by: deciderText(part.by), remark: remarkOf(part) };
    const key = JSON.stringify(what);
    const same = decided.get(key) ?? { ...what, regions: [] };
    same.regions.push(...part.regions);
    decided.set(key, same);
  };
  const isOfRule = ({ by }: ExposedPart) => by.kind === "rule";
  for (const part of shown.filter(isOfRule)) add(part);
  for (const part of shown) if ("withoutFailsafes" in part) part.withoutFailsafes.forEach(add);
  for (const part of shown.filter((one) => !isOfRule(one))) add(part);
  const all = [...decided.values()];
  const own = everyOwn(parts, report);
  return all.flatMap((one) => decidedRows(way, one, own, report));
}

function remarkOf(part: ExposedPart | FailsafePart): string {
  const dropped = part.replyDropped === undefined ? "" : `replies dropped: ${deciderText(part.replyDropped)}`;
  const wider = "isWider" in part && part.isWider ? "wider than any policy" : "";
  return [wider, dropped].filter((text) => text !== "").join("; ");
}

function decidedRows(
  { family }: Way,
  { regions, ...what }: Decided,
  own: string,
  { direction, names }: ExposureReport,
): readonly ExposureRow[] {
  const [peerSide, ownSide] = sidesOf(direction);
  return byService(regions, peerSide).flatMap((region) => {
    const services = servicesText(withoutOtherIcmp(family, region));
    if (services === "") return [];
    const text = region[ownSide] === undefined ? "" : addressesText(family, region[ownSide]);
    const peers = [peersText(family, region[peerSide], names)];
    return [{ ...what, services, peers, own: keyOf(region[ownSide]) === own ? "" : text }];
  });
}

/** A region without ICMP of the other IP version, which nobody sends. */
export function withoutOtherIcmp(family: 4 | 6, region: Region): Region {
  const other = family === 4 ? PROTOCOL_NUMBERS.ICMPv6 : PROTOCOL_NUMBERS.ICMP;
  if (region.protocol === undefined) return region;
  const rest: readonly Interval[] = [
    [0, other - 1],
    [other + 1, 255],
  ];
  return { ...region, protocol: intersectionOf(region.protocol, rest) };
}

/** Addresses with what they are called: `10.0.0.0/8 (network set office)`, `role == 'web' (8 networks)`. */
export function peersText(family: 4 | 6, addresses: readonly Interval[] | undefined, names: AddressNames): string {
  const text = addressesText(family, addresses);
  const name = addresses === undefined ? undefined : names(family, addresses);
  if (name === undefined) return text;
  const count = addressNets(family, addresses).length;
  return count <= 2 ? `${text} (${name})` : `${name} (${count} networks)`;
}

/** The endpoint's side and the other one of a direction's packets. */
export function sidesOf(
  direction: "in" | "out",
): readonly [peer: "source" | "destination", own: "source" | "destination"] {
  return direction === "in" ? ["source", "destination"] : ["destination", "source"];
}

/**
 * What the endpoint's side is in all packets that the way was asked about, let through or not, which needs no saying: a rule that
 * is for some destinations alone is told from one that is for all of them, although it is the only one.
 */
function everyOwn(parts: readonly ExposedPart[], { direction }: ExposureReport): string {
  const [, ownSide] = sidesOf(direction);
  const sides = parts.flatMap(({ regions }) => regions.map((region) => region[ownSide]));
  const known = sides.flatMap((side) => (side === undefined ? [] : [side]));
  return keyOf(known.length < sides.length ? undefined : mergeIntervals(known.flat()));
}

function keyOf(intervals: readonly Interval[] | undefined): string {
  return intervals === undefined ? "all" : intervals.join(" ");
}
