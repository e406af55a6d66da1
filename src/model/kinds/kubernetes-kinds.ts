/** The objects of the Kubernetes API that Calico reads, by `apiVersion kind`. */
export const KUBERNETES_KINDS = [
  "v1 Namespace",
  "v1 Node",
  "v1 Pod",
  "v1 ServiceAccount",
  "networking.k8s.io/v1 NetworkPolicy",
  "policy.networking.k8s.io/v1alpha2 ClusterNetworkPolicy",
] as const;

/** One of them. */
export type KubernetesKind = (typeof KUBERNETES_KINDS)[number];

/** The kinds that kube-proxy makes NAT of and Calico reads for rules with `services`, by `apiVersion kind`. */
export const SERVICE_KINDS = [
  "v1 Service",
  "v1 Endpoints",
  "discovery.k8s.io/v1 EndpointSlice",
  "discovery.k8s.io/v1beta1 EndpointSlice",
] as const;

/** One of them. */
export type ServiceKind = (typeof SERVICE_KINDS)[number];

/** The API of the custom resources in which Kubernetes stores Calico's own. */
export const STORED_API = "crd.projectcalico.org/v1";
