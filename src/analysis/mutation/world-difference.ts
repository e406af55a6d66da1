import type { NodeFacts } from "../../model/flow.ts";
import { simulate } from "../../policy/simulate.ts";
import type { World } from "../../policy/world/compiled.ts";
import type { DecidedPackets, Paths } from "../paths/path-types.ts";
import { openPaths } from "../paths/paths.ts";
import { wayIn, waysOf } from "../paths/ways-of.ts";
import { witnessOf } from "../paths/witness.ts";
import { type Exact, within } from "../sets/budget.ts";
import type { Packets } from "../sets/packet-space.ts";
import type { DifferingPacket } from "./run-mutants.ts";

/**
 * A packet whose verdict, or whose reply's, is another in one of two Worlds; `undefined` where there is provably none on any way
 * through any node that the Worlds or facts name. Both have the same endpoints.
 */
export function worldDifference(
  before: World,
  after: World,
  facts: readonly NodeFacts[],
): Exact<DifferingPacket | undefined> {
  return within(() => {
    for (const way of waysOf(before, facts)) {
      const paths = openPaths(
        [
          { world: before, way },
          { world: after, way: wayIn(after, way) },
        ],
        { deciders: false, replies: true },
      );
      const found = witnessOf(paths, 0, differing(paths));
      if (found === undefined) continue;
      const { flow, outcome } = found;
      return { node: way.node, flow, facts: way.facts, before: outcome, after: simulate(after, way.facts, flow) };
    }
    return undefined;
  });
}

/** The packets of two cases that do not have the same verdict and the same reply. */
function differing(paths: Paths): Packets {
  const { space } = paths;
  const sets = [0, 1].map((index) => byAnswer(paths, index));
  return [...(sets[0] ?? [])].reduce(
    (all, [answer, packets]) => space.union(all, space.minus(packets, sets[1]?.get(answer) ?? space.none)),
    space.none,
  );
}

function byAnswer(paths: Paths, index: number): ReadonlyMap<string, Packets> {
  const sets = new Map<string, Packets>();
  for (const part of paths.decide(index)) {
    const answer = answerOf(part);
    sets.set(answer, paths.space.union(sets.get(answer) ?? paths.space.none, part.packets));
  }
  return sets;
}

function answerOf({ verdict, reply }: DecidedPackets): string {
  return `${verdict} ${reply?.verdict ?? ""}`;
}
