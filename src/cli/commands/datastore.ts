import type { Common } from "../common.ts";
import { setReady } from "../store.ts";
import { EXIT, UsageError } from "../usage.ts";

const HELP = "calicoctl datastore migrate lock, or unlock";

/**
 * `datastore migrate lock|unlock`: whether Calico may use the datastore, in ClusterInformation. Moving a datastore to
 * Kubernetes, which export and import are for there, is told of: `export` and `import` move it to another etcd.
 */
export async function run(common: Common, args: readonly string[]): Promise<number> {
  const [group, verb, ...more] = args;
  if (group !== "migrate")
    throw new UsageError(group === undefined ? "migrate what?" : `no datastore command \`${group}\``, HELP);
  if (more.length > 0) throw new UsageError(`\`${more[0]}\` is too much`, HELP);
  switch (verb) {
    case "lock":
    case "unlock": {
      const code = await setReady(common, verb === "unlock");
      if (code === EXIT.ok) common.io.stdout.write(`Datastore ${verb}ed.\n`);
      return code;
    }
    case "export":
    case "import":
      common.io.stderr.write(
        `error: a datastore cannot be moved to Kubernetes here [config.unsupported]\n  \`calicoctl export\` and \`calicoctl import -f\` move its resources to another etcd\n`,
      );
      return EXIT.failed;
    default:
      throw new UsageError(verb === undefined ? "migrate how?" : `no datastore migrate command \`${verb}\``, HELP);
  }
}
