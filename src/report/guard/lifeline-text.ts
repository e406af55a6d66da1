import type { Forwarding, Lifeline, PortRange } from "../../analysis/lifelines/lifeline.ts";
import { protocolName } from "../../model/net/protocol.ts";
import type { Net } from "../../policy/world/compiled.ts";
import { fileAndLine } from "../place-text.ts";

/** Most networks, nodes or addresses that are listed. */
const MOST = 4;

/** A lifeline in one line: `ssh: TCP 22 from 10.20.0.0/24 to every host endpoint`. */
export function lifelineText(lifeline: Lifeline): string {
  const { name, direction, peers, protocol, ports, sourcePorts } = lifeline;
  const what = [
    protocolName(protocol),
    portsText(ports),
    sourcePorts.length > 0 ? `from port ${portsText(sourcePorts)}` : "",
  ];
  const others = peers.length === 0 ? (direction === "in" ? "anyone" : "anywhere") : listText(peers.map(netText));
  if (lifeline.through !== undefined)
    return `${name}: ${what.filter((part) => part !== "").join(" ")} ${forwardedText(lifeline, lifeline.through)}`;
  const own = endpointsText(lifeline);
  const [from, to] = direction === "in" ? [others, own] : [own, others];
  return `${name}: ${what.filter((part) => part !== "").join(" ")} from ${from} to ${to}`;
}

/** Where a lifeline comes from: `derived: policy failsafe, rule 1`, `lifelines.yaml:3`. */
export function originText({ derivedFrom, span }: Lifeline): string {
  if (derivedFrom !== undefined) return `derived: ${derivedFrom}`;
  return span === undefined ? "declared" : fileAndLine(span);
}

/** `from 203.0.113.0/24 to 10.50.0.10 through every host endpoint, in by eth0`. */
function forwardedText({ peers, endpoints }: Lifeline, { in: incoming, out }: Forwarding): string {
  const from = peers.length === 0 ? "anyone" : listText(peers.map(netText));
  const to = endpoints.addresses.length === 0 ? "anywhere" : listText(endpoints.addresses.map(netText));
  const hosts = endpointsText({ endpoints: { ...endpoints, addresses: [] } });
  const by = [
    ...(incoming.length > 0 ? [`in by ${listText(incoming)}`] : []),
    ...(out.length > 0 ? [`out by ${listText(out)}`] : []),
  ];
  return [`from ${from} to ${to} through ${hosts}`, ...by].join(", ");
}

function endpointsText({ endpoints: { nodes, selector, addresses } }: Pick<Lifeline, "endpoints">): string {
  const what = selector === undefined ? "every host endpoint" : `endpoints with ${selector.key}`;
  const where = nodes === undefined ? "" : ` of ${listText([...nodes])}`;
  const isAny = addresses.some(({ cidr }) => cidr.prefix === 0);
  return `${what}${where}${addresses.length === 0 || isAny ? "" : `, ${listText(addresses.map(netText))}`}`;
}

function portsText(ports: readonly PortRange[]): string {
  return ports.map(([first, last]) => (first === last ? String(first) : `${first}:${last}`)).join(", ");
}

/** A network, a single address without its length. */
function netText({ text }: Net): string {
  return text.replace(/^([\d.]+)\/32$|^([^/]+)\/128$/, "$1$2");
}

function listText(items: readonly string[]): string {
  const shown = items.slice(0, MOST).join(", ");
  return items.length > MOST ? `${shown} and ${items.length - MOST} more` : shown;
}
