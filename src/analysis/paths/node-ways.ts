import type { NodeFacts } from "../../model/flow.ts";
import { formatAddress } from "../../model/net/address.ts";
import { LOOPBACK_NAME } from "../../model/net/route.ts";
import { hostInterfaces } from "../../policy/end-to-end/next-hop.ts";
import {
  addressOnlyEndpoints,
  governingEndpoints,
  isWorkloadInterface,
  type NodeView,
  nodeView,
} from "../../policy/path/node-view.ts";
import type { CompiledEndpoint, World } from "../../policy/world/compiled.ts";

/** A node with the interfaces that its ways are about, and the facts that the ways assume. */
export interface NodeInterfaces {
  readonly facts: NodeFacts;
  readonly view: NodeView;
  /** Host interfaces, and the loopback where an endpoint is about it. */
  readonly names: readonly string[];
  /** The interface at the other end of forwarded ways, without an endpoint where there is one. */
  readonly other: string;
  readonly assumed: readonly string[];
}

/**
 * The interfaces of a node that ways are about: those of its facts and those that host endpoints name. A host endpoint that is
 * found by its addresses, or is for every interface, has one made up for it where no facts say which it governs.
 */
export function nodeInterfaces(world: World, given: NodeFacts): NodeInterfaces {
  const view = nodeView(world, given);
  const assumed: string[] = [];
  const added: Record<string, readonly string[]> = {};
  const named = hostInterfaces(view);
  const free = (name: string): string =>
    isWorkloadInterface(view, name) || named.includes(name) ? free(`x-${name}`) : name;
  const makeUp = (endpoint: CompiledEndpoint, why: string) => {
    const addresses = endpoint.nets.map(({ cidr }) => formatAddress(cidr.address));
    const name = free(`interface-of-${endpoint.name}`);
    added[name] = addresses;
    const which = addresses.length === 0 ? "" : ` with ${addresses.join(", ")}`;
    assumed.push(
      `${why} ${endpoint.name} is taken to govern one interface${which}: no facts say which ${given.node} has`,
    );
  };
  const byAddress = addressOnlyEndpoints(view);
  if (given.interfaces === undefined) for (const endpoint of byAddress) makeUp(endpoint, "host endpoint");
  const wildcard = view.hostEndpoints.find(({ interfaceName }) => interfaceName === "*");
  const isGoverned = (name: string) => governingEndpoints(view, name).governing !== undefined;
  if (wildcard !== undefined && named.every(isGoverned)) makeUp(wildcard, "host endpoint of every interface");
  const others = named.filter((name) => !isGoverned(name));
  const other = others[0] ?? free("other");
  // Of an interface without known addresses `simulate` assumes, packet by packet, which of these endpoints governs it.
  const unknown = byAddress.length === 0 ? [] : [...named, other].filter((name) => !view.interfaces.has(name));
  for (const name of unknown) added[name] ??= [];
  if (unknown.length > 0)
    assumed.push(`host endpoints that are found by their addresses are taken not to govern ${unknown.join(", ")}`);
  const isAdding = Object.keys(added).length > 0;
  const facts = isAdding ? { ...given, interfaces: { ...given.interfaces, ...added } } : given;
  const all = nodeView(world, facts);
  const hasLoopback = governingEndpoints(all, LOOPBACK_NAME).governing !== undefined;
  const names = hostInterfaces(all).filter((name) => name !== other || others.length > 0);
  return { facts, view: all, names: hasLoopback ? [...names, LOOPBACK_NAME] : names, other, assumed };
}
