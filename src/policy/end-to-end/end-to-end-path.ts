import type { Flow, FlowEnd, MasqueradeRule, NodeFacts } from "../../model/flow.ts";
import { type Address, formatAddress, parseAddress, sameAddress } from "../../model/net/address.ts";
import { protocolNumber } from "../../model/net/protocol.ts";
import { readPacket, reporter } from "../flow/flow-input.ts";
import type { Packet } from "../flow/packet.ts";
import { masqueradeOf, translate, translateOutput } from "../path/apply-dnat.ts";
import { nodeView } from "../path/node-view.ts";
import { simulate } from "../simulate.ts";
import type { World } from "../world/compiled.ts";
import { combineHops } from "./combine-hops.ts";
import {
  addressPair,
  choiceOf,
  endText,
  type FactsByNode,
  findPlace,
  otherVersionOf,
  type Place,
  type Question,
} from "./endpoint-places.ts";
import { hostInterface } from "./host-interface.ts";
import { evaluateOuterPacket } from "./outer-packet.ts";
import {
  type Departure,
  type Entering,
  endOf,
  factsOf,
  type PathEvaluation,
  type SentPacket,
  targetOf,
  unchangedText,
  viewOf,
} from "./path-evaluation.ts";
import type { EndToEndRequest, EndToEndResult, NodeHop } from "./path-types.ts";
import { ownSource, sourceText, translateSource } from "./source-nat.ts";
import { poolTunnel, tunnelExit, tunnelOf, underlayAddress, wireguardTunnel } from "./tunnel-link.ts";

/** More nodes than any packet passes; ends a path that DNATs send round in a circle. */
const MOST_HOPS = 8;

const REPLY_PATH = "replies come back through the node that translated the destination, which takes source NAT there";

/**
 * Evaluates a packet on every node it passes: out of the node of its first end, in to that of the other, and through
 * those between to which a DNAT sends it. What no input states is in `assumptions`, or a question. Pure and total.
 */
export function evaluateEndToEnd(world: World, facts: FactsByNode, request: EndToEndRequest): EndToEndResult {
  const from = findPlace(world, facts, request.from, "from");
  if (!from.ok) return from;
  const to = findPlace(world, facts, request.to, "to");
  if (!to.ok) return to;
  const pair = addressPair(from.place, to.place, request.packet.protocol);
  if (pair === undefined)
    return questionResult(
      "to",
      `\`${endText(request.from)}\` and \`${endText(request.to)}\` have no addresses of the same IP version`,
    );
  const [source, destination] = pair;
  const evaluation: PathEvaluation = {
    ...{ world, facts, request, from: from.place, to: to.place, hops: [], assumptions: [], choices: [] },
    isSourceGiven: typeof request.from === "string" && parseAddress(request.from) !== undefined,
  };
  const packet = { ...request.packet, srcIP: formatAddress(source), dstIP: formatAddress(destination) };
  let next: Entering | Question | undefined = enterFirstNode(evaluation, { packet, source, destination });
  while (next !== undefined) {
    if ("message" in next) return { ok: false, question: next };
    if (evaluation.hops.length >= MOST_HOPS) {
      evaluation.assumptions.push(`the packet has passed ${MOST_HOPS} nodes and is not followed further`);
      break;
    }
    next = evaluateHop(evaluation, next);
  }
  if (evaluation.hops.length > 1) evaluation.assumptions.push(unchangedText(evaluation));
  // The way that a host's packet takes may give it another source than the first of its addresses.
  const ofSource = evaluation.hops[0]?.flow.srcIP === packet.srcIP ? choiceOf(from.place, source) : [];
  const ofVersions = otherVersionOf(from.place.addresses, to.place.addresses, source);
  const ofTarget = [...choiceOf(to.place, destination), ...ofVersions];
  const ofEnds = [...from.assumptions, ...to.assumptions, ...ofSource, ...ofTarget];
  return { ok: true, path: combineHops({ ...evaluation, assumptions: [...ofEnds, ...evaluation.assumptions] }) };
}

function questionResult(about: Question["about"], message: string): EndToEndResult {
  return { ok: false, question: { about, message, fitting: [] } };
}

