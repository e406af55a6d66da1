import type { FlowEnd, NodeFacts } from "../../model/flow.ts";
import { hasStage } from "../applicable.ts";
import type { CompiledEndpoint } from "../compiled.ts";
import { addressOnlyEndpoints, governing, isWorkloadInterface, type NodeView } from "../node-view.ts";
import type { Direction, PolicyStage } from "../outcome.ts";
import { resolveFlow } from "../resolve.ts";
import type { End } from "../run.ts";
import type { Shared } from "./owned-rules.ts";
import { type AddPlace, makeStage, type Stage } from "./stage.ts";

/** An end of flows on one node with all its stages; where a stage is `undefined` no endpoint is asked there. */
export interface BatchEnd {
  readonly kind: End["kind"];
  /** Its interface; empty for a process. */
  readonly name: string;
  /** What to call it in a flow. */
  readonly flowEnd: FlowEnd;
  /** Whether Calico takes the interface for a workload's. */
  readonly isWorkload: boolean;
  /** A host interface of unknown addresses on a node with host endpoints that are found by theirs. */
  readonly isUncertain: boolean;
  readonly untrackedIn: Stage | undefined;
  readonly untrackedOut: Stage | undefined;
  readonly preDnat: Stage | undefined;
  readonly localIn: Stage | undefined;
  readonly localOut: Stage | undefined;
  readonly forwardIn: Stage | undefined;
  readonly forwardOut: Stage | undefined;
  readonly workloadIn: Stage | undefined;
  readonly workloadOut: Stage | undefined;
  /** Its number among the places that reasons name, for reasons that no endpoint gives (`END_CODE`). */
  readonly place: number;
}

/** What ends of one node are made with. */
export interface EndContext {
  readonly shared: Shared;
  readonly view: NodeView;
  readonly addPlace: AddPlace;
}

/** Prepares an end. */
export function makeEnd(end: End, flowEnd: FlowEnd, { shared, view, addPlace }: EndContext): BatchEnd {
  const name = end.kind === "process" ? "" : end.interface;
  const { own, wildcard } = end.kind === "process" ? {} : governing(view, name);
  const policing = own ?? (shared.world.profile.wildcardIsFull ? wildcard : undefined);
  const early = [own, wildcard].find((endpoint) => endpoint && hasStage(shared.world, endpoint, "pre-DNAT"));
  const wep = end.kind === "workload" ? end.endpoint : undefined;
  const of = (endpoint: CompiledEndpoint | undefined, stage: PolicyStage, direction: Direction) =>
    endpoint && makeStage(shared, addPlace, stage, direction, endpoint, name);
  return {
    kind: end.kind,
    name,
    flowEnd,
    isWorkload: isWorkloadInterface(view, name),
    isUncertain: end.kind === "host" && !view.interfaces.has(name) && addressOnlyEndpoints(view).length > 0,
    untrackedIn: of(own, "untracked", "ingress"),
    untrackedOut: of(own, "untracked", "egress"),
    preDnat: of(early, "pre-DNAT", "ingress"),
    localIn: of(policing, "normal", "ingress"),
    localOut: of(policing, "normal", "egress"),
    forwardIn: of(policing, "forward", "ingress"),
    forwardOut: of(policing, "forward", "egress"),
    workloadIn: of(wep, "workload", "ingress"),
    workloadOut: of(wep, "workload", "egress"),
    place: addPlace({ kind: "end", name, action: view.settings.endpointToHost }),
  };
}

/** The number that no end has: the flow cannot be evaluated, or not by tables. */
export const BAD_END = -2;

/** The ends of a node by number. */
export interface Ends {
  readonly list: readonly BatchEnd[];
  /** The number of an end as a flow names it; `BAD_END` where the node has no such end. */
  readonly named: (end: FlowEnd) => number;
  /** The number of an end that was found. */
  readonly found: (end: End) => number;
}

/** Starts the list of a node's ends. Each is prepared when it is first asked for. */
export function makeEnds(context: EndContext, facts: NodeFacts): Ends {
  const { world } = context.shared;
  const list: BatchEnd[] = [];
  const byName = new Map<string, number>();
  const byEnd = new Map<unknown, number>();
  function found(end: End): number {
    const key = end.kind === "process" ? 0 : (end.kind === "workload" && end.endpoint) || `${end.interface}`;
    const known = byEnd.get(key);
    if (known !== undefined) return known;
    const number = list.push(makeEnd(end, flowEndOf(end), context)) - 1;
    byEnd.set(key, number);
    return number;
  }
  function named(end: FlowEnd): number {
    const key = nameOf(end);
    const known = byName.get(key);
    if (known !== undefined) return known;
    const probe = { from: end, to: { process: true }, protocol: 99, srcIP: "0.0.0.0", dstIP: "0.0.0.0" } as const;
    const resolved = resolveFlow(world, facts, probe);
    const number = resolved.ok ? found(resolved.from) : BAD_END;
    byName.set(key, number);
    return number;
  }
  return { list, named, found };
}

/** How a flow names the end without doubt: workloads of several namespaces may share a name. */
function flowEndOf(end: End): FlowEnd {
  if (end.kind === "process") return { process: true };
  if (end.kind === "host" || end.endpoint === undefined) return { interface: end.interface };
  return { workload: `${end.endpoint.namespace}/${end.endpoint.name}` };
}

/** A text that only equal ends have; the fields are read in the order in which a flow's are. */
function nameOf(end: FlowEnd): string {
  if (typeof end !== "object" || end === null) return "";
  if ("process" in end && end.process === true) return "p";
  if ("workload" in end) return typeof end.workload === "string" ? `w${end.workload}` : "";
  return "interface" in end && typeof end.interface === "string" ? `i${end.interface}` : "";
}
