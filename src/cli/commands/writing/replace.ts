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

/** `replace` as data: for help, completion and the reference page. */
export const declaration = declare({
  name: "replace",
  summary: "Replace resources that exist",
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
  examples: [{ line: "calicoctl replace -f policy.yaml", shows: "fails for a resource that does not exist" }],
});

/** The options of `replace`, from its line; throws `UsageError` where they do not fit together. */
export function parse({ options }: Line<typeof declaration.options>): WriteOptions {
  return writeOptions(options);
}

/** `replace -f`: exit code 1 when a resource does not exist. */
export function run(options: WriteOptions, context: CommandContext): Promise<number> {
  return confirmable("replace", options, context, (inner) => writeManifests("replace", options, inner));
}
