import type { Flow, NodeFacts } from "../../model/flow.ts";
import type { Outcome } from "../outcome.ts";
import type { SimulateOptions } from "../simulate.ts";
import type { World } from "../world/compiled.ts";
import { type EveryRouteResult, simulateEveryRoute } from "./every-route.ts";

/** The outcome of a flow with the target that its node chooses for it. */
export interface ChosenOutcome extends EveryRouteResult {
  /** The node's facts, with the choice. */
  readonly facts: NodeFacts;
}

/** The outcomes of a flow for each target that its node may choose, at least one. */
export interface EveryChoice {
  readonly choices: readonly [ChosenOutcome, ...ChosenOutcome[]];
  /** How many targets there are; more than `choices` where they are too many. */
  readonly targets: number;
}

/** More choices than anyone can read. */
const MOST_CHOICES = 500;

/**
 * `simulateEveryRoute` once for each target that the node may choose for the packet, as kube-proxy chooses among the backends
 * of a Service.
 */
export function simulateEveryChoice(
  world: World,
  facts: NodeFacts,
  flow: Flow,
  options?: SimulateOptions,
): EveryChoice {
  const open = { facts, ...simulateEveryRoute(world, facts, flow, options) };
  const dnat = open.outcome.steps.find((step) => step.kind === "dnat");
  const targets = dnat?.applied === true ? (dnat.choices ?? 1) : 1;
  if (targets === 1) return { choices: [open], targets };
  const chosen = Array.from({ length: Math.min(targets, MOST_CHOICES) }, (_, target) => {
    const one: NodeFacts = { node: facts.node, chosen: { of: facts, target } };
    return { facts: one, ...simulateEveryRoute(world, one, flow, options) };
  });
  const [first = open, ...rest] = chosen;
  return { choices: [first, ...rest], targets };
}

/** What becomes of a connection. */
export type ConnectionResult = "unknown" | "deny" | "allow, without replies" | "allow";

/** What becomes of the connection of an outcome. */
export function connectionResult({ verdict, return: reply, decidedBy }: Outcome): ConnectionResult {
  if (decidedBy.kind === "not-evaluated") return "unknown";
  return verdict === "allow" && reply === "deny" ? "allow, without replies" : verdict;
}

/** The outcome of all choices, where they have the same; else the flow is not evaluated, and the diagnostic lists each. */
export function commonOutcome({ choices }: EveryChoice, node: string): Outcome {
  const [{ outcome: first }] = choices;
  if (choices.every(({ outcome }) => connectionResult(outcome) === connectionResult(first))) return first;
  const listed = choices.map(({ outcome }) => `${connectionResult(outcome)} for ${targetName(outcome)}`);
  const shown = listed.length > 10 ? [...listed.slice(0, 10), `and ${listed.length - 10} more`] : listed;
  const message = `the verdict depends on the target that ${node} chooses: ${shown.join("; ")}`;
  const help = "`simulate` of this flow alone shows each";
  return {
    ...{ verdict: "deny", decidedBy: { kind: "not-evaluated" }, steps: [], assumptions: [], hints: [] },
    diagnostics: [{ severity: "error", code: "flow.choices", message, help }],
  };
}

/** The target that a node chose: `pod shop/web-1 (192.168.1.10:8080)`. */
export function targetName({ steps }: Outcome): string {
  const dnat = steps.find((step) => step.kind === "dnat");
  if (dnat === undefined) return "";
  return dnat.target === undefined ? dnat.to : `${dnat.target} (${dnat.to})`;
}
