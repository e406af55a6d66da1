import type { Flow } from "../../model/flow.ts";
import type { Outcome } from "../outcome.ts";
import type { TunnelProtocol } from "../world/compiled.ts";
import type { EndName, Place, Question } from "./endpoint-places.ts";

/** A packet between two endpoints anywhere in the cluster, each named or given by an address. */
export interface EndToEndRequest {
  readonly from: EndName;
  readonly to: EndName;
  /** The rest of the packet, fields as in a flow. */
  readonly packet: Omit<Flow, "from" | "to" | "srcIP" | "dstIP">;
  /** The interface through which it leaves its first node, where the user states it. */
  readonly out?: string;
  /** The node that it enters first, where neither end is on a node. */
  readonly enters?: string;
  /** The interface through which it first enters a node, where the user states it. */
  readonly in?: string;
  /** The targets that nodes choose where a DNAT has several, by index, in the order of the path; the first where it is absent. */
  readonly targets?: readonly number[];
}

/** A node's choice among the targets of a DNAT, and the one that was taken. */
export interface NodeChoice {
  readonly node: string;
  /** The destination before and after, as text. */
  readonly from: string;
  readonly to: string;
  /** What has the new destination. */
  readonly place: Place;
  /** The same in the words of the object that the DNAT is made from: `pod web/web-1`. */
  readonly name?: string;
  /** The index of the target. */
  readonly target: number;
  readonly count: number;
}

/** One node that the packet passes, and its outcome there. */
export interface NodeHop {
  readonly node: string;
  /** The tunnel whose outer packet this is; absent for the packet itself. */
  readonly tunnel?: TunnelProtocol;
  /** What became of the packet's source as it left the node, as a sentence; absent where it stayed. */
  readonly sourceNat?: string;
  /** Complete, `to` included. */
  readonly flow: Flow;
  readonly outcome: Outcome;
}

/**
 * The outcome of the whole path: that of the hop where the packet is dropped, else of the last hop; its steps are those
 * of all hops in order. `diesAt` and `returnDiesAt` are indexes into `hops`: where the packet is dropped, and where its
 * reply is (a reply passes the hops backwards). A hop that could not be evaluated ends the path.
 */
export interface EndToEndPath extends Outcome {
  readonly from: Place;
  readonly to: Place;
  readonly hops: readonly NodeHop[];
  /** The choices of nodes among several targets, in the order of the path. */
  readonly choices: readonly NodeChoice[];
  readonly diesAt?: number;
  readonly returnDiesAt?: number;
}

/** The path, or the question that must be answered first. */
export type EndToEndResult =
  | { readonly ok: true; readonly path: EndToEndPath }
  | { readonly ok: false; readonly question: Question };
