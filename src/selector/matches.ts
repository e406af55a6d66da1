import type { Selector } from "./selector.ts";

/** The labels of an endpoint or set. A `Map` rather than an object: a label may be called `__proto__`. */
export type Labels = ReadonlyMap<string, string>;

/** Whether the labels satisfy the selector. An absent label: `!=` and `not in` are true, everything else is false. */
export function matches(selector: Selector, labels: Labels): boolean {
  switch (selector.kind) {
    case "all":
      return true;
    case "global":
      // Has no meaning for labels: the compilation of a namespaceSelector replaces it.
      return false;
    case "has":
      return labels.has(selector.label);
    case "equal":
      return labels.get(selector.label) === selector.value;
    case "not-equal":
      return labels.get(selector.label) !== selector.value;
    case "contains":
      return labels.get(selector.label)?.includes(selector.value) ?? false;
    case "starts-with":
      return labels.get(selector.label)?.startsWith(selector.value) ?? false;
    case "ends-with":
      return labels.get(selector.label)?.endsWith(selector.value) ?? false;
    case "in":
    case "not-in": {
      const value = labels.get(selector.label);
      const isListed = value !== undefined && selector.values.includes(value);
      return selector.kind === "in" ? isListed : !isListed;
    }
    case "not":
      return !matches(selector.operand, labels);
    case "and":
      return selector.operands.every((operand) => matches(operand, labels));
    case "or":
      return selector.operands.some((operand) => matches(operand, labels));
  }
}
