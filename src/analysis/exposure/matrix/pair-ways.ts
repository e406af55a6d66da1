import type { NodeFacts } from "../../../model/flow.ts";
import type { CompiledEndpoint, World } from "../../../policy/world/compiled.ts";
import type { Way } from "../../paths/way.ts";
import type { Family } from "../../sets/dimension.ts";
import { endpointWays } from "../endpoint-ways.ts";
import type { MatrixEnd } from "./matrix-ends.ts";

/** Ways that packets between two ends take, one after the other: of each step, any of its ways. */
export type Steps = readonly (readonly Way[])[];

/** Returns the ways of packets of one IP version from an end to another; `own node` where they never leave the node. */
export type PairWays = (family: Family, source: MatrixEnd, destination: MatrixEnd) => Steps | "own node";

/**
 * The ways between the ends of a matrix: out of the source's node, where the source is an endpoint, and into the destination's.
 * What other nodes do to packets that they forward is no part of it. On one node a packet takes one way.
 */
export function pairWays(world: World, facts: readonly NodeFacts[], ends: readonly MatrixEnd[]): PairWays {
  const endpoints = ends.flatMap((end) => (end.kind === "endpoint" ? [end.endpoint] : []));
  const scope = { endpoints, withoutEndpoint: false, traffic: "local" } as const;
  const known = new Map<CompiledEndpoint, Way[]>();
  for (const direction of ["in", "out"] as const) {
    for (const way of endpointWays(world, facts, { ...scope, direction })) {
      if (way.endpoint === undefined || way.laterTarget !== undefined) continue;
      known.set(way.endpoint, [...(known.get(way.endpoint) ?? []), way]);
    }
  }
  const ways = (family: Family, kind: Way["kind"], endpoint: CompiledEndpoint) =>
    known.get(endpoint)?.filter((way) => way.family === family && way.kind === kind) ?? [];
  const into = (family: Family, to: CompiledEndpoint) =>
    ways(family, to.kind === "HostEndpoint" ? "local in" : "to workload", to);
  const outOf = (family: Family, from: CompiledEndpoint) =>
    ways(family, from.kind === "HostEndpoint" ? "local out" : "from workload", from);
  return (family, source, destination) => {
    const [from, to] = [source, destination].map((end) => (end.kind === "endpoint" ? end.endpoint : undefined));
    if (from === undefined) return to === undefined ? [] : [into(family, to)];
    if (to === undefined) return [outOf(family, from)];
    if (from.node !== to.node) return [outOf(family, from), into(family, to)];
    if (from === to || (from.kind === "HostEndpoint" && to.kind === "HostEndpoint")) return "own node";
    if (to.kind === "HostEndpoint") return [ways(family, "workload to host", from)];
    const [start] =
      from.kind === "HostEndpoint" ? [{ kind: "process" } as const] : outOf(family, from).map((way) => way.from);
    return start === undefined ? [[]] : [into(family, to).map((way) => ({ ...way, from: start }))];
  };
}
