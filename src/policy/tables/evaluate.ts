import type { Flow, FlowEnd, NodeFacts } from "../../model/flow.ts";
import { commonOutcome, simulateEveryChoice } from "../flow/every-choice.ts";
import { readFacts } from "../flow/facts-input.ts";
import { readPacket } from "../flow/flow-input.ts";
import { stateWithoutConnection } from "../flow/packet.ts";
import { resolveFlow } from "../flow/resolve-flow.ts";
import type { DecidedBy, Outcome, Verdict } from "../outcome.ts";
import { choicesOf, translate, translateOutput } from "../path/apply-dnat.ts";
import { LOOPBACK } from "../path/chains.ts";
import { interfaceOf } from "../path/end.ts";
import { isNodeAddress, nodeView } from "../path/node-view.ts";
import { BY_NOTHING } from "../path/reasons.ts";
import { simulate } from "../simulate.ts";
import type { World } from "../world/compiled.ts";
import { answerFrom, NO_RETURN, newAnswer, type TableAnswer } from "./answer.ts";
import type { PlainNode } from "./batch/plain-ends.ts";
import { isIn } from "./classes/address-ranges.ts";
import { compiledWorld } from "./compiled-world.ts";
import { addressedEndpoints, compileDestinations, maybeTranslated } from "./destinations.ts";
import { makeEnds, reasonPlaceAt, type TableEnd } from "./ends.ts";
import { flowOf } from "./flow-of.ts";
import { nodeRulesFor } from "./node-rules.ts";
import {
  getsReply,
  load,
  newState,
  type PacketState,
  replyStateOf,
  restart,
  translateDestination,
  turnIntoReply,
} from "./packet-state.ts";
import { resolveReason, type Spans, splitReason } from "./reasons.ts";
import { ALLOW, DENY } from "./rule-list.ts";
import {
  destinationOf,
  ESTABLISHED,
  fillPacket,
  NO_END,
  newPacket,
  packetOf,
  STATES,
  type TablePacket,
  UNTRACKED,
} from "./table-packet.ts";
import { walk } from "./walk.ts";

/** The answer for a flow as data, without the trace. */
export interface TableOutcome {
  readonly verdict: Verdict;
  readonly return?: Verdict;
  readonly decidedBy: DecidedBy;
  /** Whether the explaining evaluator had to answer. */
  readonly isExplained: boolean;
  /** Why the flow could not be evaluated, where `decidedBy` is `not-evaluated`. */
  readonly diagnostics: Outcome["diagnostics"];
}

/** The compiled form of a World for one node: verdict, return and decision equal `simulate`'s, without the trace. */
export interface NodeEvaluator {
  /** The number of an end for `TablePacket`; negative where the node has no such end. */
  readonly end: (end: FlowEnd) => number;
  /** Fills a packet from a flow; false where the flow must be evaluated by `simulate`. */
  readonly read: (flow: Flow, into: TablePacket) => boolean;
  /** Answers for a packet. Allocates nothing for IPv4 that no DNAT may translate, once its ends' tables are made. */
  readonly evaluate: (packet: TablePacket, answer: TableAnswer) => void;
  /** Answers for any flow by `simulate`. */
  readonly explain: (flow: Flow, answer: TableAnswer) => void;
  /** Whether the node may choose among several targets for some packet. */
  readonly hasChoices: boolean;
  /** Whether the node chooses among several targets for a packet: what becomes of it may depend on the choice. */
  readonly chooses: (packet: TablePacket) => boolean;
  /** Answers for every choice of the node; not evaluated where they differ, with the diagnostic `flow.choices`. */
  readonly explainChoices: (flow: Flow, answer: TableAnswer) => void;
  /** What decided an answer; with the place of a rule in its file where nothing else is said. */
  readonly decidedBy: (answer: TableAnswer, spans?: Spans) => DecidedBy;
  /** Reads and answers for one flow. */
  readonly simulate: (flow: Flow) => TableOutcome;
  /** What a batch of packets needs to know of the node, and the state that all nodes of the World use in turn. */
  readonly inside: PlainNode & { readonly state: PacketState };
}

