import type { NodeFacts } from "../../model/flow.ts";
import { nearest } from "../../model/nearest.ts";
import { type Address, formatAddress, isLinkLocal, parseAddress, sameAddress } from "../../model/net/address.ts";
import { readFacts } from "../flow/facts-input.ts";
import { addressOwners, ownersOf } from "../world/address-owners.ts";
import type { CompiledEndpoint, World } from "../world/compiled.ts";

/** What is known of nodes besides the World, by node. */
export type FactsByNode = ReadonlyMap<string, NodeFacts>;

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
export function findPlace(world: World, facts: FactsByNode, text: string, about: "from" | "to"): PlaceResult {
  const ask = (message: string, fitting: readonly string[]): PlaceResult => ({
    ok: false,
    question: { about, message, fitting },
  });
  const address = parseAddress(text);
  const places = address ? placesOf(world, facts, address) : placesNamed(world, facts, text);
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
  const endpoints = ownersOf(addressOwners(world), address).flatMap(({ endpoint }) => endpoint ?? []);
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
    if (hosts.has(node) || !nodeAddresses(world, facts, node).some((each) => sameAddress(each, address))) continue;
    hosts.set(node, { kind: "process", name: node, node, ...at });
  }
  const [first, ...rest] = [...workloads, ...hosts.values()];
  return first === undefined ? [{ kind: "outside", name: formatAddress(address), ...at }] : [first, ...rest];
}

function placesNamed(world: World, facts: FactsByNode, text: string): Place[] {
  const hosts = [...world.hostEndpoints.values()].flat().filter(({ name }) => name === text);
  if (hosts.length > 0) return hosts.map((endpoint) => host(endpoint));
  const node: Place = { kind: "process", name: text, node: text, addresses: [] };
  if (world.nodes.has(text)) return [node];
  const named = [...world.workloadEndpoints.values()]
    .flat()
    .filter(({ name, namespace, aliases }) =>
      [name, ...aliases].some((each) => each === text || `${namespace}/${each}` === text),
    );
  if (named.length > 0) return named.map((endpoint) => workload(endpoint));
  // Calico needs no Node of a host without BGP: its host endpoints or its facts show that there is one.
  return facts.has(text) || hostsOf(world, text).length > 0 ? [node] : [];
}

function hostsOf(world: World, node: string): CompiledEndpoint[] {
  return [...world.hostEndpoints.values()].flat().filter((endpoint) => endpoint.node === node);
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
  const known = facts.get(node);
  const onInterface = known && readFacts(known).interfaces?.get(endpoint?.interfaceName ?? "");
  if (onInterface !== undefined && onInterface.length > 0)
    return { addresses: onInterface.map(({ address }) => address), assumptions: [] };
  const addresses = nodeAddresses(world, facts, node);
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
  const holder = hostsOf(world, node).find(({ nets }) => nets.length > 0);
  if (holder === undefined) return { addresses: [], assumptions: [] };
  const addresses = addressesOf(holder);
  const text = addresses.map(formatAddress).join(", ");
  return {
    addresses,
    assumptions: [`${node} is taken to have the address of its host endpoint ${holder.name}, ${text}`],
  };
}

/** The addresses of a node: those it peers under, then those of its interfaces that others can reach. */
function nodeAddresses(world: World, facts: FactsByNode, node: string): Address[] {
  const known = facts.get(node);
  const interfaces = (known && readFacts(known).interfaces) ?? new Map();
  const addressesOfNode = (world.nodes.get(node) ?? []).map(({ cidr }) => cidr.address);
  for (const [name, addresses] of interfaces) {
    if (name === "lo") continue;
    for (const { address } of addresses) if (!isLinkLocal(address)) addressesOfNode.push(address);
  }
  return addressesOfNode;
}

function nodesOf(world: World, facts: FactsByNode): Set<string> {
  return new Set([...world.nodes.keys(), ...facts.keys()]);
}
