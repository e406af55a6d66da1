import type { Hint, Step } from "../outcome.ts";
import type { EndToEndPath, NodeHop } from "./path-types.ts";

/** The outcome of the whole path from those of its hops. */
export function combineHops({
  from,
  to,
  hops,
  choices,
  assumptions,
}: Pick<EndToEndPath, "from" | "to" | "hops" | "choices" | "assumptions">): EndToEndPath {
  const outcomes = hops.map(({ outcome }) => outcome);
  const decisive = outcomes.at(-1);
  if (decisive === undefined) throw new Error("an end-to-end path has at least one hop");
  const { verdict, decidedBy, dropStage } = decisive;
  const isDropped = verdict === "deny" && decidedBy.kind !== "not-evaluated";
  const steps: Step[] = [];
  const hints: Hint[] = [];
  for (const outcome of outcomes) {
    hints.push(...outcome.hints.map((hint) => ({ ...hint, step: hint.step + steps.length })));
    steps.push(...outcome.steps);
  }
  return {
    ...{ from, to, hops, choices, verdict, decidedBy, steps, hints },
    ...(dropStage && { dropStage }),
    ...(isDropped && { diesAt: hops.length - 1 }),
    ...reply(hops),
    assumptions: [...new Set([...assumptions, ...outcomes.flatMap((outcome) => outcome.assumptions)])],
    diagnostics: outcomes.flatMap(({ diagnostics }) => diagnostics),
  };
}

/** The reply passes the hops backwards, those of its outer packets as well; it is dropped at the first that denies it. */
function reply(hops: readonly NodeHop[]): Partial<EndToEndPath> {
  const hasReply = ({ tunnel, outcome }: NodeHop) => tunnel === undefined || outcome.verdict === "deny";
  if (hops.some((hop) => hasReply(hop) && hop.outcome.return === undefined)) return {};
  const returnDiesAt = hops.findLastIndex(({ outcome }) => outcome.return === "deny");
  const decisive = hops[Math.max(returnDiesAt, 0)]?.outcome;
  return {
    ...(returnDiesAt < 0 ? { return: "allow" } : { return: "deny", returnDiesAt }),
    ...(decisive?.returnDecidedBy && { returnDecidedBy: decisive.returnDecidedBy }),
    ...(decisive?.returnDropStage && { returnDropStage: decisive.returnDropStage }),
    returnSteps: hops
      .slice(Math.max(returnDiesAt, 0))
      .reverse()
      .flatMap(({ outcome: { returnSteps = [] } }) => returnSteps),
  };
}
