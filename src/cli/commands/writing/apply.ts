import { type WriteOptions, writeManifests, writeOptions } from "../../resources/writing/write-manifests.ts";
import { declare, type Line } from "../../shell/command.ts";
import type { CommandContext } from "../../shell/context.ts";
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

/** `apply` as data: for help, completion and the reference page. */
export const declaration = declare({
  name: "apply",
  summary: "Create resources or replace those that exist, unless nothing would change",
  calicoctl: "v3.7",
  arguments: FILE_ARGUMENTS,
  takesFiles: "words or a pipe",
  options: {
    ...MANIFEST_OPTIONS,
    skipEmpty: SKIP_EMPTY,
    ...WRITE_OPTIONS,
    ...CONFIRM_OPTIONS,
    ...GUARD_OPTIONS,
    ...DATASTORE_OPTIONS,
  },
  exits: WRITE_EXITS,
  examples: [
    { line: "calicoctl apply -f policies/", shows: "all files of the directory, or nothing where one has an error" },
    { line: "calicoctl apply -f - < policy.yaml", shows: "from standard input" },
    { line: "calicoctl apply -f policies/ --dry-run=server", shows: "what would be written" },
  ],
});

/** The options of `apply`, from its line; throws `UsageError` where they do not fit together. */
export function parse({ options }: Line<typeof declaration.options>): WriteOptions {
  return writeOptions(options);
}

/** `apply -f`: creates and replaces; writes nothing where nothing would change. */
export function run(options: WriteOptions, context: CommandContext): Promise<number> {
  return confirmable("apply", options, context, (inner) => writeManifests("apply", options, inner));
}
