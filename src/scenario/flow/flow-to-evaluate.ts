import type { Span } from "../../model/diagnostic.ts";
import type { EndToEndFlow, Flow, NodeFacts } from "../../model/flow.ts";
import type { Facts } from "../node-facts.ts";

/** A flow that is ready for evaluation: with the facts of the node it enters, and what was inferred to complete it. */
export interface FlowToEvaluate {
  readonly flow: Flow;
  readonly facts: NodeFacts;
  /** Assumptions, in words. */
  readonly inferred: readonly string[];
  /** Where it stands, if it comes from a flow file. */
  readonly place?: FlowPlace;
}

/** A flow of a file from end to end, and what the file says of its node. */
export interface EndToEndFlowToEvaluate {
  readonly endToEnd: EndToEndFlow;
  /** The node that the file, or `--node`, names. */
  readonly node: string | undefined;
  readonly facts: Facts;
}

/** A flow's place in its file. */
export interface FlowPlace {
  /** Its number in the file, from 1. */
  readonly number: number;
  /** The place of one of its fields; for `""`, of the flow itself. */
  readonly span: (path: string) => Span;
}
