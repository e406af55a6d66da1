import type { Flow, NodeFacts } from "../../model/flow.ts";
import { endText } from "../names.ts";
import type { Outcome } from "../outcome.ts";
import { type SimulateOptions, simulate, simulateResolved } from "../simulate.ts";
import type { World } from "../world/compiled.ts";
import { resolveFlow } from "./resolve-flow.ts";

/** A flow with the `to` that was assumed, and its outcome. */
export interface EveryRouteResult {
  readonly flow: Flow;
  readonly outcome: Outcome;
}

/**
 * `simulate`, for a flow without `to` whose route is unknown: evaluates every route it may take. Where all have the same
 * verdict and reply, that is the outcome, and an assumption reports the routes; else the flow is not evaluated, and the
 * diagnostic lists the verdict of each route.
 */
export function simulateEveryRoute(
  world: World,
  facts: NodeFacts,
  flow: Flow,
  options?: SimulateOptions,
): EveryRouteResult {
  const resolved = resolveFlow(world, facts, flow);
  const outcome = simulateResolved(world, resolved, options);
  if (resolved.ok) return { flow: resolved.flow, outcome };
  const routes = (resolved.candidates ?? []).map((to) => {
    const complete = { ...flow, to };
    return { to, flow: complete, outcome: simulate(world, facts, complete, options) };
  });
  const [first] = routes;
  if (first === undefined) return { flow, outcome };
  const verdicts = new Set(routes.map(({ outcome }) => `${outcome.verdict} ${outcome.return ?? ""}`));
  const list = routes.map(({ to }) => endText(to, "out"));
  if (verdicts.size === 1 && routes.every(({ outcome }) => outcome.decidedBy.kind !== "not-evaluated")) {
    const assumption = `where the packet goes is unknown, and makes no difference here: ${list.join(", ")}`;
    // The flow keeps its unknown end: the first route is no more true than the others.
    return { flow, outcome: { ...first.outcome, assumptions: [...first.outcome.assumptions, assumption] } };
  }
  const each = routes.map((route) => `${endText(route.to, "out")}: ${verdictText(route.outcome)}`).join("; ");
  const diagnostics = outcome.diagnostics.map((diagnostic) =>
    diagnostic.code === "flow.route"
      ? { ...diagnostic, message: `${diagnostic.message}, and it matters (${each})` }
      : diagnostic,
  );
  return { flow, outcome: { ...outcome, diagnostics } };
}

function verdictText({ verdict, return: reply, decidedBy }: Outcome): string {
  if (decidedBy.kind === "not-evaluated") return "unknown";
  return reply === "deny" ? "allow, without replies" : verdict;
}
