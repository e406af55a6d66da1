import type { Flow, FlowEnd, NodeFacts } from "../../model/flow.ts";
import { type Address, formatAddress } from "../../model/net/address.ts";
import { PROTOCOL_NUMBERS, protocolNumber } from "../../model/net/protocol.ts";
import { readPacket, reporter } from "../flow/flow-input.ts";
import type { Packet } from "../flow/packet.ts";
import type { Hint, Outcome, Step } from "../outcome.ts";
import { translate } from "../path/apply-dnat.ts";
import { nodeView } from "../path/node-view.ts";
import { simulate } from "../simulate.ts";
import type { World } from "../world/compiled.ts";
import { type FactsByNode, findPlace, type Place, placesOf, type Question } from "./endpoint-places.ts";
import { hostInterface } from "./host-interface.ts";

/** A packet between two endpoints anywhere in the cluster, each named or given by an address. */
export interface EndToEndRequest {
  readonly from: string;
  readonly to: string;
  /** The rest of the packet, fields as in a flow. */
  readonly packet: Omit<Flow, "from" | "to" | "srcIP" | "dstIP">;
  /** The interface through which it leaves its first node, where the user states it. */
  readonly out?: string;
  /** The interface through which it first enters a node, where the user states it. */
  readonly in?: string;
}

/** One node that the packet passes, and its outcome there. */
export interface NodeHop {
  readonly node: string;
  /** Complete, `to` included. */
  readonly flow: Flow;
  readonly outcome: Outcome;
}

/**
 * The outcome of the whole path: that of the hop where the packet is dropped, else of the last hop; its steps are those
 * of all hops in order. `diesAt` and `returnDiesAt` are indexes into `hops`: where the packet is dropped, and where its
 * reply is (a reply passes the hops backwards). A hop that could not be evaluated ends the path.
 */
export interface EndToEndPath extends Outcome {
  readonly from: Place;
  readonly to: Place;
  readonly hops: readonly NodeHop[];
  readonly diesAt?: number;
  readonly returnDiesAt?: number;
}

/** The path, or the question that must be answered first. */
export type EndToEndResult =
  | { readonly ok: true; readonly path: EndToEndPath }
  | { readonly ok: false; readonly question: Question };

/** A packet about to enter a node. */
interface Entering {
  readonly node: string;
  readonly from: FlowEnd;
  readonly packet: Omit<Flow, "from" | "to">;
  /** The packet's destination, as a number. */
  readonly destination: Address;
}

type SentPacket = Pick<Entering, "packet" | "destination">;

/** What is the same for the whole path, and its hops and assumptions so far. */
interface PathEvaluation {
  readonly world: World;
  readonly facts: FactsByNode;
  readonly request: EndToEndRequest;
  readonly from: Place;
  readonly to: Place;
  readonly source: Address;
  readonly hops: NodeHop[];
  readonly assumptions: string[];
}

/** More nodes than any packet passes; ends a path that DNATs send round in a circle. */
const MOST_HOPS = 8;

const UNCHANGED =
  "between the nodes nothing changes or drops the packet: no source NAT, no overlay (IPIP, VXLAN), no other firewall";
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
  const pair = addressPair(from.place, to.place, request);
  if (pair === undefined)
    return questionResult("to", `\`${request.from}\` and \`${request.to}\` have no addresses of the same IP version`);
  const [source, destination] = pair;
  const evaluation: PathEvaluation = {
    ...{ world, facts, request, source, from: from.place, to: to.place, hops: [] },
    assumptions: [
      ...from.assumptions,
      ...to.assumptions,
      ...chosen(from.place, source),
      ...chosen(to.place, destination),
    ],
  };
  const packet = { ...request.packet, srcIP: formatAddress(source), dstIP: formatAddress(destination) };
  let next: Entering | Question | undefined = enterFirstNode(evaluation, { packet, destination });
  while (next !== undefined) {
    if ("message" in next) return { ok: false, question: next };
    if (evaluation.hops.length === MOST_HOPS) {
      evaluation.assumptions.push(`the packet has passed ${MOST_HOPS} nodes and is not followed further`);
      break;
    }
    next = evaluateHop(evaluation, next);
  }
  if (evaluation.hops.length > 1) evaluation.assumptions.push(UNCHANGED);
  return { ok: true, path: combineHops(evaluation) };
}

