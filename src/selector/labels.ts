import type { Selector } from "./selector.ts";

/** The names of the labels that a selector reads, in their order, each once, added to those of `into`. */
export function labelNames(selector: Selector, into: Set<string> = new Set()): Set<string> {
  switch (selector.kind) {
    case "all":
    case "global":
      return into;
    case "has":
    case "equal":
    case "not-equal":
    case "contains":
    case "starts-with":
    case "ends-with":
    case "in":
    case "not-in":
      return into.add(selector.label);
    case "not":
      return labelNames(selector.operand, into);
    case "and":
    case "or":
      for (const operand of selector.operands) labelNames(operand, into);
      return into;
  }
}
