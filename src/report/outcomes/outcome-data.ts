import type { Span } from "../../model/diagnostic.ts";
import type { DecidedBy, Step } from "../../policy/outcome.ts";
import { fileAndLine } from "../place-text.ts";
import type { FlowAnswer } from "./answer.ts";
import { commonVerdict } from "./choices.ts";
import { decidedByText, stepText } from "./step-text.ts";

/** One answer as data (`schemas/simulate/outcome.schema.json`); the verdict is `differs` where not all choices have the same. */
export function answerData(answer: FlowAnswer): Record<string, unknown> {
  const { choices } = answer;
  if (choices === undefined) return outcomeData(answer);
  return {
    ...outcomeData(answer),
    verdict: commonVerdict(choices),
    choices: choices.map((choice) => ({ choice: choice.name, ...outcomeData(choice) })),
  };
}

/** An outcome as data, each step with its text beside it. */
export function outcomeData({ flow, node, outcome, unmet }: FlowAnswer): Record<string, unknown> {
  const { steps, returnSteps, decidedBy, returnDecidedBy, verdict, ...rest } = outcome;
  return {
    ...(flow.name !== undefined && { name: flow.name }),
    node,
    flow,
    // A flow that could not be evaluated has no verdict: the diagnostics say why.
    verdict: decidedBy.kind === "not-evaluated" ? "unknown" : verdict,
    ...(rest.return !== undefined && { return: rest.return }),
    decidedBy: decidedByData(decidedBy),
    ...(returnDecidedBy && { returnDecidedBy: decidedByData(returnDecidedBy) }),
    ...(rest.dropStage && { dropStage: rest.dropStage }),
    ...(rest.returnDropStage && { returnDropStage: rest.returnDropStage }),
    steps: steps.map(step),
    ...(returnSteps && { returnSteps: returnSteps.map(step) }),
    assumptions: rest.assumptions,
    hints: rest.hints,
    diagnostics: rest.diagnostics,
    ...(flow.expect !== undefined && { expectation: unmet === undefined ? "met" : unmet }),
  };
}

/** What decided, as data: its fields, the same as text, and its place. */
export function decidedByData(by: DecidedBy): Record<string, unknown> {
  const { span, ...fields } = by as DecidedBy & { readonly span?: Span };
  return { ...fields, text: decidedByText(by), ...(span && { place: fileAndLine(span) }) };
}

function step(one: Step): Record<string, unknown> {
  const { span, ...fields } = one as Step & { readonly span?: Span };
  const { result, why } = stepText(one);
  return { ...fields, result, why, ...(span && { place: fileAndLine(span) }) };
}
