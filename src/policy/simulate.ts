import type { Diagnostic } from "../model/diagnostic.ts";
import type { Flow, NodeFacts } from "../model/flow.ts";
import {
  type ConntrackState,
  expectsReply,
  type Packet,
  replyPacket,
  replyStateWithoutConnection,
  stateWithoutConnection,
} from "./flow/packet.ts";
import { type ResolvedFlow, type ResolveResult, resolveFlow } from "./flow/resolve-flow.ts";
import { hints } from "./hints.ts";
import { type AssumedMembership, assumedMembership, otherMemberships } from "./match/service-membership.ts";
import { ownerText } from "./names.ts";
import type { Outcome, Step, Walk } from "./outcome.ts";
import type { End } from "./path/end.ts";
import { PacketDomain, type Trace } from "./path/packet-domain.ts";
import { unrunnableOn } from "./path/unrunnable.ts";
import { type Decided, walk } from "./path/walk.ts";
import { hooksOf, replyHooksOf } from "./translations/hooks.ts";
import { leavingSource, sourceNatStep } from "./translations/leaving-source.ts";
import type { World } from "./world/compiled.ts";

/**
 * What is kept besides the verdict. `false`: no steps, hints, or hooks; `matches`: steps alone, but for policies that do not apply
 * and rules that do not match, of which there are many. Nothing else changes.
 */
export interface SimulateOptions {
  readonly trace?: Trace;
}

/**
 * The verdict of a real Calico node on one packet, and why. Total: for a flow that cannot be evaluated, `decidedBy` is
 * `not-evaluated`, with error diagnostics.
 */
export function simulate(world: World, facts: NodeFacts, flow: Flow, options: SimulateOptions = {}): Outcome {
  return simulateResolved(world, resolveFlow(world, facts, flow), options);
}

/** `simulate` of a flow that is resolved already. */
export function simulateResolved(world: World, resolved: ResolveResult, options: SimulateOptions = {}): Outcome {
  if (!resolved.ok) return notEvaluated(resolved.diagnostics);
  const trace = options.trace ?? true;
  const services = assumedMembership();
  const { there, back } = walkBothDirections(world, resolved, { asWritten: false, trace, services });
  const onServices = dependsOnServices(world, resolved, services, there, back);
  const diagnostics = [...notEnforcedAsWritten(world, resolved, there, back), ...(onServices ? [onServices] : [])];
  const unrunnable = unrunnableOn(world, resolved.view);
  const assumptions = [
    ...new Set([
      ...(unrunnable ? [unrunnable] : []),
      ...resolved.assumptions,
      ...there.domain.assumptions,
      ...(back?.domain.assumptions ?? []),
    ]),
  ];
  const outcome: Outcome = { ...there.walk, ...returnFields(back), assumptions, hints: [], diagnostics };
  if (trace !== true) return outcome;
  const traced = { ...outcome, ...onTheNode(world, resolved, there, back) };
  return { ...traced, hints: hints(world, resolved, traced) };
}

/** The source that the packet leaves with, as its last step, and the packet and its reply at each hook of the node. */
function onTheNode(
  world: World,
  { view, packet: sent, from, to: routed, routedBefore }: ResolvedFlow,
  { walk: { verdict, dropStage, steps }, part }: Walked,
  back: Walked | undefined,
): Pick<Outcome, "steps" | "hooks" | "returnHooks"> {
  const { packets: translated, reached: to = routed, state } = part;
  const isTracked = state === "new" || state === "established";
  const isThrough = verdict === "allow";
  const source = isThrough && isTracked ? leavingSource(world, view, { sent, translated, from, to }) : undefined;
  const isEarly = dropStage !== undefined && dropStage !== "filter";
  const ended = isThrough ? "through" : isEarly ? "early" : "filter";
  const passage = { ...{ sent, translated, from, to, routedBefore, source }, ended } as const;
  return {
    steps: source === undefined ? steps : [...steps, sourceNatStep(translated, source)],
    hooks: hooksOf(passage),
    ...(back && { returnHooks: replyHooksOf(passage) }),
  };
}

function notEvaluated(diagnostics: readonly Diagnostic[]): Outcome {
  return { verdict: "deny", decidedBy: { kind: "not-evaluated" }, steps: [], assumptions: [], hints: [], diagnostics };
}

interface Mode {
  readonly asWritten: boolean;
  readonly trace: Trace;
  readonly services: AssumedMembership;
}

/** One direction of a flow, walked. */
interface Walked {
  readonly walk: Walk;
  readonly domain: PacketDomain;
  readonly part: Decided<Packet>;
}

function walkBothDirections(
  world: World,
  resolved: ResolvedFlow,
  mode: Mode,
): { there: Walked; back: Walked | undefined } {
  const there = forwardWalk(world, resolved, mode);
  return { there, back: replyWalk(world, resolved, there, mode) };
}

/** The most assumptions about services that are tried; with more the verdict is taken to depend on them. */
const MOST_MEMBERSHIPS = 64;

/**
 * A warning where the verdict would be another if addresses of this packet were those of Kubernetes services, whose members
 * the World does not have. Felix reads EndpointSlices only from a Kubernetes datastore: with etcd a rule that names a service
 * matches nothing (recorded: services-*), and so it is evaluated. Every combination is tried; returns `undefined` where all agree.
 */