/** The first node: that of the first end, or from outside that of the other. */
function enterFirstNode(evaluation: PathEvaluation, sent: SentPacket): Entering | Question {
  const { from, to } = evaluation;
  if (from.node !== undefined) return { node: from.node, from: endOf(from), ...sent };
  if (to.node !== undefined) return enterNode(evaluation, to.node, to, sent);
  const { enters } = evaluation.request;
  if (enters !== undefined) return enterNode(evaluation, enters, to, sent);
  const message = `neither \`${endText(evaluation.request.from)}\` nor \`${endText(evaluation.request.to)}\` is in the cluster: no node is known to see the packet`;
  return { about: "from", message, fitting: [] };
}

/**
 * The interface that a packet enters a node by: the end of the tunnel that it came through, else that of the link it
 * travels, towards the node before (whose address decides, not the packet's own source), or towards its source outside.
 */
function enterNode(
  evaluation: PathEvaluation,
  node: string,
  local: Place,
  sent: SentPacket,
  left?: Departure,
): Entering | Question {
  const isFirst = evaluation.hops.length === (evaluation.from.node === undefined ? 0 : 1);
  const view = viewOf(evaluation, node);
  const tunnel = left && tunnelExit(left.view, view, left.interface, sent.destination.family);
  const given = (isFirst ? evaluation.request.in : undefined) ?? tunnel;
  const sender = left && underlayAddress(evaluation.world, left.view, sent.source.family);
  const result = hostInterface(view, {
    direction: "in",
    towards: sender ?? sent.source,
    ...(left && sender && { neighbour: left.view.node }),
    local,
    ...(given !== undefined && { given }),
  });
  if (!result.ok) return result.question;
  evaluation.assumptions.push(...result.assumptions);
  const { packet, source, destination } = sent;
  return { node, from: { interface: result.interface }, packet, source, destination };
}

/** Evaluates one node; returns the next that the packet enters, `undefined` where its path ends. */
function evaluateHop(evaluation: PathEvaluation, entering: Entering): Entering | Question | undefined {
  const { node } = entering;
  const open = afterDnat(evaluation, entering, factsOf(evaluation, node));
  const target = open && open.choices > 1 ? (evaluation.request.targets?.[evaluation.choices.length] ?? 0) : undefined;
  const facts = factsOf(evaluation, node, target);
  const translated = target === undefined ? open : afterDnat(evaluation, entering, facts);
  let arrival = arrive(evaluation, entering, facts, translated?.packet);
  if ("message" in arrival) return arrival;
  const dnat = arrival.hop.outcome.steps.find((step) => step.kind === "dnat");
  const isTranslated = translated !== undefined && dnat?.applied !== false;
  // A packet that is not tracked keeps its destination, which may be elsewhere.
  if (translated !== undefined && !isTranslated) arrival = arrive(evaluation, entering, facts, undefined);
  if ("message" in arrival) return arrival;
  const { hop, assumptions } = arrival;
  evaluation.assumptions.push(...assumptions);
  if (open && target !== undefined && dnat?.applied === true) {
    const name = dnat.target === undefined ? {} : { name: dnat.target };
    const { from, to } = dnat;
    evaluation.choices.push({ node, from, to, place: arrival.target, ...name, target, count: open.choices });
  }
  const { source } = arrival;
  const sent = { packet: { ...entering.packet, srcIP: hop.flow.srcIP }, source, destination: entering.destination };
  if (hop.outcome.verdict === "deny" || arrival.target.node === node) {
    evaluation.hops.push(hop);
    return undefined;
  }
  return leaveNode(evaluation, arrival, sent, isTranslated ? translated : undefined);
}

