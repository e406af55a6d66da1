import type { FlowEnd, NodeFacts } from "../../model/flow.ts";
import {
  type Address,
  addressOf,
  cidrContains,
  isLinkLocal,
  parseAddress,
  parseCidr,
  parseInterfaceAddress,
  parseNet,
  sameAddress,
} from "../../model/net/address.ts";
import { routeFor } from "../../model/net/route.ts";
import type { Located, Resource } from "../../model/resource.ts";
import { endText } from "../names.ts";
import { withConnected } from "../path/connected-routes.ts";
import type { InterfaceAddress } from "./facts-input.ts";

/** What is known of where a packet enters: its addresses, and whatever the user said. */
export interface EntryRequest {
  readonly node?: string;
  readonly from?: FlowEnd;
  readonly srcIP: string;
  readonly dstIP: string;
  /** Addresses of the node's interfaces, where the user gave them. */
  readonly interfaces: Readonly<Record<string, readonly string[]>>;
  /** What is known of nodes by name, such as what was saved on them. */
  readonly facts?: readonly NodeFacts[];
  /** The same of the node that the packet enters, whichever it is. */
  readonly entered?: Omit<NodeFacts, "node">;
}

/** Where the packet enters, with what was inferred in words; or what is to be asked, with the answers that fit. */
export type Entry =
  | { readonly ok: true; readonly node: string; readonly from: FlowEnd; readonly inferred: readonly string[] }
  | { readonly ok: false; readonly missing: "node" | "from"; readonly fitting: readonly string[] };

/** One thing on a node that holds addresses: a host endpoint, a workload or the Node resource. */
interface Holder {
  readonly node: string;
  readonly name: string;
  readonly interface?: string;
  readonly workload?: string;
  readonly holds: (address: Address) => boolean;
}

/**
 * Finds the node a packet enters and its way in from the addresses of the resources, so that nobody types what only
 * one answer fits: a workload's or host's own source address means that it sends the packet; otherwise it comes in
 * through the host endpoint that holds the destination address, or through the node's only host endpoint.
 */
export function inferEntry(resources: readonly Located[], request: EntryRequest): Entry {
  const holders = resources.flatMap(({ resource }) => holderOf(resource));
  holders.push(...(request.facts ?? []).flatMap(holdersOfFacts));
  const node = inferNode(holders, request);
  if (typeof node !== "string") return { ok: false, missing: "node", fitting: node };
  const { facts = [], entered = {} } = request;
  const own = facts.find((known) => known.node === node);
  const local = [...holders.filter((holder) => holder.node === node), ...holdersOfFacts({ ...entered, node })];
  const interfaces = { ...entered.interfaces, ...own?.interfaces, ...request.interfaces };
  const from = inferWayIn(
    local,
    request,
    withConnected(own?.routes ?? entered.routes ?? [], networks(interfaces), () => false),
  );
  if (Array.isArray(from)) return { ok: false, missing: "from", fitting: from };
  const inferred: string[] = [];
  if (request.node === undefined) inferred.push(`the packet ${"interface" in from ? "enters" : "starts on"} ${node}`);
  if (request.from === undefined) inferred.push(`it comes ${endText(from, "in")}`);
  return { ok: true, node, from, inferred };
}

/** The node, or every node that fits. */
function inferNode(holders: readonly Holder[], request: EntryRequest): string | readonly string[] {
  if (request.node !== undefined) return request.node;
  const { from } = request;
  const all = distinct(holders.map(({ node }) => node));
  const owning = (ip: string) => distinct(holding(holders, ip).map(({ node }) => node));
  const candidates: readonly (readonly string[])[] = [
    from !== undefined && "workload" in from ? nodesOfWorkload(holders, from.workload) : [],
    from === undefined || !("interface" in from) ? owning(request.srcIP) : [],
    owning(request.dstIP),
    from !== undefined && "interface" in from ? nodesOfInterface(holders, from.interface) : [],
    all,
  ];
  const fitting = candidates.find((nodes) => nodes.length > 0) ?? [];
  return fitting.length === 1 && fitting[0] !== undefined ? fitting[0] : fitting;
}

