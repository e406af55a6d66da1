import type { DnatRule, FilterHook, FilterRule, MasqueradeRule, NodeFacts, Route } from "../../model/flow.ts";
import { type Address, formatAddress, sameAddress } from "../../model/net/address.ts";
import {
  compileDnat,
  compileMatches,
  type DnatAnswer,
  type DnatHost,
  type DnatPacket,
  dnatHost,
} from "../../model/net/dnat.ts";
import { type FactProblem, type InterfaceAddress, interfaceTexts, readFacts } from "../flow/facts-input.ts";
import type { CompiledEndpoint, FelixSettings, FloatingIp, World } from "../world/compiled.ts";
import { settingsOf } from "../world/felix-config.ts";
import { withConnected } from "./connected-routes.ts";

/** One node as the walk sees it: its settings, endpoints, and the addresses of its interfaces as far as they are known. */
export interface NodeView {
  readonly node: string;
  readonly settings: FelixSettings;
  readonly hostEndpoints: readonly CompiledEndpoint[];
  readonly workloadEndpoints: readonly CompiledEndpoint[];
  /** Addresses by interface; an interface the facts do not name is absent. */
  readonly interfaces: ReadonlyMap<string, readonly InterfaceAddress[]>;
  /** Translates packets that come in (nat PREROUTING). */
  readonly dnat: (packet: DnatPacket, host: DnatHost) => DnatAnswer;
  /** Translates packets that local processes send (nat OUTPUT); absent where nothing is known about it. */
  readonly outputDnat?: (packet: DnatPacket, host: DnatHost) => DnatAnswer;
  /** The rule by which a packet, as it comes in, gets the node's address as its source where it leaves; absent where that is unknown. */
  readonly masquerades?: (packet: DnatPacket, host: DnatHost) => MasqueradeRule | undefined | "unknown";
  /** The rule of kube-proxy that refuses a packet in a chain of the filter table; absent where nothing is known of any. */
  readonly refuses?: (packet: DnatPacket, host: DnatHost, hook: FilterHook) => FilterRule | undefined | "unknown";
  /** Translates the source of packets that leave, whose `interface` is the one they leave by; absent where nothing is known about it. */
  readonly sourceNat?: (packet: DnatPacket, host: DnatHost) => DnatAnswer;
  /** Addresses of other hosts that count as hosts of its tunnels, whatever Nodes say. */
  readonly tunnelPeers: readonly Address[];
  /** The rules of `dnat`, floating IPs first. */
  readonly dnatRules: readonly DnatRule[];
  /** The rules of `outputDnat`, floating IPs first. */
  readonly outputRules: readonly DnatRule[];
  /** The rules of `refuses`. */
  readonly filterRules: readonly FilterRule[];
  readonly dnatHost: DnatHost;
  /** The addresses that the Node resource has. */
  readonly ownAddresses: readonly Address[];
  /** The routes as they are given; absent where none are. */
  readonly routes?: readonly Route[];
  /** Those, and what the networks of the interfaces add. */
  readonly connected: readonly Route[];
  /** The target that is chosen where a DNAT chooses from several, by index; absent where that is left open. */
  readonly target?: number;
  /** What of the facts cannot be read, and was left out. */
  readonly problems: readonly FactProblem[];
}

/** The host endpoint for local and forwarded traffic of an interface, and a `*` one for the stages where it also counts. */
export interface GoverningEndpoints {
  readonly governing: CompiledEndpoint | undefined;
  readonly wildcard: CompiledEndpoint | undefined;
}

/** The views of each World by facts, which many flows share. */
const viewMemos = new WeakMap<World, WeakMap<NodeFacts, NodeView>>();

/** Puts together what is known about the node; facts that cannot be read are left out (`resolveFlow` reports them). */
export function nodeView(world: World, facts: NodeFacts): NodeView {
  const memo = viewMemos.get(world) ?? new WeakMap<NodeFacts, NodeView>();
  viewMemos.set(world, memo);
  const view = memo.get(facts) ?? buildView(world, facts);
  memo.set(facts, view);
  return view;
}

