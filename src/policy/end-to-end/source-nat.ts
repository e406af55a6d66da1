import type { MasqueradeRule } from "../../model/flow.ts";
import { type Address, formatAddress, parseAddress, sameAddress } from "../../model/net/address.ts";
import type { DnatPacket } from "../../model/net/dnat.ts";
import { LOOPBACK_NAME, routeFor } from "../../model/net/route.ts";
import { nodeAddresses } from "../flow/node-addresses.ts";
import { choicesOf } from "../path/apply-dnat.ts";
import { isNodeAddress, type NodeView } from "../path/node-view.ts";
import type { World } from "../world/compiled.ts";
import { netContains } from "../world/nets.ts";
import { interfaceAddresses, poolOf, tunnelOf, underlayAddress } from "./tunnel-link.ts";

/** A source address that a packet gets, and why. */
export interface NewSource {
  readonly address: Address;
  readonly why: string;
  /** Whether the source port stays, where no other connection has it. */
  readonly keepsPort?: boolean;
}

/**
 * The source that a node gives its own packet, by the way it takes: what the route says (`prefsrc`), else the address of
 * the interface. `undefined` where neither is known.
 */
export function ownSource(
  world: World,
  view: NodeView,
  destination: Address,
  interfaceName: string,
): Address | undefined {
  const route = routeFor(view.routes ?? [], destination);
  const isTaken = route.kind === "interface" && route.name === interfaceName;
  if (isTaken && route.source?.family === destination.family) return route.source;
  return addressOn(world, view, interfaceName, destination.family);
}

/** A packet that leaves a node: what POSTROUTING looks at. */
export interface LeavingPacket {
  readonly protocol: number;
  readonly source: Address;
  readonly destination: Address;
  readonly destinationPort: number | undefined;
  readonly interface: string;
  /** The rule that marked it for masquerading as it came in; `unknown` where that depends on missing facts. */
  readonly masquerade: MasqueradeRule | undefined | "unknown";
}

/** The new source of a packet, `undefined` where it keeps its own, and what had to be assumed for that. */
export interface SourceTranslation {
  readonly source: NewSource | undefined;
  readonly assumptions: readonly string[];
}

/**
 * The source that a packet leaves a node with. The first that translates it decides: kube-proxy's mark, Calico's own rules,
 * and the others of its nat table (POSTROUTING, where kube-proxy and Calico put themselves first).
 */
export function translateSource(world: World, view: NodeView, packet: LeavingPacket): SourceTranslation {
  const { source, masquerade: mark } = packet;
  if (mark !== undefined && mark !== "unknown") {
    const why = mark.by === undefined ? "its nat table masquerades the packet" : `${mark.by} masquerades the packet`;
    const { source: made, assumptions } = masquerade(world, view, packet, why);
    return { source: made && mark.keepsPort === true ? { ...made, keepsPort: true } : made, assumptions };
  }
  const own = formatAddress(source);
  const ofMark =
    mark === "unknown" ? [`${view.node} is taken not to masquerade ${own}: its addresses are unknown`] : [];
  const { source: address, assumptions } = translatedByCalico(world, view, packet) ?? postroute(world, view, packet);
  return { source: address, assumptions: [...ofMark, ...assumptions] };
}

/** What the node's other source NATs do to a packet. */
function postroute(world: World, view: NodeView, packet: LeavingPacket): SourceTranslation {
  const why = "its nat table does (POSTROUTING)";
  const masqueraded = masquerade(world, view, packet, why);
  const nodes = masqueraded.source && formatAddress(masqueraded.source.address);
  const { isLocal } = view.dnatHost;
  const answer = view.sourceNat?.(postrouting(packet), { isLocal, addressOf: () => nodes }) ?? { kind: "none" };
  if (answer.kind === "none") return { source: undefined, assumptions: [] };
  if (answer.kind === "unknown") {
    const kept = `${view.node} is taken not to translate the source ${formatAddress(packet.source)}: ${answer.why}`;
    return { source: undefined, assumptions: [kept] };
  }
  if (answer.toIP === nodes) return masqueraded;
  const address = parseAddress(answer.toIP);
  const choices = choicesOf(answer.rule);
  const chosen = `${formatAddress(packet.source)} becomes ${answer.toIP}, the first of ${choices} addresses that ${view.node} chooses from`;
  return { source: address && { address, why }, assumptions: choices > 1 ? [chosen] : [] };
}

