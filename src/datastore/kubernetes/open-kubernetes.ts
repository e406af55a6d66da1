import type { CalicoVersionRules } from "../../model/kinds/version.ts";
import { API_VERSION } from "../../model/resource.ts";
import type { Datastore } from "../datastore.ts";
import { DatastoreError, ifAllowed } from "../datastore-error.ts";
import type { KeyValueStore } from "../kv/kv.ts";
import type { OpenOptions } from "../open-options.ts";
import { setReady } from "../resources/ready.ts";
import type { RefusalReason } from "../resources/resource-store.ts";
import { recordingStore } from "../way-back/recording.ts";
import type { KubernetesApi } from "./api/kubernetes-api.ts";
import type { StoredGroup } from "./api-resources.ts";
import { kubernetesKv } from "./kubernetes-kv.ts";
import { kubernetesStore } from "./kubernetes-store.ts";
import { layoutInKubernetes } from "./layout-in-kubernetes.ts";
import { shareLists } from "./share-lists.ts";

/** What is read and written of a cluster, and for which Calico version. */
export interface OpenedKubernetes {
  readonly kv: KeyValueStore;
  readonly calico: CalicoVersionRules;
  readonly conflict: RefusalReason | undefined;
}

/** What the user chose of a cluster. */
export interface ClusterChoice {
  /** The API of Calico's resources; absent: the one that the cluster serves. */
  readonly apiGroup?: StoredGroup;
  /** Whether a node's tunnel address is that of its pod network. */
  readonly usesPodCidr?: boolean;
}

/** Resources in a cluster. */
export async function kubernetesDatastore(
  api: KubernetesApi,
  choice: ClusterChoice,
  options: OpenOptions,
): Promise<Datastore> {
  const shared = shareLists(api);
  const { kv, calico, conflict } = await openLayoutIn(shared, choice, options);
  return kubernetesStore(shared, kv, calico, conflict);
}

/** Locks the cluster's datastore or unlocks it (`setReady`), on a connection that it closes. */
export async function setKubernetesReady(
  api: KubernetesApi,
  choice: ClusterChoice,
  options: OpenOptions,
  ready: boolean,
): Promise<void> {
  const { kv, calico, conflict } = await openLayoutIn(api, choice, options);
  try {
    if (conflict) throw new DatastoreError("store.refused", conflict.reason, conflict.help);
    await setReady(kv, calico, ready);
  } finally {
    await kv.close();
  }
}

/** The cluster as keys and values, in the layout that it has. Throws `DatastoreError` as `openDatastore` does. */
export async function openLayoutIn(
  api: KubernetesApi,
  { apiGroup, usesPodCidr = false }: ClusterChoice,
  options: OpenOptions,
): Promise<OpenedKubernetes> {
  try {
    const group = apiGroup ?? (await servedGroup(api));
    const { calico, conflict } = await layoutInKubernetes(
      (rules) => kubernetesKv(api, { calico: rules, group, usesPodCidr }),
      group,
      options,
    );
    const kv = kubernetesKv(api, { calico, group, usesPodCidr });
    const { recorder } = options;
    return { kv: recorder === undefined ? kv : recordingStore(kv, recorder), calico, conflict };
  } catch (error) {
    await api.close();
    throw error;
  }
}

/**
 * The API in which the cluster has Calico's resources: the old one wherever it is served (recorded: crd-form-v3-*), and where the
 * user may not ask (recorded: config-endpoint-token-ca).
 */
export async function servedGroup(api: Pick<KubernetesApi, "groups">): Promise<StoredGroup> {
  const groups = await ifAllowed(api.groups());
  if (groups === undefined) return "crd.projectcalico.org/v1";
  const isNative = groups.has("projectcalico.org") && !groups.has("crd.projectcalico.org");
  return isNative ? API_VERSION : "crd.projectcalico.org/v1";
}
