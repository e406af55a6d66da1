import { resolve } from "node:path";
import { DEFAULT_CONFIG_PATH, type StoreConfig } from "../../datastore/config.ts";
import { settingsToKeep, withSettings } from "../../datastore/way-back/kept-settings.ts";
import { exists } from "../../files/folder.ts";
import { calicoVersionRules } from "../../model/kinds/version.ts";
import type { CommandContext } from "../shell/context.ts";
import type { Io } from "../shell/io/io.ts";
import type { DatastoreAccess } from "./journal/journal-form.ts";

/** How another process finds the datastore of a context; nothing secret is in it. */
export function accessOf(
  { io, config, cluster, chosenVersion, timeoutMs }: CommandContext,
  { type }: StoreConfig,
): DatastoreAccess {
  const path = config ?? (exists(DEFAULT_CONFIG_PATH) ? DEFAULT_CONFIG_PATH : undefined);
  const settings = settingsToKeep(io.env, type, (one) => resolve(one));
  return {
    // A config file replaces the environment.
    ...(path !== undefined && { config: resolve(path) }),
    ...(cluster !== undefined && { context: cluster }),
    ...(chosenVersion !== undefined && { calico: chosenVersion.version }),
    ...(path === undefined ? settings : { ...settings, needs: [] }),
    timeoutMs,
  };
}

/** The context of a process that takes back what was written: the journal's datastore, and this process's secrets. */
export function contextOfAccess(access: DatastoreAccess, io: Io): CommandContext {
  const { config, context, calico, timeoutMs } = access;
  return {
    io: { ...io, env: withSettings(io.env, access) },
    chosenVersion: calico === undefined ? undefined : calicoVersionRules(calico),
    allowVersionMismatch: true,
    config,
    cluster: context,
    timeoutMs,
    namespace: undefined,
    line: [],
  };
}

/** The settings that the journal's datastore needs, and that this process's environment has not. */
export function missingSettings({ needs }: DatastoreAccess, { env }: Io): readonly string[] {
  return needs.filter((name) => !env[name]);
}

/** What a datastore is called: the same for every process that uses it by the same address. */
export function datastoreName(config: StoreConfig): string {
  switch (config.type) {
    case "etcd":
      return `etcd at ${config.endpoints.join(", ")}`;
    case "embedded":
      return `embedded store ${resolve(config.path)}`;
    case "kubernetes":
      return `Kubernetes at ${config.server}`;
  }
}
