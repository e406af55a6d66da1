import { goYaml } from "../../../manifest/yaml/writer/go-yaml.ts";
import type { Resource } from "../../../model/resource.ts";
import { deleteCommand, writeCommand } from "../../../scenario/edits/edit-commands.ts";
import { withoutStoreFields } from "../../../web/engine/editing/manifest-list.ts";
import type { ItemState } from "../../resources/writing/write-batch.ts";
import { withoutLastApplied } from "../../snapshot/cut-object.ts";
import { type StepOutcome, stepProblem, type WriteStep } from "./write-step.ts";

/** The commands that take back the steps that were done: the last first, each to what was stored before. */
export function takeBackCommands(
  steps: readonly WriteStep[],
  states: readonly (ItemState<StepOutcome> | undefined)[],
): readonly string[] {
  return steps
    .flatMap((step, at) => {
      const state = states[at];
      if (state?.kind !== "done" || stepProblem(step, state.result) !== undefined) return [];
      if (step.kind === "create") return [deleteCommand(step.located.resource)];
      return [writeCommand(step.kind === "delete" ? "create" : "apply", yamlOf(step.before))];
    })
    .reverse();
}

function yamlOf(resource: Resource): string {
  return goYaml(withoutStoreFields(withoutLastApplied(resource)));
}
