import { type WriteOptions, writeManifests, writeOptions } from "../../resources/writing/write-manifests.ts";
import { declare, type Line } from "../../shell/command.ts";
import type { CommandContext } from "../../shell/context.ts";
import {
  DATASTORE_OPTIONS,
  FILE_ARGUMENTS,
  GUARD_OPTIONS,
  MANIFEST_OPTIONS,
  WRITE_EXITS,
  WRITE_OPTIONS,
} from "../../shell/shared-options.ts";
import { CONFIRM_OPTIONS, confirmable } from "../../way-back/confirmable.ts";

/** `import` as data: for help, completion and the reference page. */
export const declaration = declare({
  name: "import",
  summary: "Apply manifests in the order of dependencies",
  arguments: FILE_ARGUMENTS,
  takesFiles: "words or a pipe",
  options: { ...MANIFEST_OPTIONS, ...WRITE_OPTIONS, ...CONFIRM_OPTIONS, ...GUARD_OPTIONS, ...DATASTORE_OPTIONS },
  exits: WRITE_EXITS,
  examples: [
    {
      line: "calicoctl import -f store.yaml",
      shows: "what `calicoctl export` has printed, into this datastore",
      before: ["calicoctl export > store.yaml"],
    },
  ],
});

/** The options of `import`, from its line; throws `UsageError` where they do not fit together. */
export function parse({ options }: Line<typeof declaration.options>): WriteOptions {
  return { ...writeOptions(options), inDependencyOrder: true };
}

/** `import -f`: as `apply`, but in the order of dependencies: tiers and policies before the endpoints they protect. */
export function run(options: WriteOptions, context: CommandContext): Promise<number> {
  return confirmable("import", options, context, (inner) => writeManifests("apply", options, inner));
}
