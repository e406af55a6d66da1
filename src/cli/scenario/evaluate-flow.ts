import { establishedConnectionsHint } from "../../policy/end-to-end/established-connections.ts";
import { simulateEveryRoute } from "../../policy/flow/every-route.ts";
import { simulate } from "../../policy/simulate.ts";
import type { FlowAnswer } from "../../report/outcomes/answer.ts";
import { unmetExpectation } from "../../report/outcomes/expectation.ts";
import type { FlowToEvaluate } from "./flow-to-evaluate.ts";
import type { Scenario } from "./open-scenario.ts";

/**
 * Evaluates one flow and compares it with its expectation. Findings about the flow have their place. With `before`, the
 * World without the proposed manifests, there is a hint about connections that outlive the change.
 */
export function answerFlow(
  { world, before }: Pick<Scenario, "world" | "before">,
  { flow, facts, inferred, place }: FlowToEvaluate,
): FlowAnswer {
  // With `to` filled in, so that the answer shows where the packet was taken to go.
  const { flow: complete, outcome } = simulateEveryRoute(world, facts, flow);
  const diagnostics = outcome.diagnostics.map((diagnostic) =>
    place === undefined ? diagnostic : { ...diagnostic, span: place.span(diagnostic.path ?? "") },
  );
  const outlive =
    before &&
    establishedConnectionsHint(complete, outcome, {
      before: () => simulate(before(), facts, complete),
      established: () => simulate(world, facts, { ...complete, conntrack: "established" }),
    });
  const hints = outlive === undefined ? outcome.hints : [...outcome.hints, outlive];
  const whole = { ...outcome, hints, diagnostics, assumptions: [...inferred, ...outcome.assumptions] };
  const unmet = unmetExpectation(flow.expect, whole);
  return { flow: complete, node: facts.node, outcome: whole, ...(unmet !== undefined && { unmet }) };
}
