import type { Flow, NodeFacts } from "../../model/flow.ts";
import { resolveFlow } from "../../policy/flow/resolve-flow.ts";
import type { Outcome } from "../../policy/outcome.ts";
import { type End, interfaceOf } from "../../policy/path/end.ts";
import { simulate } from "../../policy/simulate.ts";
import type { World } from "../../policy/world/compiled.ts";
import type { PathCase } from "../paths/way.ts";
import { believableFlow } from "../paths/witness.ts";
import type { Region } from "../sets/dimension.ts";
import type { ChangeKind } from "./compare-ways.ts";

/** A packet that two Worlds decide differently, and what each of them makes of it. */
export interface EffectWitness {
  readonly node: string;
  readonly flow: Flow;
  readonly before: Outcome;
  readonly after: Outcome;
  /**
   * The least of the flow, and of what is assumed of interfaces, that has the same outcomes; absent where more is needed than can
   * be asked.
   */
  readonly shortest?: PacketQuestion;
}

/** A packet, and addresses that interfaces of its node are to have: what `simulate` can be asked. */
export interface PacketQuestion {
  readonly flow: Flow;
  readonly interfaces: NonNullable<NodeFacts["interfaces"]>;
}

/** A node in both Worlds, with what is known of it: without what ways assume. */
export type KnownFacts = (world: World, node: string) => NodeFacts;

/**
 * A packet of a change, chosen and evaluated in both Worlds when it is first asked for; one that does not change as the regions
 * say is a bug of ours, and throws.
 */
export function effectWitness(
  [before, after]: readonly [PathCase, PathCase],
  kind: ChangeKind,
  regions: readonly Region[],
  known: KnownFacts,
): () => EffectWitness {
  let made: EffectWitness | undefined;
  return () => {
    if (made !== undefined) return made;
    const flow = believableFlow(after, regions);
    if (flow === undefined) throw new Error("a change of no packet");
    made = evaluated(flow, kind, [before, after], known);
    return made;
  };
}

function evaluated(
  flow: Flow,
  kind: ChangeKind,
  [before, after]: readonly [PathCase, PathCase],
  known: KnownFacts,
): EffectWitness {
  const old = simulate(before.world, before.way.facts, flow, { trace: false });
  const now = simulate(after.world, after.way.facts, flow, { trace: false });
  if (!isEvaluated(old) || !isEvaluated(now) || !isChange(kind, old, now))
    throw new Error(`the comparison of all packets is wrong about ${JSON.stringify(flow)}: not ${kind}`);
  const { node } = after.way;
  const shortest = shortestQuestion(flow, after.way.facts.interfaces ?? {}, [
    { world: before.world, facts: known(before.world, node), expected: old },
    { world: after.world, facts: known(after.world, node), expected: now },
  ]);
  return { node, flow, before: old, after: now, ...(shortest && { shortest }) };
}

function isEvaluated({ decidedBy }: Outcome): boolean {
  return decidedBy.kind !== "not-evaluated";
}

interface Side {
  readonly world: World;
  readonly facts: NodeFacts;
  readonly expected: Outcome;
}

function shortestQuestion(
  flow: Flow,
  assumed: PacketQuestion["interfaces"],
  sides: readonly Side[],
): PacketQuestion | undefined {
  const { to: _, ...least } = flow;
  const ends = [flow.from, flow.to].flatMap((end) => (end && "interface" in end ? [end.interface] : []));
  const ofEnds = Object.fromEntries(Object.entries(assumed).filter(([name]) => ends.includes(name)));
  const candidates = [least, flow].flatMap((one) => [
    { flow: one, interfaces: {} },
    { flow: one, interfaces: ofEnds },
  ]);
  return candidates.find((one) => sides.every((side) => goesAlike(one, flow, side) && answersAlike(one, side)));
}

/** Whether a packet leads to the same end without one given. */
function goesAlike(
  { flow: shortest, interfaces }: PacketQuestion,
  whole: Flow,
  { world, facts: given }: Side,
): boolean {
  if (shortest.to !== undefined) return true;
  const facts = withInterfaces(given, interfaces);
  const [open, full] = [resolveFlow(world, facts, shortest), resolveFlow(world, facts, whole)];
  return open.ok && full.ok && sameEnd(open.to, full.to);
}

function sameEnd(a: End, b: End): boolean {
  if (a.kind === "workload" && b.kind === "workload" && a.endpoint !== b.endpoint) return false;
  return a.kind === b.kind && interfaceOf(a) === interfaceOf(b);
}

function withInterfaces(facts: NodeFacts, interfaces: PacketQuestion["interfaces"]): NodeFacts {
  if (Object.keys(interfaces).length === 0) return facts;
  return { ...facts, interfaces: { ...facts.interfaces, ...interfaces } };
}

function answersAlike({ flow, interfaces }: PacketQuestion, { world, facts: given, expected }: Side): boolean {
  const facts = withInterfaces(given, interfaces);
  const answer = simulate(world, facts, flow, { trace: false });
  return isEvaluated(answer) && answer.verdict === expected.verdict && answer.return === expected.return;
}

function isChange(kind: ChangeKind, old: Outcome, now: Outcome): boolean {
  const verdicts = [old.verdict, now.verdict].join();
  switch (kind) {
    case "allowed":
      return verdicts === "deny,allow";
    case "denied":
      return verdicts === "allow,deny";
    case "replies allowed":
      return verdicts === "allow,allow" && old.return === "deny" && now.return !== "deny";
    case "replies dropped":
      return verdicts === "allow,allow" && old.return !== "deny" && now.return === "deny";
    case "decider":
      return old.verdict === now.verdict && old.return === now.return;
  }
}
