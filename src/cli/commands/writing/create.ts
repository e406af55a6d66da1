import { type WriteOptions, writeManifests, writeOptions } from "../../resources/writing/write-manifests.ts";
import { declare, type Line } from "../../shell/command.ts";
import type { CommandContext } from "../../shell/context.ts";
import { flag } from "../../shell/option.ts";
import {
  DATASTORE_OPTIONS,
  FILE_ARGUMENTS,
  GUARD_OPTIONS,
  MANIFEST_OPTIONS,
  SKIP_EMPTY,
  WRITE_EXITS,
  WRITE_OPTIONS,
} from "../../shell/shared-options.ts";
import { CONFIRM_OPTIONS, confirmable } from "../../way-back/confirmable.ts";

/** `create` as data: for help, completion and the reference page. */
export const declaration = declare({
  name: "create",
  summary: "Create resources that do not exist yet",
  calicoctl: "v3.7",
  arguments: FILE_ARGUMENTS,
  takesFiles: "words or a pipe",
  options: {
    ...MANIFEST_OPTIONS,
    skipExists: flag("--skip-exists", "leave resources that exist already as they are", { calicoctl: "v3.7" }),
    skipEmpty: SKIP_EMPTY,
    ...WRITE_OPTIONS,
    ...CONFIRM_OPTIONS,
    ...GUARD_OPTIONS,
    ...DATASTORE_OPTIONS,
  },
  exits: WRITE_EXITS,
  examples: [
    { line: "calicoctl create -f policy.yaml", shows: "fails for a resource that exists, and creates the others" },
    { line: "calicoctl create -f policies/ --skip-exists", shows: "leaves those that exist as they are" },
  ],
});

/** The options of `create`, from its line; throws `UsageError` where they do not fit together. */
export function parse({ options }: Line<typeof declaration.options>): WriteOptions {
  return { ...writeOptions(options), skipExists: options.skipExists };
}

/** `create -f`: exit code 1 when a resource exists already, unless `--skip-exists`. */
export function run(options: WriteOptions, context: CommandContext): Promise<number> {
  return confirmable("create", options, context, (inner) => writeManifests("create", options, inner));
}
