import type { CalicoVersionRules } from "../../model/kinds/version.ts";
import { DatastoreError } from "../datastore-error.ts";
import { resourceKey } from "../keys.ts";
import type { KeyValueStore } from "../kv/kv.ts";
import { encodeResource } from "../values/codec.ts";
import { attempts } from "./attempts.ts";
import { announceCluster, initialise } from "./initial-resources.ts";
import { readResource } from "./stored-resource.ts";

/**
 * Sets in ClusterInformation whether Calico may use the datastore (recorded: datastore-lock). A store without it first gets
 * it, with the initial resources of its layout. Throws `DatastoreError` if other writers keep changing it.
 */
export async function setReady(kv: KeyValueStore, calico: CalicoVersionRules, ready: boolean): Promise<void> {
  await (calico.storedNames === "plain" ? initialise : announceCluster)(kv, calico);
  const id = { kind: "ClusterInformation", name: "default" };
  const key = resourceKey(id, calico.storedNames);
  const again = attempts(kv.timeoutMs);
  do {
    const [current] = (await kv.get(key)).kvs;
    // Another writer deleted it since.
    if (current === undefined) continue;
    const resource = readResource(id, current, calico, kv.description);
    if (resource.spec?.datastoreReady === ready) return;
    const value = encodeResource({ ...resource, spec: { ...resource.spec, datastoreReady: ready } }, calico);
    const put = await kv.put(key, value, current.modRevision);
    if (put.kind === "refused") throw new DatastoreError("store.refused", put.reason, put.help);
    if (put.kind === "written") return;
  } while (await again());
  const help = "try again when nothing else writes to it";
  throw new DatastoreError("store.conflict", "other writers keep changing ClusterInformation default", help);
}
