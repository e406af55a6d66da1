import type { Flow, NodeFacts } from "../../model/flow.ts";
import { nearest } from "../../model/nearest.ts";
import { type Address, formatAddress, parseAddress, sameAddress } from "../../model/net/address.ts";
import { PROTOCOL_NUMBERS, protocolNumber } from "../../model/net/protocol.ts";
import { nodeAddresses } from "../flow/node-addresses.ts";
import { type NodeView, nodeView } from "../path/node-view.ts";
import { ownersOf } from "../world/address-owners.ts";
import type { CompiledEndpoint, World } from "../world/compiled.ts";

const NO_INTERFACES: NodeView["interfaces"] = new Map();

/** What is known of nodes besides the World, by node. */
export type FactsByNode = Pick<ReadonlyMap<string, NodeFacts>, "get" | "has" | "keys">;

/** One end of an end-to-end path: a process of a node, a workload, or something outside the cluster, with its addresses. */
export interface Place {
  /** What to call it: a name, or an address. */
  readonly name: string;
  readonly kind: "process" | "workload" | "outside";
  /** Absent outside. */
  readonly node?: string;
  /** The workload, or the host endpoint that was named or holds the address. */
  readonly endpoint?: CompiledEndpoint;
  readonly addresses: readonly Address[];
}

/** What calls an end: an address, a name of anything in the cluster, or that of a node, which other things may have as well. */
export type EndName = string | { readonly node: string };

/** Something only the user can state: `about` is the option that states it, `fitting` the values that fit. */
export interface Question {
  readonly about: "from" | "to" | "in" | "out";
  readonly message: string;
  readonly fitting: readonly string[];
}

/** A place and what was assumed to find it, or a question. */
export type PlaceResult =
  | { readonly ok: true; readonly place: Place; readonly assumptions: readonly string[] }
  | { readonly ok: false; readonly question: Question };

/**
 * Finds an end by an address, or by a name anywhere in the cluster: a host endpoint, a node, or a workload by its
 * endpoint, pod or workload, with or without its namespace before a slash. Several that fit, or none, are a question.
 */
export function findPlace(world: World, facts: FactsByNode, name: EndName, about: "from" | "to"): PlaceResult {
  const text = endText(name);
  const ask = (message: string, fitting: readonly string[]): PlaceResult => ({
    ok: false,
    question: { about, message, fitting },
  });
  const address = typeof name === "string" ? parseAddress(text) : undefined;
  const places =
    typeof name === "object"
      ? [nodePlace(name.node)]
      : address
        ? placesOf(world, facts, address)
        : placesNamed(world, facts, text);
  const [place] = places;
  if (place === undefined) return ask(`nothing in the cluster is called \`${text}\``, nearestNames(world, text));
  if (places.length > 1) {
    return ask(
      `\`${text}\` is the ${address ? "address" : "name"} of several endpoints`,
      places.map((each) => fullName(each)),
    );
  }
  if (place.addresses.length > 0) return { ok: true, place, assumptions: [] };
  const known = hostAddresses(world, facts, place);
  if (known.addresses.length > 0) {
    return { ok: true, place: { ...place, addresses: known.addresses }, assumptions: known.assumptions };
  }
  return ask(`no address of \`${text}\` is known: give the address itself, expectedIPs, or the facts of its node`, []);
}

/** What holds an address; something outside the cluster when nothing does. */
export function placesOf(world: World, facts: FactsByNode, address: Address): readonly [Place, ...Place[]] {
  const endpoints = ownersOf(world.owners.everywhere(), address).flatMap(({ endpoint }) => endpoint ?? []);
  const at = { addresses: [address] };
  const workloads = endpoints
    .filter(({ kind }) => kind === "WorkloadEndpoint")
    .map((endpoint) => ({ ...workload(endpoint), ...at }));
  const hosts = new Map<string, Place>();
  for (const endpoint of endpoints) {
    if (endpoint.kind === "HostEndpoint" && !hosts.has(endpoint.node))
      hosts.set(endpoint.node, { ...host(endpoint), ...at });
  }
  for (const node of nodesOf(world, facts)) {
    if (
      hosts.has(node) ||
      !nodeAddresses(world, interfacesOf(world, facts, node)).some((each) => sameAddress(each, address))
    )
      continue;
    hosts.set(node, { kind: "process", name: node, node, ...at });
  }
  const [first, ...rest] = [...workloads, ...hosts.values()];
  return first === undefined ? [{ kind: "outside", name: formatAddress(address), ...at }] : [first, ...rest];
}

/** Returns an address of each end, of the same IP version, `undefined` where they have none; an ICMP packet's protocol decides which. */
export function addressPair(
  from: Place,
  to: Place,
  protocol: Flow["protocol"],
): readonly [Address, Address] | undefined {
  const number = protocolNumber(protocol);
  const family = number === PROTOCOL_NUMBERS.ICMP ? 4 : number === PROTOCOL_NUMBERS.ICMPv6 ? 6 : undefined;
  for (const source of from.addresses) {
    if (family !== undefined && source.family !== family) continue;
    const destination = to.addresses.find((address) => address.family === source.family);
    if (destination !== undefined) return [source, destination];
  }
  return undefined;
}

