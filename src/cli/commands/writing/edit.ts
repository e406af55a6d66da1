import { editResource } from "../../edit/edit-resource.ts";
import { type GuardOptions, guardOptions } from "../../guard/guard-options.ts";
import { chooseResources } from "../../resources/choice.ts";
import type { DryRun } from "../../resources/writing/dry-run.ts";
import { declare, type Line } from "../../shell/command.ts";
import type { CommandContext } from "../../shell/context.ts";
import { DATASTORE_OPTIONS, DRY_RUN, GUARD_OPTIONS, WRITE_EXITS } from "../../shell/shared-options.ts";
import { UsageError } from "../../shell/usage.ts";
import { CONFIRM_OPTIONS, type Confirmable, confirmWithinOf } from "../../way-back/confirmable.ts";

/** `edit` as data: for help, completion and the reference page. */
export const declaration = declare({
  name: "edit",
  summary: "Change a resource in an editor",
  arguments: [
    { syntax: "[kind]", help: "kind of the resource, such as hep or gnp; or KIND/NAME", completes: "kinds" },
    { syntax: "[name]", help: "its name", completes: "names" },
  ],
  options: { dryRun: DRY_RUN, ...CONFIRM_OPTIONS, ...GUARD_OPTIONS, ...DATASTORE_OPTIONS },
  notes: [
    `The editor is that of CALICO_EDITOR, KUBE_EDITOR or EDITOR, else vi. What is invalid is opened again with what is wrong; an
empty file, or an unchanged one, cancels. What another writer has changed meanwhile is not overwritten: it is shown, and the
edited file is kept.`,
  ],
  exits: WRITE_EXITS,
  examples: [
    { line: "calicoctl edit hep node1-eth0", shows: "opens its YAML in an editor" },
    { line: "calicoctl edit gnp allow-ssh --guard", shows: "writes nothing that could cut a lifeline" },
  ],
});

/** What `edit` changes, and how. */
export interface EditOptions extends Confirmable {
  readonly words: readonly string[];
  readonly dryRun: DryRun;
  /** What must be proved before anything is written; absent without `--guard`. */
  readonly guard: GuardOptions | undefined;
}

/** The options of `edit`, from its line; throws `UsageError` where they do not fit together. */
export function parse({ words, options }: Line<typeof declaration.options>): EditOptions {
  const { dryRun = "none" } = options;
  return { words, dryRun, confirmWithin: confirmWithinOf(options), guard: guardOptions(options) };
}

/** `edit KIND NAME`: opens a stored resource in an editor, and writes the result, compare-and-swap. */
export async function run(options: EditOptions, context: CommandContext): Promise<number> {
  const choice = chooseResources(options.words, undefined, context);
  const [target, ...more] = choice.kind === "named" ? choice.targets : [];
  if (target === undefined || more.length > 0) throw new UsageError("`edit` changes one resource", "name one");
  return editResource(target.id, options, context);
}