function postrouting({ protocol, source, destination, destinationPort, interface: name }: LeavingPacket): DnatPacket {
  const port = destinationPort === undefined ? {} : { dstPort: destinationPort };
  return { protocol, src: source, dst: destination, ...port, interface: name };
}

/**
 * What Calico does to the source of a packet that leaves the node (POSTROUTING), `undefined` for nothing: one from an
 * address of a pool with `natOutgoing` to an address of no pool gets that of the node, and one of the node's own through
 * a tunnel that of the tunnel's interface. FelixConfiguration may spare hosts, name another address, or the interfaces
 * it is for (felix/rules, nat.go and static.go; the pools are IP sets, in which one pool inside another does not hide it).
 */
function translatedByCalico(world: World, view: NodeView, packet: LeavingPacket): SourceTranslation | undefined {
  const { source, destination, interface: name } = packet;
  const { sparesHosts, address, interfaces } = view.settings.outgoingNat;
  const pool = world.pools.find(({ natOutgoing, net }) => natOutgoing && netContains(net, source));
  const isSpared = poolOf(world, destination) !== undefined || (sparesHosts && isHost(world, view, destination));
  if (pool !== undefined && !isSpared && isFiltered(name, interfaces)) {
    const why = `IP pool ${pool.name} has natOutgoing`;
    if (address === undefined || source.family !== 4) return masquerade(world, view, packet, why);
    return { source: { address, why: `${why}, and natOutgoingAddress is set` }, assumptions: [] };
  }
  if (tunnelOf(view, name) === undefined || !isOwn(world, view, source)) return undefined;
  if (interfaceAddresses(world, view, name).some((known) => sameAddress(known, source))) return undefined;
  const why = `Calico translates what ${view.node} sends through ${name} to that interface's address`;
  const known = addressOn(world, view, name, source.family);
  return known ? { source: { address: known, why }, assumptions: [] } : kept(view, source, `that of ${name}`);
}

/** Whether a source is the node's own, as far as anything says so. */
function isOwn(world: World, view: NodeView, source: Address): boolean {
  return (
    isNodeAddress(view, source) ||
    nodeAddresses(world, view).some((address) => sameAddress(address, source)) ||
    view.hostEndpoints.some(({ nets }) => nets.some((net) => netContains(net, source)))
  );
}

/** Whether iptables' filter is for that interface: this name, or any with the beginning before `+`; an empty one is for all. */
function isFiltered(name: string, filter: string): boolean {
  return filter === "" || name === filter || (filter.endsWith("+") && name.startsWith(filter.slice(0, -1)));
}

/** Whether it is the address of a host of the cluster, or of `externalNodesList`. */
function isHost({ nodes }: World, { settings }: NodeView, address: Address): boolean {
  const hosts = [...nodes.values()].flatMap((node) => node.hosts);
  return [...hosts, ...settings.externalNodes].some((net) => netContains(net, address));
}

/** What masquerading does to a packet: the address of the interface it leaves by is its new source, else the node's. */
function masquerade(
  world: World,
  view: NodeView,
  { source, interface: name }: LeavingPacket,
  why: string,
): SourceTranslation {
  // The kernel takes no address of the loopback, whose scope is the host.
  const known = name === LOOPBACK_NAME ? undefined : addressOn(world, view, name, source.family);
  const address = known ?? underlayAddress(world, view, source.family);
  if (address === undefined) return kept(view, source, "an own one");
  const assumption = `${view.node} has ${formatAddress(address)} on ${name}, whose address is unknown`;
  const isAssumed = known === undefined && tunnelOf(view, name) !== undefined;
  return { source: { address, why }, assumptions: isAssumed ? [assumption] : [] };
}

/** A packet that is taken to keep its source, because the address that it gets is unknown. */
function kept({ node }: NodeView, source: Address, what: string): SourceTranslation {
  const text = `${formatAddress(source)} is taken to keep its address: ${node} translates it to ${what}, which is unknown`;
  return { source: undefined, assumptions: [text] };
}

/** What a source NAT does, as a sentence. */
export function sourceText(node: string, source: string, { address, why }: NewSource): string {
  return `${node} translates the source ${source} to ${formatAddress(address)}: ${why}`;
}

function addressOn(world: World, view: NodeView, name: string, family: 4 | 6): Address | undefined {
  return interfaceAddresses(world, view, name).find((address) => address.family === family);
}
