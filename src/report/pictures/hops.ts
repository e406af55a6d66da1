import type { Flow, FlowEnd } from "../../model/flow.ts";
import type { EndToEndPath, NodeHop } from "../../policy/end-to-end/path-types.ts";
import { endpointName } from "../../policy/names.ts";
import type { DecidedBy, Outcome, Step } from "../../policy/outcome.ts";
import type { FlowChoice } from "../outcomes/answer.ts";
import { hopResult, listedSteps } from "../outcomes/end-to-end-words.ts";
import { endpointAt, endsText } from "../outcomes/outcome-text.ts";
import type { PicturedEnd, PicturedHop, PicturedStage } from "./picture-types.ts";
import { picturedStages } from "./stages.ts";

/** The hops of a packet and of its reply, in the order in which each passes them. */
export interface PicturedHops {
  readonly hops: readonly PicturedHop[];
  readonly replyHops: readonly PicturedHop[];
}

/** The one hop of a packet that is evaluated on one node. */
export function hopsOnNode({ flow, node, outcome }: Omit<FlowChoice, "name">, allSteps: boolean): PicturedHops {
  const hop: NodeHop = { node, flow, outcome };
  return {
    hops: outcome.decidedBy.kind === "not-evaluated" ? [] : [pictured(hop, outcome.decidedBy, allSteps)],
    replyHops: repliesOf([hop], outcome.returnDecidedBy === undefined ? undefined : 0, outcome, allSteps),
  };
}

/** The hops of a packet from end to end. */
export function hopsOfPath(path: EndToEndPath, allSteps: boolean): PicturedHops {
  const { hops, diesAt = hops.length - 1, returnDiesAt, decidedBy } = path;
  const last = path.return === undefined ? undefined : (returnDiesAt ?? 0);
  return {
    hops: hops.map((hop, at) => pictured(hop, at === diesAt ? decidedBy : undefined, allSteps)),
    replyHops: repliesOf(hops, last, path, allSteps),
  };
}

function pictured(hop: NodeHop, decidedBy: DecidedBy | undefined, allSteps: boolean): PicturedHop {
  const { outcome, sourceNat, tunnel } = hop;
  const { hints, verdict } = outcome;
  const stages = picturedStages({ steps: listedSteps(hop), hints, verdict, decidedBy }, allSteps);
  return {
    ...placed(hop, hop.flow),
    result: hopResult(hop),
    ...(tunnel !== undefined && { tunnel }),
    stages: sourceNat === undefined ? stages : [...stages, sourceNatStage(sourceNat)],
  };
}

/** What became of the source as the packet left the node, where a sentence says it for the path. */
function sourceNatStage(why: string): PicturedStage {
  const row = { subject: "", result: "translated", why, hints: [], isDecisive: false };
  return { name: "source NAT", state: "translated", isDecisive: false, rows: [row] };
}

/** A reply passes the hops backwards, to the one at `last`; none where that is `undefined`. */
function repliesOf(
  hops: readonly NodeHop[],
  last: number | undefined,
  { returnDecidedBy }: Outcome,
  allSteps: boolean,
): readonly PicturedHop[] {
  if (last === undefined) return [];
  return hops
    .slice(last)
    .map((hop, at) => ({ hop, isLast: at === 0 }))
    .reverse()
    .flatMap(({ hop, isLast }) => {
      const { returnSteps: steps, return: verdict } = hop.outcome;
      if (steps === undefined || verdict === undefined) return [];
      const decidedBy = isLast ? returnDecidedBy : undefined;
      const reversed = { from: hop.flow.to, to: hop.flow.from };
      return {
        ...placed(hop, reversed),
        result: verdict === "allow" ? "allowed" : "denied",
        ...(hop.tunnel !== undefined && { tunnel: hop.tunnel }),
        stages: picturedStages({ steps, hints: [], verdict, decidedBy }, allSteps),
      };
    });
}

function placed(
  { node, flow, outcome: { steps } }: NodeHop,
  { from, to }: { readonly from: FlowEnd | undefined; readonly to?: FlowEnd | undefined },
): Pick<PicturedHop, "node" | "route" | "from" | "to"> {
  return { node, route: endsText(flow, node, steps), from: endOf(from, steps), to: endOf(to, steps) };
}

function endOf(end: Flow["to"], steps: readonly Step[]): PicturedEnd {
  if (end === undefined) return { kind: "unknown", name: "unknown" };
  if ("workload" in end) return { kind: "workload", name: `workload ${end.workload}` };
  if (!("interface" in end)) return { kind: "process", name: "local process" };
  const endpoint = endpointAt(end.interface, steps);
  return { kind: "interface", name: end.interface, ...(endpoint && { endpoint: endpointName(endpoint) }) };
}
