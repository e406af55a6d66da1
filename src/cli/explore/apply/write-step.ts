import type { Diagnostic } from "../../../model/diagnostic.ts";
import type { Located, Resource } from "../../../model/resource.ts";
import { resourceId } from "../../../model/resource.ts";
import type { WriteOutcome } from "../../resources/output/write-results.ts";
import type { ResourceRef } from "../../resources/targets.ts";
import { type Deleted, deleteOne, deleteProblem } from "../../resources/writing/delete-all.ts";
import type { WriteBatch } from "../../resources/writing/guarded-batch.ts";
import { writeOne } from "../../resources/writing/write-manifests.ts";
import { writeProblem } from "../../resources/writing/write-report.ts";

/** One write that the edits of a page ask for, on top of the revision that was read; `name` is for people. */
export type WriteStep =
  | { readonly kind: "create"; readonly name: string; readonly located: Located }
  /** The resource has the resourceVersion that it must have. */
  | { readonly kind: "change"; readonly name: string; readonly located: Located; readonly before: Resource }
  | { readonly kind: "delete"; readonly name: string; readonly target: ResourceRef; readonly before: Resource };

/** What became of a step. */
export type StepOutcome = WriteOutcome | Deleted;

/**
 * The writes as a batch, one after the other. Each is a compare-and-swap: a resource is created only where there is none,
 * replaced and deleted only at its revision. Where one is refused no further one is started.
 */
export function stepBatch(steps: readonly WriteStep[]): WriteBatch<WriteStep, StepOutcome> {
  let isRefused = false;
  return {
    items: steps,
    idOf: (step) => (step.kind === "delete" ? step.target.id : resourceId(step.located.resource)),
    located: (step) => (step.kind === "delete" ? undefined : step.located),
    write: async (step, store) => {
      const outcome =
        step.kind === "delete"
          ? await deleteOne(step.target, store)
          : await writeOne(step.kind === "create" ? "create" : "replace", step.located, store);
      isRefused ||= stepProblem(step, outcome) !== undefined;
      return outcome;
    },
    key: ({ name }) => name,
    alone: () => () => true,
    stopped: () => isRefused,
    done: "written",
  };
}

/** Why a step was not done, as the command of the same write says it; `undefined` where it was. */
export function stepProblem(step: WriteStep, outcome: StepOutcome): Diagnostic | undefined {
  if (step.kind !== "delete") return outcome.kind === "deleted" ? undefined : writeProblem(outcome, step.located);
  switch (outcome.kind) {
    case "not-found":
    case "conflict":
    case "refused":
      return deleteProblem(outcome, step.target);
    default:
      return undefined;
  }
}
