import type { Span } from "../../model/diagnostic.ts";
import type { CalicoVersionRules, FailsafePort } from "../../model/kinds/version.ts";
import type { Address, Cidr } from "../../model/net/address.ts";
import type { Port } from "../../model/net/port.ts";
import type { ServicesByName } from "../../model/net/service-members.ts";
import type { FieldPath, Located, Resource } from "../../model/resource.ts";
import type { Labels } from "../../selector/matches.ts";
import type { Selector } from "../../selector/selector.ts";
import type { Action, PolicyRef } from "../outcome.ts";

/** A network with its bounds as numbers (inclusive), so that membership is two comparisons. */
export interface Net {
  readonly family: 4 | 6;
  readonly first: bigint;
  readonly last: bigint;
  readonly cidr: Cidr;
  readonly text: string;
}

/** A selector whose addresses are wanted; `key` is its canonical text, by which the address set is shared. */
export interface SetRef {
  readonly key: string;
  readonly selector: Selector;
}

/** An `icmp` or `notICMP` clause; an absent field matches any. */
export interface IcmpClause {
  readonly type?: number;
  readonly code?: number;
}

/** One side of a rule. Empty lists and absent sets match everything. */
export interface CompiledSide {
  readonly nets: readonly Net[];
  readonly notNets: readonly Net[];
  /** The address must be in this set: namespaceSelector, serviceAccounts, selector and `!notSelector` as one. */
  readonly set?: SetRef | undefined;
  /** The address must not be in this set: a notSelector alone. */
  readonly notSet?: SetRef | undefined;
  readonly ports: readonly Port[];
  readonly notPorts: readonly Port[];
  /** The Kubernetes service that the address (of a destination: with protocol and port) must belong to, `namespace/name`. */
  readonly service?: string | undefined;
}

/** A rule with everything parsed. */
export interface CompiledRule {
  readonly action: Action;
  readonly ipVersion?: 4 | 6 | undefined;
  readonly protocol?: number | undefined;
  readonly notProtocol?: number | undefined;
  readonly icmp?: IcmpClause | undefined;
  readonly notIcmp?: IcmpClause | undefined;
  readonly source: CompiledSide;
  readonly destination: CompiledSide;
}

/** Rules of both directions, and where each stood. */
export interface CompiledRules {
  readonly ingress: readonly CompiledRule[];
  readonly egress: readonly CompiledRule[];
  readonly located: Located;
}

/** A tier: its policies are evaluated together; where none of them decides, its default action does. */
export interface CompiledTier {
  readonly name: string;
  readonly order: number;
  /** Whether what its policies do not decide passes on to the next tier, instead of being denied. */
  readonly passesByDefault: boolean;
}

/** A policy; `types` are the directions that it applies to. */
export interface CompiledPolicy extends CompiledRules {
  readonly ref: PolicyRef;
  readonly kind: "untracked" | "pre-DNAT" | "normal";
  readonly applyOnForward: boolean;
  readonly tier: CompiledTier;
  readonly order: number;
  readonly tieBreak: string;
  /** With the namespace of a NetworkPolicy and the v3.32 selectors for namespaces and service accounts in it. */
  readonly selector: Selector;
  readonly types: { readonly ingress: boolean; readonly egress: boolean };
}

/** A profile's rules and the labels its endpoints inherit. */
export interface CompiledProfile extends CompiledRules {
  readonly name: string;
  readonly labels: Labels;
}

/** A port name that an endpoint defines. */
export interface NamedPort {
  readonly name: string;
  readonly protocol: number;
  readonly port: number;
}

/** What has labels and addresses: an endpoint or a network set, as rule selectors see it. */
export interface IpSetMember {
  /** Of a network set: its name, that of a NetworkSet as `NAMESPACE/NAME`. */
  readonly networkSet?: string;
  readonly labels: Labels;
  readonly nets: readonly Net[];
  readonly ports: readonly NamedPort[];
}

/** A GlobalNetworkSet or NetworkSet. */
export interface CompiledNetworkSet extends IpSetMember {
  readonly located: Located;
}

