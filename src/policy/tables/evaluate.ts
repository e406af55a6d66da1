import type { Flow, FlowEnd, NodeFacts } from "../../model/flow.ts";
import { formatAddress } from "../../model/net/address.ts";
import { PROTOCOL_NUMBERS } from "../../model/net/protocol.ts";
import { readFacts } from "../flow/facts-input.ts";
import { readPacket } from "../flow/flow-input.ts";
import { expectsReply, replyPacket, replyStateWithoutConnection, stateWithoutConnection } from "../flow/packet.ts";
import { resolveFlow } from "../flow/resolve-flow.ts";
import type { DecidedBy, Outcome, Verdict } from "../outcome.ts";
import { translate } from "../path/apply-dnat.ts";
import { interfaceOf } from "../path/end.ts";
import { isNodeAddress, nodeView } from "../path/node-view.ts";
import { BY_NOTHING } from "../path/reasons.ts";
import { simulate } from "../simulate.ts";
import type { World } from "../world/compiled.ts";
import { isIn } from "./classes/address-ranges.ts";
import { NO_PORT } from "./classes/rule-ranges.ts";
import { compiledWorld } from "./compiled-world.ts";
import { addressedEndpoints, compileDestinations, maybeTranslated } from "./destinations.ts";
import { type BatchEnd, flowEndOf, makeEnds, placeAt } from "./ends.ts";
import { NO_REASON, newState, type PacketState, restart } from "./packet-state.ts";
import { resolveReason, splitReason } from "./reasons.ts";
import { ALLOW, DENY } from "./rule-list.ts";
import {
  type BatchPacket,
  destinationOf,
  ESTABLISHED,
  fillPacket,
  NO_END,
  newPacket,
  packetOf,
  STATES,
  sourceOf,
  UNTRACKED,
} from "./table-packet.ts";
import { walk } from "./walk.ts";

const { ICMP, ICMPv6 } = PROTOCOL_NUMBERS;

/** No reply follows, or the flow itself is denied. */
export const NO_RETURN = 0;

/** The answer for a flow as numbers, to be reused. `verdict` is `ALLOW` or `DENY`, `return` these or `NO_RETURN`. */
export interface BatchAnswer {
  verdict: number;
  return: number;
  /** What decided, for `decidedBy`: equal numbers are the same decision. -1 where nobody was asked anything. */
  reason: number;
  detail: number;
  /** Present where the explaining evaluator answered. */
  outcome: Outcome | undefined;
}

/** An answer to be filled. */
export function newAnswer(): BatchAnswer {
  return { verdict: DENY, return: NO_RETURN, reason: NO_REASON, detail: 0, outcome: undefined };
}

/** The answer for a flow in words. */
export interface BatchOutcome {
  readonly verdict: Verdict;
  readonly return?: Verdict;
  readonly decidedBy: DecidedBy;
  /** Whether the explaining evaluator had to answer. */
  readonly isExplained: boolean;
  /** Why the flow could not be evaluated, where `decidedBy` says so. */
  readonly diagnostics: Outcome["diagnostics"];
}

/** The compiled form of a World for one node: verdict, return and decision equal `simulate`'s, without the trace. */
export interface BatchEvaluator {
  /** The number of an end for `BatchPacket`; negative where the node has no such end. */
  readonly end: (end: FlowEnd) => number;
  /** Fills a packet from a flow; false where the flow must be asked by `simulate`. */
  readonly read: (flow: Flow, into: BatchPacket) => boolean;
  /** Answers for a packet. Allocates nothing for IPv4 that no DNAT may translate, once its ends' tables are made. */
  readonly evaluate: (packet: BatchPacket, answer: BatchAnswer) => void;
  /** Answers for any flow by `simulate`. */
  readonly explain: (flow: Flow, answer: BatchAnswer) => void;
  /** What decided an answer. */
  readonly decidedBy: (answer: BatchAnswer) => DecidedBy;
  /** Reads and answers for one flow. */
  readonly simulate: (flow: Flow) => BatchOutcome;
}

/** The run that all nodes of a World fill in turn. */
const runs = new WeakMap<World, PacketState>();

