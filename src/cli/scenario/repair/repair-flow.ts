import { type RankedRepair, rankedRepairs } from "../../../analysis/repair/ranked-repairs.ts";
import type { EvaluatedPaths } from "../../../analysis/repair/repair-types.ts";
import { findRepairs, type Repairs } from "../../../analysis/repair/repairs.ts";
import { canonical } from "../../../manifest/canonical.ts";
import { validateResource } from "../../../manifest/validate.ts";
import type { NodeFacts } from "../../../model/flow.ts";
import type { Located } from "../../../model/resource.ts";
import type { Verdict } from "../../../policy/outcome.ts";
import type { SimulateOptions } from "../../../policy/simulate.ts";
import type { World } from "../../../policy/world/compiled.ts";
import type { EndToEndAnswer, EndToEndChoice, FlowAnswer, FlowChoice } from "../../../report/outcomes/answer.ts";
import { factsOfNodes } from "../../../scenario/all-node-facts.ts";
import { factsOfNode } from "../../../scenario/node-facts.ts";
import { RequestError } from "../../../scenario/request-error.ts";
import type { Scenario } from "../../../scenario/scenario.ts";

/** Repairs of a flow, ranked. */
export interface FoundRepairs extends Pick<Repairs, "met" | "isCut"> {
  readonly repairs: readonly RankedRepair[];
}

/**
 * The smallest edits of a scenario's resources after which `answer` gives the wanted verdict, ranked by what else they change;
 * `stated` is what the question states of a node.
 */
export function repairsOf(
  scenario: Scenario,
  wanted: Verdict,
  answer: (scenario: Scenario, options: SimulateOptions) => FlowAnswer | EndToEndAnswer,
  { node, ...stated }: NodeFacts,
): FoundRepairs {
  const { resources, compile } = scenario;
  const { calico } = scenario.world;
  const {
    met,
    isCut,
    repairs,
    world: start,
  } = findRepairs({
    ...{ resources, compile, wanted },
    ask: (world, trace) => evaluated(() => answer({ ...scenario, world, before: undefined }, { trace })),
    isValid: (located) => isValid(located, calico),
  });
  const facts = factsOfNodes(scenario).map((one) =>
    one.node === node ? factsOfNode(scenario.saved, node, stated) : one,
  );
  return { met, isCut, repairs: rankedRepairs(repairs, start, facts) };
}

/** No paths where the question cannot be asked any more, as an edit took one of its ends away. */
function evaluated(answer: () => FlowAnswer | EndToEndAnswer): EvaluatedPaths {
  try {
    return pathsOf(answer());
  } catch (thrown) {
    if (thrown instanceof RequestError) return [];
    throw thrown;
  }
}

/** The packet on each node, for each choice that the question leaves open. */
function pathsOf(answer: FlowAnswer | EndToEndAnswer): EvaluatedPaths {
  const choices: readonly (FlowChoice | EndToEndChoice | FlowAnswer | EndToEndAnswer)[] = answer.choices ?? [answer];
  return choices.map(({ flow, outcome }) => ("hops" in outcome ? outcome.hops : [{ flow, outcome }]));
}

/** Whether calicoctl would write the resource. */
export function isValid({ resource }: Located, calico: World["calico"]): boolean {
  const read = canonical(resource.kind, resource, calico);
  const problems = validateResource(read.resource, read.problems, { calico, purpose: "apply" });
  return problems.every(({ severity }) => severity === "warning");
}
