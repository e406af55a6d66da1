import { withHostEndpoints } from "../kubernetes/host-endpoints/with-host-endpoints.ts";
import { serviceMembers } from "../kubernetes/services/service-members.ts";
import type { JsonObject } from "../model/json.ts";
import type { Located } from "../model/resource.ts";
import { type WorldOptions, world } from "../policy/world/world.ts";

/** What a World is made of beside resources. */
interface ClusterParts {
  /** The objects of Kubernetes, those of manifests over those of a live cluster. */
  readonly objects: readonly JsonObject[];
  /** Whether they have every EndpointSlice of the cluster. */
  readonly slicesListed: boolean;
}

/** Compiles resources with what a cluster makes of them and of its objects: members of services, host endpoints of Nodes. */
export function compileCluster(
  resources: readonly Located[],
  { objects, slicesListed }: ClusterParts,
  options: WorldOptions,
): ReturnType<typeof world> {
  const whole = withHostEndpoints(resources, options.calico);
  const services = serviceMembers(objects, slicesListed);
  const compiled = world(whole.resources, { ...options, ...(services && { services }) });
  return { world: compiled.world, diagnostics: [...whole.diagnostics, ...compiled.diagnostics] };
}
