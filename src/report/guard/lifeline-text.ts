import type { Lifeline, PortRange } from "../../analysis/lifelines/lifeline.ts";
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
  const own = endpointsText(lifeline);
  const [from, to] = direction === "in" ? [others, own] : [own, others];
  return `${name}: ${what.filter((part) => part !== "").join(" ")} from ${from} to ${to}`;
}

/** Where a lifeline comes from: `derived: policy failsafe, rule 1`, `lifelines.yaml:3`. */
export function originText({ derivedFrom, span }: Lifeline): string {
  if (derivedFrom !== undefined) return `derived: ${derivedFrom}`;
  return span === undefined ? "declared" : fileAndLine(span);
}

function endpointsText({ endpoints: { nodes, selector, addresses } }: Lifeline): string {
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