function dependsOnServices(
  world: World,
  resolved: ResolvedFlow,
  first: AssumedMembership,
  there: Walked,
  back: Walked | undefined,
): Diagnostic | undefined {
  const answer = (forth: Walked, reply: Walked | undefined) => `${forth.walk.verdict} ${reply?.walk.verdict ?? ""}`;
  const wanted = answer(there, back);
  const pending = otherMemberships(first);
  for (let tried = 0; pending.length > 0; tried++) {
    const services = assumedMembership(pending.pop());
    const other = walkBothDirections(world, resolved, { asWritten: false, trace: false, services });
    if (answer(other.there, other.back) !== wanted || tried >= MOST_MEMBERSHIPS) {
      return serviceWarning([...first.defaulted], [...there.walk.steps, ...(back?.walk.steps ?? [])]);
    }
    pending.push(...otherMemberships(services));
  }
  return undefined;
}

function serviceWarning(questions: readonly string[], steps: readonly Step[]): Diagnostic {
  const asking = steps.filter(isMissed).find(({ miss }) => miss.criterion === "service");
  const by = asking && `${ownerText(asking)}, ${asking.direction} rule ${asking.rule}: `;
  return {
    severity: "warning",
    code: "flow.services",
    ...(asking?.span && { span: asking.span }),
    message: `${by ?? ""}the rule matches nothing, as Felix reads Services only from a Kubernetes datastore; with one the verdict depends on their addresses (${questions.join("; ")})`,
    help: "give the EndpointSlices of the cluster with -f; with etcd write the addresses as `nets`, or a selector, instead of `services`",
  };
}

function isMissed(step: Step): step is Extract<Step, { kind: "rule-missed" }> {
  return step.kind === "rule-missed";
}

function forwardWalk(world: World, resolved: ResolvedFlow, mode: Mode): Walked {
  const { flow, packet, from, to } = resolved;
  const state = flow.conntrack ?? stateWithoutConnection(packet, flow.tcpFlags);
  return walkPacket(world, resolved, { packet, state, from, to }, { ...mode, isReply: false, isAnswer: false });
}

/**
 * The path of the reply: of a tracked flow it is established; of an untracked one it has no connection entry and is
 * evaluated like a first packet. `undefined` when no reply follows.
 */
function replyWalk(world: World, resolved: ResolvedFlow, { part }: Walked, mode: Mode): Walked | undefined {
  if (part.decision.verdict === "deny" || !expectsReply(part.packets, part.state)) return undefined;
  const packet = replyPacket(part.packets);
  const isTracked = part.state !== "untracked";
  const state = isTracked ? "established" : replyStateWithoutConnection(packet);
  const ends = { from: part.reached ?? resolved.to, to: resolved.from };
  return walkPacket(
    world,
    resolved,
    { packet, state, ...ends },
    { ...mode, isReply: state === "established", isAnswer: true },
  );
}

/** A packet with the connection-tracking state it begins with, and its ends. */
interface Start {
  readonly packet: Packet;
  readonly state: ConntrackState;
  readonly from: End;
  readonly to: End;
}

function walkPacket(
  world: World,
  { view, routedBefore }: ResolvedFlow,
  { packet, state, from, to }: Start,
  mode: Mode & { readonly isReply: boolean; readonly isAnswer: boolean },
): Walked {
  const domain = new PacketDomain({ world, view, ...mode, ...(routedBefore && { routedBefore }) });
  const [part] = walk(domain, from, to, { packets: packet, state });
  if (part === undefined) throw new Error("one packet has one part");
  const { verdict, by, dropStage } = part.decision;
  const steps = domain.steps ?? [];
  return { walk: { verdict, decidedBy: by, steps, ...(dropStage ? { dropStage } : {}) }, domain, part };
}

function returnFields(back: Walked | undefined): Partial<Outcome> {
  if (back === undefined) return {};
  const { verdict, decidedBy, steps, dropStage } = back.walk;
  return {
    return: verdict,
    returnDecidedBy: decidedBy,
    returnSteps: steps,
    ...(dropStage ? { returnDropStage: dropStage } : {}),
  };
}

/** Warns where a rule that the node does not enforce as written took part, with the verdict it was meant to have. */
function notEnforcedAsWritten(
  world: World,
  resolved: ResolvedFlow,
  there: Walked,
  back: Walked | undefined,
): Diagnostic[] {
  if (!there.domain.notEnforcedAsWritten && !back?.domain.notEnforcedAsWritten) return [];
  const mode = { asWritten: true, trace: false, services: assumedMembership() };
  const { there: meant, back: meantBack } = walkBothDirections(world, resolved, mode);
  const reply = meantBack ? `, replies ${meantBack.walk.verdict}` : "";
  return [
    {
      severity: "warning",
      code: "felix.match-block",
      message: `a rule with three or more many-valued lists is not enforced as written; the verdict as meant is ${meant.walk.verdict}${reply}`,
      help: "Felix checks only the first two of source ports, destination ports, source nets and destination nets with several values: split the rule",
    },
  ];
}
