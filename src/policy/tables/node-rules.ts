import { IPIP, PROTOCOL_NUMBERS } from "../../model/net/protocol.ts";
import type { End } from "../path/end.ts";
import { usesIpip, usesVxlan } from "../path/node-rules.ts";
import type { NodeView } from "../path/node-view.ts";
import type { World } from "../world/compiled.ts";
import { netContains } from "../world/nets.ts";
import { isIn, type Ranges, ranges4 } from "./classes/address-ranges.ts";
import type { TableEnd } from "./ends.ts";
import { sourceOf, type TablePacket } from "./table-packet.ts";

const { UDP } = PROTOCOL_NUMBERS;

/** Which packets may meet the node's own rules (path/node-rules.ts), which tables do not hold: `simulate` then answers. */
export interface NodeRules {
  /** Whether the node has any besides those about the sources of workloads. */
  readonly hasAny: boolean;
  /** Whether a packet may meet one. True for few packets, also for some that meet none. */
  readonly mayMeet: (packet: TablePacket, from: TableEnd, to: TableEnd) => boolean;
}

/**
 * Prepares the rules of a node. `refused`: the destinations that rules of kube-proxy may refuse; `mayTranslate`: whether a DNAT
 * may give a packet another destination, and with it the port of a tunnel.
 */
export function nodeRulesFor(
  world: World,
  { settings, outputDnat, dnatRules, refuses }: NodeView,
  refused: Ranges,
  mayTranslate: (packet: TablePacket) => boolean,
): NodeRules {
  const { serviceNets } = world;
  const { wireguard, vxlanPort } = settings;
  const hasIpip = usesIpip(world, settings);
  const hasVxlan = usesVxlan(world, settings, 4) || usesVxlan(world, settings, 6);
  const wireguardPorts = [wireguard[4], wireguard[6]].flatMap(({ enabled, port }) => (enabled ? [port] : []));
  const tunnelPorts = new Set(hasVxlan ? [vxlanPort, ...wireguardPorts] : wireguardPorts);
  const services = settings.dropsServiceLoops ? ranges4(serviceNets) : [];
  const hasDnat = dnatRules.length > 0;
  const hasOutputDnat = outputDnat !== undefined;
  const hasServices = settings.dropsServiceLoops && serviceNets.length > 0;
  const isTunnel = (packet: TablePacket) => {
    const { protocol, destinationPort, sourcePort } = packet;
    if (protocol === IPIP) return hasIpip;
    if (protocol !== UDP || tunnelPorts.size === 0) return false;
    return tunnelPorts.has(destinationPort) || tunnelPorts.has(sourcePort) || mayTranslate(packet);
  };
  const isOfService = ({ family, source, destination }: TablePacket) =>
    hasServices && (family === 6 || hasDnat || isIn(services, destination) || isIn(services, source));
  const isRefused = ({ family, destination }: TablePacket) => family === 6 || isIn(refused, destination);
  const hasAny =
    refuses !== undefined ||
    hasIpip ||
    tunnelPorts.size > 0 ||
    hasServices ||
    hasOutputDnat ||
    settings.acceptReturns ||
    settings.nftables;
  if (!hasAny) {
    return { hasAny, mayMeet: (packet, from) => from.otherSources !== "pass" && isUnsureSource(from, packet) };
  }
  // The reply of the packet meets the rules, too: each question is about both directions.
  const mayMeet: NodeRules["mayMeet"] = (packet, from, to) => {
    if (isTunnel(packet) || (refuses !== undefined && isRefused(packet))) return true;
    if (from.kind === "process") return hasOutputDnat || settings.acceptReturns || settings.nftables;
    // A reply that is not tracked may be a local process's.
    if (to.kind === "process" && settings.nftables) return true;
    if (from.kind === "workload" && isUnsureSource(from, packet)) return true;
    return to.kind === "process" ? settings.acceptReturns : isOfService(packet);
  };
  return { hasAny, mayMeet };
}

function isUnsureSource({ sources, otherSources, end }: TableEnd, packet: TablePacket): boolean {
  if (otherSources === "pass") return false;
  if (packet.family === 4) return (otherSources === "explain" || packet.source === 0) && !isIn(sources, packet.source);
  const { endpoint } = end as Extract<End, { kind: "workload" }>;
  return !endpoint?.nets.some((net) => netContains(net, sourceOf(packet)));
}
