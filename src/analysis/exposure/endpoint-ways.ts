import type { NodeFacts } from "../../model/flow.ts";
import type { CompiledEndpoint, World } from "../../policy/world/compiled.ts";
import type { Way, WayKind } from "../paths/way.ts";
import { waysOfNode } from "../paths/ways-of.ts";

/** Which ways of endpoints a question is about. */
export interface WayScope {
  readonly endpoints: readonly CompiledEndpoint[];
  /** Whether interfaces without an endpoint on the endpoints' nodes are meant, too. */
  readonly withoutEndpoint: boolean;
  readonly direction: "in" | "out";
  /** Of host endpoints: the traffic of the node itself, or what it forwards. */
  readonly traffic: Traffic;
}

/** Traffic of a host endpoint: with processes of its node, or with others through the node. */
export type Traffic = "local" | "forwarded" | "any";

const KINDS: Readonly<Record<WayKind, { readonly direction: "in" | "out"; readonly traffic?: Traffic }>> = {
  "local in": { direction: "in", traffic: "local" },
  "local out": { direction: "out", traffic: "local" },
  "forwarded in": { direction: "in", traffic: "forwarded" },
  "forwarded out": { direction: "out", traffic: "forwarded" },
  "to workload": { direction: "in" },
  "from workload": { direction: "out" },
  "workload to host": { direction: "out" },
};

/**
 * The ways that a question is about, of both IP versions, a node after the other. Those of a workload are of the IP versions
 * of which it has addresses, where it has any.
 */
export function endpointWays(world: World, facts: readonly NodeFacts[], scope: WayScope): readonly Way[] {
  const wanted = new Set(scope.endpoints);
  const nodes = new Set(scope.endpoints.map(({ node }) => node));
  const isWorkloadWithout = (family: 4 | 6, { kind, nets }: CompiledEndpoint): boolean =>
    kind === "WorkloadEndpoint" && nets.length > 0 && nets.every((net) => net.family !== family);
  const isWanted = ({ kind, endpoint, family }: Way): boolean => {
    if (endpoint !== undefined && isWorkloadWithout(family, endpoint)) return false;
    const { direction, traffic } = KINDS[kind];
    if (direction !== scope.direction) return false;
    if (traffic !== undefined && scope.traffic !== "any" && traffic !== scope.traffic) return false;
    return endpoint === undefined ? scope.withoutEndpoint : wanted.has(endpoint);
  };
  return [...nodes]
    .sort()
    .flatMap((node) => waysOfNode(world, facts.find((one) => one.node === node) ?? { node }, isWanted));
}
