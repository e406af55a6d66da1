import type { Direction, PolicyStage, Where } from "../outcome.ts";
import type { CompiledEndpoint, World } from "../world/compiled.ts";
import { hasStage } from "../world/endpoint-policies/applicable-policies.ts";
import { governingEndpoints, isRefused, type NodeView } from "./node-view.ts";

/** One end of a packet's path through the node. A workload interface without an endpoint is one Calico does not know. */
export type End =
  | { readonly kind: "process" }
  | { readonly kind: "host"; readonly interface: string }
  | { readonly kind: "workload"; readonly interface: string; readonly endpoint?: CompiledEndpoint };

/** The end's interface; empty for a process. */
export function interfaceOf(end: End): string {
  return end.kind === "process" ? "" : end.interface;
}

/**
 * The endpoint whose policies a stage evaluates at an end, or `undefined`. Untracked: the governing host endpoint. Pre-DNAT:
 * that where it has such policies, else the `*` one. Local and forwarded traffic: the governing one, else the `*` one where
 * the version has it so. Workload: the workload's.
 */
export function stageEndpoint(
  world: World,
  view: NodeView,
  stage: PolicyStage,
  end: End,
): CompiledEndpoint | undefined {
  if (end.kind === "process") return undefined;
  const { governing, wildcard } = governingEndpoints(view, end.interface);
  switch (stage) {
    case "untracked":
      return governing;
    case "pre-DNAT":
      return [governing, wildcard].find((endpoint) => endpoint && hasStage(world, endpoint, stage));
    case "normal":
    case "forward":
      return governing ?? (world.calico.wildcardIsFull ? wildcard : undefined);
    case "workload":
      return end.kind === "workload" && end.endpoint && !isRefused(view, end.endpoint) ? end.endpoint : undefined;
  }
}

/** A stage of an endpoint in one direction, at the interface that it governs there. */
export function whereAt(stage: PolicyStage, direction: Direction, endpoint: CompiledEndpoint, name: string): Where {
  const { kind, namespace, node } = endpoint;
  const ref = { kind, name: endpoint.name, node, interface: name };
  return { stage, direction, endpoint: namespace === undefined ? ref : { ...ref, namespace } };
}
