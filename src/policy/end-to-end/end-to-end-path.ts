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

/** A packet from one end to another, each an endpoint's name or an address, anywhere in the cluster. */
export interface JourneyRequest {
  readonly from: string;
  readonly to: string;
  /** The rest of the packet, fields as in a flow. */
  readonly packet: Omit<Flow, "from" | "to" | "srcIP" | "dstIP">;
  /** The interface through which it leaves its first node, where the user says it. */
  readonly out?: string;
  /** The interface through which it first comes in to a node. */
  readonly in?: string;
}

/** The packet's way through one node. */
export interface Leg {
  readonly node: string;
  /** Complete, `to` included. */
  readonly flow: Flow;
  readonly outcome: Outcome;
}

/**
 * The answer for the whole way. As an Outcome it is that of the leg where the packet dies, else of the last one; its
 * steps are those of all legs in order. `diesAt` and `returnDiesAt` are indexes into `legs`: where the packet is dropped,
 * where its reply is (a reply passes the legs backwards). A leg that could not be evaluated ends the journey.
 */
export interface Journey extends Outcome {
  readonly from: Place;
  readonly to: Place;
  readonly legs: readonly Leg[];
  readonly diesAt?: number;
  readonly returnDiesAt?: number;
}

/** The journey, or what must be asked first. */
export type JourneyResult =
  | { readonly ok: true; readonly journey: Journey }
  | { readonly ok: false; readonly question: Question };

/** A packet about to enter a node. */
interface Entering {
  readonly node: string;
  readonly from: FlowEnd;
  readonly packet: Omit<Flow, "from" | "to">;
  /** The packet's destination, as a number. */
  readonly destination: Address;
}

type Sent = Pick<Entering, "packet" | "destination">;

/** What stays the same on the whole way, and what is found out on it. */
interface Trip {
  readonly world: World;
  readonly facts: FactsByNode;
  readonly request: JourneyRequest;
  readonly from: Place;
  readonly to: Place;
  readonly source: Address;
  readonly legs: Leg[];
  readonly assumptions: string[];
}

/** More nodes than any packet passes; a DNAT that sends it round and round ends here. */
const MOST_LEGS = 8;

const UNCHANGED =
  "between the nodes nothing changes or drops the packet: no source NAT, no overlay (IPIP, VXLAN), no other firewall";
const REPLY_PATH = "replies come back through the node that translated the destination, which takes source NAT there";

/**
 * Evaluates a packet on every node it passes: out of the node of its first end, in to that of the other, and through
 * those between to which a DNAT sends it. What no input says is in `assumptions`, or asked. Pure and total.
 */
export function journey(world: World, facts: FactsByNode, request: JourneyRequest): JourneyResult {
  const from = findPlace(world, facts, request.from, "from");
  if (!from.ok) return from;
  const to = findPlace(world, facts, request.to, "to");
  if (!to.ok) return to;
  const pair = addressPair(from.place, to.place, request);
  if (pair === undefined)
    return ask("to", `\`${request.from}\` and \`${request.to}\` have no addresses of the same IP version`);
  const [source, destination] = pair;
  const trip: Trip = {
    ...{ world, facts, request, source, from: from.place, to: to.place, legs: [] },
    assumptions: [
      ...from.assumptions,
      ...to.assumptions,
      ...chosen(from.place, source),
      ...chosen(to.place, destination),
    ],
  };
  const packet = { ...request.packet, srcIP: formatAddress(source), dstIP: formatAddress(destination) };
  let next: Entering | Question | undefined = start(trip, { packet, destination });
  while (next !== undefined) {
    if ("message" in next) return { ok: false, question: next };
    if (trip.legs.length === MOST_LEGS) {
      trip.assumptions.push(`the packet has passed ${MOST_LEGS} nodes and is not followed further`);
      break;
    }
    next = pass(trip, next);
  }
  if (trip.legs.length > 1) trip.assumptions.push(UNCHANGED);
  return { ok: true, journey: whole(trip) };
}

function ask(about: Question["about"], message: string): JourneyResult {
  return { ok: false, question: { about, message, fitting: [] } };
}

