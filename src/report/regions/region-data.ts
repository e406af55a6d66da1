import type { Region } from "../../analysis/sets/dimension.ts";
import type { DecidedBy, Verdict } from "../../policy/outcome.ts";
import { decidedByData } from "../outcomes/outcome-data.ts";
import { addressNets } from "./address-nets.ts";
import { type IcmpEntry, icmpEntries, portRanges } from "./ports.ts";
import { byKind, type ProtocolRegion, protocolWords } from "./protocols.ts";

/** Where packets of a region are: the node, the way through it, and the interface whose policies they meet. */
export interface RegionPlace {
  readonly node: string;
  readonly way: string;
  readonly interface: string;
}

/** What becomes of the packets of a region, and by what. */
export interface RegionFate {
  readonly verdict: Verdict;
  readonly decidedBy: DecidedBy;
}

/** Packets as data: all combinations of the lists. A field that is left out: every value, or packets that have none. */
export interface PacketsData {
  /** A name, a number, `7:16` for several without a name, or `any`. */
  readonly protocol: string;
  readonly source: readonly string[];
  readonly sourcePort?: readonly string[];
  readonly destination: readonly string[];
  readonly destinationPort?: readonly string[];
  readonly icmp?: readonly IcmpEntry[];
}

/** A region as data: its packets, where they are, and what becomes of them. */
export interface RegionData extends RegionPlace, PacketsData {
  readonly verdict: Verdict;
  readonly decidedBy: Readonly<Record<string, unknown>>;
}

/** A region as data, one entry a protocol: disjoint, and together the same packets. */
export function regionData(
  family: 4 | 6,
  { node, way, interface: name }: RegionPlace,
  region: Region,
  { verdict, decidedBy }: RegionFate,
): readonly RegionData[] {
  const by = decidedByData(decidedBy);
  return packetsData(family, region).map((packets) => ({
    ...{ node, way, interface: name },
    ...packets,
    verdict,
    decidedBy: by,
  }));
}

/** The packets of a region as data, one entry a protocol: disjoint, and together the same packets. */
export function packetsData(family: 4 | 6, region: Region): readonly PacketsData[] {
  return byKind(region).flatMap((one) =>
    protocolWords(one).map((protocol) => ({
      protocol,
      source: addressNets(family, one.source),
      ...(one.kind === "ports" && { sourcePort: portRanges(one.sourcePort) }),
      destination: addressNets(family, one.destination),
      ...portsOf(one),
    })),
  );
}

function portsOf({ kind, portOrIcmp }: ProtocolRegion): Pick<RegionData, "destinationPort" | "icmp"> {
  if (kind === "ports") return { destinationPort: portRanges(portOrIcmp) };
  const icmp = kind === "icmp" ? icmpEntries(portOrIcmp) : undefined;
  return icmp === undefined ? {} : { icmp };
}
