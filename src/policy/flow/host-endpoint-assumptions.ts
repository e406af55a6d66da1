import type { NodeView } from "../path/node-view.ts";
import type { World } from "../world/compiled.ts";

/**
 * What is assumed about the host endpoints that kube-controllers makes of nodes: which of them are taken to be there, those of
 * this node by name (rules of all nodes see them); and that the one of this node is missing.
 */
export function hostEndpointAssumptions(world: World, { node, hostEndpoints }: NodeView): readonly string[] {
  const here = hostEndpoints.filter(({ located }) => located.assumed !== undefined);
  const others = world.assumedHostEndpoints - here.length;
  const names = [...here.map(({ name }) => name), ...(others > 0 ? [`${others} of other nodes`] : [])];
  const why = here[0]?.located.assumed;
  const taken = `host endpoints that the input does not have are taken to be there: ${names.join(", ")}${why ? `; ${why}` : ""}`;
  const isThere = hostEndpoints.some(({ name }) => name === `${node}-auto-hep`);
  const missing = `there is no ${node}-auto-hep: automatic host endpoints are on (autoCreate), and kube-controllers makes one for each node of an orchestrator; give it with -f to evaluate it`;
  return [
    ...(world.autoHostEndpoints && world.nodes.has(node) && !isThere ? [missing] : []),
    ...(names.length > 0 ? [taken] : []),
  ];
}
