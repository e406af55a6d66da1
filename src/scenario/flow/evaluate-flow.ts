import type { NodeFacts } from "../../model/flow.ts";
import { establishedConnectionsHint } from "../../policy/end-to-end/established-connections.ts";
import { type ChosenOutcome, simulateEveryChoice, targetName } from "../../policy/flow/every-choice.ts";
import type { Outcome } from "../../policy/outcome.ts";
import { type SimulateOptions, simulate } from "../../policy/simulate.ts";
import type { FlowAnswer, FlowChoice } from "../../report/outcomes/answer.ts";
import { leastAllowed, unmetChoices } from "../../report/outcomes/choices.ts";
import { unmetExpectation } from "../../report/outcomes/expectation.ts";
import type { Scenario } from "../scenario.ts";
import type { FlowToEvaluate } from "./flow-to-evaluate.ts";

/**
 * Evaluates one flow and compares it with its expectation, once for each target that its node may choose. Findings about the
 * flow have their place. With `before`, the World without the proposed manifests, there is a hint about connections that
 * outlive the change.
 */
export function answerFlow(
  scenario: Pick<Scenario, "world" | "before">,
  { flow, facts, inferred, place }: FlowToEvaluate,
  options: SimulateOptions = {},
): FlowAnswer {
  const { choices: outcomes, targets } = simulateEveryChoice(scenario.world, facts, flow, options);
  const unread =
    targets > outcomes.length ? [`only the first ${outcomes.length} of ${targets} targets were evaluated`] : [];
  const choices = outcomes.map((chosen): FlowChoice => {
    const { flow: complete, outcome } = chosen;
    const hints = hintsOf(scenario, chosen);
    const diagnostics = outcome.diagnostics.map((diagnostic) =>
      place === undefined ? diagnostic : { ...diagnostic, span: place.span(diagnostic.path ?? "") },
    );
    const assumptions = [...inferred, ...unread, ...outcome.assumptions];
    // With `to` filled in, so that the answer shows where the packet was taken to go.
    const whole = { ...outcome, hints, diagnostics, assumptions };
    return { name: `to ${targetName(outcome)}`, flow: complete, node: facts.node, outcome: whole };
  });
  const { expect } = flow;
  const { name: _, ...decisive } =
    choices.find(({ outcome }) => unmetExpectation(expect, outcome)) ?? leastAllowed(choices);
  const isOne = choices.length === 1;
  const unmet = isOne ? unmetExpectation(expect, decisive.outcome) : unmetChoices(expect, choices, unread.length === 0);
  return { ...decisive, ...(unmet !== undefined && { unmet }), ...(!isOne && { choices }) };
}

function hintsOf(
  { world, before }: Pick<Scenario, "world" | "before">,
  { flow, facts, outcome }: ChosenOutcome,
): Outcome["hints"] {
  const evaluated = (compiled: Scenario["world"], of: NodeFacts, established: boolean) =>
    simulate(compiled, of, established ? { ...flow, conntrack: "established" } : flow);
  const outlive =
    before &&
    establishedConnectionsHint(flow, outcome, {
      before: () => evaluated(before(), facts, false),
      established: () => evaluated(world, facts, true),
    });
  return outlive === undefined ? outcome.hints : [...outcome.hints, outlive];
}