function questionResult(about: Question["about"], message: string): EndToEndResult {
  return { ok: false, question: { about, message, fitting: [] } };
}

/** An address of each end, of the same IP version; an ICMP packet's protocol decides which. */
function addressPair(from: Place, to: Place, { packet }: EndToEndRequest): readonly [Address, Address] | undefined {
  const number = protocolNumber(packet.protocol);
  const family = number === PROTOCOL_NUMBERS.ICMP ? 4 : number === PROTOCOL_NUMBERS.ICMPv6 ? 6 : undefined;
  for (const source of from.addresses) {
    if (family !== undefined && source.family !== family) continue;
    const destination = to.addresses.find((address) => address.family === source.family);
    if (destination !== undefined) return [source, destination];
  }
  return undefined;
}

function chosen({ name, addresses }: Place, address: Address): string[] {
  const others = addresses.filter(({ family }) => family === address.family).length - 1;
  return others > 0 ? [`${name} is at ${formatAddress(address)}, the first of its addresses`] : [];
}

/** The first node: that of the first end, or from outside that of the other. */
function enterFirstNode(evaluation: PathEvaluation, sent: SentPacket): Entering | Question {
  const { from, to } = evaluation;
  if (from.node !== undefined) return { node: from.node, from: endOf(from), ...sent };
  if (to.node !== undefined) return enterNode(evaluation, to.node, to, sent);
  const message = `neither \`${evaluation.request.from}\` nor \`${evaluation.request.to}\` is in the cluster: no node is known to see the packet`;
  return { about: "from", message, fitting: [] };
}

function enterNode(evaluation: PathEvaluation, node: string, local: Place, sent: SentPacket): Entering | Question {
  const isFirst = evaluation.hops.length === (evaluation.from.node === undefined ? 0 : 1);
  const given = isFirst && evaluation.request.in !== undefined ? { given: evaluation.request.in } : {};
  const result = hostInterface(nodeView(evaluation.world, factsOf(evaluation, node)), {
    direction: "in",
    towards: evaluation.source,
    local,
    ...given,
  });
  if (!result.ok) return result.question;
  evaluation.assumptions.push(...result.assumptions);
  const { packet, destination } = sent;
  return { node, from: { interface: result.interface }, packet, destination };
}

/** Evaluates one node; returns the next that the packet enters, `undefined` where its path ends. */
function evaluateHop(evaluation: PathEvaluation, entering: Entering): Entering | Question | undefined {
  const translated = afterDnat(evaluation, entering);
  let arrival = arrive(evaluation, entering, translated);
  if ("message" in arrival) return arrival;
  const isTranslated = translated !== undefined && !arrival.hop.outcome.steps.some(isUntranslated);
  // A packet that is not tracked keeps its destination, which may be elsewhere.
  if (translated !== undefined && !isTranslated) arrival = arrive(evaluation, entering, undefined);
  if ("message" in arrival) return arrival;
  const { hop, target, assumptions } = arrival;
  evaluation.hops.push(hop);
  evaluation.assumptions.push(...assumptions);
  if (hop.outcome.verdict === "deny" || target.node === undefined || target.node === entering.node) return undefined;
  if (isTranslated && evaluation.from.node !== entering.node) evaluation.assumptions.push(REPLY_PATH);
  return enterNode(evaluation, target.node, target, isTranslated ? redirected(entering, translated) : entering);
}

function redirected({ packet }: Entering, { destination, destinationPort }: Packet): SentPacket {
  const port = destinationPort === undefined ? {} : { dstPort: destinationPort };
  return { packet: { ...packet, dstIP: formatAddress(destination), ...port }, destination };
}

function isUntranslated(step: Outcome["steps"][number]): boolean {
  return step.kind === "dnat" && !step.applied;
}

interface Arrival {
  readonly hop: NodeHop;
  readonly target: Place;
  readonly assumptions: readonly string[];
}

