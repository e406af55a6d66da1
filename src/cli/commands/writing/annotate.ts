import { editMetadata } from "../../metadata/edit-metadata.ts";
import { ANNOTATIONS } from "../../metadata/entry-kind.ts";
import {
  allOption,
  METADATA_OPTIONS,
  type MetadataOptions,
  metadataArguments,
  metadataOptions,
} from "../../metadata/metadata-line.ts";
import { declare, type Line } from "../../shell/command.ts";
import { flag } from "../../shell/option.ts";
import { WRITE_EXITS } from "../../shell/shared-options.ts";

/** `annotate` as data: for help, completion and the reference page. */
export const declaration = declare({
  name: "annotate",
  summary: "Set or remove annotations of resources",
  arguments: metadataArguments(ANNOTATIONS),
  options: {
    overwrite: flag("--overwrite", "change annotations that exist"),
    remove: flag("--remove", "remove the annotations instead"),
    all: allOption(ANNOTATIONS),
    ...METADATA_OPTIONS,
  },
  exits: WRITE_EXITS,
  examples: [
    { line: "calicoctl annotate hep node1-eth0 example.com/owner='team a'", shows: "sets an annotation" },
    {
      line: "calicoctl annotate hep node1-eth0 example.com/owner-",
      shows: "removes it",
      before: ["calicoctl annotate hep node1-eth0 example.com/owner='team a'"],
    },
  ],
});

/** The options of `annotate`, from its line; throws `UsageError` where they do not fit together. */
export function parse(line: Line<typeof declaration.options>): MetadataOptions {
  return metadataOptions(line, ANNOTATIONS);
}

/**
 * `annotate KIND NAME... KEY=VALUE... KEY-...`; instead of names `--selector` or `--all`. Exit 1 when any resource could not be
 * changed.
 */
export { editMetadata as run };
