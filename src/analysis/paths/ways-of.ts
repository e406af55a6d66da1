import type { DnatRule, NodeFacts } from "../../model/flow.ts";
import { LOOPBACK_NAME } from "../../model/net/route.ts";
import { choicesOf } from "../../policy/path/apply-dnat.ts";
import type { End } from "../../policy/path/end.ts";
import { governingEndpoints, type NodeView, nodeView } from "../../policy/path/node-view.ts";
import type { World } from "../../policy/world/compiled.ts";
import { type NodeInterfaces, nodeInterfaces } from "./node-ways.ts";
import type { Way, WayKind } from "./way.ts";
import { destinationsTo } from "./way-destinations.ts";

const PROCESS: End = { kind: "process" };
const FAMILIES = [4, 6] as const;

type WayEnds = Pick<Way, "kind" | "interface" | "from" | "to" | "endpoint">;

/**
 * The ways through every node that the World or facts name, of both IP versions: those of each host interface with and without a
 * host endpoint, and those of each workload. What facts do not say is assumed (`Way.assumed`), and the facts of the ways have it,
 * so that `simulate` assumes the same. Where the node's DNATs choose among several targets there is a way for each further
 * target, of the packets that are translated so: whoever looks at all ways has looked at all targets. `choose` leaves out ways.
 */
export function waysOf(world: World, facts: readonly NodeFacts[], choose: (way: Way) => boolean = () => true): Way[] {
  const nodes = new Set([
    ...world.hostEndpoints.keys(),
    ...world.workloadEndpoints.keys(),
    ...facts.map(({ node }) => node),
  ]);
  return [...nodes].sort().flatMap((node) => {
    return waysOfNode(world, facts.find((one) => one.node === node) ?? { node }, choose);
  });
}

/** The ways of `waysOf` through one node: the one that the facts are of. */
export function waysOfNode(world: World, given: NodeFacts, choose: (way: Way) => boolean = () => true): Way[] {
  const { node } = given;
  const found = nodeInterfaces([{ world, facts: given }]);
  const { assumed } = found;
  const known = { addresses: given.interfaces !== undefined, routes: given.routes !== undefined };
  return found.inWorlds.flatMap(({ facts: assumedFacts, view }) =>
    endsOf(world, view, found).flatMap((ends) =>
      FAMILIES.flatMap((family) => {
        const { kind, interface: name, from, to, endpoint } = ends;
        // Written out: there are thousands of ways, and objects that are spread are slow to make.
        const of = { kind, node, family, interface: name, from, to, view, facts: assumedFacts, assumed };
        const way: Way = endpoint === undefined ? of : Object.assign(of, { endpoint });
        if (!choose(way)) return [];
        const destinations = destinationsTo(world, view, family, farEnd(ends), known);
        return everyTarget(world, destinations === undefined ? way : { ...way, destinations });
      }),
    ),
  );
}

function endsOf(world: World, view: NodeView, { names, other }: NodeInterfaces): WayEnds[] {
  const away: End = { kind: "host", interface: other };
  const hosts = names.flatMap((name): WayEnds[] => {
    const { governing, wildcard } = governingEndpoints(view, name);
    const endpoint = governing ?? wildcard;
    const here = { interface: name, ...(endpoint && { endpoint }) };
    const at: End = { kind: "host", interface: name };
    if (name === LOOPBACK_NAME) return [{ kind: "local in", ...here, from: PROCESS, to: PROCESS }];
    return [
      { kind: "local in", ...here, from: at, to: PROCESS },
      { kind: "local out", ...here, from: PROCESS, to: at },
      { kind: "forwarded in", ...here, from: at, to: away },
      { kind: "forwarded out", ...here, from: away, to: at },
    ];
  });
  const workloads = (world.workloadEndpoints.get(view.node) ?? []).flatMap((endpoint): WayEnds[] => {
    const at: End = { kind: "workload", interface: endpoint.interfaceName, endpoint };
    const here = { interface: endpoint.interfaceName, endpoint };
    const way = (kind: WayKind, from: End, to: End) => ({ kind, ...here, from, to });
    return [way("to workload", away, at), way("from workload", at, away), way("workload to host", at, PROCESS)];
  });
  return [...hosts, ...workloads];
}

/** The end that a way's packets go to; `undefined` where it stands for all ends that the node forwards to. */
export function farEnd({ kind, to }: Pick<Way, "kind" | "to">): End | undefined {
  return kind === "forwarded in" || kind === "from workload" ? undefined : to;
}

/** The way, and one for each further target that the node may choose. */
export function everyTarget(world: World, way: Way): Way[] {
  const rules: readonly DnatRule[] = way.from.kind === "process" ? way.view.outputRules : way.view.dnatRules;
  const most = rules.reduce((found, rule) => Math.max(found, choicesOf(rule)), 1);
  const later = Array.from({ length: most - 1 }, (_, index) => {
    const target = index + 1;
    const facts: NodeFacts = { node: way.node, chosen: { of: way.facts, target } };
    return { ...way, facts, view: nodeView(world, facts), laterTarget: target };
  });
  return [way, ...later];
}

/** The same way in another World, with the same facts: as its endpoints and policies are there. */
export function wayIn(world: World, way: Way): Way {
  const view = nodeView(world, way.facts);
  const { endpoint: before, ...rest } = way;
  const workloads = world.workloadEndpoints.get(way.node) ?? [];
  const endIn = (end: End): End => {
    if (end.kind !== "workload") return end;
    const { endpoint: known, interface: name } = end;
    const same = workloads.find(
      (one) => one.interfaceName === name && one.name === known?.name && one.namespace === known?.namespace,
    );
    const endpoint = same ?? workloads.find(({ interfaceName }) => interfaceName === name);
    return { kind: "workload", interface: name, ...(endpoint && { endpoint }) };
  };
  const [from, to] = [endIn(way.from), endIn(way.to)];
  const atWorkload = [from, to].find((end) => end.kind === "workload");
  const { governing, wildcard } = governingEndpoints(view, way.interface);
  const endpoint = before?.kind === "WorkloadEndpoint" ? atWorkload?.endpoint : (governing ?? wildcard);
  return { ...rest, ...(endpoint && { endpoint }), from, to, view };
}
