import { declare, type Line } from "../shell/command.ts";
import type { CommandContext } from "../shell/context.ts";
import { errorLine } from "../shell/io/error-line.ts";
import { text } from "../shell/option.ts";
import { DATASTORE_OPTIONS, notCalicoctl } from "../shell/shared-options.ts";
import { EXIT, UsageError } from "../shell/usage.ts";
import { setReady } from "../shell/with-datastore.ts";

/** `datastore` as data: for help, completion and the reference page. */
export const declaration = declare({
  name: "datastore",
  summary: "Lock the datastore, or unlock it",
  calicoctl: "v3.32",
  arguments: [
    { syntax: "[migrate]", help: "the word `migrate`", values: ["migrate"] },
    { syntax: "[command]", help: "lock or unlock", values: ["lock", "unlock"] },
  ],
  options: {
    filename: text("-f, --filename <file>", "accepted for compatibility", { calicoctl: "v3.32" }),
    ...DATASTORE_OPTIONS,
    namespace: notCalicoctl(DATASTORE_OPTIONS.namespace),
    context: notCalicoctl(DATASTORE_OPTIONS.context),
  },
  examples: [
    { line: "calicoctl datastore migrate lock", shows: "Calico does not use the datastore until it is unlocked" },
    { line: "calicoctl datastore migrate unlock", shows: "Calico uses the datastore again" },
  ],
});

const HELP = "calicoctl datastore migrate lock, or unlock";

const VERBS = ["lock", "unlock", "export", "import"] as const;

/** What `datastore migrate` does. */
export interface DatastoreOptions {
  readonly verb: (typeof VERBS)[number];
}

/** The options of `datastore`, from its line; throws `UsageError` where they do not fit together. */
export function parse({ words: [group, word] }: Line): DatastoreOptions {
  if (group !== "migrate")
    throw new UsageError(group === undefined ? "migrate what?" : `no datastore command \`${group}\``, HELP);
  const verb = VERBS.find((one) => one === word);
  if (verb === undefined)
    throw new UsageError(word === undefined ? "migrate how?" : `no datastore migrate command \`${word}\``, HELP);
  return { verb };
}

/**
 * `datastore migrate lock|unlock`: whether Calico may use the datastore, in ClusterInformation. Moving a datastore to
 * Kubernetes with calicoctl's `export` and `import` is not supported; the error names this tool's commands.
 */
export async function run({ verb }: DatastoreOptions, context: CommandContext): Promise<number> {
  if (verb === "export" || verb === "import") {
    const message = "a datastore cannot be moved to Kubernetes here";
    const help = "`calicoctl export` and `calicoctl import -f` move its resources to another etcd";
    context.io.stderr.write(errorLine({ message, code: "config.unsupported", help }));
    return EXIT.failed;
  }
  const code = await setReady(context, verb === "unlock");
  if (code === EXIT.ok) context.io.stdout.write(`Datastore ${verb}ed.\n`);
  return code;
}
