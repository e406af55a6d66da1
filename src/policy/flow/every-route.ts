import type { Flow, NodeFacts } from "../../model/flow.ts";
import { endText } from "../names.ts";
import type { Outcome } from "../outcome.ts";
import { simulate, simulateResolved } from "../simulate.ts";
import type { World } from "../world/compiled.ts";
import { resolveFlow } from "./resolve-flow.ts";

/** A flow with its `to` as it was taken to be, and what came of it. */
export interface AnyWay {
  readonly flow: Flow;
  readonly outcome: Outcome;
}

/**
 * `simulate`, for a flow whose `to` may be left out and not be certain: where every way it may go has the same verdict
 * and reply, that is the answer and the assumption says so; else it is not evaluated, and the finding says which way
 * gives what.
 */
export function simulateAnyWay(world: World, facts: NodeFacts, flow: Flow): AnyWay {
  const resolved = resolveFlow(world, facts, flow);
  const outcome = simulateResolved(world, resolved);
  if (resolved.ok) return { flow: resolved.flow, outcome };
  const ways = (resolved.candidates ?? []).map((to) => {
    const whole = { ...flow, to };
    return { to, flow: whole, outcome: simulate(world, facts, whole) };
  });
  const [first] = ways;
  if (first === undefined) return { flow, outcome };
  const answers = new Set(ways.map(({ outcome }) => `${outcome.verdict} ${outcome.return ?? ""}`));
  const list = ways.map(({ to }) => endText(to, "out"));
  if (answers.size === 1 && ways.every(({ outcome }) => outcome.decidedBy.kind !== "not-evaluated")) {
    const assumption = `it is not known where the packet goes, and makes no difference here: ${list.join(", ")}`;
    return { flow: first.flow, outcome: { ...first.outcome, assumptions: [...first.outcome.assumptions, assumption] } };
  }
  const each = ways.map((way) => `${endText(way.to, "out")}: ${verdictText(way.outcome)}`).join("; ");
  const diagnostics = outcome.diagnostics.map((found) =>
    found.code === "flow.route" ? { ...found, message: `${found.message}, and it matters (${each})` } : found,
  );
  return { flow, outcome: { ...outcome, diagnostics } };
}

function verdictText({ verdict, return: reply, decidedBy }: Outcome): string {
  if (decidedBy.kind === "not-evaluated") return "unknown";
  return reply === "deny" ? "allow, without replies" : verdict;
}
