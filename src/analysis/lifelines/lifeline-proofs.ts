import type { NodeFacts } from "../../model/flow.ts";
import type { DecidedBy } from "../../policy/outcome.ts";
import type { World } from "../../policy/world/compiled.ts";
import { isOpenTranslation } from "../paths/domain/translations.ts";
import type { Paths } from "../paths/path-types.ts";
import { openPaths } from "../paths/paths.ts";
import type { PathCase, Way } from "../paths/way.ts";
import { type Witness, witnessOf } from "../paths/witness.ts";
import { type Budget, SharedBudget, within } from "../sets/budget.ts";
import type { Packets } from "../sets/packet-space.ts";
import { type Box, Universe } from "../sets/universe.ts";
import type { Lifeline } from "./lifeline.ts";
import { fromOthers, lifelineBox } from "./lifeline-boxes.ts";
import { type LifelineGroup, LifelineGroups } from "./ways/lifeline-groups.ts";
import { isOn } from "./ways/lifeline-ways.ts";
import { nodesThatDiffer } from "./ways/nodes-that-differ.ts";
import type { Starts } from "./ways/rule-slices.ts";
import { isSameInputs, type NodeInputs, WayKeys } from "./ways/way-keys.ts";

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

/** That it does not hold, or is not proved to. */
export type Failing = Exclude<Holding, { kind: "holds" }>;

/** How lifelines are proved. */
export interface ProofOptions {
  /** What is known of a node; the same of one node whenever it is asked. Left out: nothing. */
  readonly facts?: (node: string) => NodeFacts;
  /** Of all proofs together. */
  readonly budget?: Budget;
}

/**
 * Proves lifelines in Worlds that differ from a first one in a few resources: every packet of a lifeline that passes in the
 * first World must pass. A way is proved again only where something that may decide about it is another, and ways that
 * are alike once.
 */
export class LifelineProofs {
  readonly #before: World;
  readonly #groups: LifelineGroups;
  readonly #budget: SharedBudget;
  readonly #universes: Readonly<Record<4 | 6, Universe>> = { 4: new Universe(4), 6: new Universe(6) };
  readonly #keys: WayKeys;
  /** The questions whose answer is that everything passes. */
  readonly #passed = new Set<string>();
  /** Those about packets to any address of which that is not the answer. */
  readonly #notAll = new Set<string>();
  /** What each node's ways depended on when they were last found to hold. */
  readonly #held = new Map<string, NodeInputs>();
  /** The last World in which all lifelines held: what passes in the first one does there. */
  #lastHeld: World;
  readonly #any: Readonly<Record<4 | 6, Readonly<Record<Lifeline["direction"], AnyAddress>>>>;
  /** How many proofs were made. */
  proofs = 0;

