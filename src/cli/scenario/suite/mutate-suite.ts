import { mutantsOf } from "../../../analysis/mutation/mutants.ts";
import { type MutationResult, runMutants, type SuiteCheck } from "../../../analysis/mutation/run-mutants.ts";
import { SharedBudget } from "../../../analysis/sets/budget.ts";
import type { World } from "../../../policy/world/compiled.ts";
import { readFlowFile } from "../../../traffic/flow-file.ts";
import { answerFileFlow } from "../flow-files/file-answer.ts";
import { type ProofOptions, proveFile } from "../flow-files/file-proofs.ts";
import { flowsOfFile } from "../flow-files/flow-file-flows.ts";
import type { FlowSource } from "../flow-files/flow-tests.ts";
import type { Scenario } from "../open-scenario.ts";
import { factsOfNodes } from "./all-node-facts.ts";

/** The node of flow files that name none, and the namespace of objects that are named without one. */
interface SuiteOptions {
  readonly node: string | undefined;
  readonly namespace: string | undefined;
}

/** What the flows and assertions of files, all of which have passed, notice of the mutants of a scenario's policy. */
export function mutateSuite(scenario: Scenario, sources: readonly FlowSource[], options: SuiteOptions): MutationResult {
  const { world, resources, compile } = scenario;
  const facts = factsOfNodes(scenario);
  const budget = new SharedBudget();
  return runMutants(mutantsOf(world, resources), {
    ...{ world, resources, compile },
    suite: sources.flatMap((source) => suiteChecks(scenario, source, { ...options, budget })),
    ...{ facts, budget },
  });
}

function suiteChecks(
  scenario: Scenario,
  { source }: FlowSource,
  { node, namespace, budget }: SuiteOptions & Pick<ProofOptions, "budget">,
): readonly SuiteCheck[] {
  const read = source && readFlowFile(source);
  if (read?.file === undefined) return [];
  const { file, locate, locateAssertion } = read;
  const { flows } = flowsOfFile(scenario, file, locate, node);
  const proofs = (world: World) =>
    proveFile({ ...scenario, world }, file, locateAssertion, { node, outcomes: false, ...(budget && { budget }) });
  const hasAssertions = (file.forbid ?? file.permit) !== undefined;
  const assertions: readonly SuiteCheck[] = hasAssertions
    ? [{ isMet: (world) => proofs(world).proofs.every(({ result }) => result !== "failed") }]
    : [];
  const ofFlows = flows.flatMap((flow): SuiteCheck[] => {
    const answer = (world: World) => answerFileFlow({ ...scenario, world, before: undefined }, flow, namespace);
    const isMet = (world: World): boolean => {
      const answered = answer(world);
      return answered.ok && answered.answer.unmet === undefined && isEvaluated(answered.answer.outcome);
    };
    const now = answer(scenario.world);
    if (!now.ok || ("endToEnd" in flow ? flow.endToEnd : flow.flow).expect === undefined) return [];
    const { choices, outcome } = now.answer;
    return [{ outcomes: choices?.map((one) => one.outcome) ?? [outcome], isMet }];
  });
  return [...ofFlows, ...assertions];
}

function isEvaluated({ decidedBy }: { readonly decidedBy: { readonly kind: string } }): boolean {
  return decidedBy.kind !== "not-evaluated";
}
