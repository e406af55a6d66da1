import type { Flow, FlowEnd, NodeFacts } from "../../model/flow.ts";
import { type Address, sameAddress } from "../../model/net/address.ts";
import { type NodeView, nodeView } from "../path/node-view.ts";
import type { World } from "../world/compiled.ts";
import { type FactsByNode, type Place, placesOf } from "./endpoint-places.ts";
import type { EndToEndRequest, NodeChoice, NodeHop } from "./path-types.ts";

/** A packet about to enter a node. */
export interface Entering {
  readonly node: string;
  readonly from: FlowEnd;
  readonly packet: Omit<Flow, "from" | "to">;
  /** The packet's addresses, as numbers. */
  readonly source: Address;
  readonly destination: Address;
}

/** A packet with its addresses as numbers. */
export type SentPacket = Pick<Entering, "packet" | "source" | "destination">;

/** How a packet left the node before: the node, and its interface. */
export interface Departure {
  readonly view: NodeView;
  readonly interface: string;
}

/** What is the same for the whole path, and its hops and assumptions so far. */
export interface PathEvaluation {
  readonly world: World;
  readonly facts: FactsByNode;
  readonly request: EndToEndRequest;
  readonly from: Place;
  readonly to: Place;
  readonly hops: NodeHop[];
  readonly assumptions: string[];
  /** The choices of nodes so far among the targets of a DNAT. */
  readonly choices: NodeChoice[];
  /** Whether the source address was asked for, not just the node. */
  readonly isSourceGiven: boolean;
}

/** What has the destination address: the requested end, or else one on this node before others. */
export function targetOf(evaluation: PathEvaluation, node: string, destination: Address): Place {
  if (evaluation.to.addresses.some((address) => sameAddress(address, destination))) return evaluation.to;
  const places = placesOf(evaluation.world, evaluation.facts, destination);
  return places.find((place) => place.node === node) ?? places[0];
}

/** A place as the end of a flow on its node. */
export function endOf({ kind, endpoint }: Place): FlowEnd {
  return kind === "workload" && endpoint ? { workload: `${endpoint.namespace}/${endpoint.name}` } : { process: true };
}

/** What is known of a node, with one target chosen of those that a DNAT chooses from, where one is given. */
export function factsOf({ facts }: PathEvaluation, node: string, target?: number): NodeFacts {
  const known = facts.get(node) ?? { node };
  return target === undefined ? known : { ...known, chosen: { of: known, target } };
}

/** A node as the walk sees it. */
export function viewOf(evaluation: PathEvaluation, node: string): NodeView {
  return nodeView(evaluation.world, factsOf(evaluation, node));
}

/** What is assumed of the way between nodes, as far as nothing says how it is. */
export function unchangedText(evaluation: PathEvaluation): string {
  const { world, hops } = evaluation;
  const hasPools = world.pools.length > 0;
  const left = hops.filter(({ node }) => node !== hops.at(-1)?.node);
  const isTableKnown = left.length > 0 && left.every(({ node }) => viewOf(evaluation, node).sourceNat !== undefined);
  const isTranslated = hops.some(({ sourceNat }) => sourceNat !== undefined);
  const isOverlayKnown = hasPools || hops.some(({ tunnel }) => tunnel !== undefined);
  const noNat = isTableKnown || isTranslated ? "no IP pool with natOutgoing" : "no source NAT";
  const none = [
    ...(hasPools ? [] : [noNat]),
    ...(isOverlayKnown ? [] : ["no overlay (IPIP, VXLAN)"]),
    "no other firewall",
  ];
  const isSomeKnown = hasPools || isTableKnown || isTranslated;
  return `between the nodes nothing ${isSomeKnown ? "else " : ""}changes or drops the packet: ${none.join(", ")}`;
}
