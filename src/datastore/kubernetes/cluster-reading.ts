import { convertObject } from "../../kubernetes/convert.ts";
import type { KubernetesObject } from "../../kubernetes/kubernetes-object.ts";
import type { CalicoVersionRules } from "../../model/kinds/version.ts";
import type { Resource } from "../../model/resource.ts";
import type { ClusterReading } from "../datastore.ts";
import { ForbiddenError } from "../datastore-error.ts";
import type { KubernetesApi } from "./api/kubernetes-api.ts";
import {
  CLUSTER_NETWORK_POLICIES,
  ENDPOINT_SLICES,
  ENDPOINTS,
  NETWORK_POLICIES,
  NODES,
  type ObjectType,
  PODS,
  SERVICES,
} from "./api-resources.ts";

/** What is unknown of packets where a kind of object may not be listed. */
const WITHOUT: ReadonlyMap<ObjectType, string> = new Map([
  [SERVICES, "addresses and node ports of Services are not translated here"],
  [ENDPOINT_SLICES, "the backends of Services, and the members of rules with `services`, are unknown here"],
  [ENDPOINTS, "the backends of Services are unknown here"],
  [PODS, "host ports of pods are not translated here"],
  [NODES, "which addresses answer node ports is unknown here"],
  [NETWORK_POLICIES, "every verdict is computed without Kubernetes' own NetworkPolicies, which nodes obey"],
  [CLUSTER_NETWORK_POLICIES, "every verdict is computed without ClusterNetworkPolicies, which nodes obey"],
]);

/** The objects that nodes' translations are made from; Endpoints only of a cluster that has no EndpointSlices. */
export async function clusterObjects(api: KubernetesApi): Promise<ClusterReading<KubernetesObject>> {
  const backends = async (): Promise<ClusterReading<KubernetesObject>> =>
    listed(api, (await api.groups()).has("discovery.k8s.io") ? ENDPOINT_SLICES : ENDPOINTS);
  // All at once, in the turn in which the resources are read: pods and Nodes are then listed once.
  return together(await Promise.all([...[SERVICES, PODS, NODES].map((type) => listed(api, type)), backends()]));
}

/**
 * The policies that nodes make of Kubernetes' own objects and v3.32's `get` does not show (recorded: cli-np-k8s); v3.9 shows
 * them, so that there are none beside.
 */
export async function policiesOfKubernetes(
  api: KubernetesApi,
  calico: CalicoVersionRules,
): Promise<ClusterReading<Resource>> {
  if (!calico.tiers) return { items: [], unread: [] };
  const types = [NETWORK_POLICIES, CLUSTER_NETWORK_POLICIES];
  const { items, unread } = together(await Promise.all(types.map((type) => listed(api, type))));
  const resources = items.flatMap((object) => {
    const converted = convertObject(object, calico);
    return converted?.kind === "resource" ? [converted.resource] : [];
  });
  return { items: resources, unread };
}

/** All objects of a kind; none, with what is then unknown, where the user may not list them. */
async function listed(api: KubernetesApi, type: ObjectType): Promise<ClusterReading<KubernetesObject>> {
  const { of, apiVersion, kind } = type;
  try {
    const { items } = await api.list(of);
    return { items: items.map((item) => ({ ...item, apiVersion, kind })), unread: [] };
  } catch (error) {
    if (!(error instanceof ForbiddenError)) throw error;
    return { items: [], unread: [{ kind, reason: error.message, effect: WITHOUT.get(type) ?? "" }] };
  }
}

function together<T>(readings: readonly ClusterReading<T>[]): ClusterReading<T> {
  return { items: readings.flatMap(({ items }) => items), unread: readings.flatMap(({ unread }) => unread) };
}