/** The way in, or every interface that fits. */
function inferWayIn(
  local: readonly Holder[],
  request: EntryRequest,
  routes: NonNullable<NodeFacts["routes"]>,
): FlowEnd | string[] {
  if (request.from !== undefined) return request.from;
  const sender = holding(local, request.srcIP);
  const workload = sender.find((holder) => holder.workload !== undefined)?.workload;
  if (workload !== undefined) return { workload };
  const facts = Object.entries(request.interfaces);
  if (sender.length > 0 || facts.some(([, ips]) => hasAddress(ips, request.srcIP))) return { process: true };
  const back = wayBack(routes, request.srcIP);
  if (back !== undefined) return { interface: back };
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
    ips.some((own) => {
      const address = parseInterfaceAddress(own);
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

/** The interface that a node's routes give for an address: Calico lets its packets in through no other (strict rp_filter). */
function wayBack(routes: NonNullable<NodeFacts["routes"]>, ip: string): string | undefined {
  const address = parseAddress(ip);
  const answer = address && routeFor(routes, address);
  return answer?.kind === "interface" ? answer.name : undefined;
}

function holding(holders: readonly Holder[], ip: string): Holder[] {
  const address = parseAddress(ip);
  return address === undefined ? [] : holders.filter(({ holds }) => holds(address));
}

function nodesOfWorkload(holders: readonly Holder[], name: string): string[] {
  return distinct(holders.flatMap((holder) => (holder.workload === name || holder.name === name ? [holder.node] : [])));
}

function nodesOfInterface(holders: readonly Holder[], name: string): string[] {
  return distinct(holders.flatMap((holder) => (holder.interface === name ? [holder.node] : [])));
}

function interfacesOf(holders: readonly Holder[]): string[] {
  return holders.flatMap((holder) =>
    holder.interface !== undefined && holder.interface !== "*" ? [holder.interface] : [],
  );
}

function distinct(names: readonly string[]): string[] {
  return [...new Set(names)].sort();
}

/** A node's interfaces as far as packets from elsewhere can come in through them: with an address that others can reach. */
function holdersOfFacts({ node, interfaces = {} }: NodeFacts): Holder[] {
  return Object.entries(interfaces).flatMap(([name, addresses]) => {
    const own = addresses.flatMap((text) => parseInterfaceAddress(text) ?? []);
    if (name === "lo" || own.every(isLinkLocal)) return [];
    return [{ node, name: node, interface: name, holds: (address) => own.some((one) => sameAddress(one, address)) }];
  });
}

function holderOf(resource: Resource): Holder[] {
  const { kind, metadata } = resource;
  // A value from a datastore may say `spec: null`.
  const spec = resource.spec ?? {};
  const { name } = metadata;
  const text = (value: unknown): string | undefined => (typeof value === "string" && value !== "" ? value : undefined);
  const node = kind === "Node" ? name : text(spec.node);
  if (node === undefined) return [];
  switch (kind) {
    case "HostEndpoint": {
      const interfaceName = text(spec.interfaceName);
      return [{ node, name, holds: netsHold(spec.expectedIPs), ...(interfaceName && { interface: interfaceName }) }];
    }
    case "WorkloadEndpoint":
      return [{ node, name, workload: text(spec.pod) ?? name, holds: netsHold(spec.ipNetworks) }];
    case "Node": {
      const bgp = (spec.bgp ?? {}) as Readonly<Record<string, unknown>>;
      // A Node's address comes with the length of its subnet; the node holds the address, not the subnet.
      const own = [bgp.ipv4Address, bgp.ipv6Address].flatMap((net) => parseInterfaceAddress(text(net) ?? "") ?? []);
      return [{ node, name, holds: (address) => own.some((one) => sameAddress(one, address)) }];
    }
    default:
      return [];
  }
}

function netsHold(nets: unknown): (address: Address) => boolean {
  const cidrs = (Array.isArray(nets) ? nets : []).flatMap((net) =>
    typeof net === "string" ? (parseNet(net) ?? []) : [],
  );
  return (address) => cidrs.some((cidr) => cidrContains(cidr, address));
}

/** The nodes that any resource names, sorted. */
export function namedNodes(resources: readonly Located[]): readonly string[] {
  return distinct(resources.flatMap(({ resource }) => holderOf(resource).map(({ node }) => node)));
}

/** The host interfaces that host endpoints of a node name, sorted. */
export function namedInterfaces(resources: readonly Located[], node: string): readonly string[] {
  const holders = resources.flatMap(({ resource }) => holderOf(resource));
  return distinct(interfacesOf(holders.filter((holder) => holder.node === node)));
}
