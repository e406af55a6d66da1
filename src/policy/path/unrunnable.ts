import { displayId, type Resource, resourceId } from "../../model/resource.ts";
import type { World } from "../world/compiled.ts";
import { applicable } from "../world/endpoint-policies/applicable-policies.ts";
import { STAGES } from "../world/endpoint-policies/stage-policies.ts";
import type { NodeView } from "./node-view.ts";

/**
 * What of the input a node cannot run, as a sentence: its Felix then keeps the rules that it had, which no input states.
 * `undefined` where nothing of that kind concerns the node.
 */
export function unrunnableOn(world: World, view: NodeView): string | undefined {
  const found = world.unrunnable.find(({ resource }) => concerns(world, view, resource));
  if (found === undefined) return undefined;
  const { resource, message } = found;
  return `${view.node} has the rules of the input, though its Felix cannot run them and keeps those that it had: ${displayId(resourceId(resource))}: ${message}`;
}

/** Whether Felix on the node reads the resource: a configuration for it, or rules that one of its endpoints has. */
function concerns(world: World, view: NodeView, resource: Resource): boolean {
  const { kind, metadata } = resource;
  if (kind === "FelixConfiguration") return metadata.name === "default" || metadata.name === `node.${view.node}`;
  return [...view.hostEndpoints, ...view.workloadEndpoints].some((endpoint) => {
    const policies = STAGES.flatMap((stage) => [
      ...applicable(world, endpoint, stage, "ingress"),
      ...applicable(world, endpoint, stage, "egress"),
    ]);
    const profiles = endpoint.profiles.flatMap((name) => world.profiles.get(name) ?? []);
    return [...policies, ...profiles].some(({ located }) => located.resource === resource);
  });
}
