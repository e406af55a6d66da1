import type { NodeFacts } from "../../model/flow.ts";
import type { World } from "../../policy/world/compiled.ts";
import { product } from "../paths/boxes/box-algebra.ts";
import { firstStates } from "../paths/boxes/connection-states.ts";
import { setsOf } from "../paths/boxes/world-sets.ts";
import { rulesKey } from "../paths/rules-key.ts";
import type { PathCase, Way } from "../paths/way.ts";
import { waysOfWorlds } from "../paths/ways-of-worlds.ts";
import { type Budget, type Exact, SharedBudget, within } from "../sets/budget.ts";
import { type Box, Universe } from "../sets/universe.ts";
import { type ChangeablePackets, changedPackets } from "./changed-packets.ts";
import { compareWays } from "./compare-ways.ts";
import { type ChangeGroup, ChangeGroups } from "./groups.ts";
import { LearnedBoxes } from "./learned-boxes.ts";
import { type BothSets, sameInputs } from "./same-inputs.ts";
import { sameNodes } from "./same-nodes.ts";

/** What packets are evaluated on: a World, and what is known of its nodes. */
export interface EffectSide {
  readonly world: World;
  readonly facts: readonly NodeFacts[];
}

/** What is compared, and how far. */
export interface EffectOptions {
  /** Whether packets count too that only another rule decides about. */
  readonly deciders?: boolean;
  /** Only ways through these nodes. */
  readonly nodes?: ReadonlySet<string>;
  /** Whether one change is enough: others are not looked for. */
  readonly first?: boolean;
  /** Of all ways together. */
  readonly budget?: Budget;
  /**
   * Steps that a way takes besides the budget, as long as it is compared: a change of many ways takes as long as they are many,
   * and what is hopeless still ends with the budget.
   */
  readonly freeSteps?: number;
  /** Of earlier questions about nearly the same Worlds: what was found out about their rules need not be found again. */
  readonly universes?: Universes;
  /** Whether all packets of every way are compared, although it is known where the Worlds can differ; for tests. */
  readonly everything?: boolean;
}

/** The universe of each IP version. */
export type Universes = Readonly<Record<4 | 6, Universe>>;

/** New universes, for one question or for several. */
export function newUniverses(): Universes {
  return { 4: new Universe(4), 6: new Universe(6) };
}

/** A way whose packets could not be compared. */
export interface NotProved {
  readonly way: Way;
  readonly why: string;
}

/** The packets of new connections that two Worlds decide differently. */
export interface Effect {
  /** Those that change alike, on all ways where they do; exact, and all there are where nothing is `notProved`. */
  readonly groups: readonly ChangeGroup[];
  readonly notProved: readonly NotProved[];
  /** How many ways had to be looked at, and of how many packets had to be compared. */
  readonly ways: number;
  readonly compared: number;
  /** What was assumed, as sentences. */
  readonly assumptions: readonly string[];
}

/** Two folders of policies alone are equal by it, whatever they say. */
const NO_ENDPOINT = "no node has an endpoint, before or after: no packet meets policy until there is one";

function hasEndpoints({ world: { hostEndpoints, workloadEndpoints } }: EffectSide): boolean {
  return hostEndpoints.size + workloadEndpoints.size > 0;
}

/** The packets that open a connection, or belong to none: those that connection tracking does not call INVALID. */
function opening(universe: Universe): readonly Box[] {
  return firstStates(universe).flatMap(([state, boxes]) => (state === "invalid" ? [] : boxes));
}

/**
 * Compares what becomes of all packets of new connections, on all ways through the nodes of either World. Interfaces, workloads
 * and nodes that only one of them knows are compared, too: without an endpoint, policy lets everything through there.
 */
export function effectOf(before: EffectSide, after: EffectSide, options: EffectOptions = {}): Effect {
  const { deciders = false, nodes, freeSteps = 0, universes = newUniverses() } = options;
  const budget = SharedBudget.of(options.budget);
  const setsIn = (family: 4 | 6): BothSets => ({
    before: setsOf(before.world, universes[family]),
    after: setsOf(after.world, universes[family]),
    spend: (steps) => budget.spend(steps),
  });
  const sets = { 4: setsIn(4), 6: setsIn(6) };
  // What rules name is of both IP versions.
  const isSame = options.everything ? () => false : sameNodes(before, after, sameInputs(sets[4]), budget);
  const pairs = waysOfWorlds([before, after], (node) => (nodes?.has(node) ?? true) && !isSame(node));
  const factsOf = ({ facts }: EffectSide) => new Map(facts.map((one) => [one.node, one]));
  const [factsBefore, factsAfter] = [factsOf(before), factsOf(after)];
  const groups = new ChangeGroups((world, node) => {
    const facts = world === before.world ? factsBefore : factsAfter;
    return facts.get(node) ?? { node };
  });
  const learned = new LearnedBoxes();
  const notProved: NotProved[] = [];
  const assumptions = new Set<string>();
  // Ways that the same rules and settings decide about, in both Worlds, change alike.
  const byRules = new Map<string, Exact<readonly string[]>>();
  let compared = 0;
  const changeable = (function* () {
    for (const pair of pairs) {
      const [old, now] = pair as readonly [Way, Way];
      const { family } = now;
      const cases: readonly [PathCase, PathCase] = [
        { world: before.world, way: old },
        { world: after.world, way: now },
      ];
      const universe = universes[family];
      const found = within(() => {
        const { boxes, ...packets }: ChangeablePackets = options.everything
          ? { boxes: [universe.everything], replies: true }
          : changedPackets(...cases, sets[family], deciders);
        return { ...packets, start: product(universe, boxes, opening(universe)) };
      });
      if (!found.exact) notProved.push({ way: now, why: found.why });
      else if (found.value.start.length > 0) yield { old, now, cases, universe, ...found.value };
    }
  })();
  // All at first: the sets of values that rules name are then known, and what tells them apart is found once for all ways.
  for (const { old, now, cases, ...packets } of options.first ? changeable : [...changeable]) {
    if (options.first && groups.all().length > 0) break;
    // The name of an endpoint may be what is another with deciders.
    const isAlone = deciders || options.everything === true;
    const alike = isAlone ? `${compared}` : `${now.kind} ${cases.map(rulesKey).join()}`;
    const known = byRules.get(alike);
    const spent = budget.spent;
    if (known?.exact) for (const group of known.value) groups.addAlike(group, old, now);
    const done =
      known ??
      within(() => {
        compared++;
        const { paths, changes } = compareWays(...cases, { ...packets, deciders, budget, learned });
        if (changes.length > 0) for (const text of paths.assumptions(1)) assumptions.add(text);
        return changes.map((change) => groups.add(paths, change));
      });
    byRules.set(alike, done);
    if (!done.exact) notProved.push({ way: now, why: done.why });
    else budget.giveBack(Math.min(budget.spent - spent, freeSteps));
  }
  if (![before, after].some(hasEndpoints)) assumptions.add(NO_ENDPOINT);
  return { groups: groups.all(), notProved, ways: pairs.length, compared, assumptions: [...assumptions] };
}
