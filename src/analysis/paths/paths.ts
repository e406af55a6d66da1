import { hostEndpointAssumptions } from "../../policy/flow/host-endpoint-assumptions.ts";
import { unrunnableOn } from "../../policy/path/unrunnable.ts";
import type { World } from "../../policy/world/compiled.ts";
import { budgetSpent, SharedBudget } from "../sets/budget.ts";
import { PacketSpace, type Packets } from "../sets/packet-space.ts";
import { Universe } from "../sets/universe.ts";
import { boxesOf } from "./boxes/boxes-of.ts";
import { PACKET_PROTOCOLS } from "./boxes/dimension-values.ts";
import { AS_SENT } from "./boxes/mapping.ts";
import { setsOf, type WorldSets } from "./boxes/world-sets.ts";
import { decidedPackets } from "./decided-packets.ts";
import { Collecting } from "./domain/collecting.ts";
import { type Algebra, MappedSets, type StartBoxes, startOf, unionOfBoxes } from "./domain/mapped-sets.ts";
import { RuleLists } from "./domain/rule-lists.ts";
import type { DecidedPackets, Paths, PathsOptions } from "./path-types.ts";
import { RuleReaches } from "./rule-reaches.ts";
import { CaseWalk, type WalkOptions } from "./walk-case.ts";
import type { PathCase } from "./way.ts";

/**
 * Prepares the analysis of ways of one IP version. It, and what it returns, end as `within` catches it where the budget is spent
 * or a thing is met that is not analysed; they never answer for a part.
 */
export function openPaths(cases: readonly PathCase[], options: PathsOptions): Paths {
  const family = cases[0]?.way.family ?? options.universe?.family ?? 4;
  if (cases.some(({ way }) => way.family !== family)) throw new Error("the ways of a question are of one IP version");
  for (const { way } of cases) {
    const [problem] = way.view.problems;
    if (problem !== undefined) budgetSpent(`the facts of ${way.node} cannot be read: ${problem.message}`);
  }
  const caseOf = (index: number): PathCase => {
    const one = cases[index];
    if (one === undefined) throw new Error(`there is no case ${index}`);
    return one;
  };
  const budget = SharedBudget.of(options.budget).half();
  // Where nothing is left, no walk is begun.
  budget.spend(1);
  const universe = options.universe ?? new Universe(family);
  const packetsOnly = boxesOf(universe, { protocol: PACKET_PROTOCOLS });
  const start = (options.start ?? [universe.everything]).flatMap((box) =>
    packetsOnly.flatMap((only) => universe.intersect(box, only) ?? []),
  );
  const startBoxes = startOf(universe, start);
  const walking = (deciders: boolean, assumptions: Set<string>): Omit<WalkOptions<never>, "reach"> => ({
    ...{ deciders, replies: options.replies },
    assume: (text) => assumptions.add(text),
  });
  const collecting = new Collecting();
  const collected = listsByWorld(universe, collecting, startBoxes, budget);
  for (const [i, rules] of (options.known?.rules ?? []).entries())
    for (const { owners, direction } of rules)
      for (const owner of owners) collected(caseOf(i).world).of(owner, direction, AS_SENT);
  const boxes = new Set([...collecting.boxes, ...start, ...(options.boxes ?? [])]);
  for (const one of options.known?.others ? [] : cases) {
    const walk = new CaseWalk(one, collected(one.world), walking(false, new Set()));
    const there = walk.there();
    if (options.replies) walk.answers(there);
  }
  const others = options.known?.others ?? [...collecting.boxes].filter((box) => !boxes.has(box));
  for (const box of others) boxes.add(box);
  const space = new PacketSpace(universe, boxes, budget);
  const lists = listsByWorld(universe, space, startBoxes, budget);
  const assumptions = cases.map(() => new Set<string>());
  const decided = new Map<number, readonly DecidedPackets[]>();
  const decide = (index: number, deciders: boolean, among?: Packets): readonly DecidedPackets[] => {
    const one = caseOf(index);
    const found = assumptions[index] ?? new Set();
    const walk = new CaseWalk(one, lists(one.world), walking(deciders, found));
    const there = walk.there(among);
    return decidedPackets(space, there, options.replies ? walk.answers(there) : [], deciders);
  };
  return {
    ...{ cases, options, universe, space, others },
    get start() {
      // A question that no way leads to has a start, too.
      const [first] = cases;
      return first === undefined ? unionOfBoxes(space, startBoxes.boxes) : lists(first.world).sets.all;
    },
    assumptions: (index) => {
      const { world, way } = caseOf(index);
      const unrunnable = unrunnableOn(world, way.view);
      const ofNode = [...(unrunnable ? [unrunnable] : []), ...hostEndpointAssumptions(world, way.view)];
      return [...way.assumed, ...ofNode, ...(assumptions[index] ?? [])];
    },
    decide: (index, among) => {
      const known = among === undefined ? decided.get(index) : undefined;
      if (known !== undefined) return known;
      const made = decide(index, options.deciders, among);
      if (among === undefined) decided.set(index, made);
      return made;
    },
    verdicts: (index) => decide(index, false),
    rules: (index, rules, direction) => lists(caseOf(index).world).of(rules, direction, AS_SENT),
    reach: (index, answers = options.replies) => {
      const one = caseOf(index);
      const reaches = new RuleReaches(space);
      const listening = { ...walking(false, new Set()), reach: reaches.add };
      const walk = new CaseWalk(one, lists(one.world), listening);
      const there = walk.there();
      if (answers) walk.answers(there);
      return reaches.all();
    },
  };
}

/** The lists of rules of Worlds as sets: those of Worlds with the same sets of addresses are made once. */
function listsByWorld<S>(
  universe: Universe,
  algebra: Algebra<S>,
  start: StartBoxes,
  budget: SharedBudget,
): (world: World) => RuleLists<S> {
  const spend = (steps: number) => budget.spend(steps);
  const known = new Map<WorldSets, RuleLists<S>>();
  return (world) => {
    const sets = setsOf(world, universe);
    const lists = known.get(sets) ?? new RuleLists(new MappedSets(sets, algebra, start, spend));
    known.set(sets, lists);
    return lists;
  };
}

/** The packets that are let through, and those that are not, whatever becomes of their answers. */
export function verdictSets(paths: Paths, index: number): { readonly allowed: Packets; readonly denied: Packets } {
  const { space } = paths;
  let [allowed, denied] = [space.none, space.none];
  for (const { verdict, packets } of paths.decide(index)) {
    if (verdict === "allow") allowed = space.union(allowed, packets);
    else denied = space.union(denied, packets);
  }
  return { allowed, denied };
}
