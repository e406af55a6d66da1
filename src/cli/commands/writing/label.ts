import { editMetadata } from "../../metadata/edit-metadata.ts";
import { LABELS } from "../../metadata/entry-kind.ts";
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

/** `label` as data: for help, completion and the reference page. */
export const declaration = declare({
  name: "label",
  summary: "Set or remove labels of resources",
  calicoctl: "v3.7",
  arguments: metadataArguments(LABELS),
  options: {
    overwrite: flag("--overwrite", "change labels that exist", { calicoctl: "v3.7" }),
    remove: flag("--remove", "remove the labels instead", { calicoctl: "v3.7" }),
    all: allOption(LABELS),
    ...METADATA_OPTIONS,
  },
  exits: WRITE_EXITS,
  examples: [
    { line: "calicoctl label hep node1-eth0 zone=a", shows: "sets a label" },
    { line: "calicoctl label hep node1-eth0 role --remove", shows: "removes it" },
    { line: "calicoctl label hep --all zone=a --overwrite", shows: "sets it on every host endpoint" },
  ],
});

/** The options of `label`, from its line; throws `UsageError` where they do not fit together. */
export function parse(line: Line<typeof declaration.options>): MetadataOptions {
  return metadataOptions(line, LABELS);
}

/** `label KIND NAME... KEY=VALUE... KEY-...`; instead of names `--selector` or `--all`. Exit 1 when any resource could not be changed. */
export { editMetadata as run };
