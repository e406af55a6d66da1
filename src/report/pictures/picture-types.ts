import type { Diagnostic } from "../../model/diagnostic.ts";
import type { ReplySentence } from "../outcomes/outcome-text.ts";
import type { PathRow } from "../outcomes/path-rows.ts";

/** The verdict of a picture: `unknown` where it could not be evaluated, `differs` where not all choices have the same. */
export type PictureVerdict = "allow" | "deny" | "unknown" | "differs";

/** The answer to a question about one packet, as it is drawn: with every sentence of its text. */
export interface PathPicture {
  readonly name?: string;
  /** `TCP 198.51.100.7 -> 10.240.0.5:8443`. */
  readonly packet: string;
  /** Where it comes in and goes: `in through node1/eth0, to a local process of node1`. */
  readonly route: string;
  readonly verdict: PictureVerdict;
  /** What decided, or how many choices are allowed. */
  readonly reason: Reason;
  /** What becomes of each choice of what the question leaves open; empty for most. */
  readonly choices: readonly PicturedChoice[];
  /** The path; where there are choices, one of those that end alike, or each of them. */
  readonly paths: readonly PicturedPath[];
  /** Why the expectation of a flow file is not met. */
  readonly unmet?: string;
}

/** A sentence and where in the manifests that is; `place` is `file:line`. */
export interface Reason {
  readonly text: string;
  readonly place?: string;
}

/** One of several things that a question leaves open, and what becomes of it. */
export interface PicturedChoice {
  /** `allow`, `deny`, `allow, without replies`, `unknown`. */
  readonly result: string;
  /** `to pod shop/web-1`. */
  readonly name: string;
  readonly reason: Reason;
}

/** A packet's path through one node or several, and its reply's back. */
export interface PicturedPath {
  /** The choice that it is the path of, with how many others end alike; absent where there are no choices. */
  readonly choice?: string;
  readonly packet: string;
  readonly route: string;
  readonly verdict: Exclude<PictureVerdict, "differs">;
  readonly reason: Reason;
  readonly reply?: ReplySentence;
  readonly source: PicturedPlace;
  readonly destination: PicturedPlace;
  readonly hops: readonly PicturedHop[];
  /** The nodes that the reply passes, in its order; empty where there is none. */
  readonly replyHops: readonly PicturedHop[];
  readonly assumptions: readonly string[];
  /** Why it could not be evaluated, or what is odd about it. */
  readonly diagnostics: readonly Diagnostic[];
}

/** An end of a path: the address that the packet has there as it is sent, and what is there where the question names it. */
export interface PicturedPlace {
  readonly address: string;
  readonly name?: string;
}

/** What happens on one node. */
export interface PicturedHop {
  readonly node: string;
  /** `allowed`, `denied`, `unknown`; of an outer packet: `the IPIP packet around it, allowed`. */
  readonly result: string;
  /** The tunnel whose outer packet this is. */
  readonly tunnel?: string;
  /** Where the packet comes in and goes on this node. */
  readonly route: string;
  readonly from: PicturedEnd;
  readonly to: PicturedEnd;
  readonly stages: readonly PicturedStage[];
}

/** Where a packet enters or leaves the chains of a node. */
export interface PicturedEnd {
  readonly kind: "interface" | "process" | "workload" | "unknown";
  /** `eth0`, `local process`, `workload shop/web`. */
  readonly name: string;
  /** The host endpoint of an interface: `host endpoint node1-eth0`. */
  readonly endpoint?: string;
}

/**
 * What became of the packet at a stage: a rule or the like allowed it; it went through without that; it was dropped; no policy
 * applies; its addresses were translated; or it did not get there.
 */
export type StageState = "allowed" | "passed" | "denied" | "no policy" | "translated" | "not reached";

/** A stage of policy, or a translation or rule of the node between them. */
export interface PicturedStage {
  /** `pre-DNAT`, `normal ingress`, `DNAT`, `source NAT`. */
  readonly name: string;
  readonly state: StageState;
  /** Whose policies are evaluated, and how many: `host endpoint node1-eth0, 2 pre-DNAT policies apply`. */
  readonly about?: string;
  /** Whether the verdict of the whole path was decided here. */
  readonly isDecisive: boolean;
  readonly rows: readonly PictureRow[];
}

/** What was looked at, and the result: a policy, profile, tier, failsafe ports, the default. */
export interface PictureRow extends Omit<PathRow, "stage" | "step"> {
  /** Whether this is the rule, or the like, that decided the verdict of the whole path. */
  readonly isDecisive: boolean;
}
