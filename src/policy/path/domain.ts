import type { FilterHook, FilterRule } from "../../model/flow.ts";
import type { ConntrackState } from "../flow/packet.ts";
import type { Action, DecidedBy, Direction, DropStage, Step, Verdict, Where } from "../outcome.ts";
import type { CompiledEndpoint, World } from "../world/compiled.ts";
import type { End } from "./end.ts";
import type { TunnelHit } from "./node-rules.ts";
import type { NodeView } from "./node-view.ts";
import type { RuleOwner } from "./reasons.ts";

export type { RuleOwner } from "./reasons.ts";

/** A stage of one endpoint in one direction. */
export interface StageAt {
  readonly where: Where;
  readonly endpoint: CompiledEndpoint;
}

/** The first rule of a list that matches: its owner in the list, its index there, and what it does. */
export interface RuleMatch {
  readonly owner: RuleOwner;
  readonly index: number;
  readonly action: Exclude<Action, "Log">;
}

/** A failsafe port that packets hit. */
export interface FailsafeHit {
  readonly protocol: number;
  readonly port: number;
}

/** The end of a path: the verdict and why. */
export interface Decision {
  readonly verdict: Verdict;
  readonly by: DecidedBy;
  /** The kernel's table in which a packet was dropped. */
  readonly dropStage?: DropStage;
}

/** Packets on their path, with what they carry: the marks and states that are equal for all of them. */
export interface Part<P> {
  readonly packets: P;
  readonly state: ConntrackState;
  /** The accepted mark, by the stage that set it. */
  readonly accepted?: "untracked" | "pre-DNAT";
  /** The last rule or profile that allowed the packets; reported as `decidedBy` of allowed ones. */
  readonly allowedBy?: DecidedBy;
  /** The last default that let them go on, where no rule did. */
  readonly defaultBy?: DecidedBy;
  /** Where they went instead of to their `to`; a reply comes from there. */
  readonly reached?: End;
  readonly decision?: Decision;
}

/** The part with these of its packets. */
export function withPackets<P>(part: Part<P>, packets: P): Part<P> {
  return packets === part.packets ? part : { ...part, packets };
}

/** The part dropped in a table of the kernel. */
export function drop<P>(part: Part<P>, dropStage: DropStage, by: DecidedBy): Part<P> {
  return { ...part, decision: { verdict: "deny", by, dropStage } };
}

/** A split of packets: every packet is in one part, with what is true of it. */
export type Split<Result, P> = readonly (readonly [result: Result, packets: P])[];

/** What becomes of each part, in order, as one list. One packet has one part at every split: its list is not copied. */
export function flatMapParts<T, R>(parts: readonly T[], next: (part: T) => readonly R[]): readonly R[] {
  const [only] = parts;
  return parts.length === 1 && only !== undefined ? next(only) : parts.flatMap(next);
}

/**
 * What the walk works on. The walk knows the chains and their order; a domain knows how packets split at a list of rules.
 * One packet has one part and leaves a trace; a set of packets has a part for each rule that splits it.
 */
export interface Domain<P> {
  readonly world: World;
  readonly view: NodeView;
  /** Where the trace goes; absent where none is kept. */
  readonly steps?: Step[];
  /** Whether the trace leaves out policies that do not apply and rules that do not match. */
  readonly matchesOnly?: boolean;
  /** Whether the places of rules are looked up only when somebody asks for them. */
  readonly placesLater?: boolean;
  /** Splits packets by the first rule that matches, or `undefined`; `Log` rules do not end the search. */
  first(at: StageAt, owners: readonly RuleOwner[], packets: P): Split<RuleMatch | undefined, P>;
  /** Splits packets by the failsafe port they hit; `withReplies`: replies of failsafe connections also. */
  failsafe(at: StageAt, packets: P, withReplies: boolean): Split<FailsafeHit | undefined, P>;
  /** Splits packets by the rule for tunnels between nodes that they hit, on their way to or from a local process. */
  tunnelRule(direction: Direction, packets: P): Split<TunnelHit | undefined, P>;
  /** Leaves packets untracked that are of the node's own tunnel. */
  untrackTunnel(ends: { readonly from: End; readonly to: End }, part: Part<P>): readonly Part<P>[];
  /** Splits packets by the source, not its own, that a workload sends them from and that is dropped at this place. */
  spoofed(from: End, at: "source-raw" | "source-routing", packets: P): Split<string | undefined, P>;
  /** Splits forwarded packets by the advertised service network that they are dropped for. */
  serviceLoop(packets: P): Split<string | undefined, P>;
  /** Splits packets by the rule of kube-proxy that refuses them in a chain of the filter table. */
  refused(hook: FilterHook, part: Part<P>): Split<FilterRule | undefined, P>;
  /** Splits packets by the tunnel protocol that Calico drops when a workload sends it. */
  tunnel(packets: P): Split<"IPIP" | "VXLAN" | undefined, P>;
  /** Splits packets by the ICMPv6 type of neighbour discovery. */
  discovery(packets: P): Split<number | undefined, P>;
  /** Translates destinations of packets that came in through an interface; where each part goes now. */
  translate(incoming: string, to: End, part: Part<P>): readonly (readonly [to: End, part: Part<P>])[];
  /** Translates destinations of packets that a local process sends out to an end. */
  translateOutput(to: End, part: Part<P>): readonly SentPart<P>[];
  /** Joins parts that differ in nothing that counts on the rest of the path; absent where there is nothing to join. */
  join?(parts: readonly Part<P>[]): readonly Part<P>[];
}

/** Packets that a local process sends, and their translation in nat OUTPUT where there is one for them. */
export interface SentPart<P> {
  /** As they are sent. */
  readonly part: Part<P>;
  readonly translation?: {
    /** The end that they were routed to before. */
    readonly before: End;
    /** Some of these packets, translated. */
    readonly translated: (packets: P) => P;
  };
}

/** Records a step, where a trace is kept. */
export function record({ steps }: Pick<Domain<unknown>, "steps">, step: Step): void {
  steps?.push(step);
}
