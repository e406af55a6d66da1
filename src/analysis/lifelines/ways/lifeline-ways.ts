import type { NodeFacts } from "../../../model/flow.ts";
import { interfaceOf } from "../../../policy/path/end.ts";
import { nodeView } from "../../../policy/path/node-view.ts";
import type { World } from "../../../policy/world/compiled.ts";
import { type ForwardedEnds, forwardedWays, hostEndpointsOf } from "../../paths/forwarded-ways.ts";
import type { Way } from "../../paths/way.ts";
import { concerns, type Forwarding, type Lifeline } from "../lifeline.ts";

/** Whether a lifeline is about a way, by its endpoints now or, where there was a World before, then. */
export function isOn(lifeline: Lifeline, way: ForwardedEnds, before?: ForwardedEnds): boolean {
  const ways = before === undefined ? [way] : [before, way];
  const { direction, through } = lifeline;
  if (through !== undefined) {
    const endpoints = () => ways.flatMap(hostEndpointsOf);
    return isThrough(through, way) && endpoints().some((endpoint) => concerns(lifeline, endpoint));
  }
  const inward = way.kind === "local in" || way.kind === "to workload" || isTranslated(way);
  const outward = way.kind === "local out" || way.kind === "from workload" || way.kind === "workload to host";
  if (direction === "in" ? !inward : !outward) return false;
  return ways.some(({ endpoint }) => endpoint !== undefined && concerns(lifeline, endpoint));
}

/**
 * The ways of what a node forwards that lifelines may take: those through hosts; those of workloads that a selector means, for
 * which the policies of the host's interfaces are, too; and those of packets to a host that it translates and sends on.
 */
export function forwardedLifelineWays(
  lifelines: readonly Lifeline[],
  before: World,
  now: World,
  facts: NodeFacts,
): readonly Way[] {
  const mayForward = lifelines.some(
    ({ through, endpoints }) => through !== undefined || endpoints.selector !== undefined,
  );
  if (!mayForward && nodeView(now, facts).dnatRules.length === 0) return [];
  const given = [...new Set([before, now])].map((world) => ({ world, facts }));
  const named = lifelines.flatMap(({ through }) => (through === undefined ? [] : [...through.in, ...through.out]));
  return forwardedWays(given, named, (way) => {
    // What has no host endpoint at the other end is asked as one way of the workload, whatever interface is there.
    const isPlain = way.endpoint?.kind === "WorkloadEndpoint" && hostEndpointsOf(way).length === 0;
    return lifelines.some((lifeline) =>
      lifeline.through === undefined ? !isPlain && isOn(lifeline, way) : isThrough(lifeline.through, way),
    );
  });
}

/** Whether a way is of packets alone that come in to the host and are translated. */
function isTranslated({ kind, laterTarget }: ForwardedEnds): boolean {
  return kind === "forwarded in" && laterTarget !== undefined;
}

function isThrough({ in: incoming, out }: Forwarding, { from, to, laterTarget }: ForwardedEnds): boolean {
  if (from.kind !== "host" || to.kind === "process" || laterTarget === 0) return false;
  const isNamed = (names: readonly string[], name: string) => names.length === 0 || names.includes(name);
  return isNamed(incoming, interfaceOf(from)) && isNamed(out, interfaceOf(to));
}
