import type { Datastore } from "../../../datastore/datastore.ts";
import { DEFAULT_FELIX, TUNNEL_SETTINGS } from "../../../datastore/resources/pool-tunnels.ts";
import type { Resource } from "../../../model/resource.ts";

/**
 * What a dry run's pools change beside themselves, a line for stderr: the tunnels that `dry` turns on for all nodes and
 * `real` does not. Empty where there are none, and for resources without a pool.
 */
export async function tunnelsNote(resources: readonly Resource[], real: Datastore, dry: Datastore): Promise<string> {
  if (!resources.some(({ kind }) => kind === "IPPool")) return "";
  const given = resources.find(({ kind, metadata }) => kind === DEFAULT_FELIX.kind && metadata.name === "default");
  const [before, after] = await Promise.all([real.get(DEFAULT_FELIX), dry.get(DEFAULT_FELIX)]);
  const turnedOn = TUNNEL_SETTINGS.filter(
    (setting) =>
      after?.spec?.[setting] === true && before?.spec?.[setting] !== true && given?.spec?.[setting] === undefined,
  );
  if (turnedOn.length === 0) return "";
  const settings = turnedOn.map((setting) => `\`${setting}: true\``).join(", ");
  return `would also set ${settings} in FelixConfiguration \`default\`, which a pool with tunnels needs\n`;
}
