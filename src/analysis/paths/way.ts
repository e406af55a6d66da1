import type { NodeFacts } from "../../model/flow.ts";
import type { ConntrackState } from "../../policy/flow/packet.ts";
import type { End } from "../../policy/path/end.ts";
import type { NodeView } from "../../policy/path/node-view.ts";
import type { CompiledEndpoint, World } from "../../policy/world/compiled.ts";
import type { Interval } from "../sets/dimension.ts";

/** The kinds of ways through a node, by the end that an endpoint is at. */
export type WayKind =
  | "local in"
  | "local out"
  | "forwarded in"
  | "forwarded out"
  | "to workload"
  | "from workload"
  | "workload to host";

/** A way of packets of one IP version through a node. */
export interface Way {
  readonly kind: WayKind;
  readonly node: string;
  readonly family: 4 | 6;
  /** The interface that the way is about. */
  readonly interface: string;
  /** The endpoint whose policy is at that interface; absent where none is. */
  readonly endpoint?: CompiledEndpoint;
  readonly from: End;
  readonly to: End;
  /** Whether its packets are those of a workload by the workload's name, wherever its interface means another. */
  readonly byName?: true;
  readonly view: NodeView;
  /** What is known of the node, as `simulate` takes it. */
  readonly facts: NodeFacts;
  /** The destinations, after translation, that can lead to the end of this way; absent: all may. */
  readonly destinations?: readonly Interval[];
  /**
   * Where the way is only of packets for which the node chooses among several targets: the number of the one that it chooses,
   * from 1; 0: of all that it translates, to the first.
   */
  readonly laterTarget?: number;
  /** What was assumed to have the way, as sentences. */
  readonly assumed: readonly string[];
}

/** A way in one of the Worlds of a question; `state`: packets of a connection in this state, instead of first packets. */
export interface PathCase {
  readonly world: World;
  readonly way: Way;
  readonly state?: ConntrackState;
}
