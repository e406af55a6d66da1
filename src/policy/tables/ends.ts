import type { FlowEnd, NodeFacts } from "../../model/flow.ts";
import { resolveFlow } from "../flow/resolve-flow.ts";
import { addressOnlyEndpoints, governing, isWorkloadInterface, type NodeView } from "../path/node-view.ts";
import { type End, where } from "../path/run.ts";
import { hasStage } from "../world/applicable-policies.ts";
import type { CompiledEndpoint } from "../world/compiled.ts";
import type { Shared } from "./owned-rules.ts";
import type { Place } from "./reasons.ts";
import { type Plan, type PlanName, STAGES } from "./stage.ts";

/** An end of flows on one node with what is asked there; where a plan is `undefined` no endpoint is. */
export interface BatchEnd {
  /** Its index among the node's ends. */
  readonly number: number;
  readonly end: End;
  readonly kind: End["kind"];
  /** Whether Calico takes the interface for a workload's. */
  readonly isWorkload: boolean;
  /** A host interface of unknown addresses on a node with host endpoints that are found by theirs. */
  readonly isUncertain: boolean;
  /** The plans of the host endpoints for untracked, for pre-DNAT, for local and forwarded traffic; of the workload. */
  readonly own: Plan | undefined;
  readonly early: Plan | undefined;
  readonly policing: Plan | undefined;
  readonly workload: Plan | undefined;
}

/** What ends of one node are made with. */
export interface EndContext {
  readonly shared: Shared;
  readonly view: NodeView;
}

type Endpoints = Readonly<Record<PlanName, CompiledEndpoint | undefined>>;

/** The endpoints that are asked at an end. */
function endpointsAt(end: End, { shared: { world }, view }: EndContext): Endpoints {
  const { own, wildcard } = end.kind === "process" ? {} : governing(view, end.interface);
  return {
    own,
    policing: own ?? (world.calico.wildcardIsFull ? wildcard : undefined),
    early: [own, wildcard].find((endpoint) => endpoint && hasStage(world, endpoint, "pre-DNAT")),
    workload: end.kind === "workload" ? end.endpoint : undefined,
  };
}

function makeEnd(number: number, end: End, context: EndContext): BatchEnd {
  const { shared, view } = context;
  const name = interfaceOf(end);
  const asked = endpointsAt(end, context);
  const of = (endpoint: CompiledEndpoint | undefined) => endpoint && shared.planOf(endpoint);
  return {
    number,
    end,
    kind: end.kind,
    isWorkload: isWorkloadInterface(view, name),
    isUncertain: end.kind === "host" && !view.interfaces.has(name) && addressOnlyEndpoints(view).length > 0,
    own: of(asked.own),
    early: of(asked.early),
    policing: of(asked.policing),
    workload: of(asked.workload),
  };
}

/** The end's interface; empty for a process. */
export function interfaceOf(end: End): string {
  return end.kind === "process" ? "" : end.interface;
}

/** What reasons of an end are about, by slot (`reasons.ts`); found again when it is to be told, so that nothing is kept. */
export function placeAt({ end }: BatchEnd, slot: number, context: EndContext): Place {
  const name = interfaceOf(end);
  const asked = STAGES[slot];
  const endpoint = asked && endpointsAt(end, context)[asked.plan];
  if (asked === undefined || endpoint === undefined)
    return { kind: "end", name, action: context.view.settings.endpointToHost };
  const { stage, direction } = asked;
  const { tiers, profiles } = context.shared.planOf(endpoint)[asked.name];
  return {
    kind: "stage",
    at: where(stage, direction, endpoint, name),
    tiers,
    profiles,
    profileNames: endpoint.profiles,
  };
}

/** Most names of ends that a node remembers: a stream of made-up ones must not fill the memory. The rest is explained. */
export const MOST_NAMES = 20_000;

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
    const number = list.length;
    list.push(makeEnd(number, end, context));
    byEnd.set(key, number);
    return number;
  }
  function named(end: FlowEnd): number {
    const key = nameOf(end);
    const known = byName.get(key);
    if (known !== undefined) return known;
    if (byName.size >= MOST_NAMES) return BAD_END;
    const probe = { from: end, to: { process: true }, protocol: 99, srcIP: "0.0.0.0", dstIP: "0.0.0.0" } as const;
    const resolved = resolveFlow(world, facts, probe);
    const number = resolved.ok ? found(resolved.from) : BAD_END;
    byName.set(key, number);
    return number;
  }
  return { list, named, found };
}

/** How a flow names the end without doubt: workloads of several namespaces may share a name. */
export function flowEndOf(end: End): FlowEnd {
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
