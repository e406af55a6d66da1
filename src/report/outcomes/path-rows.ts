import type { Hint, Step } from "../../policy/outcome.ts";
import { fileAndLine } from "../place-text.ts";
import { type Fold, foldedSteps } from "./outcome-folds.ts";
import { stepText, stepWords } from "./step-text.ts";

/** A row of a path: a step, or several policies that do not apply, counted. */
export interface PathRow {
  /** The stage, or what happens outside of the stages: `pre-DNAT`, `DNAT`, `kube-proxy`. */
  readonly stage: string;
  /** The policy, profile or tier, or what else it is about; empty where there is none. */
  readonly subject: string;
  readonly result: string;
  readonly why: string;
  /** `file:line`; absent where it comes from no file. */
  readonly place?: string;
  readonly hints: readonly Hint[];
  /** The step; of policies that are counted, the last one. */
  readonly step: Step;
}

/**
 * The rows of a path, with the hints about each. Of many policies in a stage that do not apply a few have rows and the
 * others are counted, unless `allSteps`.
 */
export function pathRows(steps: readonly Step[], hints: readonly Hint[], allSteps = false): readonly PathRow[] {
  const folded = allSteps ? new Map<number, Fold>() : foldedSteps(steps, new Set(hints.map(({ step }) => step)));
  return steps.flatMap((step, i): PathRow[] => {
    const fold = folded.get(i);
    if (fold !== undefined) {
      if (fold.last !== i) return [];
      const counted = { subject: `(${fold.count} more)`, result: "not applied", why: fold.why };
      return [{ stage: stepWords(step).stage, ...counted, hints: [], step }];
    }
    const { span, ...words } = stepText(step);
    const about = hints.filter((one) => one.step === i);
    return [{ ...words, ...(span && { place: fileAndLine(span) }), hints: about, step }];
  });
}
