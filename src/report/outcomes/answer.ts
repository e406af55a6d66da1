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
}

/** The answer for a packet from end to end; its flow and node are those of the first node. */
export interface EndToEndAnswer extends FlowAnswer {
  readonly outcome: EndToEndPath;
  readonly isEndToEnd: true;
}
