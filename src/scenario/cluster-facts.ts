import type { KubernetesObject } from "../kubernetes/kubernetes-object.ts";
import { clusterNat } from "../kubernetes/services/node-nat.ts";
import { serviceFindings } from "../kubernetes/services/service-findings.ts";
import type { ClusterService } from "../kubernetes/services/services.ts";
import type { Diagnostic } from "../model/diagnostic.ts";
import type { World } from "../policy/world/compiled.ts";
import type { Facts } from "./node-facts.ts";

/** What the objects of a cluster say of its nodes. */
export interface ClusterFacts {
  readonly services: readonly ClusterService[];
  /** The facts of a node, made when it is first asked for. */
  readonly ofCluster: (node: string) => Facts;
  /** The findings about Services without EndpointSlices. */
  readonly diagnostics: readonly Diagnostic[];
}

/**
 * What the objects of a cluster make of each node. The networks of pods, which kube-proxy is
 * told and the objects do not say, are taken to be Calico's IP pools; without any, those that the Nodes have. `slicesListed`
 * says that a Service without EndpointSlices has no backends, see `ServiceOptions`.
 */
export function factsOfCluster(
  objects: readonly KubernetesObject[],
  { pools }: Pick<World, "pools">,
  slicesListed: boolean,
): ClusterFacts {
  const podNets = pools.map(({ net }) => net.text);
  const nat = clusterNat(objects, { slicesListed, ...(podNets.length > 0 && { podNets }) });
  const made = new Map<string, Facts>();
  const ofCluster = (node: string): Facts => {
    const facts = made.get(node) ?? nat.ofNode(node);
    made.set(node, facts);
    return facts;
  };
  return { services: nat.services, ofCluster, diagnostics: serviceFindings(nat.services) };
}
