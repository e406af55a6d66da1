import { type Address, formatAddress, isLinkLocal, sameAddress } from "../../model/net/address.ts";
import { IPIP, PROTOCOL_NUMBERS } from "../../model/net/protocol.ts";
import { routeFor } from "../../model/net/route.ts";
import type { Packet } from "../flow/packet.ts";
import type { Direction } from "../outcome.ts";
import type { FelixSettings, Net, TunnelProtocol, World } from "../world/compiled.ts";
import { netContains } from "../world/nets.ts";
import { type End, interfaceOf } from "./end.ts";
import { isNodeAddress, type NodeView } from "./node-view.ts";

// The node's own rules, which are about no endpoint's policies: tunnels between nodes, sources of workloads, service
// addresses (docs/semantics.md, "The node's own rules").

/** A packet of a tunnel between the node and another host: accepted between peers, dropped on the way in from others. */
export interface TunnelHit {
  readonly protocol: TunnelProtocol;
  /** Why the other host is not a peer of the tunnel, as a clause; absent where it is one. */
  readonly notPeer?: string;
}

const { UDP } = PROTOCOL_NUMBERS;

/**
 * The tunnel that a packet between the node and another host is of, and whether the other is one of its peers, by its
 * address: `ingress` to the node, `egress` from it. `undefined` for packets of no tunnel.
 */
export function tunnelHit(world: World, view: NodeView, direction: Direction, packet: Packet): TunnelHit | undefined {
  const protocol = tunnelProtocol(world, view, packet);
  if (protocol === undefined) return undefined;
  const notPeer = whyNotPeer(world, view, protocol, direction === "ingress" ? packet.source : packet.destination);
  return notPeer === undefined ? { protocol } : { protocol, notPeer };
}

/** Whether the node uses IPIP: as FelixConfiguration says, else as the IP pools need it. */
export function usesIpip({ encapsulation }: World, { ipipEnabled }: FelixSettings): boolean {
  return ipipEnabled ?? encapsulation.ipip;
}

/** Whether the node uses VXLAN for an IP version: as `usesIpip`, but FelixConfiguration decides about IPv4 only. */
export function usesVxlan({ encapsulation }: World, { vxlanEnabled }: FelixSettings, family: 4 | 6): boolean {
  return family === 4 ? (vxlanEnabled ?? encapsulation.vxlan[4]) : encapsulation.vxlan[6];
}

/** The tunnel of the node that a packet is of, by its protocol and destination port. */
export function tunnelProtocol(
  world: World,
  { settings }: NodeView,
  { family, protocol, destinationPort }: Pick<Packet, "family" | "protocol" | "destinationPort">,
): TunnelProtocol | undefined {
  if (protocol === IPIP) return family === 4 && usesIpip(world, settings) ? "IPIP" : undefined;
  if (protocol !== UDP) return undefined;
  if (destinationPort === settings.vxlanPort && usesVxlan(world, settings, family)) return "VXLAN";
  const { enabled, port } = settings.wireguard[family];
  return enabled && destinationPort === port ? "WireGuard" : undefined;
}

/**
 * Why an address is not that of a peer of a tunnel of the node, as a clause; `undefined` where it is. Felix knows the
 * peers by their Nodes and by `externalNodesList`; of WireGuard it takes packets from anyone.
 */
export function whyNotPeer(
  { encapsulation, nodes }: World,
  { settings, tunnelPeers }: NodeView,
  protocol: TunnelProtocol,
  other: Address,
): string | undefined {
  const holds = (net: Net) => netContains(net, other);
  const hosts = protocol === "VXLAN" ? encapsulation.vxlanHosts : encapsulation.ipipHosts;
  if (protocol === "WireGuard" || hosts.some(holds) || settings.externalNodes.some(holds)) return undefined;
  if (tunnelPeers.some((peer) => sameAddress(peer, other))) return undefined;
  const [name, node] = [...nodes].find(([, { nets }]) => nets.some(holds)) ?? [];
  if (name === undefined || node === undefined) return "no Node has this address";
  if (!node.hosts.some(holds)) {
    const host = node.hosts.find(({ family }) => family === other.family);
    if (host === undefined) return `Node ${name} has no IPv${other.family} address in \`spec.bgp\``;
    return `other nodes know Node ${name} by ${formatAddress(host.cidr.address)} only`;
  }
  return `Node ${name} has no \`ipv${other.family}VXLANTunnelAddr\`, which calico/node writes`;
}

/** Whether the node leaves a packet untracked because it is of its VXLAN tunnel, to or from the node itself. */
export function isUntrackedVxlan(
  world: World,
  view: NodeView,
  { from, to }: { readonly from: End; readonly to: End },
  packet: Packet,
): boolean {
  if (!world.calico.vxlanUntracked || tunnelProtocol(world, view, packet) !== "VXLAN") return false;
  return from.kind === "process" || to.kind === "process" || isNodeAddress(view, packet.destination);
}

/**
 * Whether the source of a packet that a workload sends is not routed back to it: not one of its addresses, of the networks
 * it may send from, nor of a route through its interface. `unknown` for an endpoint without addresses of the IP version:
 * the workload may have some that the node was given a route to (recorded: x-hep-ipv6-only).
 */
export function isSpoofed(
  view: NodeView,
  from: End,
  { source, destination }: Pick<Packet, "source" | "destination">,
): boolean | "unknown" {
  if (from.kind !== "workload" || from.endpoint === undefined) return false;
  const { nets, spoofedSources } = from.endpoint;
  const own = view.settings.allowsSpoofing ? [...nets, ...spoofedSources] : nets;
  if (own.some((net) => netContains(net, source))) return false;
  if (source.family === 6 && isLinkLocal(source)) return false;
  if (source.value === 0n && (source.family === 6 || destination.value === 0xffffffffn)) return false;
  const route = routeFor(view.routes ?? [], source);
  if (route.kind === "interface" && route.name === interfaceOf(from)) return false;
  return nets.some(({ family }) => family === source.family) ? true : "unknown";
}

/** The advertised service network that holds the destination of a forwarded packet, where the node drops such packets. */
export function serviceNet(
  world: World,
  { settings }: NodeView,
  { destination }: Pick<Packet, "destination">,
): Net | undefined {
  if (!settings.dropsServiceLoops) return undefined;
  return world.serviceNets.find((net) => netContains(net, destination));
}
