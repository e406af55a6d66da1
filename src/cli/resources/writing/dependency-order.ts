import type { Located } from "../../../model/resource.ts";

/**
 * The order in which a store is filled: what others refer to first, and endpoints last. An endpoint without its
 * policies drops traffic, one without the failsafe ports of its FelixConfiguration may lock an operator out.
 */
export const DEPENDENCY_ORDER: readonly string[] = [
  "Tier",
  "FelixConfiguration",
  "KubeControllersConfiguration",
  "BGPConfiguration",
  "BGPFilter",
  "BGPPeer",
  "IPPool",
  "IPReservation",
  "Node",
  "Profile",
  "GlobalNetworkSet",
  "NetworkSet",
  "GlobalNetworkPolicy",
  "NetworkPolicy",
  "StagedGlobalNetworkPolicy",
  "StagedNetworkPolicy",
  "StagedKubernetesNetworkPolicy",
  "WorkloadEndpoint",
  "HostEndpoint",
];

const rank = (kind: string): number => DEPENDENCY_ORDER.indexOf(kind) + 1 || 1000;

/** The resources in that order; those of one kind keep theirs. */
export function inDependencyOrder(resources: readonly Located[]): readonly Located[] {
  return [...resources].sort((a, b) => rank(a.resource.kind) - rank(b.resource.kind));
}
