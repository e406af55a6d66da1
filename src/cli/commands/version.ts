import type { Common } from "../common.ts";
import { VERSION } from "../release.ts";
import { EXIT } from "../usage.ts";

/** `version`: this tool's, then the cluster's as its ClusterInformation has it; exit 1 where there is none. */
export async function run(
  common: Common,
  _: readonly string[],
  options: Readonly<Record<string, unknown>>,
): Promise<number> {
  const { io, profile } = common;
  io.stdout.write(`Client Version:    v${VERSION}\nCalico behaviour:  ${profile.version}\n`);
  if (options.client === true) return EXIT.ok;
  const { withDatastore } = await import("../store.ts");
  return withDatastore({ ...common, allowVersionMismatch: true }, async (store) => {
    const cluster = await store.get({ kind: "ClusterInformation", name: "default" });
    if (cluster === undefined) {
      io.stderr.write(
        `error: ${store.description} holds no ClusterInformation [store.not-initialised]\n  it is written when the first Node is created\n`,
      );
      return EXIT.failed;
    }
    const shown = (value: unknown) => (typeof value === "string" && value !== "" ? value : "unknown");
    io.stdout.write(`Cluster Version:   ${shown(cluster.spec?.calicoVersion)}\n`);
    io.stdout.write(`Cluster Type:      ${shown(cluster.spec?.clusterType)}\n`);
    return EXIT.ok;
  });
}
