import type { EvaluatedPaths } from "../../../analysis/repair/repair-types.ts";
import { findRepairs, type Repairs } from "../../../analysis/repair/repairs.ts";
import { canonical } from "../../../manifest/canonical.ts";
import { validateResource } from "../../../manifest/validate.ts";
import type { Located } from "../../../model/resource.ts";
import type { Verdict } from "../../../policy/outcome.ts";
import type { World } from "../../../policy/world/compiled.ts";
import type { EndToEndAnswer, EndToEndChoice, FlowAnswer, FlowChoice } from "../../../report/outcomes/answer.ts";
import { UsageError } from "../../shell/usage.ts";
import type { Scenario } from "../open-scenario.ts";

/** The smallest edits of a scenario's resources after which `answer` gives the wanted verdict. */
export function repairsOf(
  scenario: Scenario,
  wanted: Verdict,
  answer: (scenario: Scenario) => FlowAnswer | EndToEndAnswer,
): Repairs {
  const { resources, compile } = scenario;
  const { calico } = scenario.world;
  return findRepairs({
    ...{ resources, compile, wanted },
    ask: (world) => asked(() => answer({ ...scenario, world, before: undefined })),
    isValid: (located) => isValid(located, calico),
  });
}

/** No paths where the question cannot be asked any more, as an edit took one of its ends away. */
function asked(answer: () => FlowAnswer | EndToEndAnswer): EvaluatedPaths {
  try {
    return pathsOf(answer());
  } catch (thrown) {
    if (thrown instanceof UsageError) return [];
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