/** The packet state that all nodes of a World use in turn. */
const packetStates = new WeakMap<World, PacketState>();

/**
 * Compiles a World for the flows of one node. Tables are made when an endpoint's stage is first evaluated, and shared by
 * endpoints that the same policies select, on all nodes. Left to `simulate`: flows that cannot be evaluated, IPv6
 * without `to`, and packets to or from an interface of unknown addresses whose own address may be that of a host endpoint
 * without interfaceName. A packet that a DNAT may translate is translated by the explaining evaluator's function.
 */
export function compileNode(world: World, facts: NodeFacts): NodeEvaluator {
  const compiled = compiledWorld(world);
  const view = nodeView(world, facts);
  const context = { compiled, view };
  const ends = makeEnds(context, facts);
  const destinations = compileDestinations(world, view, facts, ends);
  const dnatRanges = maybeTranslated(view.dnatRules, readFacts(facts));
  const hasDnat = view.dnatRules.length > 0;
  const hasFloatingIps =
    view.settings.floatingIps && view.workloadEndpoints.some(({ floatingIps }) => floatingIps.length > 0);
  const addressed = addressedEndpoints(view);
  const process = { process: true } as const;
  const probe = { from: process, to: process, protocol: 99, srcIP: "0.0.0.0", dstIP: "0.0.0.0" };
  const areFactsGood = resolveFlow(world, facts, probe).ok;
  const loopback = ends.list[ends.numberOf(LOOPBACK)] as TableEnd;
  const localProcess = ends.list[ends.numberOf({ kind: "process" })] as TableEnd;
  const state = packetStates.get(world) ?? newState(compiled, view.settings);
  packetStates.set(world, state);

  function mayTranslate(packet: Pick<TablePacket, "family" | "destination">): boolean {
    return hasDnat && (packet.family === 6 || isIn(dnatRanges, packet.destination));
  }

  /** Finds `to`; negative where the explaining evaluator must. */
  function findTo(packet: TablePacket, from: TableEnd): number {
    if (packet.to !== NO_END) return packet.to;
    if (packet.family === 6) return NO_END;
    let { destination } = packet;
    if (from.kind !== "process" && mayTranslate(packet)) {
      if (hasFloatingIps) return NO_END;
      const translation = translate(view, packetOf(packet), interfaceOf(from.end));
      if (translation.kind === "translated") destination = Number(translation.packet.destination.value);
    }
    return destinations(packet.from, destination);
  }

  function isAddressUnsure(packet: TablePacket, from: TableEnd, to: TableEnd): boolean {
    const inward = from.isUncertain && to.kind === "process";
    if (!inward && !(to.isUncertain && from.kind === "process")) return false;
    return packet.family === 6 || isIn(addressed, inward ? packet.destination : packet.source);
  }

  /** `translate` of path/packet-domain.ts: whether the packet goes to the node itself instead of on to its `to`. */
  function destinationNat(incoming: TableEnd): boolean {
    if (state.isReply || !mayTranslate(state)) return false;
    const translation = translate(view, packetOf(state), interfaceOf(incoming.end));
    if (translation.kind !== "translated") return false;
    const isApplied = state.state < 2;
    if (!isApplied) return isNodeAddress(view, destinationOf(state));
    translateDestination(state, translation.packet);
    return false;
  }

  function evaluate(packet: TablePacket, answer: TableAnswer): void {
    const from = areFactsGood ? ends.list[packet.from] : undefined;
    const to = from && ends.list[findTo(packet, from)];
    if (
      from === undefined ||
      to === undefined ||
      isAddressUnsure(packet, from, to) ||
      nodeRules.mayMeet(packet, from, to)
    ) {
      explain(flowOf(packet, ends.list), answer);
      return;
    }
    answer.outcome = undefined;
    load(state, packet);
    walkBoth(packet, answer, from, to);
    if (state.dependsOnServices) explain(flowOf(packet, ends.list), answer);
  }

  /** There and, where a reply follows, back. */
  function walkBoth(packet: TablePacket, answer: TableAnswer, from: TableEnd, to: TableEnd): void {
    state.settings = view.settings;
    state.dependsOnServices = false;
    restart(state, packet.state, false);
    state.isAnswer = false;
    answer.verdict = walk(state, from, to, loopback, destinationNat);
    answer.reason = state.reason;
    answer.detail = state.detail;
    answer.return = NO_RETURN;
    if (answer.verdict === DENY || !getsReply(state)) return;
    const reached = state.isRedirectedToNode ? localProcess : to;
    turnIntoReply(state);
    const isTracked = state.state !== UNTRACKED;
    const replyState = isTracked ? ESTABLISHED : STATES.indexOf(replyStateOf(state));
    restart(state, replyState, isTracked);
    state.isAnswer = true;
    answer.return = walk(state, reached, from, loopback, destinationNat);
  }

  function read(flow: Flow, into: TablePacket): boolean {
    const packet = readPacket(flow, () => undefined);
    if (packet === undefined) return false;
    fillPacket(into, packet);
    into.from = ends.numberOfNamed(flow.from);
    into.to = flow.to === undefined ? NO_END : ends.numberOfNamed(flow.to);
    into.state = STATES.indexOf(flow.conntrack ?? stateWithoutConnection(packet, flow.tcpFlags));
    return into.from >= 0 && (into.to >= 0 || into.to === NO_END) && into.state >= 0;
  }

  function explain(flow: Flow, answer: TableAnswer): void {
    answerFrom(simulate(world, facts, flow, { trace: false }), answer);
  }

  const hasChoices = [...(view.dnatRules ?? []), ...(facts.outputDnat ?? [])].some((rule) => choicesOf(rule) > 1);

  function chooses(packet: TablePacket): boolean {
    const from = hasChoices ? ends.list[packet.from] : undefined;
    if (from === undefined) return false;
    const isOut = from.kind === "process";
    if (!isOut && !mayTranslate(packet)) return false;
    const sent = packetOf(packet);
    const translation = isOut ? translateOutput(view, sent) : translate(view, sent, interfaceOf(from.end));
    return translation.kind === "translated" && translation.choices > 1;
  }

  function explainChoices(flow: Flow, answer: TableAnswer): void {
    answerFrom(commonOutcome(simulateEveryChoice(world, facts, flow), facts.node), answer);
  }

  function decidedBy({ outcome, reason, detail }: TableAnswer, spans: Spans = "with spans"): DecidedBy {
    if (outcome) return outcome.decidedBy;
    const parts = splitReason(reason);
    const end = ends.list[parts.end];
    if (end === undefined) return BY_NOTHING;
    return resolveReason(world, reasonPlaceAt(end, parts.slot, context), parts.code, detail, spans);
  }

  const nodeRules = nodeRulesFor(world, view, maybeTranslated(facts.filter ?? [], readFacts(facts)), mayTranslate);
  const packet = newPacket();
  const answer = newAnswer();
  return {
    inside: {
      ends: ends.list,
      settings: view.settings,
      isPlain: areFactsGood && !nodeRules.hasAny,
      hasDnat,
      mayTranslate: (destination) => hasDnat && isIn(dnatRanges, destination),
      endOf: (from, destination) => (hasDnat ? NO_END : destinations(from, destination)),
      state,
    },
    end: ends.numberOfNamed,
    read,
    evaluate,
    explain,
    hasChoices,
    chooses,
    explainChoices,
    decidedBy,
    simulate: (flow) => {
      if (read(flow, packet)) evaluate(packet, answer);
      else explain(flow, answer);
      return {
        verdict: answer.verdict === ALLOW ? "allow" : "deny",
        ...(answer.return === NO_RETURN ? {} : { return: answer.return === ALLOW ? "allow" : "deny" }),
        decidedBy: decidedBy(answer),
        isExplained: answer.outcome !== undefined,
        diagnostics: answer.outcome?.diagnostics ?? [],
      };
    },
  };
}
