import type { FlowEnd, NodeFacts } from "../../model/flow.ts";
import { resolveFlow } from "../flow/resolve-flow.ts";
import type { PolicyStage } from "../outcome.ts";
import { BEFORE_ROUTING } from "../path/chains.ts";
import { type End, interfaceOf, stageEndpoint, whereAt } from "../path/end.ts";
import { addressOnlyEndpoints, isWorkloadInterface, type NodeView } from "../path/node-view.ts";
import type { CompiledWorld } from "./compiled-world.ts";
import type { Place } from "./reasons.ts";
import { type Plan, STAGES, type Stage, slotOf } from "./stage.ts";

/** The kinds of ends. */
export const KINDS = ["process", "host", "workload"] as const satisfies readonly End["kind"][];

/** An end of flows on one node with the stages that are evaluated there. */
export interface BatchEnd {
  /** Its index among the node's ends. */
  readonly number: number;
  readonly end: End;
  readonly kind: End["kind"];
  /** Its kind as an index into `KINDS`. */
  readonly kindNumber: number;
  /** Whether Calico takes the interface for a workload's. */
  readonly isWorkload: boolean;
  /** A host interface of unknown addresses on a node with host endpoints that are found by theirs. */
  readonly isUncertain: boolean;
  /** By slot; `undefined` where no endpoint has the stage. Ends with the same plans share one list. */
  readonly stages: readonly (Stage | undefined)[];
  /** Those of the chains before routing that are there: packets that come from here meet them first. */
  readonly before: readonly Stage[];
}

/** What ends of one node are made with. */
export interface EndContext {
  readonly shared: CompiledWorld;
  readonly view: NodeView;
}

/** One list for the many ends that have no chains before routing. */
const NONE: readonly Stage[] = [];

function makeEnd(number: number, end: End, { shared, view }: EndContext): BatchEnd {
  const name = interfaceOf(end);
  const stages = shared.stagesOf(STAGES.map(({ stage }) => planAt(end, stage, { shared, view })));
  const before = BEFORE_ROUTING[end.kind].flatMap(({ stage, direction }) => stages[slotOf(stage, direction)] ?? []);
  return {
    number,
    end,
    kind: end.kind,
    kindNumber: KINDS.indexOf(end.kind),
    isWorkload: isWorkloadInterface(view, name),
    isUncertain: end.kind === "host" && !view.interfaces.has(name) && addressOnlyEndpoints(view).length > 0,
    stages,
    before: before.length === 0 ? NONE : before,
  };
}

function planAt(end: End, stage: PolicyStage, { shared, view }: EndContext): Plan | undefined {
  const endpoint = stageEndpoint(shared.world, view, stage, end);
  return endpoint && shared.planOf(endpoint);
}

/** What reasons of an end are about, by slot (`reasons.ts`); worked out when a reason is shown, so that nothing is stored per packet. */
export function placeAt({ end }: BatchEnd, slot: number, context: EndContext): Place {
  const { shared, view } = context;
  const name = interfaceOf(end);
  const named = STAGES[slot];
  const endpoint = named && stageEndpoint(shared.world, view, named.stage, end);
  const stage = endpoint && shared.planOf(endpoint).stages[slot];
  if (named === undefined || endpoint === undefined || stage === undefined)
    return { kind: "end", name, action: view.settings.endpointToHost };
  const { tiers, profiles } = stage;
  const at = whereAt(named.stage, named.direction, endpoint, name);
  return { kind: "stage", at, tiers, profiles, profileNames: endpoint.profiles };
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
