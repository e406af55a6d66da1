import type { EmbeddedConfig, EtcdConfig, StoreConfig } from "./config.ts";
import type { Datastore } from "./datastore.ts";
import { DatastoreError } from "./datastore-error.ts";
import type { KubernetesConfig } from "./kubernetes/config/kubernetes-config.ts";
import type { KeyValueStore } from "./kv/kv.ts";
import { checkRelease, conflictHelp, layoutConflict, readLayoutEvidence, versionRulesFor } from "./layout.ts";
import type { OpenOptions } from "./open-options.ts";
import { setReady } from "./resources/ready.ts";
import { resourceStore } from "./resources/resource-store.ts";
import { transactionalStore } from "./resources/transactional-store.ts";

/**
 * The configured store. Only the driver it needs is loaded. What the store says of itself is read at once: it chooses
 * its version rules where none are given, refuses writes in the other layout, and with v3.32 must be of its release. Throws
 * `DatastoreError` for a wrong file (TLS, embedded store), an unreachable server and another release.
 */
export async function openDatastore(config: StoreConfig, options: OpenOptions): Promise<Datastore> {
  if (config.type === "kubernetes") {
    const { kubernetesDatastore } = await import("./kubernetes/open-kubernetes.ts");
    return kubernetesDatastore(await connected(config, options), config, options);
  }
  const { kv, calico, conflict } = await openLayout(config, options);
  return transactionalStore(kv, calico, conflict) ?? resourceStore(kv, calico, conflict);
}

/**
 * The configured store as keys and values, without a look at what it holds: to restore values as they were stored. Throws as
 * `openDatastore`.
 */
export async function openKeyValues(config: StoreConfig, options: OpenOptions): Promise<KeyValueStore> {
  if (config.type !== "kubernetes") return openStore(config, options.timeoutMs);
  const { openLayoutIn } = await import("./kubernetes/open-kubernetes.ts");
  const { kv } = await openLayoutIn(await connected(config, options), config, options);
  return kv;
}

/** Locks the configured store or unlocks it (`setReady`); throws as `openDatastore`, and where its layout is the other one. */
export async function setDatastoreReady(config: StoreConfig, options: OpenOptions, ready: boolean): Promise<void> {
  if (config.type === "kubernetes") {
    const { setKubernetesReady } = await import("./kubernetes/open-kubernetes.ts");
    return setKubernetesReady(await connected(config, options), config, options, ready);
  }
  const { kv, calico, conflict } = await openLayout(config, options);
  try {
    if (conflict) throw new DatastoreError("store.refused", conflict.reason, conflict.help);
    const set = (store: KeyValueStore): Promise<void> => setReady(store, calico, ready);
    await (kv.transaction?.(set) ?? set(kv));
  } finally {
    await kv.close();
  }
}

async function connected(config: KubernetesConfig, { timeoutMs, onWarning }: OpenOptions) {
  return (await import("./kubernetes/api/connect.ts")).connectKubernetes(config, timeoutMs, onWarning);
}

async function openLayout(config: EtcdConfig | EmbeddedConfig, options: OpenOptions) {
  const kv = await recorded(await openStore(config, options.timeoutMs), options);
  try {
    const evidence = await readLayoutEvidence(kv, options.calico !== undefined);
    const calico = versionRulesFor(evidence, options.calico);
    if (options.allowVersionMismatch !== true) checkRelease(evidence, calico);
    const reason = layoutConflict(evidence, calico);
    const conflict = reason === undefined ? undefined : { reason, help: conflictHelp(calico) };
    return { kv, calico, conflict };
  } catch (error) {
    await kv.close();
    throw error;
  }
}

/** The store, with its writes recorded where that is asked for. */
async function recorded(kv: KeyValueStore, { recorder }: OpenOptions): Promise<KeyValueStore> {
  if (recorder === undefined) return kv;
  return (await import("./way-back/recording.ts")).recordingStore(kv, recorder);
}

async function openStore(config: EtcdConfig | EmbeddedConfig, timeoutMs: number): Promise<KeyValueStore> {
  switch (config.type) {
    case "etcd":
      return (await import("./etcd/etcd-store.ts")).openEtcd(config, timeoutMs);
    case "embedded":
      return (await import("./embedded/embedded-store.ts")).openEmbedded(config, timeoutMs);
  }
}
