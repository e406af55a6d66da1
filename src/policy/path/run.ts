import type { ConntrackState, Packet } from "../flow/packet.ts";
import type { ServiceGuesses } from "../match/service-membership.ts";
import type { DecidedBy, Direction, DropStage, EndpointRef, PolicyStage, Step, Verdict, Where } from "../outcome.ts";
import type { CompiledEndpoint, World } from "../world/compiled.ts";
import type { NodeView } from "./node-view.ts";

/** One end of a packet's way through the node. A workload interface without an endpoint is one Calico does not know. */
export type End =
  | { readonly kind: "process" }
  | { readonly kind: "host"; readonly interface: string }
  | { readonly kind: "workload"; readonly interface: string; readonly endpoint?: CompiledEndpoint };

/** The state of one packet on its way: what the kernel would hold in the packet and its marks. */
export interface Run {
  readonly world: World;
  readonly view: NodeView;
  /** Whether this is a reply of a tracked connection, whose addresses were translated by its first packet. */
  readonly isReply: boolean;
  /** Whether to compute rules as written instead of as the node has them. */
  readonly asWritten: boolean;
  /** What is taken for true of Kubernetes services. */
  readonly services: ServiceGuesses;
  /** Where steps go; absent when only the verdict is wanted. */
  readonly steps?: Step[];
  /** What had to be assumed on the way, as sentences. */
  readonly assumptions: string[];
  packet: Packet;
  state: ConntrackState;
  /** The accepted mark, and which stage set it. */
  accepted?: "untracked" | "pre-DNAT";
  /** Where the packet went instead of to its `to`; its reply comes from there. */
  reached?: End;
  /** The last rule or profile that let the packet on, which is what an allowed packet is owed to. */
  allowedBy?: DecidedBy;
  /** The last default that let it on, where no rule did. */
  defaultBy?: DecidedBy;
  /** Whether a rule matched that the node does not enforce as written. */
  misrendered: boolean;
}

/** The end of a packet's way. */
export interface Decision {
  readonly verdict: Verdict;
  readonly by: DecidedBy;
  readonly dropStage?: DropStage;
}

/** Records a step, where steps are wanted. */
export function note(run: Run, step: Step): void {
  run.steps?.push(step);
}

/** Names the place of a stage. */
export function where(stage: PolicyStage, direction: Direction, endpoint: CompiledEndpoint, name: string): Where {
  return { stage, direction, endpoint: endpointRef(endpoint, name) };
}

function endpointRef({ kind, name, namespace, node }: CompiledEndpoint, governed: string): EndpointRef {
  return { kind, name, node, interface: governed, ...(namespace === undefined ? {} : { namespace }) };
}

/** The kernel's table that a stage's drops happen in. */
function dropStageOf(stage: PolicyStage): DropStage {
  if (stage === "untracked") return "raw";
  return stage === "pre-DNAT" ? "mangle" : "filter";
}

/** A drop at a stage. */
export function drop(stage: PolicyStage, by: DecidedBy): Decision {
  return { verdict: "deny", by, dropStage: dropStageOf(stage) };
}