function buildView(world: World, facts: NodeFacts): NodeView {
  const { chosen } = facts;
  if (chosen !== undefined) return { ...nodeView(world, chosen.of), target: chosen.target };
  const settings = settingsOf(world.settings, facts.node);
  const read = readFacts(facts);
  const workloadEndpoints = world.workloadEndpoints.get(facts.node) ?? [];
  const floating = settings.floatingIps
    ? workloadEndpoints.flatMap(({ floatingIps }) => floatingIps.map(floatingDnat))
    : [];
  const dnatRules = [...floating, ...read.dnat];
  const outputRules = [...floating, ...(read.outputDnat ?? [])];
  const filterRules = facts.filter ?? [];
  const ownAddresses = (world.nodes.get(facts.node)?.nets ?? []).map(({ cidr }) => cidr.address);
  return {
    node: facts.node,
    settings,
    hostEndpoints: world.hostEndpoints.get(facts.node) ?? [],
    workloadEndpoints,
    interfaces: read.interfaces ?? new Map(),
    dnat: compileDnat(dnatRules),
    dnatRules,
    outputRules,
    filterRules,
    tunnelPeers: facts.tunnelPeers ?? [],
    ...(read.sourceNat && { sourceNat: compileDnat(read.sourceNat) }),
    ...(read.masquerade && { masquerades: compileMatches(read.masquerade) }),
    ...(filterRules.length > 0 && { refuses: compileFilter(filterRules) }),
    ...((read.outputDnat || floating.length > 0) && { outputDnat: compileDnat(outputRules) }),
    dnatHost: dnatHost(interfaceTexts(read), ownAddresses),
    ownAddresses,
    problems: read.problems,
    connected: withConnected(read.routes ?? [], read.interfaces ?? new Map(), (name) => isWorkload(settings, name)),
    ...(read.routes ? { routes: read.routes } : {}),
  };
}

function compileFilter(rules: readonly FilterRule[]): NonNullable<NodeView["refuses"]> {
  const at = (hook: FilterHook) => compileMatches(rules.filter(({ hooks }) => hooks.includes(hook)));
  const byHook = { nat: at("nat"), input: at("input"), forward: at("forward"), output: at("output") };
  return (packet, host, hook) => byHook[hook](packet, host);
}

/** The translation of a floating IP, which comes before all others (recorded: fip-*). */
function floatingDnat({ external, internal }: FloatingIp): DnatRule {
  return { protocol: "all", dst: external.text, toIP: formatAddress(internal.cidr.address) };
}

/** Whether Felix refuses a workload's endpoint on this node: it may spoof sources, and the node does not allow that. */
export function isRefused({ settings }: NodeView, { spoofedSources }: CompiledEndpoint): boolean {
  return spoofedSources.length > 0 && !settings.allowsSpoofing;
}

/** Whether the address is one of an interface of the node, as far as they are known. */
export function isNodeAddress({ interfaces }: NodeView, address: Address): boolean {
  for (const addresses of interfaces.values()) {
    if (addresses.some((known) => sameAddress(known.address, address))) return true;
  }
  return false;
}

/** Whether the name begins as Calico's workload interfaces do (`InterfacePrefix`). */
export function isWorkloadInterface({ settings }: NodeView, name: string): boolean {
  return isWorkload(settings, name);
}

function isWorkload({ interfacePrefixes }: FelixSettings, name: string): boolean {
  return interfacePrefixes.some((prefix) => name.startsWith(prefix));
}

/**
 * The host endpoints that govern an interface. `governing`: of those that name the interface, or name none and share an
 * address with it, the first by name; it governs alone. `wildcard`: the first `*` one by name, used where the stage falls
 * back to it (docs/semantics.md, "Which HEP governs a host interface").
 */
export function governingEndpoints(view: NodeView, name: string): GoverningEndpoints {
  const governing = view.hostEndpoints.find((endpoint) => claims(view, endpoint, name));
  const wildcard = view.hostEndpoints.find((endpoint) => endpoint.interfaceName === "*");
  return { governing, wildcard };
}

/** The host endpoints that would govern an interface if the first by name did not govern it alone. */
export function shadowed(view: NodeView, name: string): readonly CompiledEndpoint[] {
  return view.hostEndpoints.filter((endpoint) => claims(view, endpoint, name)).slice(1);
}

/** Whether a host endpoint names an interface, or names none and shares an address with it. */
function claims(view: NodeView, endpoint: CompiledEndpoint, name: string): boolean {
  if (isWorkloadInterface(view, name)) return false;
  return endpoint.interfaceName === "" ? sharesAddress(view, endpoint, name) : endpoint.interfaceName === name;
}

function sharesAddress(view: NodeView, endpoint: CompiledEndpoint, name: string): boolean {
  const addresses = view.interfaces.get(name) ?? [];
  return endpoint.nets.some(({ cidr }) => addresses.some(({ address }) => sameAddress(address, cidr.address)));
}

/** Host endpoints that could govern an interface whose addresses are unknown: those that name no interface. */
export function addressOnlyEndpoints(view: NodeView): readonly CompiledEndpoint[] {
  return view.hostEndpoints.filter(({ interfaceName }) => interfaceName === "");
}