/** An endpoint: what selectors see and what policies act on. `labels` include inherited ones. */
export interface CompiledEndpoint extends IpSetMember {
  readonly kind: "HostEndpoint" | "WorkloadEndpoint";
  readonly name: string;
  readonly namespace?: string;
  readonly node: string;
  /** Empty for a host endpoint found by its addresses, `*` for one of every interface. */
  readonly interfaceName: string;
  readonly profiles: readonly string[];
  /** Networks of others that a workload may send from, where the node allows it (`allowSpoofedSourcePrefixes`). */
  readonly spoofedSources: readonly Net[];
  /** Floating IPs of a workload, each translated to one of its own addresses (`ipNATs`). */
  readonly floatingIps: readonly FloatingIp[];
  /** Other names a flow may call a workload endpoint by: its pod, its workload. */
  readonly aliases: readonly string[];
  readonly located: Located;
}

/** An address that the node translates to one of a workload's own. */
export interface FloatingIp {
  readonly external: Net;
  readonly internal: Net;
}

/** Something on a node that has addresses: an endpoint, an interface whose addresses were saved, or the node itself. */
export interface AddressOwner {
  readonly node: string;
  /** Absent for an interface and a node. */
  readonly endpoint?: CompiledEndpoint;
  /** The host interface, `*` for a host endpoint of every interface; absent where it is unknown. */
  readonly interface?: string;
  readonly nets: readonly Net[];
}

/** Who has addresses in a World: host endpoints, then workload endpoints, then nodes, also those without addresses. */
export interface AddressOwners {
  /** Those on all nodes; the list is made at the first call. */
  readonly everywhere: () => readonly AddressOwner[];
  /** Those on one node; each list is made at its first call. */
  readonly onNode: (node: string) => readonly AddressOwner[];
}

/** A failsafe port with the network it is limited to (v3.32 knows `net`). */
export interface CompiledFailsafe {
  readonly protocol: FailsafePort["protocol"];
  readonly number: number;
  readonly port: number;
  readonly net?: Net;
}

/** Felix's settings on one node, `default` and `node.<name>` merged. */
export interface FelixSettings {
  readonly interfacePrefixes: readonly string[];
  readonly endpointToHost: "Drop" | "Return" | "Accept";
  readonly failsafeInbound: readonly CompiledFailsafe[];
  readonly failsafeOutbound: readonly CompiledFailsafe[];
  readonly checkInvalid: boolean;
  readonly vxlanPort: number;
  /** Whether workloads may send VXLAN and IPIP packets themselves. */
  readonly allowVxlan: boolean;
  readonly allowIpip: boolean;
  /** Whether the node's own IPIP and VXLAN (IPv4) tunnels are on; absent where the IP pools decide. */
  readonly ipipEnabled?: boolean;
  readonly vxlanEnabled?: boolean;
  /** WireGuard of each IP version. */
  readonly wireguard: Readonly<Record<4 | 6, WireguardSettings>>;
  /** Addresses of hosts outside the cluster that tunnels accept packets from. */
  readonly externalNodes: readonly Net[];
  /** Whether Felix programs nftables instead of iptables. */
  readonly nftables: boolean;
  /** Whether the accepting rules return to the chain that called Calico's (`iptablesFilterAllowAction`). */
  readonly acceptReturns: boolean;
  /** Whether workloads with `allowSpoofedSourcePrefixes` may send from these (`workloadSourceSpoofing`). */
  readonly allowsSpoofing: boolean;
  /** Whether forwarded packets to advertised service addresses are dropped (`serviceLoopPrevention`). */
  readonly dropsServiceLoops: boolean;
  /** Whether the `ipNATs` of workloads are translated (`floatingIPs`). */
  readonly floatingIps: boolean;
  /** How packets of pools with `natOutgoing` are translated. */
  readonly outgoingNat: OutgoingNat;
}

/** What FelixConfiguration says of source NAT for pools with `natOutgoing`. */
export interface OutgoingNat {
  /** Whether packets to hosts keep their source (`natOutgoingExclusions: IPPoolsAndHostIPs`). */
  readonly sparesHosts: boolean;
  /** The address that IPv4 packets get; absent: that of the interface (`natOutgoingAddress`). */
  readonly address?: Address;
  /** The interfaces it is for, `+` standing for any rest; empty: all (`iptablesNATOutgoingInterfaceFilter`). */
  readonly interfaces: string;
}

