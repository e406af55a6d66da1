/** The lifelines that are derived where none of the same name is declared. */
export const DERIVED_LIFELINES = ["ssh", "etcd", "bgp", "dhcp", "dns", "kube-apiserver"] as const;