/** Takes an allowed packet out of its node: source NAT, the outer packet of its tunnel, and in at the next node. */
function leaveNode(
  evaluation: PathEvaluation,
  { hop, target }: Arrival,
  original: SentPacket,
  translated: Translated | undefined,
): Entering | Question | undefined {
  const { world } = evaluation;
  const view = viewOf(evaluation, hop.node);
  const left: Departure = { view, interface: hop.flow.to && "interface" in hop.flow.to ? hop.flow.to.interface : "" };
  const sent = translated ? redirected(original, translated.packet) : original;
  const { source, assumptions } = translateSource(world, view, {
    protocol: protocolNumber(sent.packet.protocol) ?? 0,
    ...{ source: sent.source, destination: sent.destination, destinationPort: sent.packet.dstPort },
    interface: left.interface,
    masquerade: translated?.masquerade,
  });
  evaluation.assumptions.push(...assumptions);
  const isChanged = source !== undefined && !sameAddress(source.address, sent.source);
  const sourceNat = isChanged ? sourceText(hop.node, sent.packet.srcIP, source) : undefined;
  evaluation.hops.push({ ...hop, ...(sourceNat !== undefined && { sourceNat }) });
  if (target.node === undefined) return undefined;
  if (translated && source === undefined && evaluation.from.node !== hop.node) evaluation.assumptions.push(REPLY_PATH);
  const tunnel = tunnelOf(view, left.interface);
  if (tunnel !== undefined) {
    const ends = [factsOf(evaluation, hop.node), factsOf(evaluation, target.node)] as const;
    const outer = evaluateOuterPacket(world, ends, { protocol: tunnel, family: sent.destination.family });
    evaluation.assumptions.push(...outer.assumptions);
    evaluation.hops.push(...outer.hops);
    if (outer.hops.some(({ outcome }) => outcome.verdict === "deny")) return undefined;
  }
  const changed = source
    ? { ...sent, source: source.address, packet: { ...sent.packet, srcIP: formatAddress(source.address) } }
    : sent;
  return enterNode(evaluation, target.node, target, changed, left);
}

function redirected({ packet, source }: SentPacket, { destination, destinationPort }: Packet): SentPacket {
  const port = destinationPort === undefined ? {} : { dstPort: destinationPort };
  return { packet: { ...packet, dstIP: formatAddress(destination), ...port }, source, destination };
}

interface Arrival {
  readonly hop: NodeHop;
  /** The packet's source, as the node gave it. */
  readonly source: Address;
  readonly target: Place;
  readonly assumptions: readonly string[];
}

/** The hop of a packet that, translated or not, is routed by its destination. */
function arrive(
  evaluation: PathEvaluation,
  entering: Entering,
  facts: NodeFacts,
  translated: Packet | undefined,
): Arrival | Question {
  const { node, from, packet } = entering;
  const { world } = evaluation;
  const view = nodeView(world, facts);
  const { destination } = translated ?? entering;
  let { source } = entering;
  const target = targetOf(evaluation, node, destination);
  let to: FlowEnd = endOf(target);
  let assumptions: readonly string[] = [];
  if (target.node !== node) {
    const isFirst = evaluation.hops.length === 0;
    const remote = target.kind === "workload" ? target.node : undefined;
    const result = hostInterface(view, {
      direction: "out",
      towards: destination,
      ...(remote !== undefined && {
        wireguard: wireguardTunnel(view, viewOf(evaluation, remote), destination.family),
        tunnel: poolTunnel(world, view, remote, destination),
      }),
      ...(isFirst && { local: evaluation.from }),
      ...(isFirst && evaluation.request.out !== undefined && { given: evaluation.request.out }),
    });
    if (!result.ok) return result.question;
    to = { interface: result.interface };
    assumptions = result.assumptions;
    // A process's packet without a source of its own gets that of the way it takes, before translation.
    if ("process" in from && isFirst && !evaluation.isSourceGiven && translated === undefined)
      source = ownSource(world, view, destination, result.interface) ?? source;
  }
  const flow: Flow = { ...packet, srcIP: formatAddress(source), from, to };
  return { hop: { node, flow, outcome: simulate(world, facts, flow) }, source, target, assumptions };
}

/** A packet that DNAT translates, and whether the node then masquerades it. */
interface Translated {
  readonly packet: Packet;
  readonly masquerade: MasqueradeRule | undefined | "unknown";
  /** How many targets the node chooses from. */
  readonly choices: number;
}

/** The packet as the node's DNATs translate it; `undefined` where they do not. */
function afterDnat(evaluation: PathEvaluation, { from, packet }: Entering, facts: NodeFacts): Translated | undefined {
  const read = readPacket({ ...packet, from }, reporter([]));
  const view = nodeView(evaluation.world, facts);
  const workload = evaluation.from.endpoint?.interfaceName;
  const incoming = "process" in from ? "" : "interface" in from ? from.interface : workload;
  if (read === undefined || incoming === undefined) return undefined;
  const translation = incoming === "" ? translateOutput(view, read) : translate(view, read, incoming);
  if (translation.kind !== "translated") return undefined;
  const { packet: translated, choices } = translation;
  return { packet: translated, choices, masquerade: masqueradeOf(view, read, incoming, translation) };
}