/** Whether WireGuard is on, and the UDP port that it listens on. */
export interface WireguardSettings {
  readonly enabled: boolean;
  readonly port: number;
  /** The name of its interface. */
  readonly interface: string;
}

/** An IP pool: how packets to its workloads on other nodes travel, and whether what they send out is translated. */
export interface CompiledPool {
  readonly name: string;
  readonly net: Net;
  readonly natOutgoing: boolean;
  readonly ipip: "Never" | "Always" | "CrossSubnet";
  readonly vxlan: "Never" | "Always" | "CrossSubnet";
}

/** What a Node resource says of the addresses of its node. */
export interface CompiledNode {
  /** All addresses that are its own, those first under which other nodes know it. */
  readonly nets: readonly Net[];
  /** The addresses under which Felix on other nodes knows it, one for an IP version: of BGP, else (v3.32) of `addresses`. */
  readonly hosts: readonly Net[];
  /** The subnets of those; one written without a prefix length has none. */
  readonly subnets: readonly Net[];
  /** Its addresses in the tunnels between nodes, which calico/node writes. */
  readonly tunnels: Readonly<Record<TunnelProtocol, readonly Net[]>>;
}

/** The protocols of the tunnels between nodes. */
export type TunnelProtocol = "IPIP" | "VXLAN" | "WireGuard";

/** What IP pools and nodes make of the tunnels between nodes. */
export interface Encapsulation {
  /** Whether a pool is encapsulated so. */
  readonly ipip: boolean;
  readonly vxlan: Readonly<Record<4 | 6, boolean>>;
  /** The hosts that tunnels connect: the host addresses of all nodes for IPIP, for VXLAN those of nodes with a VXLAN tunnel address. */
  readonly ipipHosts: readonly Net[];
  readonly vxlanHosts: readonly Net[];
}

/** Everything the evaluator reads, compiled and indexed once; nothing in it changes after `world()`. */
export interface World {
  readonly calico: CalicoVersionRules;
  /** In evaluation order. */
  readonly policies: readonly CompiledPolicy[];
  /** StagedGlobalNetworkPolicies, which decide nothing: for the untracked and pre-DNAT ones Felix makes chains all the same. */
  readonly stagedPolicies: readonly CompiledPolicy[];
  readonly profiles: ReadonlyMap<string, CompiledProfile>;
  /** Host endpoints by node, each list sorted by name. */
  readonly hostEndpoints: ReadonlyMap<string, readonly CompiledEndpoint[]>;
  readonly workloadEndpoints: ReadonlyMap<string, readonly CompiledEndpoint[]>;
  /** All that rule selectors can match, over all nodes. */
  readonly members: readonly IpSetMember[];
  /** The network sets among them. */
  readonly networkSets: readonly CompiledNetworkSet[];
  /** The Node resources, by name. */
  readonly nodes: ReadonlyMap<string, CompiledNode>;
  readonly owners: AddressOwners;
  /** Settings by node; the key `""` is for nodes without settings of their own. */
  readonly settings: ReadonlyMap<string, FelixSettings>;
  readonly encapsulation: Encapsulation;
  /** The pool of a longer prefix first. */
  readonly pools: readonly CompiledPool[];
  /** What calicoctl stores and Felix cannot run: the resource, and why. */
  readonly unrunnable: readonly { readonly resource: Resource; readonly message: string }[];
  /** Whether kube-controllers is told to make a host endpoint of all interfaces for each node. */
  readonly autoHostEndpoints: boolean;
  /** How many host endpoints are taken to be there although no input has them (`Located.assumed`). */
  readonly assumedHostEndpoints: number;
  /** The members of Kubernetes services; absent where they are unknown (match/service-membership.ts). */
  readonly services?: ServicesByName;
  /** Addresses of services that BGPConfiguration advertises. */
  readonly serviceNets: readonly Net[];
  /** Where resources were read that were compiled as others which say the same, by these. */
  readonly readAt?: ReadonlyMap<Located, Located>;
}

/** The place of a field of a resource in the text that the World was read of. */
export function placeIn({ readAt }: World, located: Located, path: FieldPath): Span | undefined {
  return (readAt?.get(located) ?? located).locate(path);
}

/** The place of a rule in its list, as a field path. */
export function rulePath(direction: "ingress" | "egress", index: number): FieldPath {
  return ["spec", direction, index];
}
