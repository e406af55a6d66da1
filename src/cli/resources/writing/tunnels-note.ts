import type { Datastore } from "../../../datastore/datastore.ts";
import { UnreadableValue } from "../../../datastore/datastore-error.ts";
import { getOrUnreadable } from "../../../datastore/resources/get-or-unreadable.ts";
import { DEFAULT_FELIX, TUNNEL_SETTINGS } from "../../../datastore/resources/pool-tunnels.ts";
import type { Resource } from "../../../model/resource.ts";

/** The settings by which tunnels are on for all nodes in a store; none are read where no pool is among the kinds to be written. */
export async function tunnelsOn(kinds: readonly string[], store: Datastore): Promise<readonly string[]> {
  if (!kinds.includes("IPPool")) return [];
  const stored = await getOrUnreadable(store, DEFAULT_FELIX);
  // What cannot be read is not changed.
  if (stored instanceof UnreadableValue) return [];
  return TUNNEL_SETTINGS.filter((setting) => stored?.spec?.[setting] === true);
}

/** As `tunnelsOn`, when all is written: what it was `before` where that cannot be read, as no note may fail a write that was made. */
export async function tunnelsOnNow(
  kinds: readonly string[],
  store: Datastore,
  before: readonly string[],
): Promise<readonly string[]> {
  try {
    return await tunnelsOn(kinds, store);
  } catch {
    return before;
  }
}

/**
 * What pools change beside themselves, a line for stderr: the tunnels that are on for all nodes only after they are
 * written, and that no FelixConfiguration among them sets itself. Empty where there are none.
 */
export function tunnelsNote(
  resources: readonly Resource[],
  {
    before,
    after,
    isDry,
  }: { readonly before: readonly string[]; readonly after: readonly string[]; readonly isDry: boolean },
): string {
  const given = resources.find(({ kind, metadata }) => kind === DEFAULT_FELIX.kind && metadata.name === "default");
  const turnedOn = after.filter((setting) => !before.includes(setting) && given?.spec?.[setting] === undefined);
  if (turnedOn.length === 0) return "";
  const settings = turnedOn.map((setting) => `\`${setting}: true\``).join(", ");
  const verb = isDry ? "would also set" : "also set";
  return `${verb} ${settings} in FelixConfiguration \`default\`, which a pool with tunnels needs\n`;
}
