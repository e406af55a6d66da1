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

/** A node in a World, with what is known of it there. */
export interface NodeInWorld {
  readonly world: World;
  readonly facts: NodeFacts;
}

/** A node with the interfaces that its ways are about, and what the ways assume. */
export interface NodeInterfaces {
  /** The node in each World, with the facts that the ways assume. */
  readonly inWorlds: readonly (NodeInWorld & { readonly view: NodeView })[];
  /** Host interfaces, and the loopback where an endpoint is about it. */
  readonly names: readonly string[];
  /** The interface at the other end of forwarded ways, without an endpoint where there is one. */
  readonly other: string;
  readonly assumed: readonly string[];
}

/**
 * The interfaces of a node that ways are about: those of its facts and those that host endpoints of any of the Worlds name. A
 * host endpoint that is found by its addresses, or is for every interface, has one made up for it where no facts say which it
 * governs. `more`: names of host interfaces that ways are about, too, whether or not anything else names them.
 */
export function nodeInterfaces(given: readonly NodeInWorld[], more: readonly string[] = []): NodeInterfaces {
  const views = given.map(({ world, facts }) => nodeView(world, facts));
  const assumed: string[] = [];
  const added: Record<string, readonly string[]> = {};
  const named = [...new Set([...views.flatMap(hostInterfaces), ...more])];
  const free = (name: string): string => {
    const isTaken = named.includes(name) || added[name] !== undefined;
    return isTaken || views.some((view) => isWorkloadInterface(view, name)) ? free(`x-${name}`) : name;
  };
  const made = new Set<string>();
  const makeUp = ({ node, name, nets }: CompiledEndpoint, why: string) => {
    const addresses = nets.map(({ cidr }) => formatAddress(cidr.address));
    const key = [name, ...addresses].join();
    if (made.has(key)) return;
    made.add(key);
    added[free(`interface-of-${name}`)] = addresses;
    const which = addresses.length === 0 ? "" : ` with ${addresses.join(", ")}`;
    assumed.push(`${why} ${name} is taken to govern one interface${which}: no facts say which ${node} has`);
  };
  const byAddress = views.flatMap(addressOnlyEndpoints);
  if (given.every(({ facts }) => facts.interfaces === undefined))
    for (const endpoint of byAddress) makeUp(endpoint, "host endpoint");
  const isGoverned = (name: string) => views.some((view) => governingEndpoints(view, name).governing !== undefined);
  const areGoverned = named.every(isGoverned);
  for (const { hostEndpoints } of views) {
    const wildcard = hostEndpoints.find(({ interfaceName }) => interfaceName === "*");
    if (wildcard !== undefined && areGoverned) makeUp(wildcard, "host endpoint of every interface");
  }
  const others = named.filter((name) => !isGoverned(name));
  const other = others[0] ?? free("other");
  // Of an interface without known addresses `simulate` assumes, packet by packet, which of these endpoints governs it.
  const isKnown = (name: string) => views.every((view) => view.interfaces.has(name));
  const ofWorkloads = views.flatMap(({ workloadEndpoints }) => workloadEndpoints.map((one) => one.interfaceName));
  const hosts = ofWorkloads.filter((name) => name !== "" && views.some((view) => !isWorkloadInterface(view, name)));
  const candidates = given.length === 1 ? [...named, other] : [...new Set([...named, other, ...hosts])];
  const unknown = byAddress.length === 0 ? [] : candidates.filter((name) => !isKnown(name));
  for (const name of unknown) added[name] ??= [];
  if (unknown.length > 0)
    assumed.push(`host endpoints that are found by their addresses are taken not to govern ${unknown.join(", ")}`);
  const isAdding = Object.keys(added).length > 0;
  const inWorlds = given.map(({ world, facts: known }) => {
    const facts = isAdding ? { ...known, interfaces: { ...added, ...known.interfaces } } : known;
    return { world, facts, view: nodeView(world, facts) };
  });
  const all = inWorlds.map(({ view }) => view);
  const hasLoopback = all.some((view) => {
    const { governing, wildcard } = governingEndpoints(view, LOOPBACK_NAME);
    return (governing ?? wildcard) !== undefined;
  });
  const names = [...new Set([...all.flatMap(hostInterfaces), ...more])].filter(
    (name) => name !== other || others.length > 0,
  );
  return { inWorlds, names: hasLoopback ? [...names, LOOPBACK_NAME] : names, other, assumed };
}
