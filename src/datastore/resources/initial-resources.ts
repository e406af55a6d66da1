import { INITIAL_TIERS } from "../../model/kinds/built-in.ts";
import type { CalicoVersionRules } from "../../model/kinds/version.ts";
import { API_VERSION, type Metadata, type Resource } from "../../model/resource.ts";
import { ifAllowed } from "../datastore-error.ts";
import { resourceKey } from "../keys.ts";
import { ABSENT, type KeyValueStore } from "../kv/kv.ts";
import { encodeResource } from "../values/codec.ts";

/** Metadata of a new resource: with a new uid, and the creation time in seconds. */
export function identified({ labels, annotations, ...given }: Metadata): Metadata {
  return {
    ...given,
    uid: crypto.randomUUID(),
    creationTimestamp: `${new Date().toISOString().slice(0, 19)}Z`,
    ...(labels ? { labels } : {}),
    ...(annotations ? { annotations } : {}),
  };
}

/** Writes ClusterInformation, which Felix waits for, unless it exists or the user may not write it. */
export async function announceCluster(kv: KeyValueStore, calico: CalicoVersionRules): Promise<void> {
  await ifAllowed(writeClusterInformation(kv, calico));
}

async function writeClusterInformation(kv: KeyValueStore, calico: CalicoVersionRules): Promise<void> {
  const id = { kind: "ClusterInformation", name: "default" };
  if ((await kv.get(resourceKey(id, calico.storedNames))).kvs.length > 0) return;
  const clusterGUID = crypto.randomUUID().replaceAll("-", "");
  const { clusterType } = kv;
  const spec = { clusterGUID, ...(clusterType !== undefined && { clusterType }), datastoreReady: true };
  await insert(kv, calico, { apiVersion: API_VERSION, kind: id.kind, metadata: { name: id.name }, spec });
}

/**
 * Writes what v3.32 writes before the first resource, unless it exists, or the user may not write it: ClusterInformation and the
 * initial tiers.
 */
export async function initialise(kv: KeyValueStore, calico: CalicoVersionRules): Promise<void> {
  await announceCluster(kv, calico);
  for (const { name, spec } of INITIAL_TIERS) {
    await ifAllowed(insert(kv, calico, { apiVersion: API_VERSION, kind: "Tier", metadata: { name }, spec }));
  }
}

async function insert(kv: KeyValueStore, calico: CalicoVersionRules, resource: Resource): Promise<void> {
  const { kind, metadata } = resource;
  const value = encodeResource({ ...resource, metadata: identified(metadata) }, calico);
  await kv.put(resourceKey({ kind, name: metadata.name }, calico.storedNames), value, ABSENT);
}
