import type { VersionProfile } from "../model/version.ts";
import type { StoreConfig } from "./config.ts";
import type { Datastore } from "./datastore.ts";
import { resourceStore } from "./resources.ts";

/** How the store is used: `timeoutMs` is what each call to it may take in all, `profile` picks the stored defaults. */
export interface OpenOptions {
  readonly timeoutMs: number;
  readonly profile: VersionProfile;
}

/**
 * The configured store. Only the driver it needs is loaded. A wrong file (TLS, embedded store) throws `DatastoreError`
 * here; an unreachable server does so at the first call.
 */
export async function openDatastore(config: StoreConfig, options: OpenOptions): Promise<Datastore> {
  const { timeoutMs, profile } = options;
  if (config.type === "etcd") {
    const { openEtcd } = await import("./etcd.ts");
    return resourceStore(await openEtcd(config, timeoutMs), profile);
  }
  const { openEmbedded } = await import("./embedded.ts");
  return resourceStore(await openEmbedded(config, timeoutMs), profile);
}
