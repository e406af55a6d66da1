import type { PathAnswer } from "./answer.ts";
import { outcomeData } from "./outcome-data.ts";

/** The answer of a whole way as data: like any other answer, and those of its legs below it. */
export function journeyData(answer: PathAnswer): Record<string, unknown> {
  const { from, to, legs, diesAt, returnDiesAt } = answer.outcome;
  const at = (leg: number): Record<string, unknown> => ({ leg, node: legs[leg]?.node });
  return {
    from: from.name,
    to: to.name,
    ...outcomeData(answer),
    ...(diesAt !== undefined && { diesAt: at(diesAt) }),
    ...(returnDiesAt !== undefined && { returnDiesAt: at(returnDiesAt) }),
    legs: legs.map(outcomeData),
  };
}
