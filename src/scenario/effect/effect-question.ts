import { type Effect, type EffectSide, effectOf } from "../../analysis/effect/effect.ts";
import { type Budget, DEFAULT_BUDGET, type SharedBudget } from "../../analysis/sets/budget.ts";
import { unknownName } from "../../model/nearest.ts";
import type { World } from "../../policy/world/compiled.ts";
import { factsOfNode, type SavedFacts } from "../node-facts.ts";
import { RequestError } from "../request-error.ts";
import type { Previous, Scenario } from "../scenario.ts";

/** What is compared of a scenario and of what there is without its manifests. */
export interface EffectQuestion {
  /** Only ways through these nodes; all where there are none. */
  readonly nodes: readonly string[];
  readonly deciders: boolean;
}

/** Both sides of a question and how they are compared. */
export interface OpenedEffect {
  readonly before: EffectSide;
  readonly after: EffectSide;
  readonly nodes: ReadonlySet<string>;
}

/** The sides that a scenario has: throws `RequestError` for facts or nodes that fit no node. */
export function effectSides(scenario: Scenario, previous: Previous, { nodes }: EffectQuestion): OpenedEffect {
  const known = new Set([...nodesOf(scenario.world, scenario.saved), ...nodesOf(previous.world, previous.saved)]);
  for (const node of nodes) {
    if (known.has(node)) continue;
    const { message, help } = unknownName("node", node, [...known].sort());
    throw new RequestError(message, help);
  }
  const chosen = nodes.length === 0 ? [...known] : nodes;
  if (Object.keys(scenario.saved.unnamed).length > 0 && chosen.length !== 1)
    throw new RequestError(
      "facts without a node are given, and there are several",
      "write NODE=PATH, or name it with --node",
    );
  const side = (world: World, saved: SavedFacts): EffectSide => ({
    world,
    facts: chosen.map((node) => factsOfNode(saved, node)),
  });
  return {
    before: side(previous.world, previous.saved),
    after: side(scenario.world, scenario.saved),
    nodes: new Set(chosen),
  };
}

/** About three seconds for what is hopeless: the whole process is to end within five. */
export const EFFECT_BUDGET: Budget = { ...DEFAULT_BUDGET, steps: DEFAULT_BUDGET.steps / 2 };

/** Of 1,728 ways with 30 policies each, 100 of 1,000 policies changed: half take a tenth of it at most, and all less than it. */
const FREE_STEPS = 50_000;

/** The effect of the change, on the nodes that are asked about. */
export function effectOfQuestion(
  { before, after, nodes }: OpenedEffect,
  { deciders }: EffectQuestion,
  budget: SharedBudget,
): Effect {
  return effectOf(before, after, { deciders, nodes, budget, freeSteps: FREE_STEPS });
}

function nodesOf({ hostEndpoints, workloadEndpoints, nodes }: World, { byNode }: SavedFacts): Iterable<string> {
  return [...hostEndpoints.keys(), ...workloadEndpoints.keys(), ...nodes.keys(), ...byNode.keys()];
}
