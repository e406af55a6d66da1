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

/** The API of the custom resources in which Kubernetes stores Calico's own. */
export const STORED_API = "crd.projectcalico.org/v1";
