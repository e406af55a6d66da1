import type { FlowEnd, NodeFacts } from "../../model/flow.ts";
import { addressOf, parseAddress, parseCidr, parseInterfaceAddress, sameAddress } from "../../model/net/address.ts";
import { routeFor } from "../../model/net/route.ts";
import { endText } from "../names.ts";
import { withConnected } from "../path/connected-routes.ts";
import { isWorkloadOwner, ownersOf } from "../world/address-owners.ts";
import type { AddressOwner } from "../world/compiled.ts";
import type { InterfaceAddress } from "./facts-input.ts";
import { interfaceOwners } from "./node-addresses.ts";

/** What is known about where a packet enters: its addresses, and what the user states. */
export interface EntryRequest {
  readonly node?: string;
  readonly from?: FlowEnd;
  readonly srcIP: string;
  readonly dstIP: string;
  /** Addresses of the node's interfaces, as the user states them. */
  readonly interfaces: Readonly<Record<string, readonly string[]>>;
  /** Facts of nodes by name, such as what was saved on them. */
  readonly facts?: readonly NodeFacts[];
  /** Facts of the node that the packet enters, whichever it is. */
  readonly entered?: Omit<NodeFacts, "node">;
}

/** Where the packet enters, with what was inferred as text; or what is missing, with the choices that fit. */
export type Entry =
  | { readonly ok: true; readonly node: string; readonly from: FlowEnd; readonly inferred: readonly string[] }
  | { readonly ok: false; readonly missing: "node" | "from"; readonly fitting: readonly string[] };

/**
 * Infers the node that a packet enters and where it enters from the owners of addresses (`owners` of the World), where
 * only one fits: a source address of a workload or host means that it sends the packet; otherwise it comes in through
 * the host endpoint that has the destination address, or through the node's only host endpoint.
 */
export function inferEntry(known: readonly AddressOwner[], request: EntryRequest): Entry {
  const owners = [...known, ...(request.facts ?? []).flatMap(ownersInFacts)];
  const node = inferNode(owners, request);
  if (typeof node !== "string") return { ok: false, missing: "node", fitting: node };
  const { facts = [], entered = {} } = request;
  const saved = facts.find((one) => one.node === node);
  const local = [...owners.filter((owner) => owner.node === node), ...ownersInFacts({ ...entered, node })];
  const interfaces = { ...entered.interfaces, ...saved?.interfaces, ...request.interfaces };
  const from = inferFrom(
    local,
    request,
    withConnected(saved?.routes ?? entered.routes ?? [], networks(interfaces), () => false),
  );
  if (Array.isArray(from)) return { ok: false, missing: "from", fitting: from };
  const inferred: string[] = [];
  if (request.node === undefined) inferred.push(`the packet ${"interface" in from ? "enters" : "starts on"} ${node}`);
  if (request.from === undefined) inferred.push(`it comes ${endText(from, "in")}`);
  return { ok: true, node, from, inferred };
}

/** The node, or every node that fits. */
function inferNode(owners: readonly AddressOwner[], request: EntryRequest): string | readonly string[] {
  if (request.node !== undefined) return request.node;
  const { from } = request;
  const all = distinct(owners.map(({ node }) => node));
  const owning = (ip: string) => distinct(holding(owners, ip).map(({ node }) => node));
  const candidates: readonly (readonly string[])[] = [
    from !== undefined && "workload" in from ? nodesOfWorkload(owners, from.workload) : [],
    from === undefined || !("interface" in from) ? owning(request.srcIP) : [],
    owning(request.dstIP),
    from !== undefined && "interface" in from ? nodesOfInterface(owners, from.interface) : [],
    all,
  ];
  const fitting = candidates.find((nodes) => nodes.length > 0) ?? [];
  return fitting.length === 1 && fitting[0] !== undefined ? fitting[0] : fitting;
}

