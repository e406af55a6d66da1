import { mutantsOf } from "../../../src/analysis/mutation/mutants.ts";
import { type MutationResult, runMutants, type SuiteCheck } from "../../../src/analysis/mutation/run-mutants.ts";
import type { Budget } from "../../../src/analysis/sets/budget.ts";
import type { Flow } from "../../../src/model/flow.ts";
import { calicoVersionRules } from "../../../src/model/kinds/version.ts";
import type { Resource } from "../../../src/model/resource.ts";
import { CompileMemo } from "../../../src/policy/compile-memo.ts";
import type { Outcome } from "../../../src/policy/outcome.ts";
import { simulate } from "../../../src/policy/simulate.ts";
import type { World } from "../../../src/policy/world/compiled.ts";
import { world } from "../../../src/policy/world/world.ts";
import { FACTS, unlocated } from "../../policy/support.ts";

const calico = calicoVersionRules("v3.7");

/** What else a run of mutants is given. */
export interface RunWith {
  readonly budget?: Budget;
  /** Checks beside the flows. */
  readonly assertions?: readonly SuiteCheck[];
}

/** The mutants of resources, run with a suite that expects of these flows what becomes of them. */
export function mutated(
  resources: readonly Resource[],
  flows: readonly Flow[],
  { budget, assertions = [] }: RunWith = {},
): MutationResult {
  if (calico === undefined) throw new Error("v3.7 is a version");
  const located = resources.map(unlocated);
  const memo = new CompileMemo();
  const compile = (of: typeof located) => world(of, { calico, memo }).world;
  const original = compile(located);
  const ofFlows = flows.map((flow): SuiteCheck => {
    const outcome = evaluated(original, flow);
    const holds: SuiteCheck["holds"] = (after) => {
      return { is: evaluated(after, flow).verdict === outcome.verdict ? "met" : "failed" };
    };
    return { outcomes: [outcome], holds };
  });
  return runMutants(mutantsOf(original, located), {
    ...{ resources: located, world: original, compile: (of) => compile([...of]) },
    suite: [...ofFlows, ...assertions],
    ...{ facts: [FACTS], ...(budget && { budget }) },
  });
}

/** What becomes of a flow on the usual node. */
export const evaluated = (of: World, flow: Flow): Outcome => simulate(of, FACTS, flow);
