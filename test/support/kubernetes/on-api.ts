import type { Datastore } from "../../../src/datastore/datastore.ts";
import type { ApiResource, KubernetesApi } from "../../../src/datastore/kubernetes/api/kubernetes-api.ts";
import { kubernetesDatastore, setKubernetesReady } from "../../../src/datastore/kubernetes/open-kubernetes.ts";
import type { OpenOptions } from "../../../src/datastore/open-options.ts";
import type { KubernetesObject } from "../../../src/kubernetes/kubernetes-object.ts";
import { KINDS } from "../../../src/model/kinds/table.ts";
import type { MemoryKubernetes } from "./memory-kubernetes.ts";

/** Opens a store as commands do: what a test puts in the place of `src/datastore/open.ts`. */
export interface OpenedStore {
  readonly openDatastore: (config: unknown, options: OpenOptions) => Promise<Datastore>;
  readonly setDatastoreReady: (config: unknown, options: OpenOptions, ready: boolean) => Promise<void>;
}

/** The store that an API holds. */
export function storeOn(api: KubernetesApi): OpenedStore {
  return {
    openDatastore: (_, options) => kubernetesDatastore(api, {}, options),
    setDatastoreReady: (_, options, ready) => setKubernetesReady(api, {}, options, ready),
  };
}

/** Puts an object into an API server in memory, as it is. */
export function loadObject(api: MemoryKubernetes, object: KubernetesObject): void {
  api.load(resourceOf(String(object.apiVersion), String(object.kind)), object);
}

const CORE: Readonly<Record<string, string>> = {
  Service: "services",
  Endpoints: "endpoints",
  EndpointSlice: "endpointslices",
  ClusterNetworkPolicy: "clusternetworkpolicies",
  Namespace: "namespaces",
  Node: "nodes",
  Pod: "pods",
  ServiceAccount: "serviceaccounts",
  NetworkPolicy: "networkpolicies",
};

/** Where the API has objects of a kind. */
export function resourceOf(apiVersion: string, kind: string): ApiResource {
  const [version = "", group = ""] = apiVersion.split("/").reverse();
  const info = /projectcalico\.org$/.test(group) ? KINDS.find((one) => one.kind === kind) : undefined;
  const resource = info?.plural ?? CORE[kind];
  if (resource === undefined) throw new Error(`no resource for ${apiVersion} ${kind}`);
  const isNamespaced = info?.namespaced ?? !["Namespace", "Node", "ClusterNetworkPolicy"].includes(kind);
  return { group, version, resource, isNamespaced };
}
