import { type Address, formatAddress, parseAddress, sameAddress } from "../../model/net/address.ts";
import type { DnatPacket } from "../../model/net/dnat.ts";
import { routeFor } from "../../model/net/route.ts";
import { isNodeAddress, type NodeView } from "../path/node-view.ts";
import type { World } from "../world/compiled.ts";
import { netContains } from "../world/nets.ts";
import { poolOf, tunnelOf, underlayAddress } from "./tunnel-link.ts";

/** A source address that a packet gets, and why. */
export interface NewSource {
  readonly address: Address;
  readonly why: string;
}

/**
 * The source that a node gives its own packet, by the way it takes: what the route says (`prefsrc`), else the address of
 * the interface. `undefined` where neither is known.
 */
export function ownSource(view: NodeView, destination: Address, interfaceName: string): Address | undefined {
  const route = routeFor(view.routes ?? [], destination);
  if (route.kind === "interface" && route.source?.family === destination.family) return route.source;
  return addressOn(view, interfaceName, destination.family);
}

/** A packet that leaves a node: what POSTROUTING looks at. */
export interface LeavingPacket {
  readonly protocol: number;
  readonly source: Address;
  readonly destination: Address;
  readonly destinationPort: number | undefined;
  readonly interface: string;
  /** Whether its nat table marked it for masquerading as it came in; `unknown` where that depends on missing facts. */
  readonly isMarked: boolean | "unknown";
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
  const { source, destination, interface: name, isMarked } = packet;
  const masqueraded = (why: string) => nodeSource(world, view, source.family, name, why);
  if (isMarked === true) return { source: masqueraded("its nat table masquerades the packet"), assumptions: [] };
  const own = formatAddress(source);
  const assumptions =
    isMarked === "unknown" ? [`${view.node} is taken not to masquerade ${own}: its addresses are unknown`] : [];
  const calicos = translatedSource(world, view, { source, destination }, name);
  if (calicos !== undefined) return { source: calicos, assumptions };
  const answer = view.sourceNat?.(postrouting(packet), {
    isLocal: view.dnatHost.isLocal,
    addressOf: (_, family) => {
      const address = nodeSource(world, view, family, name, "")?.address;
      return address && formatAddress(address);
    },
  });
  if (answer?.kind === "unknown")
    return {
      source: undefined,
      assumptions: [...assumptions, `${view.node} is taken not to translate the source ${own}: ${answer.why}`],
    };
  const address = answer?.kind === "translated" ? parseAddress(answer.toIP) : undefined;
  return { source: address && { address, why: "its nat table does (POSTROUTING)" }, assumptions };
}

function postrouting({ protocol, source, destination, destinationPort, interface: name }: LeavingPacket): DnatPacket {
  const port = destinationPort === undefined ? {} : { dstPort: destinationPort };
  return { protocol, src: source, dst: destination, ...port, interface: name };
}

/**
 * The source that Calico translates a packet to as it leaves a node (POSTROUTING): one from an address of a pool with
 * `natOutgoing` to an address of no pool gets that of the node, and one of the node's own through a tunnel that of the
 * tunnel's interface. FelixConfiguration may spare hosts, name another address, or the interfaces it is for
 * (felix/rules, nat.go).
 */
function translatedSource(
  world: World,
  view: NodeView,
  { source, destination }: { readonly source: Address; readonly destination: Address },
  interfaceName: string,
): NewSource | undefined {
  if (tunnelOf(interfaceName) !== undefined) {
    const address = addressOn(view, interfaceName, source.family);
    if (address === undefined || sameAddress(address, source) || !isNodeAddress(view, source)) return undefined;
    return {
      address,
      why: `Calico translates what ${view.node} sends through ${interfaceName} to that interface's address`,
    };
  }
  const pool = poolOf(world, source);
  if (!pool?.natOutgoing || poolOf(world, destination) !== undefined) return undefined;
  const { sparesHosts, address, interfaces } = view.settings.outgoingNat;
  if (!isFiltered(interfaceName, interfaces) || (sparesHosts && isHost(world, view, destination))) return undefined;
  const why = `IP pool ${pool.name} has natOutgoing`;
  if (address !== undefined && source.family === 4) return { address, why: `${why}, and natOutgoingAddress is set` };
  return nodeSource(world, view, source.family, interfaceName, why);
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

/** The source of a packet that is masqueraded through an interface; `undefined` where the node's address is unknown. */
function nodeSource(
  world: World,
  view: NodeView,
  family: 4 | 6,
  interfaceName: string,
  why: string,
): NewSource | undefined {
  const address = addressOn(view, interfaceName, family) ?? underlayAddress(world, view, family);
  return address && { address, why };
}

/** What a source NAT does, as a sentence. */
export function sourceText(node: string, source: string, { address, why }: NewSource): string {
  return `${node} translates the source ${source} to ${formatAddress(address)}: ${why}`;
}

function addressOn({ interfaces }: NodeView, name: string, family: 4 | 6): Address | undefined {
  return interfaces.get(name)?.find(({ address }) => address.family === family)?.address;
}
