import type { CalicoVersionRules } from "../../model/kinds/version.ts";
import { API_VERSION, type Resource, type ResourceId } from "../../model/resource.ts";
import type { Datastore, WriteResult } from "../datastore.ts";
import { UnreadableValue } from "../datastore-error.ts";
import { attempts } from "./attempts.ts";
import { refuse } from "./constraints.ts";
import { getOrUnreadable } from "./get-or-unreadable.ts";

/** The configuration of all nodes, which a pool with tunnels changes. */
export const DEFAULT_FELIX: ResourceId = { kind: "FelixConfiguration", name: "default" };

/** The mode of a pool that needs a tunnel, and the setting that makes nodes have it. */
const TUNNELS = [
  ["ipipMode", "ipipEnabled"],
  ["vxlanMode", "vxlanEnabled"],
] as const;

/** The settings of FelixConfiguration that make nodes have a tunnel. */
export const TUNNEL_SETTINGS = TUNNELS.map(([, setting]) => setting);

/** The settings that a pool needs: of each tunnel whose mode is not `Never`. */
function tunnelSettingsOf({ spec }: Resource): readonly string[] {
  return TUNNELS.flatMap(([mode, setting]) => ((spec?.[mode] ?? "Never") === "Never" ? [] : [setting]));
}

/**
 * Turns the tunnels of a pool on for all nodes where the version does so (`poolEnablesTunnels`): without the setting its
 * Felix has none. A setting that is there stays, whatever it says. A compare-and-swap, before the pool is written, so
 * that the command can be repeated if it fails. Returns why the pool must not be written: another writer won each time.
 */
export async function enableTunnels(
  pool: Resource,
  store: Datastore,
  calico: CalicoVersionRules,
): Promise<Extract<WriteResult, { kind: "refused" }> | undefined> {
  const wanted = calico.poolEnablesTunnels ? tunnelSettingsOf(pool) : [];
  if (wanted.length === 0) return undefined;
  const again = attempts(store.timeoutMs);
  do {
    const current = await getOrUnreadable(store, DEFAULT_FELIX);
    if (current instanceof UnreadableValue)
      return refuse(`FelixConfiguration \`default\` cannot be read: ${current.reason}`, current.help);
    const unset = wanted.filter((setting) => (current?.spec?.[setting] ?? undefined) === undefined);
    if (unset.length === 0) return undefined;
    const { kind, name } = DEFAULT_FELIX;
    const base: Resource = current ?? { apiVersion: API_VERSION, kind, metadata: { name } };
    const spec = { ...base.spec, ...Object.fromEntries(unset.map((setting) => [setting, true])) };
    const result = await (current === undefined ? store.create({ ...base, spec }) : store.update({ ...base, spec }));
    if (result.kind === "written" || result.kind === "unchanged") return undefined;
    if (result.kind === "refused") return result;
    if (result.kind === "unreadable") return refuse(result.reason, result.help);
  } while (await again());
  return refuse(
    `it needs \`${wanted.join("`, `")}\` in FelixConfiguration \`default\`, which other writers keep changing`,
    "try again",
  );
}