  constructor(before: World, lifelines: readonly Lifeline[], { facts, budget }: ProofOptions = {}) {
    this.#before = before;
    this.#lastHeld = before;
    this.#groups = new LifelineGroups(before, lifelines, facts);
    const shared = SharedBudget.of(budget);
    this.#budget = shared;
    this.#keys = new WayKeys((steps) => shared.spend(steps));
    const of = (family: 4 | 6) => ({
      in: anyAddress(this.#universes[family], lifelines, "in"),
      out: anyAddress(this.#universes[family], lifelines, "out"),
    });
    this.#any = { 4: of(4), 6: of(6) };
  }

  /** What is true of all lifelines in this World; of several cuts the first node's. */
  holds(world: World): Holding {
    const different = nodesThatDiffer(this.#lastHeld, world);
    for (const node of different ?? nodesOf(world)) {
      const inputs = this.#keys.inputsOf(world, node);
      const groups = isSameInputs(this.#heldBy(node), inputs) ? [] : this.#groups.of(node);
      for (const group of groups) {
        for (const way of group.ways.of(world, node)) {
          const found = this.#holdsOn(world, way, group);
          if (found.kind !== "holds") return found;
        }
      }
      this.#held.set(node, inputs);
    }
    this.#lastHeld = world;
    return HOLDS;
  }

  /**
   * Of these lifelines those that do not pass whole in a World, whatever passed in the first, each by the first way on which it
   * does not.
   */
  broken(world: World, lifelines: readonly Lifeline[]): ReadonlyMap<Lifeline, Failing> {
    const broken = new Map<Lifeline, Failing>();
    const requested = new Set(lifelines);
    for (const node of nodesOf(world)) {
      for (const group of this.#groups.of(node)) {
        for (const way of group.ways.of(world, node)) {
          for (const lifeline of group.lifelines) {
            if (!requested.has(lifeline) || broken.has(lifeline) || !isOn(lifeline, way, undefined)) continue;
            const found = this.#prove({ world, way }, undefined, lifeline);
            if (found.kind !== "holds") broken.set(lifeline, found);
          }
        }
      }
    }
    return broken;
  }

  #heldBy(node: string): NodeInputs {
    const held = this.#held.get(node) ?? this.#keys.inputsOf(this.#before, node);
    this.#held.set(node, held);
    return held;
  }

  #holdsOn(world: World, way: Way, { lifelines, ways }: LifelineGroup): Holding {
    const now = { world, way };
    const before = { world: this.#before, way: ways.inFirst(world, way) };
    for (const lifeline of lifelines) {
      if (!isOn(lifeline, way, before.way)) continue;
      const found = this.#prove(now, before, lifeline);
      if (found.kind !== "holds") return found;
    }
    return HOLDS;
  }

  /** Whether what passes in `before` (without one: everything) passes now. */
  #prove(now: PathCase, before: PathCase | undefined, lifeline: Lifeline): Holding {
    const found = within(() => this.#proveByKeys(now, before, lifeline));
    return found.exact ? found.value : { kind: "not proved", way: now.way, why: found.why };
  }

  #proveByKeys(now: PathCase, before: PathCase | undefined, lifeline: Lifeline): Holding {
    const cases = before === undefined ? [now] : [before, now];
    // What holds for packets to any address holds for those to its own, and is asked once for all endpoints that are alike.
    const { starts, lifelines } = this.#any[now.way.family][lifeline.direction];
    const { universe } = starts;
    const at = lifelines.indexOf(lifeline);
    const any = starts.boxes[at];
    if (any === undefined) return HOLDS;
    const ofAny = this.#question(cases, lifeline, starts, at);
    if (ofAny === undefined || this.#passed.has(ofAny)) return HOLDS;
    if (!this.#notAll.has(ofAny)) {
      if (this.#ask(universe, cases, lifeline, any, false).kind === "holds") {
        this.#passed.add(ofAny);
        return HOLDS;
      }
      this.#notAll.add(ofAny);
    }
    const own = lifelineBox(universe, lifeline, cases);
    if (own === undefined) return HOLDS;
    const key = this.#question(cases, lifeline, { universe, boxes: [own] }, 0);
    if (key === undefined || this.#passed.has(key)) return HOLDS;
    const found = this.#ask(universe, cases, lifeline, own, true);
    if (found.kind === "holds") this.#passed.add(key);
    return found;
  }

  /** The key of a question; nothing where both cases are alike, so that what passed passes. */
  #question(cases: readonly PathCase[], { replies }: Lifeline, starts: Starts, at: number): string | undefined {
    const [one, other] = cases;
    const first = one && this.#keys.of(one, starts)[at];
    const second = other && this.#keys.of(other, starts)[at];
    if (first === second) return undefined;
    const { universe, boxes } = starts;
    return `${universe.family} ${boxes[at]?.id}${replies ? "r" : ""} ${first} / ${second ?? ""}`;
  }

  #ask(universe: Universe, cases: readonly PathCase[], lifeline: Lifeline, box: Box, explains: boolean): Holding {
    this.proofs++;
    const last = cases.length - 1;
    const way = (cases[last] as PathCase).way;
    const { replies } = lifeline;
    const answer = within((): Holding => {
      const options = { universe, start: [box], deciders: false, replies, budget: this.#budget };
      const paths = openPaths(cases, options);
      if (cutPackets(paths, box, lifeline) === paths.space.none) {
        const open = cases.flatMap((_, index) => paths.assumptions(index).filter(isOpenTranslation));
        return open[0] === undefined ? HOLDS : { kind: "not proved", way, why: `of node ${way.node}, ${open[0]}` };
      }
      if (!explains) return { kind: "not proved", way, why: "not for all addresses" };
      return { kind: "cut", cut: explained(cases, lifeline, box, { universe, budget: this.#budget }) };
    });
    return answer.exact ? answer.value : { kind: "not proved", way, why: answer.why };
  }
}

const HOLDS = { kind: "holds" } as const;

/** The lifelines of a direction that there are packets of, and their packets, whatever address is at the endpoint's end. */
interface AnyAddress {
  readonly lifelines: readonly Lifeline[];
  readonly starts: Starts;
}

function anyAddress(universe: Universe, lifelines: readonly Lifeline[], direction: Lifeline["direction"]): AnyAddress {
  const found = lifelines.flatMap((lifeline) => {
    const box = lifeline.direction === direction ? lifelineBox(universe, lifeline, []) : undefined;
    return box === undefined ? [] : [{ lifeline, box }];
  });
  return {
    lifelines: found.map(({ lifeline }) => lifeline),
    starts: { universe, boxes: found.map(({ box }) => box) },
  };
}

/** The packets of a way that pass, and where the lifeline has replies, whose answers pass; and those of which that is not so. */
function passingAndNot(paths: Paths, index: number, { replies }: Lifeline): readonly [passing: Packets, not: Packets] {
  const { space } = paths;
  let [passing, not] = [space.none, space.none];
  for (const { verdict, reply, packets } of paths.decide(index)) {
    if (verdict === "allow" && !(replies && reply?.verdict === "deny")) passing = space.union(passing, packets);
    else not = space.union(not, packets);
  }
  return [passing, not];
}

/**
 * The packets of a box that do not pass in the last case, and pass in the one before, where there is one. Those that do not take
 * the way, by where they lead, are of another.
 */
function cutPackets(paths: Paths, box: Box, lifeline: Lifeline): Packets {
  const { space, cases } = paths;
  const last = cases.length - 1;
  const [, not] = passingAndNot(paths, last, lifeline);
  const cut = space.intersect(space.of(box), not);
  return last === 0 || cut === space.none ? cut : space.intersect(cut, passingAndNot(paths, 0, lifeline)[0]);
}

/** The same question again with what decides, for a lifeline that is cut. */
function explained(
  cases: readonly PathCase[],
  lifeline: Lifeline,
  box: Box,
  { universe, budget }: { readonly universe: Universe; readonly budget: Budget },
): Cut {
  const last = cases.length - 1;
  const way = (cases[last] as PathCase).way;
  const others = fromOthers(universe, lifeline, cases);
  const boxes = others === undefined ? [] : [others];
  const paths = openPaths(cases, { universe, start: [box], boxes, deciders: true, replies: true, budget });
  const cut = cutPackets(paths, box, lifeline);
  const believable = others === undefined ? cut : paths.space.intersect(cut, paths.space.of(others));
  const witness = witnessOf(paths, last, believable === paths.space.none ? cut : believable);
  if (witness === undefined) throw new Error(`no packet shows that lifeline ${lifeline.name} is cut`);
  const { verdict, decidedBy, returnDecidedBy } = witness.outcome;
  const isReply = verdict === "allow";
  return { lifeline, way, witness, isReply, by: isReply ? (returnDecidedBy ?? decidedBy) : decidedBy };
}

function nodesOf({ hostEndpoints, workloadEndpoints }: World): Iterable<string> {
  return workloadEndpoints.size === 0
    ? hostEndpoints.keys()
    : new Set([...hostEndpoints.keys(), ...workloadEndpoints.keys()]);
}
