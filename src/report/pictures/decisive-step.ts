import { ownerName } from "../../policy/names.ts";
import type { DecidedBy, Step } from "../../policy/outcome.ts";

/** The step that shows what decided a verdict; -1 where no step does. */
export function decisiveStep(steps: readonly Step[], by: DecidedBy): number {
  return steps.findLastIndex((step) => isOf(step, by));
}

function isOf(step: Step, by: DecidedBy): boolean {
  if ("stage" in step && "stage" in by && (step.stage !== by.stage || step.direction !== by.direction)) return false;
  switch (by.kind) {
    case "rule":
      return step.kind === "rule-matched" && step.rule === by.rule && ownerName(step) === ownerName(by);
    case "failsafe":
      return step.kind === "failsafe" && step.hit;
    case "missing-profile":
      return step.kind === "profile-missing" && step.profile === by.profile;
    default:
      return step.kind === by.kind;
  }
}