/** The hop of a packet that, translated or not, is routed by its destination. */
function arrive(evaluation: PathEvaluation, entering: Entering, translated: Packet | undefined): Arrival | Question {
  const { node, from, packet } = entering;
  const facts = factsOf(evaluation, node);
  const { destination } = translated ?? entering;
  const target = targetOf(evaluation, node, destination);
  let to: FlowEnd = endOf(target);
  let assumptions: readonly string[] = [];
  if (target.node !== node) {
    const isFirst = evaluation.hops.length === 0;
    const result = hostInterface(nodeView(evaluation.world, facts), {
      direction: "out",
      towards: destination,
      ...(isFirst && { local: evaluation.from }),
      ...(isFirst && evaluation.request.out !== undefined && { given: evaluation.request.out }),
    });
    if (!result.ok) return result.question;
    to = { interface: result.interface };
    assumptions = result.assumptions;
  }
  const flow: Flow = { ...packet, from, to };
  return { hop: { node, flow, outcome: simulate(evaluation.world, facts, flow) }, target, assumptions };
}

/** The packet as the node's DNATs translate it; `undefined` where they do not. */
function afterDnat(evaluation: PathEvaluation, { node, from, packet }: Entering): Packet | undefined {
  if ("process" in from) return undefined;
  const read = readPacket({ ...packet, from }, reporter([]));
  const incoming = "interface" in from ? from.interface : evaluation.from.endpoint?.interfaceName;
  if (read === undefined || incoming === undefined) return undefined;
  const translation = translate(nodeView(evaluation.world, factsOf(evaluation, node)), read, incoming);
  return translation.kind === "translated" ? translation.packet : undefined;
}

/** What has the destination address: the requested end, or else one on this node before others. */
function targetOf(evaluation: PathEvaluation, node: string, destination: Address): Place {
  const isRequested = evaluation.to.addresses.some(
    ({ family, value }) => family === destination.family && value === destination.value,
  );
  if (isRequested) return evaluation.to;
  const places = placesOf(evaluation.world, evaluation.facts, destination);
  return places.find((place) => place.node === node) ?? places[0];
}

function endOf({ kind, endpoint }: Place): FlowEnd {
  return kind === "workload" && endpoint ? { workload: `${endpoint.namespace}/${endpoint.name}` } : { process: true };
}

function factsOf({ facts }: PathEvaluation, node: string): NodeFacts {
  return facts.get(node) ?? { node };
}

/** The outcome of the whole path from those of its hops. */
function combineHops({ from, to, hops, assumptions }: PathEvaluation): EndToEndPath {
  const outcomes = hops.map(({ outcome }) => outcome);
  const decisive = outcomes.at(-1);
  if (decisive === undefined) throw new Error("an end-to-end path has at least one hop");
  const { verdict, decidedBy, dropStage } = decisive;
  const isDropped = verdict === "deny" && decidedBy.kind !== "not-evaluated";
  const steps: Step[] = [];
  const hints: Hint[] = [];
  for (const outcome of outcomes) {
    hints.push(...outcome.hints.map((hint) => ({ ...hint, step: hint.step + steps.length })));
    steps.push(...outcome.steps);
  }
  return {
    ...{ from, to, hops, verdict, decidedBy, steps, hints },
    ...(dropStage && { dropStage }),
    ...(isDropped && { diesAt: hops.length - 1 }),
    ...reply(outcomes),
    assumptions: [...new Set([...assumptions, ...outcomes.flatMap((outcome) => outcome.assumptions)])],
    diagnostics: outcomes.flatMap(({ diagnostics }) => diagnostics),
  };
}

/** The reply passes the hops backwards; it is dropped at the first that denies it. */
function reply(outcomes: readonly Outcome[]): Partial<EndToEndPath> {
  if (outcomes.some((outcome) => outcome.return === undefined)) return {};
  const returnDiesAt = outcomes.findLastIndex((outcome) => outcome.return === "deny");
  const decisive = outcomes[Math.max(returnDiesAt, 0)];
  return {
    ...(returnDiesAt < 0 ? { return: "allow" } : { return: "deny", returnDiesAt }),
    ...(decisive?.returnDecidedBy && { returnDecidedBy: decisive.returnDecidedBy }),
    ...(decisive?.returnDropStage && { returnDropStage: decisive.returnDropStage }),
    returnSteps: outcomes
      .slice(Math.max(returnDiesAt, 0))
      .reverse()
      .flatMap(({ returnSteps = [] }) => returnSteps),
  };
}