/**
 * Compiles a World for the flows of one node. Tables are made when an endpoint's stage is first asked, and shared by
 * endpoints that the same policies select, on all nodes. Left to `simulate`: flows that cannot be evaluated, IPv6
 * without `to`, and packets to or from an interface of unknown addresses whose own address may be that of a host endpoint
 * without interfaceName. A packet that a DNAT may translate is translated by the explaining evaluator's function.
 */
export function compileNode(world: World, facts: NodeFacts): BatchEvaluator {
  const shared = compiledWorld(world);
  const { groups } = shared;
  const view = nodeView(world, facts);
  const context = { shared, view };
  const ends = makeEnds(context, facts);
  const destinations = compileDestinations(world, view, facts, ends);
  const known = readFacts(facts);
  const dnatRanges = maybeTranslated(known);
  const hasDnat = known.dnat.length > 0;
  const addressed = addressedEndpoints(view);
  const process = { process: true } as const;
  const probe = { from: process, to: process, protocol: 99, srcIP: "0.0.0.0", dstIP: "0.0.0.0" };
  const areFactsGood = resolveFlow(world, facts, probe).ok;
  const loopback = ends.list[ends.found({ kind: "host", interface: "lo" })] as BatchEnd;
  const localProcess = ends.list[ends.found({ kind: "process" })] as BatchEnd;
  const run = runs.get(world) ?? newState(shared, view.settings);
  runs.set(world, run);

  function mayTranslate(packet: Pick<BatchPacket, "family" | "destination">): boolean {
    return hasDnat && (packet.family === 6 || isIn(dnatRanges, packet.destination));
  }

  /** Finds `to`; negative where the explaining evaluator must. */
  function findTo(packet: BatchPacket, from: BatchEnd): number {
    if (packet.to !== NO_END) return packet.to;
    if (packet.family === 6) return NO_END;
    let { destination } = packet;
    if (from.kind !== "process" && mayTranslate(packet)) {
      const translation = translate(view, packetOf(packet), interfaceOf(from.end));
      if (translation.kind === "translated") destination = Number(translation.packet.destination.value);
    }
    return destinations(packet.from, destination);
  }

  function isAddressUnsure(packet: BatchPacket, from: BatchEnd, to: BatchEnd): boolean {
    const inward = from.isUncertain && to.kind === "process";
    if (!inward && !(to.isUncertain && from.kind === "process")) return false;
    return packet.family === 6 || isIn(addressed, inward ? packet.destination : packet.source);
  }

  function load(packet: BatchPacket): void {
    run.family = packet.family;
    run.protocol = packet.protocol;
    run.source = packet.source;
    run.destination = packet.destination;
    run.source6 = packet.source6;
    run.destination6 = packet.destination6;
    run.sourcePort = packet.sourcePort;
    run.destinationPort = packet.destinationPort;
    run.icmpType = packet.icmpType;
    run.icmpCode = packet.icmpCode;
    run.sourceClass = packet.family === 4 ? groups.classOf4(packet.source) : groups.classOf6(packet.source6);
    findDestinationClass();
  }

  function findDestinationClass(): void {
    run.destinationClass = run.family === 4 ? groups.classOf4(run.destination) : groups.classOf6(run.destination6);
  }

  /** `translate` of path/packet-domain.ts: whether the packet goes to the node itself instead of on to its `to`. */
  function destinationNat(incoming: BatchEnd): boolean {
    if (run.isReply || !mayTranslate(run)) return false;
    const translation = translate(view, packetOf(run), interfaceOf(incoming.end));
    if (translation.kind !== "translated") return false;
    const isApplied = run.state < 2;
    if (!isApplied) return isNodeAddress(view, destinationOf(run));
    const { destination, destinationPort } = translation.packet;
    if (run.family === 4) run.destination = Number(destination.value);
    else run.destination6 = destination.value;
    run.destinationPort = destinationPort ?? NO_PORT;
    findDestinationClass();
    return false;
  }

  function turnRound(): void {
    if (run.protocol === ICMP || run.protocol === ICMPv6) run.icmpType = replyPacket(packetOf(run)).icmpType ?? 0;
    const { source, source6, sourcePort, sourceClass } = run;
    run.source = run.destination;
    run.source6 = run.destination6;
    run.sourcePort = run.destinationPort;
    run.sourceClass = run.destinationClass;
    run.destination = source;
    run.destination6 = source6;
    run.destinationPort = sourcePort;
    run.destinationClass = sourceClass;
  }

  function getsReply(): boolean {
    if (run.state !== UNTRACKED || (run.protocol !== ICMP && run.protocol !== ICMPv6)) return run.state !== 2;
    return expectsReply(packetOf(run), "untracked");
  }

  function evaluate(packet: BatchPacket, answer: BatchAnswer): void {
    const from = areFactsGood ? ends.list[packet.from] : undefined;
    const to = from && ends.list[findTo(packet, from)];
    if (from === undefined || to === undefined || isAddressUnsure(packet, from, to)) {
      explain(flowOf(packet), answer);
      return;
    }
    answer.outcome = undefined;
    load(packet);
    walkBoth(packet, answer, from, to);
    if (run.asksServices) explain(flowOf(packet), answer);
  }

  /** There and, where a reply follows, back. */
  function walkBoth(packet: BatchPacket, answer: BatchAnswer, from: BatchEnd, to: BatchEnd): void {
    run.settings = view.settings;
    run.asksServices = false;
    restart(run, packet.state, false);
    answer.verdict = walk(run, from, to, loopback, destinationNat);
    answer.reason = run.reason;
    answer.detail = run.detail;
    answer.return = NO_RETURN;
    if (answer.verdict === DENY || !getsReply()) return;
    const reached = run.isTurnedBack ? localProcess : to;
    turnRound();
    const isTracked = run.state !== UNTRACKED;
    const state = isTracked ? ESTABLISHED : STATES.indexOf(replyStateOf(run));
    restart(run, state, isTracked);
    answer.return = walk(run, reached, from, loopback, destinationNat);
  }

  /** The packet as a flow. */
  function flowOf(packet: BatchPacket): Flow {
    const { sourcePort, destinationPort, icmpType, icmpCode, protocol } = packetOf(packet);
    const named = (number: number) => {
      const end = ends.list[number];
      return end === undefined ? { interface: "" } : flowEndOf(end.end);
    };
    const from = named(packet.from);
    const to = packet.to === NO_END ? undefined : named(packet.to);
    const state = STATES[packet.state];
    return {
      from,
      ...(to ? { to } : {}),
      protocol,
      srcIP: formatAddress(sourceOf(packet)),
      dstIP: formatAddress(destinationOf(packet)),
      ...(sourcePort === undefined ? {} : { srcPort: sourcePort }),
      ...(destinationPort === undefined ? {} : { dstPort: destinationPort }),
      ...(icmpType === undefined ? {} : { icmpType }),
      ...(icmpCode === undefined ? {} : { icmpCode }),
      ...(state === undefined || state === "untracked" ? {} : { conntrack: state }),
    };
  }

  function read(flow: Flow, into: BatchPacket): boolean {
    const packet = readPacket(flow, () => undefined);
    if (packet === undefined) return false;
    fillPacket(into, packet);
    into.from = ends.named(flow.from);
    into.to = flow.to === undefined ? NO_END : ends.named(flow.to);
    into.state = STATES.indexOf(flow.conntrack ?? stateWithoutConnection(packet, flow.tcpFlags));
    return into.from >= 0 && (into.to >= 0 || into.to === NO_END) && into.state >= 0;
  }

  function explain(flow: Flow, answer: BatchAnswer): void {
    fromOutcome(simulate(world, facts, flow, { trace: false }), answer);
  }

  function decidedBy({ outcome, reason, detail }: BatchAnswer): DecidedBy {
    if (outcome) return outcome.decidedBy;
    const parts = splitReason(reason);
    const end = ends.list[parts.end];
    return end === undefined ? BY_NOTHING : resolveReason(placeAt(end, parts.slot, context), parts.code, detail);
  }

  const packet = newPacket();
  const answer = newAnswer();
  return {
    end: ends.named,
    read,
    evaluate,
    explain,
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

function replyStateOf(run: PacketState): (typeof STATES)[number] {
  return replyStateWithoutConnection(packetOf(run));
}

function fromOutcome(outcome: Outcome, answer: BatchAnswer): void {
  const number = (verdict: Verdict) => (verdict === "allow" ? ALLOW : DENY);
  answer.outcome = outcome;
  answer.verdict = number(outcome.verdict);
  answer.return = outcome.return === undefined ? NO_RETURN : number(outcome.return);
  answer.reason = NO_REASON;
  answer.detail = 0;
}
