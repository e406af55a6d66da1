import { LOOPBACK_NAME } from "../../model/net/route.ts";
import { type End, interfaceOf } from "../../policy/path/end.ts";
import { governingEndpoints, isWorkloadInterface, type NodeView, nodeView } from "../../policy/path/node-view.ts";
import type { CompiledEndpoint } from "../../policy/world/compiled.ts";
import { type NodeInWorld, nodeInterfaces } from "./node-ways.ts";
import type { Way, WayKind } from "./way.ts";
import { destinationsTo } from "./way-destinations.ts";
import { everyTarget } from "./ways-of.ts";

const FAMILIES = [4, 6] as const;

/** What a way of `forwardedWays` is about, before it is made. */
export type ForwardedEnds = Pick<Way, "kind" | "interface" | "endpoint" | "from" | "to" | "view" | "laterTarget">;

/**
 * The ways of what a node forwards, in the last of several Worlds: from each host interface that any of them knows to each, to
 * each of its workloads, and from them. Other than those of `waysOf`, both ends may have endpoints, whose policies then all
 * count. What comes in through a host interface is also there once more as the packets that the node translates alone
 * (`laterTarget` from 0, kind `forwarded in`, whatever is at the other end). `choose` leaves out ways. `named`: interfaces that
 * ways are about, too, where they are the host's, although nothing else may name them.
 */
export function forwardedWays(
  given: readonly NodeInWorld[],
  named: readonly string[],
  choose: (ends: ForwardedEnds) => boolean,
): readonly Way[] {
  const views = given.map(({ world, facts }) => nodeView(world, facts));
  const ofHost = named.filter((name) => !views.some((view) => isWorkloadInterface(view, name)));
  const { inWorlds, names, other, assumed } = nodeInterfaces(given, ofHost);
  const last = inWorlds.at(-1);
  if (last === undefined) return [];
  const { world, view, facts } = last;
  const known = {
    addresses: given.some(({ facts: of }) => of.interfaces !== undefined),
    routes: given.some(({ facts: of }) => of.routes !== undefined),
  };
  const isGoverned = (name: string) => inWorlds.some((one) => endpointAt(one.view, name) !== undefined);
  const hosts = [...new Set([...names.filter((name) => name !== LOOPBACK_NAME), other])].map((name) => {
    return { end: { kind: "host", interface: name } as const, isGoverned: isGoverned(name) };
  });
  const ends: ForwardedEnds[] = [];
  for (const host of hosts) {
    for (const { end, isGoverned: isOther } of hosts) {
      if (!host.isGoverned && !isOther) continue;
      ends.push(hostEnds(view, host.isGoverned ? "forwarded in" : "forwarded out", host.end, end));
      if (view.dnatRules.length > 0) ends.push(translatedEnds(view, host.end, end));
    }
    for (const endpoint of world.workloadEndpoints.get(view.node) ?? []) {
      const at: End = { kind: "workload", interface: endpoint.interfaceName, endpoint };
      const here = { interface: endpoint.interfaceName, endpoint, view };
      ends.push({ kind: "to workload", ...here, from: host.end, to: at });
      ends.push({ kind: "from workload", ...here, from: at, to: host.end });
      if (view.dnatRules.length > 0) ends.push(translatedEnds(view, host.end, at));
    }
  }
  // A packet that leaves by the interface that it came in by is the last example that people think of.
  const isBack = ({ from, to }: ForwardedEnds) => interfaceOf(from) === interfaceOf(to);
  const chosen = ends.filter(choose).sort((a, b) => Number(isBack(a)) - Number(isBack(b)));
  return chosen.flatMap((one) =>
    FAMILIES.flatMap((family) => {
      const destinations = destinationsTo(world, view, family, one.to, known);
      const way: Way = { ...one, node: view.node, family, facts, assumed };
      return everyTarget(world, destinations === undefined ? way : { ...way, destinations });
    }),
  );
}

function hostEnds(view: NodeView, kind: WayKind, from: End, to: End): ForwardedEnds {
  const name = interfaceOf(kind === "forwarded in" ? from : to);
  const endpoint = endpointAt(view, name);
  return { kind, interface: name, ...(endpoint && { endpoint }), from, to, view };
}

/** The packets alone that the node translates, to the first of the targets that it may choose. */
function translatedEnds(view: NodeView, from: End, to: End): ForwardedEnds {
  return { ...hostEnds(view, "forwarded in", from, to), laterTarget: 0 };
}

/** The host endpoints at the ends of a way; none of a workload or a process. */
export function hostEndpointsOf({ view, from, to }: Pick<Way, "view" | "from" | "to">): readonly CompiledEndpoint[] {
  return [from, to].flatMap((end) => (end.kind === "host" ? (endpointAt(view, end.interface) ?? []) : []));
}

function endpointAt(view: NodeView, name: string): CompiledEndpoint | undefined {
  const { governing, wildcard } = governingEndpoints(view, name);
  return governing ?? wildcard;
}
