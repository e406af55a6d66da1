import type { DnatMatch, NodeFacts } from "../../model/flow.ts";
import { parseNet } from "../../model/net/address.ts";
import { hasPorts, PROTOCOL_NUMBERS, protocolNumber } from "../../model/net/protocol.ts";
import type { Net } from "../../policy/world/compiled.ts";
import { toNet } from "../../policy/world/nets.ts";
import type { Lifeline, PortRange } from "./lifeline.ts";

/** Packets by what a translation looks at. */
interface Packets {
  readonly protocol: number;
  /** Empty: any. */
  readonly destinations: readonly Net[];
  readonly ports: readonly PortRange[];
}

/**
 * The facts of a node without the translations that are for no packet of the lifelines, as those of Services mostly are: without
 * any, nodes are alike, and one proof is for all of them.
 */
export function relevantFacts(facts: NodeFacts, lifelines: readonly Lifeline[]): NodeFacts {
  const packets = lifelines.flatMap(packetsOf);
  const met = <Rule extends DnatMatch>(rules: readonly Rule[] = []) =>
    rules.filter((rule) => packets.some((one) => mayMatch(rule, one)));
  const [dnat, outputDnat, filter] = [met(facts.dnat), met(facts.outputDnat), met(facts.filter)];
  if (dnat.length + outputDnat.length + filter.length > 0) return { ...facts, dnat, outputDnat, filter };
  const { node, interfaces, routes, tunnelPeers } = facts;
  return { node, ...(interfaces && { interfaces }), ...(routes && { routes }), ...(tunnelPeers && { tunnelPeers }) };
}

/** The packets of a lifeline, and its answers where the node may take them for a connection of their own. */
function packetsOf({
  direction,
  peers,
  endpoints,
  protocol,
  ports,
  sourcePorts,
  replies,
  through,
}: Lifeline): Packets[] {
  const own = endpoints.addresses;
  const isBegun = replies && protocol !== PROTOCOL_NUMBERS.TCP;
  const [there, back] = direction === "in" || through !== undefined ? [own, peers] : [peers, own];
  return [
    { protocol, destinations: there, ports },
    ...(isBegun ? [{ protocol, destinations: back, ports: sourcePorts }] : []),
  ];
}

/** Whether a rule may match one of the packets; sources, interfaces and exceptions are not looked at. */
function mayMatch(rule: DnatMatch, { protocol, destinations, ports }: Packets): boolean {
  const { protocol: name = "all", dst, port, portTo = port } = rule;
  const number = name === "all" ? undefined : protocolNumber(name);
  if (number !== undefined && number !== protocol) return false;
  if (port !== undefined && portTo !== undefined) {
    if (!hasPorts(protocol)) return false;
    if (ports.length > 0 && !ports.some(([first, last]) => first <= portTo && port <= last)) return false;
  }
  const cidr = dst === undefined || dst === "LOCAL" ? undefined : parseNet(dst);
  if (cidr === undefined || destinations.length === 0) return true;
  const net = toNet(cidr);
  return destinations.some(
    ({ family, first, last }) => family === net.family && first <= net.last && net.first <= last,
  );
}
