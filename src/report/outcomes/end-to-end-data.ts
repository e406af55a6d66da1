import type { EndToEndAnswer } from "./answer.ts";
import { outcomeData } from "./outcome-data.ts";

/** An end-to-end answer as data: like any other answer, with those of its nodes in `legs`. */
export function endToEndData(answer: EndToEndAnswer): Record<string, unknown> {
  const { from, to, hops, diesAt, returnDiesAt } = answer.outcome;
  const at = (leg: number): Record<string, unknown> => ({ leg, node: hops[leg]?.node });
  return {
    from: from.name,
    to: to.name,
    ...outcomeData(answer),
    ...(diesAt !== undefined && { diesAt: at(diesAt) }),
    ...(returnDiesAt !== undefined && { returnDiesAt: at(returnDiesAt) }),
    legs: hops.map((hop) => ({
      ...outcomeData(hop),
      ...(hop.tunnel !== undefined && { tunnel: hop.tunnel }),
      ...(hop.sourceNat !== undefined && { sourceNat: hop.sourceNat }),
    })),
  };
}
