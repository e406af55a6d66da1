import { DEFAULT_TIER_ORDER } from "../model/defaults.ts";
import { API_VERSION, type Metadata, type Resource } from "../model/resource.ts";
import type { VersionProfile } from "../model/version.ts";
import { encodeResource } from "./codec.ts";
import { resourceKey } from "./keys.ts";
import { ABSENT, type KeyValueStore } from "./kv.ts";

/** The tiers that every store of v3.32 has, in the order in which they are made (recorded: `_first_write_empty_db`). */
const TIERS = [
  { name: "default", spec: { order: DEFAULT_TIER_ORDER, defaultAction: "Deny" } },
  { name: "kube-admin", spec: { order: 1000, defaultAction: "Pass" } },
  { name: "kube-baseline", spec: { order: 10_000_000, defaultAction: "Pass" } },
] as const;

/** A tier that cannot be deleted, because the store begins with it. */
export function isInitialTier(name: string): boolean {
  return TIERS.some((tier) => tier.name === name);
}

/** Metadata of a new resource: an identity of its own, and the time in seconds. */
export function identified({ labels, annotations, ...given }: Metadata): Metadata {
  return {
    ...given,
    uid: crypto.randomUUID(),
    creationTimestamp: `${new Date().toISOString().slice(0, 19)}Z`,
    ...(labels ? { labels } : {}),
    ...(annotations ? { annotations } : {}),
  };
}

/** Writes ClusterInformation, which Felix waits for, if there is none. */
export async function announceCluster(kv: KeyValueStore, profile: VersionProfile): Promise<void> {
  const id = { kind: "ClusterInformation", name: "default" };
  if ((await kv.get(resourceKey(id, profile.storedNames))).kvs.length > 0) return;
  const spec = { clusterGUID: crypto.randomUUID().replaceAll("-", ""), datastoreReady: true };
  await insert(kv, profile, { apiVersion: API_VERSION, kind: id.kind, metadata: { name: id.name }, spec });
}

/** Writes what v3.32 writes before the first resource, as far as it is not there: ClusterInformation and the tiers. */
export async function initialise(kv: KeyValueStore, profile: VersionProfile): Promise<void> {
  await announceCluster(kv, profile);
  for (const { name, spec } of TIERS) {
    await insert(kv, profile, { apiVersion: API_VERSION, kind: "Tier", metadata: { name }, spec });
  }
}

async function insert(kv: KeyValueStore, profile: VersionProfile, resource: Resource): Promise<void> {
  const { kind, metadata } = resource;
  const value = encodeResource({ ...resource, metadata: identified(metadata) }, profile);
  await kv.put(resourceKey({ kind, name: metadata.name }, profile.storedNames), value, ABSENT);
}
