import { goJson } from "../../report/json.ts";
import { declare, type Line } from "../shell/command.ts";
import { type CommandContext, versionWithoutStore } from "../shell/context.ts";
import { errorLine } from "../shell/io/error-line.ts";
import type { Io } from "../shell/io/io.ts";
import { flag, oneOf } from "../shell/option.ts";
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
    output: oneOf("-o, --output <format>", "json or yaml", ["json", "yaml"]),
    ...DATASTORE_OPTIONS,
    namespace: notCalicoctl(DATASTORE_OPTIONS.namespace),
  },
  exits: { 1: "the datastore cannot be read, or has no ClusterInformation" },
  examples: [
    { line: "calicoctl version", shows: "exit code 1 where the datastore has no ClusterInformation" },
    { line: "calicoctl version --client", shows: "reads no datastore" },
    { line: "calicoctl version -o json", shows: "the same as data, with the Calico version whose behaviour applies" },
  ],
});

/** What `version` shows, and how. */
export interface VersionOptions {
  readonly clientOnly: boolean;
  readonly output: "lines" | "json" | "yaml";
}

/** The options of `version`, from its line; throws `UsageError` where they do not fit together. */
export function parse({ options }: Line<typeof declaration.options>): VersionOptions {
  const { client, output = "lines" } = options;
  return { clientOnly: client, output };
}

/** The versions of the cluster, as its ClusterInformation has them. */
interface ClusterVersion {
  readonly calicoVersion: string;
  readonly clusterType: string;
}

/**
 * `version`: this tool's, then the cluster's as its ClusterInformation has it; exit 1 where there is none. Standard
 * output has the lines of calicoctl, which scripts read; stderr has the Calico version whose behaviour applies. As data all
 * of it is one object.
 */
export async function run(options: VersionOptions, context: CommandContext): Promise<number> {
  const { io } = context;
  const asLines = options.output === "lines";
  if (asLines) io.stdout.write(`Client Version:    v${VERSION}\nGit commit:        ${COMMIT}\n`);
  const show = (behaviour: string, cluster?: ClusterVersion) =>
    asLines ? showLines(behaviour, cluster, io) : showData(options, behaviour, cluster, io);
  if (options.clientOnly) {
    await show(versionWithoutStore(context).version);
    return EXIT.ok;
  }
  const { withDatastore } = await import("../shell/with-datastore.ts");
  return withDatastore({ ...context, allowVersionMismatch: true }, async (store) => {
    const found = await store.get({ kind: "ClusterInformation", name: "default" });
    const shown = (value: unknown) => (typeof value === "string" && value !== "" ? value : "unknown");
    const { calicoVersion, clusterType } = found?.spec ?? {};
    const cluster = { calicoVersion: shown(calicoVersion), clusterType: shown(clusterType) };
    await show(store.calico.version, found && cluster);
    if (found !== undefined) return EXIT.ok;
    const message = `${store.description} holds no ClusterInformation default`;
    const help = "it is written when the first Node is created";
    io.stderr.write(errorLine({ message, code: "store.not-initialised", help }));
    return EXIT.failed;
  });
}

function showLines(behaviour: string, cluster: ClusterVersion | undefined, { stdout, stderr }: Io): void {
  stderr.write(`Calico behaviour:  ${behaviour}\n`);
  if (cluster === undefined) return;
  stdout.write(`Cluster Version:   ${cluster.calicoVersion}\n`);
  stdout.write(`Cluster Type:      ${cluster.clusterType}\n`);
}

/** One object; the client's version has the names that kubectl gives it. */
async function showData(
  { output }: VersionOptions,
  behaviour: string,
  cluster: ClusterVersion | undefined,
  { stdout }: Io,
): Promise<void> {
  const clientVersion = { gitVersion: `v${VERSION}`, gitCommit: COMMIT };
  const data = { clientVersion, calicoBehaviour: behaviour, ...(cluster && { clusterVersion: cluster }) };
  if (output === "json") {
    stdout.writeData(goJson(data));
    return;
  }
  const { goYaml } = await import("../../manifest/yaml/writer/go-yaml.ts");
  stdout.writeData(goYaml(data));
}
