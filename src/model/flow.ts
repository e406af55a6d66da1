import type { FlowFile, Route } from "../generated/flow-types.ts";
import type { Address } from "./net/address.ts";

export type { DnatMatch, DnatRule, DnatTarget, Flow, FlowEnd, FlowFile, Route } from "../generated/flow-types.ts";

/** What the kernel does with a packet that a route is chosen for; `broadcast` and `anycast` count as `local`. */
export type RouteType = NonNullable<Route["type"]>;

/** What the datastore does not hold about the node a flow enters: its interfaces' addresses, its DNATs and routes. */
export interface NodeFacts
  extends Pick<FlowFile, "interfaces" | "dnat" | "outputDnat" | "masquerade" | "sourceNat" | "routes"> {
  readonly node: string;
  /** Addresses of other hosts that count as hosts of the node's tunnels, whatever Nodes say. */
  readonly tunnelPeers?: readonly Address[];
  /** Where these are the facts `of` a node with one target chosen of those that a DNAT chooses from, by index. */
  readonly chosen?: { readonly of: NodeFacts; readonly target: number };
}
