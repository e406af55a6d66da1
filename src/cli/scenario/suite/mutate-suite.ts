import { mutantsOf } from "../../../analysis/mutation/mutants.ts";
import {
  type CheckAnswer,
  type MutationResult,
  runMutants,
  type SuiteCheck,
} from "../../../analysis/mutation/run-mutants.ts";
import type { Budget } from "../../../analysis/sets/budget.ts";
import type { World } from "../../../policy/world/compiled.ts";
import { proofName } from "../../../report/flow-tests/proof-text.ts";
import { fileAndLine } from "../../../report/place-text.ts";
import { factsOfNodes } from "../../../scenario/all-node-facts.ts";
import { answerFileFlow } from "../../../scenario/flow-files/file-answer.ts";
import { type FileProofs, proveFile } from "../../../scenario/flow-files/file-proofs.ts";
import { flowsOfFile } from "../../../scenario/flow-files/flow-file-flows.ts";
import type { FlowSource } from "../../../scenario/flow-files/flow-tests.ts";
import type { Scenario } from "../../../scenario/scenario.ts";
import { readFlowFile } from "../../../traffic/flow-file.ts";

/** The node of flow files that name none, and the namespace of objects that are named without one. */
interface SuiteOptions {
  readonly node: string | undefined;
  readonly namespace: string | undefined;
}

/** What the flows and assertions of files, all of which have passed, notice of the mutants of a scenario's policy. */
export function mutateSuite(scenario: Scenario, sources: readonly FlowSource[], options: SuiteOptions): MutationResult {
  const { world, resources, compile } = scenario;
  return runMutants(mutantsOf(world, resources), {
    ...{ world, resources, compile },
    suite: sources.flatMap((source) => suiteChecks(scenario, source, options)),
    facts: factsOfNodes(scenario),
  });
}

function suiteChecks(
  scenario: Scenario,
  { source }: FlowSource,
  { node, namespace }: SuiteOptions,
): readonly SuiteCheck[] {
  const read = source && readFlowFile(source);
  if (read?.file === undefined) return [];
  const { file, locate, locateAssertion } = read;
  const { flows } = flowsOfFile(scenario, file, locate, node);
  const prove = (world: World, budget: Budget) =>
    proveFile({ ...scenario, world }, file, locateAssertion, { node, outcomes: false, budget });
  const hasAssertions = (file.forbid ?? file.permit) !== undefined;
  const assertions: readonly SuiteCheck[] = hasAssertions
    ? [{ holds: (world, budget) => answerOf(prove(world, budget)) }]
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
    const holds = (world: World): CheckAnswer => ({ is: isMet(world) ? "met" : "failed" });
    return [{ outcomes: choices?.map((one) => one.outcome) ?? [outcome], holds }];
  });
  return [...ofFlows, ...assertions];
}

/** Whether all assertions of a file are proved; one that is not is named. */
function answerOf({ proofs, problems }: FileProofs): CheckAnswer {
  if (problems.length > 0 || proofs.some(({ result }) => result === "failed")) return { is: "failed" };
  const open = proofs.filter(({ result }) => result === "not-proved");
  if (open.length === 0) return { is: "met" };
  const names = open.map((proof) => `${proofName(proof)} (${fileAndLine(proof.span)})`).join(", ");
  return { is: "not-proved", why: `whether ${names} would notice it: ${open[0]?.why ?? ""}` };
}

function isEvaluated({ decidedBy }: { readonly decidedBy: { readonly kind: string } }): boolean {
  return decidedBy.kind !== "not-evaluated";
}
