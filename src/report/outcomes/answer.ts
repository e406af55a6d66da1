import type { Flow } from "../../model/flow.ts";
import type { EndToEndPath } from "../../policy/end-to-end/path-types.ts";
import type { Outcome } from "../../policy/outcome.ts";

/** A flow, the node it entered, and its outcome. */
export interface FlowAnswer {
  readonly flow: Flow;
  readonly node: string;
  readonly outcome: Outcome;
  /** Why the flow's expectation is not met; absent where it is, or where there is none. */
  readonly unmet?: string;
  /**
   * Each choice of what the question leaves open, at least two; the answer is that of the first that does not meet the
   * expectation, else of the one that allows least.
   */
  readonly choices?: readonly FlowChoice[];
}

/** One of several things that a question leaves open: which backend a node chooses. */
export interface FlowChoice {
  /** What was chosen, as text: `to pod shop/web-1`. */
  readonly name: string;
  readonly flow: Flow;
  readonly node: string;
  readonly outcome: Outcome;
}

/** One of several things that an end-to-end question leaves open: also which pod a Deployment means. */
export interface EndToEndChoice extends FlowChoice {
  /** Its ends in Kubernetes' words, where they are given so. */
  readonly from?: string;
  readonly to?: string;
  /** What of a Service its destination is: `NodePort of svc/shop/web`. */
  readonly service?: string;
  readonly outcome: EndToEndPath;
}

/**
 * The answer for a packet from end to end; its flow and node are those of the first node. Where the question leaves
 * something open, `choices` has each, and the answer is that of the first that does not meet the expectation, else of the one
 * that allows least.
 */
export interface EndToEndAnswer extends FlowAnswer {
  readonly outcome: EndToEndPath;
  readonly isEndToEnd: true;
  /** The ends in Kubernetes' words, where they are given so: `svc/shop/web`. */
  readonly from?: string;
  readonly to?: string;
  /** What of a Service its destination is: `NodePort of svc/shop/web`. */
  readonly service?: string;
  /** At least two. */
  readonly choices?: readonly EndToEndChoice[];
  /** Whether they differ only in the targets that nodes choose. */
  readonly isOfBackends?: boolean;
}
