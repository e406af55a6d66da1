import type { Flow } from "../../model/flow.ts";
import { printable } from "../../model/printable.ts";
import type { Outcome } from "../../policy/outcome.ts";
import type { Style } from "../style.ts";
import type { FlowAnswer } from "./answer.ts";
import { choicesText } from "./choices-text.ts";
import { endsText, outcomeText, packetText } from "./outcome-text.ts";
import { decidedByText } from "./step-text.ts";

/** An answer of one node for people; where the node chooses among targets, that of each. */
export function answerText(answer: FlowAnswer, style: Style, allSteps = false): string {
  const { choices, flow, node, outcome } = answer;
  if (choices === undefined) return outcomeText(answer, style, allSteps);
  const name = flow.name === undefined ? "" : `${printable(flow.name)}: `;
  return choicesText(choices, {
    heading: `${name}${packetText(flow)}, ${endsText(flow, node, outcome.steps)}`,
    isOfBackends: true,
    reason: (choice) => reasonText(choice.outcome),
    path: (choice) => outcomeText({ ...choice, flow: withoutName(choice.flow) }, style, allSteps),
    ...{ style, allSteps },
  });
}

/** What decided a choice: its reply, where that is what is dropped. */
export function reasonText({ decidedBy, return: reply, returnDecidedBy }: Outcome): string {
  return decidedByText(reply === "deny" && returnDecidedBy ? returnDecidedBy : decidedBy);
}

function withoutName({ name: _, ...flow }: Flow): Flow {
  return flow;
}
