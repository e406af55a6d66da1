import { isMet } from "../../../src/analysis/repair/repair-scene.ts";
import type { EvaluatedPaths } from "../../../src/analysis/repair/repair-types.ts";
import { findRepairs } from "../../../src/analysis/repair/repairs.ts";
import { isValid } from "../../../src/cli/scenario/repair/repair-flow.ts";
import type { Flow } from "../../../src/model/flow.ts";
import { type CalicoVersion, calicoVersionRules } from "../../../src/model/kinds/version.ts";
import type { Located, Resource } from "../../../src/model/resource.ts";
import { CompileMemo } from "../../../src/policy/compile-memo.ts";
import { simulateEveryChoice } from "../../../src/policy/flow/every-choice.ts";
import type { Verdict } from "../../../src/policy/outcome.ts";
import type { World } from "../../../src/policy/world/compiled.ts";
import { world } from "../../../src/policy/world/world.ts";
import { FACTS, unlocated } from "../../policy/support.ts";

/** A flow that is to have another verdict. */
export interface Setting {
  readonly resources: readonly Resource[];
  readonly flow: Flow;
  readonly wanted: Verdict;
  readonly version?: CalicoVersion;
  readonly facts?: typeof FACTS;
}

export function rulesOf(version: CalicoVersion = "v3.7") {
  const calico = calicoVersionRules(version);
  if (calico === undefined) throw new Error(`no version ${version}`);
  return calico;
}

function asking({ flow, facts = FACTS }: Setting) {
  return (compiled: World, trace: true | "matches" = true): EvaluatedPaths =>
    simulateEveryChoice(compiled, facts, flow, { trace }).choices.map((choice) => [choice]);
}

/** Its repairs; `asked` hears of the trace of each question. */
export function repairsOf(setting: Setting, asked?: (trace: true | "matches") => void): ReturnType<typeof findRepairs> {
  const calico = rulesOf(setting.version);
  const memo = new CompileMemo();
  return findRepairs({
    resources: setting.resources.map(unlocated),
    compile: (all) => world(all, { calico, memo }).world,
    ask: (compiled, trace) => {
      asked?.(trace);
      return asking(setting)(compiled, trace);
    },
    wanted: setting.wanted,
    isValid: (located) => isValid(located, calico),
  });
}

/** Whether the flow ends as wanted on these resources, compiled from nothing. */
export function flips(setting: Setting, resources: readonly Located[]): boolean {
  return isMet(asking(setting)(world(resources, { calico: rulesOf(setting.version) }).world), setting.wanted);
}
