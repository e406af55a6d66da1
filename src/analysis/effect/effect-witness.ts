import type { Flow, NodeFacts } from "../../model/flow.ts";
import type { Outcome } from "../../policy/outcome.ts";
import { simulate } from "../../policy/simulate.ts";
import type { World } from "../../policy/world/compiled.ts";
import type { Paths } from "../paths/path-types.ts";
import type { PathCase } from "../paths/way.ts";
import { witnessOf } from "../paths/witness.ts";
import type { ChangedPackets, ChangeKind } from "./compare-ways.ts";

/** A packet that two Worlds decide differently, and what each of them makes of it. */
export interface EffectWitness {
  readonly node: string;
  readonly flow: Flow;
  readonly before: Outcome;
  readonly after: Outcome;
  /** The least of the flow, and of what is assumed of interfaces, that has the same outcomes; absent where more is needed than can be asked. */
  readonly asked?: { readonly flow: Flow; readonly interfaces: NonNullable<NodeFacts["interfaces"]> };
}

/** A node in both Worlds, with what is known of it: without what ways assume. */
export type KnownFacts = (world: World, node: string) => NodeFacts;

/** A packet of a change, evaluated in both Worlds; one that does not change as the sets say is a bug of ours, and throws. */
export function effectWitness(paths: Paths, { kind, packets }: ChangedPackets, known: KnownFacts): EffectWitness {
  const [before, after] = paths.cases as readonly [PathCase, PathCase];
  const found = witnessOf(paths, 1, packets);
  if (found === undefined) throw new Error("a change of no packet");
  const { flow, outcome } = found;
  const old = simulate(before.world, before.way.facts, flow, { trace: false });
  if (old.decidedBy.kind === "not-evaluated" || !isChange(kind, old, outcome))
    throw new Error(`the comparison of all packets is wrong about ${JSON.stringify(flow)}: not ${kind}`);
  const { node } = after.way;
  const outcomes = [old, outcome];
  const { to: _, ...least } = flow;
  const ends = [flow.from, flow.to].flatMap((end) => (end && "interface" in end ? [end.interface] : []));
  const assumed = Object.entries(after.way.facts.interfaces ?? {}).filter(([name]) => ends.includes(name));
  const answersAlike = (asked: Flow, interfaces: NonNullable<NodeFacts["interfaces"]>): boolean =>
    [before, after].every(({ world }, i) => {
      const given = known(world, node);
      const facts =
        Object.keys(interfaces).length === 0 ? given : { ...given, interfaces: { ...given.interfaces, ...interfaces } };
      const answer = simulate(world, facts, asked, { trace: false });
      const expected = outcomes[i];
      const isEvaluated = answer.decidedBy.kind !== "not-evaluated";
      return isEvaluated && answer.verdict === expected?.verdict && answer.return === expected.return;
    });
  const candidates = [least, flow].flatMap((one) => [
    { flow: one, interfaces: {} },
    { flow: one, interfaces: Object.fromEntries(assumed) },
  ]);
  const asked = candidates.find((one) => answersAlike(one.flow, one.interfaces));
  return { node, flow, before: old, after: outcome, ...(asked && { asked }) };
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
