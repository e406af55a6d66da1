import type {
  DnatTarget as AddressTarget,
  DnatRule as DestinationNat,
  DnatMatch,
  EndToEndFlow,
  Flow,
  FlowFile,
  Route,
} from "../generated/flow-types.ts";
import type { Address } from "./net/address.ts";

export type {
  DnatMatch,
  EndToEndFlow,
  Flow,
  FlowEnd,
  FlowFile,
  PacketAssertion,
  Route,
} from "../generated/flow-types.ts";

/** Where a destination NAT sends a packet: a target of a flow file, or one that a Service chooses. */
export interface DnatTarget extends AddressTarget {
  /** What has the address, as messages name it (`pod web/web-1`). */
  readonly to?: string;
}

/** A destination NAT: one of a flow file or of a saved nat table, or what kube-proxy makes of a Service. */
export interface DnatRule extends Omit<DestinationNat, "alternatives"> {
  readonly alternatives?: readonly DnatTarget[];
  /** What the first target is, see `DnatTarget`. */
  readonly to?: string;
  /** The object that it is made from, as messages name it (`Service web/web port http`). */
  readonly by?: string;
  /** Whether a packet from the address that it is translated to is masqueraded, as kube-proxy does it. */
  readonly masqueradesOwn?: boolean;
  /** Whether one source always gets the same target (`sessionAffinity: ClientIP`). */
  readonly affinity?: boolean;
}

/** Packets that get the node's own address as their source where they leave it. */
export interface MasqueradeRule extends DnatMatch {
  readonly by?: string;
  /** Whether the source port stays, where no other connection has it; kube-proxy has the kernel choose another. */
  readonly keepsPort?: boolean;
}

/** Packets, by the destination they still have in the filter table, that kube-proxy's chains there refuse; Calico's chains come before. */
export interface FilterRule extends DnatMatch {
  readonly action: "drop" | "reject";
  readonly hooks: readonly FilterHook[];
  /** Whether it also refuses what Calico accepts, as rules of nftables do, whose chains all see the packet. */
  readonly always?: boolean;
  readonly by?: string;
}

/** The chain of the filter table that a packet passes; `nat` is where it is about to be translated, before and after routing. */
export type FilterHook = "nat" | "input" | "forward" | "output";

/** What the kernel does with a packet that a route is chosen for; `broadcast` and `anycast` count as `local`. */
export type RouteType = NonNullable<Route["type"]>;

/** What the datastore does not hold about the node a flow enters: its interfaces' addresses, its DNATs and routes. */
export interface NodeFacts extends Pick<FlowFile, "interfaces" | "routes"> {
  readonly node: string;
  readonly dnat?: readonly DnatRule[];
  readonly outputDnat?: readonly DnatRule[];
  readonly masquerade?: readonly MasqueradeRule[];
  readonly sourceNat?: readonly DnatRule[];
  /** What kube-proxy refuses in the filter table; absent where nothing is known about it. */
  readonly filter?: readonly FilterRule[];
  /** Addresses of other hosts that count as hosts of the node's tunnels, whatever Nodes say. */
  readonly tunnelPeers?: readonly Address[];
  /** Where these are the facts `of` a node with one target chosen of those that a DNAT chooses from, by index. */
  readonly chosen?: { readonly of: NodeFacts; readonly target: number };
}

/** Whether a flow of a file is from end to end: its ends are texts. */
export function isEndToEndFlow(flow: Flow | EndToEndFlow): flow is EndToEndFlow {
  return typeof flow.from === "string";
}