/** Where the packet enters the node, or every interface that fits. */
function inferFrom(
  local: readonly AddressOwner[],
  request: EntryRequest,
  routes: NonNullable<NodeFacts["routes"]>,
): FlowEnd | string[] {
  if (request.from !== undefined) return request.from;
  const sender = holding(local, request.srcIP);
  const workload = sender.find(isWorkloadOwner)?.endpoint;
  if (workload !== undefined) return { workload: workload.aliases[0] ?? workload.name };
  const facts = Object.entries(request.interfaces);
  if (sender.length > 0 || facts.some(([, ips]) => hasAddress(ips, request.srcIP))) return { process: true };
  const towards = interfaceTowards(routes, request.srcIP);
  if (towards !== undefined) return { interface: towards };
  const receiving = [
    ...facts.flatMap(([name, ips]) => (hasAddress(ips, request.dstIP) ? [name] : [])),
    ...interfacesOf(holding(local, request.dstIP)),
  ];
  const candidates =
    receiving.length > 0 ? distinct(receiving) : distinct([...interfacesOf(local), ...Object.keys(request.interfaces)]);
  return candidates.length === 1 && candidates[0] !== undefined ? { interface: candidates[0] } : candidates;
}

/** Whether an interface has the address, however both are written (`10.0.0.1/24`, `FD00:0::1`). */
function hasAddress(ips: readonly string[], ip: string): boolean {
  const wanted = parseAddress(ip);
  return (
    wanted !== undefined &&
    ips.some((text) => {
      const address = parseInterfaceAddress(text);
      return address !== undefined && sameAddress(address, wanted);
    })
  );
}

/** The networks of a node's interfaces. */
function networks(interfaces: NonNullable<NodeFacts["interfaces"]>): ReadonlyMap<string, readonly InterfaceAddress[]> {
  const read = (text: string) => {
    const net = parseCidr(text);
    return net === undefined ? [] : [{ address: addressOf(net), net }];
  };
  return new Map(Object.entries(interfaces).map(([name, texts]) => [name, texts.flatMap(read)]));
}

/** The interface of a node's route to an address: Calico lets packets from it in through no other (strict rp_filter). */
function interfaceTowards(routes: NonNullable<NodeFacts["routes"]>, ip: string): string | undefined {
  const address = parseAddress(ip);
  const answer = address && routeFor(routes, address);
  return answer?.kind === "interface" ? answer.name : undefined;
}

function holding(owners: readonly AddressOwner[], ip: string): AddressOwner[] {
  const address = parseAddress(ip);
  return address === undefined ? [] : ownersOf(owners, address);
}

/** The nodes of workloads with this name: that of the endpoint, the pod or the workload. */
function nodesOfWorkload(owners: readonly AddressOwner[], name: string): string[] {
  const named = owners.filter(isWorkloadOwner).filter(({ endpoint }) => {
    return endpoint?.name === name || endpoint?.aliases.includes(name);
  });
  return distinct(named.map(({ node }) => node));
}

function nodesOfInterface(owners: readonly AddressOwner[], name: string): string[] {
  return distinct(owners.flatMap((owner) => (owner.interface === name ? [owner.node] : [])));
}

function interfacesOf(owners: readonly AddressOwner[]): string[] {
  return owners.flatMap((owner) => (owner.interface !== undefined && owner.interface !== "*" ? [owner.interface] : []));
}

function distinct(names: readonly string[]): string[] {
  return [...new Set(names)].sort();
}

/** The interfaces in a node's facts through which packets from elsewhere can come in. */
function ownersInFacts({ node, interfaces = {} }: NodeFacts): AddressOwner[] {
  const read = (text: string) => {
    const address = parseInterfaceAddress(text);
    return address === undefined ? [] : [{ address }];
  };
  const addresses = new Map(Object.entries(interfaces).map(([name, texts]) => [name, texts.flatMap(read)]));
  return interfaceOwners({ node, interfaces: addresses });
}

/** The nodes of these owners, sorted. */
export function nodesOf(owners: readonly AddressOwner[]): readonly string[] {
  return distinct(owners.map(({ node }) => node));
}

/** The host interfaces that host endpoints of a node name, sorted. */
export function namedInterfaces(owners: readonly AddressOwner[], node: string): readonly string[] {
  return distinct(interfacesOf(owners.filter((owner) => owner.node === node)));
}
