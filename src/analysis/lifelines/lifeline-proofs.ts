import type { DecidedBy } from "../../policy/outcome.ts";
import type { World } from "../../policy/world/compiled.ts";
import type { Paths } from "../paths/path-types.ts";
import { openPaths } from "../paths/paths.ts";
import type { PathCase, Way } from "../paths/way.ts";
import { wayIn } from "../paths/ways-of.ts";
import { type Witness, witnessOf } from "../paths/witness.ts";
import { type Budget, DEFAULT_BUDGET, within } from "../sets/budget.ts";
import type { Packets } from "../sets/packet-space.ts";
import { type Box, Universe } from "../sets/universe.ts";
import type { Lifeline } from "./lifeline.ts";
import { concerns } from "./lifeline.ts";
import { fromOthers, lifelineBox } from "./lifeline-boxes.ts";
import { WayKeys } from "./way-keys.ts";

/** Packets of a lifeline that passed before the writes and do not pass now, by one of them. */
export interface Cut {
  readonly lifeline: Lifeline;
  readonly way: Way;
  readonly witness: Witness;
  /** Whether the packet passes and its answer does not. */
  readonly isReply: boolean;
  readonly by: DecidedBy;
}

/** What is proved of one World. */
export type Holding =
  | { readonly kind: "holds" }
  | { readonly kind: "cut"; readonly cut: Cut }
  /** The analysis ended without an answer. */
  | { readonly kind: "not proved"; readonly way: Way; readonly why: string };

/** How lifelines are proved. */
export interface ProofOptions {
  /** The ways through the nodes of a World; of one node where it is given. */
  readonly ways: (world: World, node: string) => readonly Way[];
  readonly budget?: Budget;
}

/**
 * Proves lifelines in Worlds that differ from a first one in a few resources: every packet of a lifeline that passes in the
 * first World must pass. A way is proved again only where something that may decide about it is another, and ways that
 * are alike once.
 */
export class LifelineProofs {
  readonly #before: World;
  readonly #lifelines: readonly Lifeline[];
  readonly #ways: (world: World, node: string) => readonly Way[];
  readonly #budget: Budget;
  readonly #universes: Readonly<Record<4 | 6, Universe>> = { 4: new Universe(4), 6: new Universe(6) };
  readonly #keys = new WayKeys();
  /** The questions whose answer is that everything passes. */
  readonly #passed = new Set<string>();
  /** What each node's ways depended on when they were last found to hold. */
  readonly #held = new Map<string, readonly unknown[]>();
  /** How many proofs were made, and how many ways they are of. */
  proofs = 0;
  ways = 0;

  constructor(before: World, lifelines: readonly Lifeline[], { ways, budget = DEFAULT_BUDGET }: ProofOptions) {
    this.#before = before;
    this.#lifelines = lifelines;
    this.#ways = ways;
    this.#budget = budget;
  }

