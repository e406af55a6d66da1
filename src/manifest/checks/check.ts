import { UNRUNNABLE_HELP, unrunnableParts } from "../../model/kinds/unrunnable.ts";
import type { CalicoVersionRules } from "../../model/kinds/version.ts";
import type { Resource } from "../../model/resource.ts";
import type { Report } from "../problem.ts";
import { checkBgpConfiguration } from "./bgp/configuration.ts";
import { checkBgpFilter } from "./bgp/filter.ts";
import { checkBgpPeer } from "./bgp/peer.ts";
import { checkKubeControllers, checkNetworkSet, checkReservation } from "./config.ts";
import { checkHostEndpoint } from "./endpoints.ts";
import { checkFelix } from "./felix/felix.ts";
import { checkMetadata } from "./metadata.ts";
import { checkNode } from "./node.ts";
import { checkPolicy, checkProfile } from "./policies.ts";
import { checkPool } from "./pool.ts";
import { checkScalars } from "./scalars.ts";
import { checkDeletion, checkStaged, checkTier } from "./tiers.ts";
import { checkWorkloadEndpoint } from "./workload-endpoint.ts";

type Check = (resource: Resource, calico: CalicoVersionRules, report: Report) => void;

/** The rules for the fields of each kind, taken together. */
const CHECKS: Readonly<Record<string, Check>> = {
  HostEndpoint: checkHostEndpoint,
  GlobalNetworkPolicy: checkPolicy,
  NetworkPolicy: checkPolicy,
  Node: checkNode,
  Profile: checkProfile,
  WorkloadEndpoint: checkWorkloadEndpoint,
  GlobalNetworkSet: checkNetworkSet,
  NetworkSet: checkNetworkSet,
  FelixConfiguration: checkFelix,
  IPPool: checkPool,
  BGPConfiguration: checkBgpConfiguration,
  BGPPeer: checkBgpPeer,
  BGPFilter: checkBgpFilter,
  IPReservation: checkReservation,
  KubeControllersConfiguration: checkKubeControllers,
  Tier: checkTier,
  StagedGlobalNetworkPolicy: checkStaged,
  StagedNetworkPolicy: checkStaged,
  StagedKubernetesNetworkPolicy: checkDeletion,
};

/** Checks everything that a schema cannot state about a canonical resource; values of a wrong type are left to the schema. */
export function checkBeyondSchema(resource: Resource, calico: CalicoVersionRules, report: Report): void {
  checkMetadata(resource, calico, report);
  checkScalars(resource, calico, report);
  CHECKS[resource.kind]?.(resource, calico, report);
  for (const part of unrunnableParts(resource, calico)) {
    report({ severity: "warning", code: "felix.unrunnable", ...part, help: UNRUNNABLE_HELP });
  }
}
