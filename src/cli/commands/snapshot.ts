import { declare, type Line } from "../shell/command.ts";
import type { CommandContext } from "../shell/context.ts";
import { flag, text } from "../shell/option.ts";
import { DATASTORE_OPTIONS } from "../shell/shared-options.ts";
import { EXIT, UsageError } from "../shell/usage.ts";
import { withCluster } from "../shell/with-datastore.ts";
import { isReplaceable, type SnapshotOptions, saveSnapshot } from "../snapshot/save-snapshot.ts";

const { config, timeout, context: kubeContext } = DATASTORE_OPTIONS;

/** `snapshot` as data: for help, completion and the reference page. */
export const declaration = declare({
  name: "snapshot",
  summary: "Save all that simulate reads of a Kubernetes cluster",
  options: {
    output: text(
      "-o, --output <folder>",
      "the folder to make, or an earlier snapshot to replace; - (the default) prints it",
    ),
    allowMissing: flag("--allow-missing", "save the rest where rights to list are missing"),
    ...{ config, timeout, context: kubeContext },
  },
  notes: ["It needs rights to list only; docs/kubernetes.md has a ClusterRole with them."],
  exits: { 1: "a kind cannot be read; nothing is written, but with --allow-missing" },
  examples: [
    {
      line: "calicoctl snapshot -o cluster",
      shows: "a file for each kind; the folder is complete, or stays as it was",
    },
    {
      line: "calicoctl snapshot > cluster.yaml",
      shows: "one text; `calicoctl simulate --offline -f cluster.yaml` asks it",
    },
  ],
});

/** The options of `snapshot`, from its line; throws `UsageError` for a folder without a name. */
export function parse({ options }: Line<typeof declaration.options>): SnapshotOptions {
  const { output = "-", allowMissing } = options;
  if (output === "")
    throw new UsageError("no folder is named", "name one with -o FOLDER, or leave out -o for one text");
  return { folder: output === "-" ? undefined : output, allowMissing };
}

/**
 * `snapshot`: the objects of a cluster that `simulate` reads, cut to what it reads of them, as a folder with a file for each
 * kind or as one text. The folder is complete or as it was.
 */
export async function run(options: SnapshotOptions, context: CommandContext): Promise<number> {
  if (!isReplaceable(options, context.io)) return EXIT.failed;
  return withCluster(context, (api, calicoApi) => saveSnapshot(api, calicoApi, options, context.io));
}
