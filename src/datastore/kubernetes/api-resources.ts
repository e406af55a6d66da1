import { kindNamed } from "../../model/kinds/kinds.ts";
import type { API_VERSION } from "../../model/resource.ts";
import type { ApiResource } from "./api/kubernetes-api.ts";

/** The API in which a cluster stores Calico's resources: objects of their own form, or the resources as they are. */
export type StoredGroup = "crd.projectcalico.org/v1" | typeof API_VERSION;

/** A kind of object with what lists leave out of each: its `apiVersion` and `kind`. */
export interface ObjectType {
  readonly of: ApiResource;
  readonly apiVersion: string;
  readonly kind: string;
}

/** The objects that store resources of a kind. */
export function storedType(kind: string, group: StoredGroup): ObjectType {
  const info = kindNamed(kind);
  if (info === undefined) throw new TypeError(`no such kind: ${kind}`);
  return objectType(group, kind, info.plural, info.namespaced);
}

function objectType(apiVersion: string, kind: string, resource: string, isNamespaced: boolean): ObjectType {
  const [version = "", group = ""] = apiVersion.split("/").reverse();
  return { of: { group, version, resource, isNamespaced }, apiVersion, kind };
}

export const NODES = objectType("v1", "Node", "nodes", false);
export const PODS = objectType("v1", "Pod", "pods", true);
export const NAMESPACES = objectType("v1", "Namespace", "namespaces", false);
export const SERVICE_ACCOUNTS = objectType("v1", "ServiceAccount", "serviceaccounts", true);
export const NETWORK_POLICIES = objectType("networking.k8s.io/v1", "NetworkPolicy", "networkpolicies", true);
export const SERVICES = objectType("v1", "Service", "services", true);
export const ENDPOINTS = objectType("v1", "Endpoints", "endpoints", true);
export const ENDPOINT_SLICES = objectType("discovery.k8s.io/v1", "EndpointSlice", "endpointslices", true);
export const CLUSTER_NETWORK_POLICIES = objectType(
  "policy.networking.k8s.io/v1alpha2",
  "ClusterNetworkPolicy",
  "clusternetworkpolicies",
  false,
);