/** An address of each end, of one IP version, which an ICMP packet's protocol gives. */
function addressPair(from: Place, to: Place, { packet }: JourneyRequest): readonly [Address, Address] | undefined {
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
function start(trip: Trip, sent: Sent): Entering | Question {
  const { from, to } = trip;
  if (from.node !== undefined) return { node: from.node, from: endOf(from), ...sent };
  if (to.node !== undefined) return comeIn(trip, to.node, to, sent);
  const message = `neither \`${trip.request.from}\` nor \`${trip.request.to}\` is in the cluster: no node is known to see the packet`;
  return { about: "from", message, fitting: [] };
}

function comeIn(trip: Trip, node: string, local: Place, sent: Sent): Entering | Question {
  const isFirst = trip.legs.length === (trip.from.node === undefined ? 0 : 1);
  const given = isFirst && trip.request.in !== undefined ? { given: trip.request.in } : {};
  const found = hostInterface(nodeView(trip.world, factsOf(trip, node)), {
    way: "in",
    towards: trip.source,
    local,
    ...given,
  });
  if (!found.ok) return found.question;
  trip.assumptions.push(...found.assumptions);
  const { packet, destination } = sent;
  return { node, from: { interface: found.interface }, packet, destination };
}

/** Evaluates one node; gives the next that the packet enters, `undefined` when its way ends here. */
function pass(trip: Trip, entering: Entering): Entering | Question | undefined {
  const translated = afterDnat(trip, entering);
  let arrival = arrive(trip, entering, translated);
  if ("message" in arrival) return arrival;
  const isTranslated = translated !== undefined && !arrival.leg.outcome.steps.some(isUntranslated);
  // A packet that is not tracked keeps its destination, which may be elsewhere.
  if (translated !== undefined && !isTranslated) arrival = arrive(trip, entering, undefined);
  if ("message" in arrival) return arrival;
  const { leg, target, assumptions } = arrival;
  trip.legs.push(leg);
  trip.assumptions.push(...assumptions);
  if (leg.outcome.verdict === "deny" || target.node === undefined || target.node === entering.node) return undefined;
  if (isTranslated && trip.from.node !== entering.node) trip.assumptions.push(REPLY_PATH);
  return comeIn(trip, target.node, target, isTranslated ? redirected(entering, translated) : entering);
}

function redirected({ packet }: Entering, { destination, destinationPort }: Packet): Sent {
  const port = destinationPort === undefined ? {} : { dstPort: destinationPort };
  return { packet: { ...packet, dstIP: formatAddress(destination), ...port }, destination };
}

function isUntranslated(step: Outcome["steps"][number]): boolean {
  return step.kind === "dnat" && !step.applied;
}

interface Arrival {
  readonly leg: Leg;
  readonly target: Place;
  readonly assumptions: readonly string[];
}

/** The leg of a packet that, translated or not, is routed by its destination. */
function arrive(trip: Trip, entering: Entering, translated: Packet | undefined): Arrival | Question {
  const { node, from, packet } = entering;
  const facts = factsOf(trip, node);
  const { destination } = translated ?? entering;
  const target = targetOf(trip, node, destination);
  let to: FlowEnd = endOf(target);
  let assumptions: readonly string[] = [];
  if (target.node !== node) {
    const isFirst = trip.legs.length === 0;
    const found = hostInterface(nodeView(trip.world, facts), {
      way: "out",
      towards: destination,
      ...(isFirst && { local: trip.from }),
      ...(isFirst && trip.request.out !== undefined && { given: trip.request.out }),
    });
    if (!found.ok) return found.question;
    to = { interface: found.interface };
    assumptions = found.assumptions;
  }
  const flow: Flow = { ...packet, from, to };
  return { leg: { node, flow, outcome: simulate(trip.world, facts, flow) }, target, assumptions };
}

/** What the node's DNATs make of the packet; `undefined` when they leave it alone. */
function afterDnat(trip: Trip, { node, from, packet }: Entering): Packet | undefined {
  if ("process" in from) return undefined;
  const read = readPacket({ ...packet, from }, reporter([]));
  const incoming = "interface" in from ? from.interface : trip.from.endpoint?.interfaceName;
  if (read === undefined || incoming === undefined) return undefined;
  const translation = translate(nodeView(trip.world, factsOf(trip, node)), read, incoming);
  return translation.kind === "translated" ? translation.packet : undefined;
}

/** What holds the destination: the end that was asked for, or one on this node before others. */
function targetOf(trip: Trip, node: string, destination: Address): Place {
  const asked = trip.to.addresses.some(
    ({ family, value }) => family === destination.family && value === destination.value,
  );
  if (asked) return trip.to;
  const places = placesOf(trip.world, trip.facts, destination);
  return places.find((place) => place.node === node) ?? places[0];
}

function endOf({ kind, endpoint }: Place): FlowEnd {
  return kind === "workload" && endpoint ? { workload: `${endpoint.namespace}/${endpoint.name}` } : { process: true };
}

function factsOf({ facts }: Trip, node: string): NodeFacts {
  return facts.get(node) ?? { node };
}

/** The answer of the whole way from those of its legs. */
function whole({ from, to, legs, assumptions }: Trip): Journey {
  const outcomes = legs.map(({ outcome }) => outcome);
  const decisive = outcomes.at(-1);
  if (decisive === undefined) throw new Error("a journey has at least one leg");
  const { verdict, decidedBy, dropStage } = decisive;
  const died = verdict === "deny" && decidedBy.kind !== "not-evaluated";
  const steps: Step[] = [];
  const hints: Hint[] = [];
  for (const outcome of outcomes) {
    hints.push(...outcome.hints.map((hint) => ({ ...hint, step: hint.step + steps.length })));
    steps.push(...outcome.steps);
  }
  return {
    ...{ from, to, legs, verdict, decidedBy, steps, hints },
    ...(dropStage && { dropStage }),
    ...(died && { diesAt: legs.length - 1 }),
    ...reply(outcomes),
    assumptions: [...new Set([...assumptions, ...outcomes.flatMap((outcome) => outcome.assumptions)])],
    diagnostics: outcomes.flatMap(({ diagnostics }) => diagnostics),
  };
}

/** The reply passes the legs backwards; it is lost where the first of them denies it. */
function reply(outcomes: readonly Outcome[]): Partial<Journey> {
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
