import { type Address, formatAddress, sameAddress } from "../../model/net/address.ts";
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

/**
 * The source that Calico translates a packet to as it leaves a node (POSTROUTING): one from an address of a pool with
 * `natOutgoing` to an address of no pool gets that of the node, and one of the node's own through a tunnel that of the
 * tunnel's interface. FelixConfiguration may spare hosts, name another address, or the interfaces it is for
 * (felix/rules, nat.go).
 */
export function translatedSource(
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
export function nodeSource(
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
