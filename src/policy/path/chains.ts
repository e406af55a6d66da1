import { LOOPBACK_NAME } from "../../model/net/route.ts";
import type { Direction, PolicyStage } from "../outcome.ts";
import type { End } from "./end.ts";

/** One chain that a packet meets: a stage of the endpoint at one end of its path. */
export interface Chain {
  readonly stage: PolicyStage;
  readonly direction: Direction;
  /** The end of the path whose interface the chain is about. */
  readonly end: "from" | "to";
  /**
   * A workload's packet to its host: neighbour discovery is allowed before policy, and after it the node's
   * `defaultEndpointToHostAction` follows. A process's packet to a workload: no policy applies.
   */
  readonly special?: "workload-to-host" | "process-to-workload";
  /**
   * Rules of the node itself at this place, instead of policies: sources of workloads in raw or at routing, tunnels between
   * nodes, advertised service addresses (node-rules.ts).
   */
  readonly check?: "source-raw" | "source-routing" | "tunnels" | "service-loop";
}

const UNTRACKED_IN: Chain = { stage: "untracked", direction: "ingress", end: "from" };
const UNTRACKED_OUT: Chain = { stage: "untracked", direction: "egress", end: "to" };
const PRE_DNAT: Chain = { stage: "pre-DNAT", direction: "ingress", end: "from" };
const NORMAL_IN: Chain = { stage: "normal", direction: "ingress", end: "from" };
const NORMAL_OUT: Chain = { stage: "normal", direction: "egress", end: "to" };
const FORWARD_IN: Chain = { stage: "forward", direction: "ingress", end: "from" };
const FORWARD_OUT: Chain = { stage: "forward", direction: "egress", end: "to" };
const WORKLOAD_OUT: Chain = { stage: "workload", direction: "egress", end: "from" };
const WORKLOAD_IN: Chain = { stage: "workload", direction: "ingress", end: "to" };
const WORKLOAD_TO_HOST: Chain = { ...WORKLOAD_OUT, special: "workload-to-host" };
const PROCESS_TO_WORKLOAD: Chain = { ...NORMAL_OUT, special: "process-to-workload" };

const SOURCE_RAW: Chain = { ...WORKLOAD_OUT, check: "source-raw" };
const SOURCE_ROUTING: Chain = { ...WORKLOAD_OUT, check: "source-routing" };
const TUNNELS_IN: Chain = { ...NORMAL_IN, check: "tunnels" };
const TUNNELS_OUT: Chain = { ...NORMAL_OUT, check: "tunnels" };
const SERVICE_LOOP: Chain = { ...FORWARD_OUT, check: "service-loop" };

type Kind = End["kind"];

/** The chains before DNAT and routing, by where the packet comes from. */
export const BEFORE_ROUTING: Readonly<Record<Kind, readonly Chain[]>> = {
  process: [],
  host: [UNTRACKED_IN, PRE_DNAT],
  workload: [SOURCE_RAW, PRE_DNAT, SOURCE_ROUTING],
};

/** The chains after routing, by where the packet comes from and where it goes. */
export const AFTER_ROUTING: Readonly<Record<Kind, Readonly<Record<Kind, readonly Chain[]>>>> = {
  // Between processes the packet leaves through `lo` and comes in again (`traversalsOf`).
  process: { process: [], host: [UNTRACKED_OUT, TUNNELS_OUT, NORMAL_OUT], workload: [PROCESS_TO_WORKLOAD] },
  host: {
    process: [TUNNELS_IN, NORMAL_IN],
    host: [FORWARD_IN, FORWARD_OUT, SERVICE_LOOP],
    workload: [FORWARD_IN, WORKLOAD_IN, FORWARD_OUT, SERVICE_LOOP],
  },
  workload: {
    process: [TUNNELS_IN, WORKLOAD_TO_HOST],
    host: [FORWARD_IN, WORKLOAD_OUT, FORWARD_OUT, SERVICE_LOOP],
    workload: [FORWARD_IN, WORKLOAD_OUT, WORKLOAD_IN, FORWARD_OUT, SERVICE_LOOP],
  },
};

/** A part of a path: in through one end, out through another. */
export interface Traversal {
  readonly from: End;
  readonly to: End;
  /** Whether the destination may be translated between the chains. */
  readonly translates: boolean;
}

/** The interface of packets between local processes, as an end. */
export const LOOPBACK: End = { kind: "host", interface: LOOPBACK_NAME };

/**
 * The traversals of a path. Between local processes there are two: out of the loopback interface, and in through it again. The
 * second begins without the accepted mark (Felix clears it in raw PREROUTING), whatever let the packet out.
 */
export function traversalsOf(from: End, to: End): readonly [Traversal, Traversal?] {
  if (from.kind === "process" && to.kind === "process") {
    return [
      { from, to: LOOPBACK, translates: false },
      { from: LOOPBACK, to, translates: false },
    ];
  }
  return [{ from, to, translates: from.kind !== "process" }];
}

/** All chains of a traversal, where nothing ends it early. */
export function chainsOf({ from, to }: Traversal): readonly Chain[] {
  return [...BEFORE_ROUTING[from.kind], ...AFTER_ROUTING[from.kind][to.kind]];
}
