import { printable } from "../../../src/model/printable.ts";
import type { Outcome } from "../../../src/policy/outcome.ts";
import type { EndToEndAnswer, FlowAnswer } from "../../../src/report/outcomes/answer.ts";
import { decidedByText, stepText } from "../../../src/report/outcomes/step-text.ts";
import { fileAndLine } from "../../../src/report/place-text.ts";

/** All that the text of an answer says, each of which every picture of it must have. */
export function sentencesOf(answer: FlowAnswer | EndToEndAnswer): readonly string[] {
  const outcomes = (answer.choices ?? [answer]).map(({ outcome }) => outcome);
  const choices = (answer.choices ?? []).map(({ name }) => name);
  const all = [...choices, answer.unmet ?? "", answer.flow.name ?? "", ...outcomes.flatMap(ofOutcome)];
  return all.map((text) => printable(text).replaceAll(/\s+/g, " ").trim()).filter((text) => text !== "");
}

function ofOutcome({
  steps,
  returnSteps = [],
  hints,
  assumptions,
  diagnostics,
  decidedBy,
}: Outcome): readonly string[] {
  const isKnown = decidedBy.kind !== "not-evaluated";
  return [
    decidedByText(decidedBy),
    ...(isKnown ? assumptions : []),
    ...diagnostics.flatMap(({ message, help = "" }) => [message, help]),
    ...hints.flatMap(({ message, help }) => [message, help]),
    ...[...steps, ...returnSteps].flatMap((step) => {
      const { stage, subject, result, why, span } = stepText(step);
      if (step.kind === "not-reached") return [stage, "not reached"];
      return [stage, subject, result, why, span === undefined ? "" : fileAndLine(span)];
    }),
  ];
}
