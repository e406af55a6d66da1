import type { Common } from "../common.ts";
import { COMMIT, VERSION } from "../release.ts";
import { EXIT } from "../usage.ts";

/**
 * `version`: this tool's, then the cluster's as its ClusterInformation has it; exit 1 where there is none. Standard
 * output has the lines of calicoctl, which scripts read; which Calico's behaviour is meant is told on stderr.
 */
export async function run(
  common: Common,
  _: readonly string[],
  options: Readonly<Record<string, unknown>>,
): Promise<number> {
  const { io, profile } = common;
  const behaviour = (version: string) => io.stderr.write(`Calico behaviour:  ${version}\n`);
  io.stdout.write(`Client Version:    v${VERSION}\nGit commit:        ${COMMIT}\n`);
  if (options.client === true) {
    behaviour(profile.version);
    return EXIT.ok;
  }
  const { withDatastore } = await import("../store.ts");
  return withDatastore({ ...common, allowVersionMismatch: true }, async (store) => {
    behaviour(store.profile.version);
    const cluster = await store.get({ kind: "ClusterInformation", name: "default" });
    if (cluster === undefined) {
      io.stderr.write(
        `error: ${store.description} holds no ClusterInformation default [store.not-initialised]\n  it is written when the first Node is created\n`,
      );
      return EXIT.failed;
    }
    const shown = (value: unknown) => (typeof value === "string" && value !== "" ? value : "unknown");
    io.stdout.write(`Cluster Version:   ${shown(cluster.spec?.calicoVersion)}\n`);
    io.stdout.write(`Cluster Type:      ${shown(cluster.spec?.clusterType)}\n`);
    return EXIT.ok;
  });
}
