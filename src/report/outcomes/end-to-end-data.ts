import type { EndToEndAnswer, FlowAnswer } from "./answer.ts";
import { commonVerdict } from "./choices.ts";
import { outcomeData } from "./outcome-data.ts";

/**
 * An end-to-end answer as data: like any other answer, with those of its nodes in `legs`. Where the question leaves
 * something open, `choices` has each; the verdict is `differs` where they do not have the same.
 */
export function endToEndData(answer: EndToEndAnswer): Record<string, unknown> {
  const { choices, outcome, from = outcome.from.name, to = outcome.to.name, service } = answer;
  return {
    ...{ from, to },
    ...(service !== undefined && { service }),
    ...pathData(answer),
    ...(choices && {
      verdict: commonVerdict(choices),
      choices: choices.map((choice) => ({
        choice: choice.name,
        ...{ from: choice.outcome.from.name, to: choice.outcome.to.name },
        ...pathData(choice),
      })),
    }),
  };
}

function pathData(answer: FlowAnswer & Pick<EndToEndAnswer, "outcome">): Record<string, unknown> {
  const { hops, diesAt, returnDiesAt } = answer.outcome;
  const at = (leg: number): Record<string, unknown> => ({ leg, node: hops[leg]?.node });
  return {
    ...outcomeData(answer),
    ...(diesAt !== undefined && { diesAt: at(diesAt) }),
    ...(returnDiesAt !== undefined && { returnDiesAt: at(returnDiesAt) }),
    legs: hops.map((hop) => ({
      ...outcomeData(hop),
      ...(hop.tunnel !== undefined && { tunnel: hop.tunnel }),
      ...(hop.sourceNat !== undefined && { sourceNat: hop.sourceNat }),
    })),
  };
}
