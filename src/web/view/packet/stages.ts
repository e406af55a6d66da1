import type { PathHop, PathStep } from "../../engine/answers/packet-answer.ts";

/** The steps of one stage that follow each other. */
export interface Stage {
  /** The index of its first step. */
  readonly first: number;
  readonly name: string;
  /** The endpoint whose policies are evaluated, in words; empty where it is none. */
  readonly about: string;
  readonly steps: readonly PathStep[];
  /** What becomes of the packet there, as far as a step says it. */
  readonly result: "allow" | "deny" | "passed" | "unreached";
}

/** The steps by their stages. */
export function stagesOf(steps: readonly PathStep[]): readonly Stage[] {
  const stages: Stage[] = [];
  for (const [first, step] of steps.entries()) {
    const last = stages.at(-1);
    const isHead = step.kind === "stage";
    if (isHead && last?.name === step.stage && last.about === "") {
      // Failsafe ports come before the policies of their stage, and its head after them.
      stages[stages.length - 1] = { ...last, about: step.why };
    } else if (last === undefined || isHead || last.name !== step.stage) {
      const own = isHead ? [] : [step];
      stages.push({ first, name: step.stage, about: isHead ? step.why : "", steps: own, result: resultOf(own) });
    } else {
      const all = [...last.steps, step];
      stages[stages.length - 1] = { ...last, steps: all, result: resultOf(all) };
    }
  }
  return stages;
}

function resultOf(steps: readonly PathStep[]): Stage["result"] {
  if (steps.some(({ kind }) => kind === "not-reached")) return "unreached";
  const last = steps.findLast(({ result }) => result === "allow" || result === "deny" || result === "hit");
  if (last === undefined) return "passed";
  return last.result === "deny" ? "deny" : "allow";
}

/** The step that decided: the last one with the verdict. */
export function decisiveStep(steps: readonly PathStep[], verdict: PathHop["verdict"]): PathStep | undefined {
  return steps.findLast(({ result }) => result === verdict || (verdict === "allow" && result === "hit"));
}

/** Whether a step only says that a policy does not apply. */
export function isSkipped({ kind }: PathStep): boolean {
  return kind === "policy-skipped";
}