  /** What is true of all lifelines in this World; of several cuts the first node's. */
  holds(world: World): Holding {
    for (const node of nodesOf(world)) {
      const inputs = this.#keys.inputsOf(world, node);
      if (isSame(this.#held.get(node), inputs)) continue;
      for (const way of this.#ways(world, node)) {
        const found = this.#holdsOn(world, way);
        if (found.kind !== "holds") return found;
      }
      this.#held.set(node, inputs);
    }
    return HOLDS;
  }

  /** Whether a lifeline passes whole in a World, whatever passed in the first. */
  wholly(world: World, lifeline: Lifeline): Holding {
    for (const node of nodesOf(world)) {
      for (const way of this.#ways(world, node)) {
        if (!isOn(lifeline, way, undefined)) continue;
        const found = this.#prove({ world, way }, undefined, [lifeline]);
        if (found.kind !== "holds") return found;
      }
    }
    return HOLDS;
  }

  #holdsOn(world: World, way: Way): Holding {
    const now = { world, way };
    const before = { world: this.#before, way: wayIn(this.#before, way) };
    const lifelines = this.#lifelines.filter((lifeline) => isOn(lifeline, way, before.way));
    if (lifelines.length === 0) return HOLDS;
    this.ways++;
    return this.#prove(now, before, lifelines);
  }

  /** Whether what passes in `before` (without one: everything) passes now. */
  #prove(now: PathCase, before: PathCase | undefined, lifelines: readonly Lifeline[]): Holding {
    const universe = this.#universes[now.way.family];
    const cases = before === undefined ? [now] : [before, now];
    const asked = lifelines.flatMap((lifeline) => {
      const box = lifelineBox(universe, lifeline, cases);
      return box === undefined ? [] : [{ lifeline, box }];
    });
    if (asked.length === 0) return HOLDS;
    const start = [...new Set(asked.map(({ box }) => box))];
    const ofStart = asked.map(({ lifeline, box }) => `${box.id}${lifeline.replies ? "r" : ""}`).join();
    const key = `${now.way.family} ${ofStart} ${cases.map((one) => this.#keys.of(one, universe, start)).join(" / ")}`;
    if (this.#passed.has(key)) return HOLDS;
    const found = this.#ask(universe, cases, asked, start);
    if (found.kind === "holds") this.#passed.add(key);
    return found;
  }

  #ask(
    universe: Universe,
    cases: readonly PathCase[],
    asked: readonly { readonly lifeline: Lifeline; readonly box: Box }[],
    start: readonly Box[],
  ): Holding {
    this.proofs++;
    const last = cases.length - 1;
    const way = (cases[last] as PathCase).way;
    const replies = asked.some(({ lifeline }) => lifeline.replies);
    const answer = within((): Holding => {
      const paths = openPaths(cases, { universe, start, deciders: false, replies, budget: this.#budget });
      for (const { lifeline, box } of asked) {
        const all = paths.space.of(box);
        const required = last === 0 ? all : paths.space.intersect(all, passing(paths, 0, lifeline));
        const cut = paths.space.minus(required, passing(paths, last, lifeline));
        if (cut === paths.space.none) continue;
        return { kind: "cut", cut: explained(universe, cases, lifeline, box) };
      }
      return HOLDS;
    });
    return answer.exact ? answer.value : { kind: "not proved", way, why: answer.why };
  }
}

const HOLDS = { kind: "holds" } as const;

/** The packets that pass, and where the lifeline has replies, whose answers pass. */
function passing(paths: Paths, index: number, { replies }: Lifeline): Packets {
  let set = paths.space.none;
  for (const { verdict, reply, packets } of paths.decide(index)) {
    if (verdict === "allow" && !(replies && reply?.verdict === "deny")) set = paths.space.union(set, packets);
  }
  return set;
}

/** The same question again with what decides, for a lifeline that is cut. */
function explained(universe: Universe, cases: readonly PathCase[], lifeline: Lifeline, box: Box): Cut {
  const last = cases.length - 1;
  const way = (cases[last] as PathCase).way;
  const others = fromOthers(universe, lifeline, cases);
  const boxes = others === undefined ? [] : [others];
  const paths = openPaths(cases, { universe, start: [box], boxes, deciders: true, replies: true });
  const all = paths.space.of(box);
  const required = last === 0 ? all : paths.space.intersect(all, passing(paths, 0, lifeline));
  const cut = paths.space.minus(required, passing(paths, last, lifeline));
  const believable = others === undefined ? cut : paths.space.intersect(cut, paths.space.of(others));
  const witness = witnessOf(paths, last, believable === paths.space.none ? cut : believable);
  if (witness === undefined) throw new Error(`no packet shows that lifeline ${lifeline.name} is cut`);
  const { verdict, decidedBy, returnDecidedBy } = witness.outcome;
  const isReply = verdict === "allow";
  return { lifeline, way, witness, isReply, by: isReply ? (returnDecidedBy ?? decidedBy) : decidedBy };
}

/** Whether a lifeline is about a way, by its endpoint now or before. */
function isOn(lifeline: Lifeline, way: Way, before: Way | undefined): boolean {
  const inward = way.kind === "local in" || way.kind === "to workload";
  const outward = way.kind === "local out" || way.kind === "from workload" || way.kind === "workload to host";
  if (lifeline.direction === "in" ? !inward : !outward) return false;
  return [way.endpoint, before?.endpoint].some((endpoint) => endpoint !== undefined && concerns(lifeline, endpoint));
}

function nodesOf({ hostEndpoints, workloadEndpoints }: World): Iterable<string> {
  return workloadEndpoints.size === 0
    ? hostEndpoints.keys()
    : new Set([...hostEndpoints.keys(), ...workloadEndpoints.keys()]);
}

function isSame(a: readonly unknown[] | undefined, b: readonly unknown[]): boolean {
  return a !== undefined && a.length === b.length && a.every((one, at) => one === b[at]);
}
