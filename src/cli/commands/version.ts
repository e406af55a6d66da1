import { declare, type Line } from "../shell/command.ts";
import { type CommandContext, versionWithoutStore } from "../shell/context.ts";
import { errorLine } from "../shell/io/error-line.ts";
import { flag } from "../shell/option.ts";
import { COMMIT, VERSION } from "../shell/release.ts";
import { DATASTORE_OPTIONS, notCalicoctl } from "../shell/shared-options.ts";
import { EXIT } from "../shell/usage.ts";

/** `version` as data: for help, completion and the reference page. */
export const declaration = declare({
  name: "version",
  summary: "Show the versions of this tool and of the cluster",
  calicoctl: "v3.7",
  options: {
    client: flag("--client", "this tool's version only", { calicoctl: "v3.32" }),
    ...DATASTORE_OPTIONS,
    namespace: notCalicoctl(DATASTORE_OPTIONS.namespace),
  },
  examples: [
    { line: "calicoctl version", shows: "exit code 1 where the datastore has no ClusterInformation" },
    { line: "calicoctl version --client", shows: "reads no datastore" },
  ],
});

/** What `version` shows. */
export interface VersionOptions {
  readonly clientOnly: boolean;
}

/** The options of `version`, from its line; throws `UsageError` where they do not fit together. */
export function parse({ options }: Line<typeof declaration.options>): VersionOptions {
  return { clientOnly: options.client };
}

/**
 * `version`: this tool's, then the cluster's as its ClusterInformation has it; exit 1 where there is none. Standard
 * output has the lines of calicoctl, which scripts read; stderr has the Calico version whose behaviour applies.
 */
export async function run({ clientOnly }: VersionOptions, context: CommandContext): Promise<number> {
  const { io } = context;
  const behaviour = (version: string) => io.stderr.write(`Calico behaviour:  ${version}\n`);
  io.stdout.write(`Client Version:    v${VERSION}\nGit commit:        ${COMMIT}\n`);
  if (clientOnly) {
    behaviour(versionWithoutStore(context).version);
    return EXIT.ok;
  }
  const { withDatastore } = await import("../shell/with-datastore.ts");
  return withDatastore({ ...context, allowVersionMismatch: true }, async (store) => {
    behaviour(store.calico.version);
    const cluster = await store.get({ kind: "ClusterInformation", name: "default" });
    if (cluster === undefined) {
      const message = `${store.description} holds no ClusterInformation default`;
      const help = "it is written when the first Node is created";
      io.stderr.write(errorLine({ message, code: "store.not-initialised", help }));
      return EXIT.failed;
    }
    const shown = (value: unknown) => (typeof value === "string" && value !== "" ? value : "unknown");
    io.stdout.write(`Cluster Version:   ${shown(cluster.spec?.calicoVersion)}\n`);
    io.stdout.write(`Cluster Type:      ${shown(cluster.spec?.clusterType)}\n`);
    return EXIT.ok;
  });
}
