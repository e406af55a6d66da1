import type { CalicoVersionRules } from "../../model/kinds/version.ts";
import { decodeResource, encodeResource } from "../codec.ts";
import { DatastoreError } from "../datastore-error.ts";
import { resourceKey } from "../keys.ts";
import type { KeyValueStore } from "../kv/kv.ts";
import { announceCluster, initialise } from "./initial-resources.ts";
import { backOff, RETRIES } from "./swap.ts";

/**
 * Sets in ClusterInformation whether Calico may use the datastore (recorded: datastore-lock). A store without it first gets
 * it, with the initial resources of its layout. Throws `DatastoreError` if other writers keep changing it.
 */
export async function setReady(kv: KeyValueStore, calico: CalicoVersionRules, ready: boolean): Promise<void> {
  await (calico.storedNames === "plain" ? initialise : announceCluster)(kv, calico);
  const key = resourceKey({ kind: "ClusterInformation", name: "default" }, calico.storedNames);
  for (let attempt = 0; attempt <= RETRIES; attempt++) {
    const [current] = (await kv.get(key)).kvs;
    const decoded = current && decodeResource("ClusterInformation", current, calico.storedNames);
    if (current === undefined || decoded?.ok !== true)
      throw new DatastoreError("value.unreadable", `cannot read ClusterInformation default in ${kv.description}`);
    const { resource } = decoded;
    if (resource.spec?.datastoreReady === ready) return;
    const value = encodeResource({ ...resource, spec: { ...resource.spec, datastoreReady: ready } }, calico);
    if ((await kv.put(key, value, current.modRevision)).kind === "written") return;
    await backOff(attempt);
  }
  const help = "try again when nothing else writes to it";
  throw new DatastoreError("store.conflict", "other writers keep changing ClusterInformation default", help);
}
