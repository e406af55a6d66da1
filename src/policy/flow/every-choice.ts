import type { Flow, NodeFacts } from "../../model/flow.ts";
import type { World } from "../world/compiled.ts";
import { type EveryRouteResult, simulateEveryRoute } from "./every-route.ts";

/** The outcomes of a flow for each target that its node may choose, at least one. */
export interface EveryChoice {
  readonly choices: readonly [EveryRouteResult, ...EveryRouteResult[]];
  /** How many targets there are; more than `choices` where they are too many. */
  readonly targets: number;
}

/** More choices than anyone can read. */
const MOST_CHOICES = 500;

/**
 * `simulateEveryRoute` once for each target that the node may choose for the packet, as kube-proxy chooses among the backends
 * of a Service.
 */
export function simulateEveryChoice(world: World, facts: NodeFacts, flow: Flow): EveryChoice {
  const open = simulateEveryRoute(world, facts, flow);
  const dnat = open.outcome.steps.find((step) => step.kind === "dnat");
  const targets = dnat?.choices ?? 1;
  if (targets === 1) return { choices: [open], targets };
  const chosen = Array.from({ length: Math.min(targets, MOST_CHOICES) }, (_, target) =>
    simulateEveryRoute(world, { node: facts.node, chosen: { of: facts, target } }, flow),
  );
  const [first = open, ...rest] = chosen;
  return { choices: [first, ...rest], targets };
}
