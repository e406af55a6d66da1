import type { Verdict } from "../../policy/outcome.ts";
import type { World } from "../../policy/world/compiled.ts";
import { boxesOfQuestion, type PacketScope } from "../exposure/question-boxes.ts";
import type { DecidedPackets, Paths } from "../paths/path-types.ts";
import { openPaths } from "../paths/paths.ts";
import type { Way } from "../paths/way.ts";
import { type Witness, witnessOf } from "../paths/witness.ts";
import { type Budget, SharedBudget, within } from "../sets/budget.ts";
import { Universe } from "../sets/universe.ts";

/** What must become of all packets of some ways. */
export interface Assertion {
  readonly verdict: Verdict;
  readonly ways: readonly Way[];
  readonly packets: PacketScope;
  /** Where packets must pass: whether the answers to them must, too. */
  readonly replies: boolean;
}

/** A packet that is not decided as asserted; `isReply` where it is the answer to it that is dropped. */
export interface Counterexample {
  readonly way: Way;
  readonly witness: Witness;
  readonly isReply: boolean;
}

/** What became of an assertion. */
export type Proof =
  /** Every packet is decided so. `witnesses` has one for each thing that decides some of them, where they are wanted. */
  | { readonly result: "proved"; readonly ways: number; readonly witnesses: readonly Witness[] }
  | ({ readonly result: "broken" } & Counterexample)
  /** Neither proved nor refuted. */
  | { readonly result: "not-proved"; readonly way: Way; readonly why: string }
  /** There is no packet that it is about. */
  | { readonly result: "empty" };

/** How an assertion is proved. */
export interface ProveOptions {
  /** Whether a proof has a witness for each thing that decides packets it is about. */
  readonly deciders: boolean;
  /** Of all ways together. */
  readonly budget?: Budget;
}

/** Proves an assertion for every packet, or finds one that it is not true of, which was replayed through `simulate`. */
export function prove(world: World, assertion: Assertion, options: ProveOptions): Proof {
  const shared = { ...options, budget: SharedBudget.of(options.budget) };
  const universes = { 4: new Universe(4), 6: new Universe(6) };
  const witnesses: Witness[] = [];
  let ways = 0;
  let open: Extract<Proof, { result: "not-proved" }> | undefined;
  for (const way of assertion.ways) {
    const answer = within(() => examine(world, way, universes[way.family], assertion, shared));
    if (!answer.exact) open ??= { result: "not-proved", way, why: answer.why };
    else if (answer.value === undefined) continue;
    else if ("witness" in answer.value) return { result: "broken", way, ...answer.value };
    else {
      ways += 1;
      witnesses.push(...answer.value.witnesses);
    }
  }
  if (open !== undefined) return open;
  return ways === 0 ? { result: "empty" } : { result: "proved", ways, witnesses };
}

type Examined = Omit<Counterexample, "way"> | { readonly witnesses: readonly Witness[] };

/** A counterexample on one way, or that there is none; `undefined` where no packet of the assertion takes it. */
function examine(
  world: World,
  way: Way,
  universe: Universe,
  { verdict, packets, replies }: Assertion,
  { deciders, budget }: ProveOptions & { readonly budget: Budget },
): Examined | undefined {
  const start = boxesOfQuestion(universe, packets);
  if (start.length === 0) return undefined;
  const isFollowed = replies && verdict === "allow";
  const paths = openPaths([{ world, way }], { universe, start, budget, deciders, replies: isFollowed });
  const decided = paths.decide(0);
  if (decided.length === 0) return undefined;
  for (const part of decided) {
    const isReply = part.verdict === verdict && isFollowed && part.reply?.verdict === "deny";
    if (part.verdict === verdict && !isReply) continue;
    return { witness: certain(paths, part), isReply };
  }
  return { witnesses: deciders ? decided.map((part) => certain(paths, part)) : [] };
}

/** A packet of a part, which has some. */
function certain(paths: Paths, { packets }: DecidedPackets): Witness {
  const witness = witnessOf(paths, 0, packets);
  if (witness === undefined) throw new Error("a set of packets has none");
  return witness;
}
