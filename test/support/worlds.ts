import fc from "fast-check";
import type { Flow, NodeFacts } from "../../src/model/flow.ts";
import type { CalicoVersion } from "../../src/model/kinds/version.ts";
import type { ServicesByName } from "../../src/model/net/service-members.ts";
import type { Resource } from "../../src/model/resource.ts";
import { fields, maybe, pick } from "./arbitraries.ts";
import { facts, flow } from "./worlds/flows.ts";
import {
  bgpConfigurations,
  felixConfigurations,
  globalPolicies,
  hostEndpoints,
  networkPolicies,
  networkSets,
  nodes,
  pools,
  profileResources,
  tiers,
  workloadEndpoints,
} from "./worlds/resources.ts";
import { services } from "./worlds/services.ts";

/** A small made-up cluster with flows through one of its nodes. Names and addresses are few, so that things meet. */
export interface MadeWorld {
  readonly version: CalicoVersion;
  readonly resources: readonly Resource[];
  /** The members of the cluster's services; unknown where it is left out. */
  readonly services?: ServicesByName;
  readonly facts: NodeFacts;
  readonly flows: readonly Flow[];
}

/** Random worlds of all the evaluator's kinds, right and wrong ones, with that many random flows each. */
export function madeWorlds(flows: number): fc.Arbitrary<MadeWorld> {
  return fields({
    version: pick<CalicoVersion>("v3.7", "v3.32"),
    resources: fc
      .tuple(
        hostEndpoints,
        workloadEndpoints,
        networkSets,
        globalPolicies,
        networkPolicies,
        tiers,
        profileResources,
        felixConfigurations,
        nodes,
        pools,
        bgpConfigurations,
      )
      .map((lists) => lists.flat()),
    services: maybe(services),
    facts,
    flows: fc.array(flow, { minLength: 1, maxLength: flows, size: "max" }),
  });
}
