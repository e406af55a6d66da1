import type { Region } from "../../analysis/sets/dimension.ts";
import { addressesText } from "./address-nets.ts";
import { icmpText, portsText } from "./ports.ts";
import { byKind, type ProtocolRegion, protocolsText } from "./protocols.ts";

/** What the ends of a region are called, where that is better than their addresses. */
export interface EndNames {
  readonly source?: string | undefined;
  readonly destination?: string | undefined;
}

/**
 * A region for people, a line a kind of protocol: `TCP 203.0.113.0/24 -> 10.0.0.1 : 22, 8443`. Each line is a product of
 * what it lists.
 */
export function regionLines(family: 4 | 6, region: Region, names: EndNames = {}): readonly string[] {
  return byKind(region).map((one) => {
    const source = names.source ?? addressesText(family, one.source);
    const destination = names.destination ?? addressesText(family, one.destination);
    const sourcePorts = one.kind === "ports" ? portsText(one.sourcePort) : "";
    const from = sourcePorts === "" ? source : `${source} from port ${sourcePorts}`;
    const what = whatText(one);
    return `${protocolsText(one.protocols)} ${from} -> ${destination}${what === "" ? "" : ` : ${what}`}`;
  });
}

/** The protocols with their destination ports or ICMP types: `TCP 22, 80`, `ICMP type 8`, `any protocol`. */
export function servicesText(region: Region): string {
  const parts = byKind(region).map((one) => {
    const what = whatText(one);
    const ports = one.kind === "ports" ? portsText(one.sourcePort) : "";
    const from = ports === "" ? "" : ` (source port ${ports})`;
    return `${protocolsText(one.protocols)}${what === "" ? "" : ` ${what}`}${from}`;
  });
  return parts.join("; ");
}

function whatText({ kind, portOrIcmp }: ProtocolRegion): string {
  return kind === "ports" ? portsText(portOrIcmp) : kind === "icmp" ? icmpText(portOrIcmp) : "";
}