/** Which of several addresses of a place a packet has, as a sentence; none where it has only one of that IP version. */
export function choiceOf({ name, addresses }: Place, address: Address): string[] {
  const others = addresses.filter(({ family }) => family === address.family).length - 1;
  return others > 0 ? [`${name} is at ${formatAddress(address)}, the first of its addresses`] : [];
}

/** That a packet of one IP version says nothing of the other, where both ends have addresses of it; none where they have not. */
export function otherVersionOf(
  from: readonly Pick<Address, "family">[],
  to: readonly Pick<Address, "family">[],
  { family }: Address,
): string[] {
  const isOther = (address: Pick<Address, "family">) => address.family !== family;
  if (!from.some(isOther) || !to.some(isOther)) return [];
  return [`only IPv${family} is evaluated: both ends have addresses of IPv${family === 4 ? 6 : 4}, too`];
}

/** An end as messages name it. */
export function endText(name: EndName): string {
  return typeof name === "string" ? name : name.node;
}

function nodePlace(node: string): Place {
  return { kind: "process", name: node, node, addresses: [] };
}

function placesNamed(world: World, facts: FactsByNode, text: string): Place[] {
  const hosts = [...world.hostEndpoints.values()].flat().filter(({ name }) => name === text);
  if (hosts.length > 0) return hosts.map((endpoint) => host(endpoint));
  const node = nodePlace(text);
  if (world.nodes.has(text)) return [node];
  const named = [...world.workloadEndpoints.values()]
    .flat()
    .filter(({ name, namespace, aliases }) =>
      [name, ...aliases].some((each) => each === text || `${namespace}/${each}` === text),
    );
  if (named.length > 0) return named.map((endpoint) => workload(endpoint));
  // Calico needs no Node of a host without BGP: its host endpoints or its facts show that there is one.
  return facts.has(text) || world.hostEndpoints.has(text) ? [node] : [];
}

/** The name that could have been meant; where none is near, all of them as far as they are few. */
function nearestNames(world: World, text: string): readonly string[] {
  const workloads = [...world.workloadEndpoints.values()].flat();
  const names = [
    ...[...world.hostEndpoints.values()].flat().map(({ name }) => name),
    ...workloads.map((endpoint) => workload(endpoint).name),
    ...world.nodes.keys(),
  ];
  const near = nearest(text, [...names, ...workloads.flatMap(({ aliases }) => aliases)]);
  return near === undefined ? [...new Set(names)].sort().slice(0, 20) : [near];
}

function host(endpoint: CompiledEndpoint): Place {
  return { kind: "process", name: endpoint.name, node: endpoint.node, endpoint, addresses: addressesOf(endpoint) };
}

function workload(endpoint: CompiledEndpoint): Place {
  const name = `${endpoint.namespace}/${endpoint.aliases[0] ?? endpoint.name}`;
  return { kind: "workload", name, node: endpoint.node, endpoint, addresses: addressesOf(endpoint) };
}

/** A name that no other place has. */
function fullName({ kind, name, endpoint }: Place): string {
  return kind === "workload" && endpoint ? `${endpoint.namespace}/${endpoint.name}` : name;
}

function addressesOf({ nets }: CompiledEndpoint): Address[] {
  return nets.map(({ cidr }) => cidr.address);
}

/** The addresses of a host endpoint or node that states none itself: of its interface, else of its node. */
function hostAddresses(
  world: World,
  facts: FactsByNode,
  { name, node = "", endpoint }: Place,
): { readonly addresses: readonly Address[]; readonly assumptions: readonly string[] } {
  const known = interfacesOf(world, facts, node);
  const onInterface = known.interfaces.get(endpoint?.interfaceName ?? "");
  if (onInterface !== undefined && onInterface.length > 0)
    return { addresses: onInterface.map(({ address }) => address), assumptions: [] };
  const addresses = nodeAddresses(world, known);
  const [first] = addresses;
  if (endpoint === undefined && first === undefined) return endpointAddresses(world, node);
  if (endpoint === undefined || first === undefined) return { addresses, assumptions: [] };
  const assumption = `host endpoint ${name} is taken to have the address of its node, ${formatAddress(first)}: it has no expectedIPs`;
  return { addresses, assumptions: [assumption] };
}

/** The addresses of the host endpoints of a node that states none itself. */
function endpointAddresses(
  world: World,
  node: string,
): { readonly addresses: readonly Address[]; readonly assumptions: readonly string[] } {
  const holder = world.hostEndpoints.get(node)?.find(({ nets }) => nets.length > 0);
  if (holder === undefined) return { addresses: [], assumptions: [] };
  const addresses = addressesOf(holder);
  const text = addresses.map(formatAddress).join(", ");
  return {
    addresses,
    assumptions: [`${node} is taken to have the address of its host endpoint ${holder.name}, ${text}`],
  };
}

/**
 * A node with the addresses of its interfaces; without facts of it none are known. Facts that are made of a cluster's objects
 * when they are asked for have no interfaces, and making them of every node takes long.
 */
function interfacesOf(world: World, facts: FactsByNode, node: string): Pick<NodeView, "node" | "interfaces"> {
  const known = facts.has(node) ? facts.get(node) : undefined;
  return { node, interfaces: known === undefined ? NO_INTERFACES : nodeView(world, known).interfaces };
}

function nodesOf(world: World, facts: FactsByNode): Set<string> {
  return new Set([...world.nodes.keys(), ...facts.keys()]);
}
