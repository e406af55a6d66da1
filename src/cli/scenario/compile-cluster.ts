import type { ClusterReading } from "../../datastore/datastore.ts";
import { withHostEndpoints } from "../../kubernetes/host-endpoints/with-host-endpoints.ts";
import { serviceMembers } from "../../kubernetes/services/service-members.ts";
import type { JsonObject } from "../../model/json.ts";
import type { Located } from "../../model/resource.ts";
import { type WorldOptions, world } from "../../policy/world/world.ts";

/** What a World is made of beside resources. */
interface ClusterParts {
  /** The objects of Kubernetes, those of manifests over those of a live cluster. */
  readonly objects: readonly JsonObject[];
  /** What was read of a live cluster; absent where none was asked. */
  readonly cluster: ClusterReading<JsonObject> | undefined;
}

/** Whether all EndpointSlices there are were read: a live cluster lists those that it has, if the user may list them. */
export function listsSlices(cluster: ClusterParts["cluster"]): boolean {
  return cluster?.unread.every(({ kind }) => kind !== "EndpointSlice") ?? false;
}

/** Compiles resources with what a cluster makes of them and of its objects: members of services, host endpoints of Nodes. */
export function compileCluster(
  resources: readonly Located[],
  { objects, cluster }: ClusterParts,
  options: WorldOptions,
): ReturnType<typeof world> {
  const whole = withHostEndpoints(resources, options.calico);
  const services = serviceMembers(objects, listsSlices(cluster));
  const compiled = world(whole.resources, { ...options, ...(services && { services }) });
  return { world: compiled.world, diagnostics: [...whole.diagnostics, ...compiled.diagnostics] };
}
