import type { FlowEnd, NodeFacts } from "../../model/flow.ts";
import { LOOPBACK_NAME } from "../../model/net/route.ts";
import { resolveFlow } from "../flow/resolve-flow.ts";
import type { PolicyStage } from "../outcome.ts";
import { BEFORE_ROUTING } from "../path/chains.ts";
import { type End, interfaceOf, stageEndpoint, whereAt } from "../path/end.ts";
import { addressOnlyEndpoints, isWorkloadInterface, type NodeView } from "../path/node-view.ts";
import type { World } from "../world/compiled.ts";
import { type Ranges, ranges4 } from "./classes/address-ranges.ts";
import type { CompiledWorld } from "./compiled-world.ts";
import type { ReasonPlace } from "./reasons.ts";
import { type Plan, STAGES, type Stage, slotOf } from "./stage.ts";

/** The kinds of ends. */
export const KINDS = ["process", "host", "workload"] as const satisfies readonly End["kind"][];

/** An end of flows on one node with the stages that are evaluated there. */
export interface TableEnd {
  /** Its index among the node's ends. */
  readonly number: number;
  readonly end: End;
  readonly kind: End["kind"];
  /** Its kind as an index into `KINDS`. */
  readonly kindNumber: number;
  /** Whether Calico takes the interface for a workload's. */
  readonly isWorkload: boolean;
  /** A host interface of unknown addresses on a node with host endpoints that name no interface. */
  readonly isUncertain: boolean;
  /** The IPv4 addresses that a workload sends from; empty for other ends. */
  readonly sources: Ranges;
  /** What becomes of IPv4 packets from others: they are dropped in raw or at routing, or `simulate` must answer. */
  readonly otherSources: "pass" | "source-raw" | "source-routing" | "explain";
  /** By slot; `undefined` where no endpoint has the stage. Ends with the same plans share one list. */
  readonly stages: readonly (Stage | undefined)[];
  /** Those of the chains before routing that are there: packets that come from here meet them first. */
  readonly before: readonly Stage[];
}

/** What ends of one node are made with. */
export interface EndContext {
  readonly compiled: CompiledWorld;
  readonly view: NodeView;
}

/** One list for the many ends that have no chains before routing. */
const NONE: readonly Stage[] = [];
const NO_SOURCES: Ranges = [];

function makeEnd(number: number, end: End, { compiled, view }: EndContext): TableEnd {
  const name = interfaceOf(end);
  const stages = compiled.stagesOf(STAGES.map(({ stage }) => planAt(end, stage, { compiled, view })));
  const before = BEFORE_ROUTING[end.kind].flatMap(({ stage, direction, check }) =>
    check === undefined ? (stages[slotOf(stage, direction)] ?? []) : [],
  );
  return {
    number,
    end,
    kind: end.kind,
    kindNumber: KINDS.indexOf(end.kind),
    isWorkload: isWorkloadInterface(view, name),
    isUncertain: end.kind === "host" && !view.interfaces.has(name) && addressOnlyEndpoints(view).length > 0,
    ...sourcesOf(end, compiled.world, view),
    stages,
    before: before.length === 0 ? NONE : before,
  };
}

function sourcesOf(end: End, { calico }: World, view: NodeView): Pick<TableEnd, "sources" | "otherSources"> {
  if (end.kind !== "workload" || end.endpoint === undefined) return { sources: NO_SOURCES, otherSources: "pass" };
  const sources = ranges4(end.endpoint.nets);
  if (sources.length === 0 || view.routes !== undefined || view.settings.allowsSpoofing)
    return { sources, otherSources: "explain" };
  // A literal: strings put together are slow to compare.
  return { sources, otherSources: calico.sourceCheck === "raw" ? "source-raw" : "source-routing" };
}

function planAt(end: End, stage: PolicyStage, { compiled, view }: EndContext): Plan | undefined {
  const endpoint = stageEndpoint(compiled.world, view, stage, end);
  return endpoint && compiled.planOf(endpoint);
}

/** What reasons of an end are about, by slot (`reasons.ts`); worked out when a reason is shown, so that nothing is stored per packet. */
export function reasonPlaceAt({ end }: TableEnd, slot: number, context: EndContext): ReasonPlace {
  const { compiled, view } = context;
  const name = interfaceOf(end);
  const row = STAGES[slot];
  const endpoint = row && stageEndpoint(compiled.world, view, row.stage, end);
  const stage = endpoint && compiled.planOf(endpoint).stages[slot];
  if (row === undefined || endpoint === undefined || stage === undefined)
    return {
      kind: "end",
      name,
      action: view.settings.endpointToHost,
      refused: end.kind === "workload" ? end.endpoint : undefined,
    };
  const { tiers, profiles } = stage;
  const at = whereAt(row.stage, row.direction, endpoint, name);
  return { kind: "stage", at, tiers, profiles, profileNames: endpoint.profiles };
}

/** Most names of ends that a node remembers: a stream of made-up ones must not fill the memory. The rest is explained. */
export const MOST_NAMES = 20_000;

/** The number that no end has: the flow cannot be evaluated, or not by tables. */
export const BAD_END = -2;

/** The ends of a node by number. */
export interface Ends {
  readonly list: readonly TableEnd[];
  /** The number of an end as a flow names it; `BAD_END` where the node has no such end. */
  readonly numberOfNamed: (end: FlowEnd) => number;
  /** The number of a resolved end. */
  readonly numberOf: (end: End) => number;
}

/** Starts the list of a node's ends. Each is prepared when it is first used. */
export function makeEnds(context: EndContext, facts: NodeFacts): Ends {
  const { world } = context.compiled;
  const list: TableEnd[] = [];
  const byName = new Map<string, number>();
  const byEnd = new Map<unknown, number>();
  function numberOf(end: End): number {
    const key = end.kind === "process" ? 0 : (end.kind === "workload" && end.endpoint) || `${end.interface}`;
    const known = byEnd.get(key);
    if (known !== undefined) return known;
    const number = list.length;
    list.push(makeEnd(number, end, context));
    byEnd.set(key, number);
    return number;
  }
  function numberOfNamed(end: FlowEnd): number {
    const key = nameOf(end);
    // Whether the loopback interface means a local process depends on the other end.
    if (key === `i${LOOPBACK_NAME}`) return BAD_END;
    const known = byName.get(key);
    if (known !== undefined) return known;
    if (byName.size >= MOST_NAMES) return BAD_END;
    const probe = { from: end, to: { process: true }, protocol: 99, srcIP: "0.0.0.0", dstIP: "0.0.0.0" } as const;
    const resolved = resolveFlow(world, facts, probe);
    const number = resolved.ok ? numberOf(resolved.from) : BAD_END;
    byName.set(key, number);
    return number;
  }
  return { list, numberOfNamed, numberOf };
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
