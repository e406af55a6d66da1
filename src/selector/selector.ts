/** A comparison of one label with one string. */
type CompareKind = "equal" | "not-equal" | "contains" | "starts-with" | "ends-with";

/**
 * A parsed selector of Calico's label language, as a tree. An empty selector is `all`. `global` occurs only at the
 * root. `and` and `or` have two operands or more and never hold one of their own kind directly.
 */
export type Selector =
  | { readonly kind: "all" }
  | { readonly kind: "global" }
  | { readonly kind: "has"; readonly label: string }
  | { readonly kind: CompareKind; readonly label: string; readonly value: string }
  | { readonly kind: "in" | "not-in"; readonly label: string; readonly values: readonly string[] }
  | { readonly kind: "not"; readonly operand: Selector }
  | { readonly kind: "and" | "or"; readonly operands: readonly Selector[] };

/** The selector that every labelled thing matches. */
export const ALL: Selector = { kind: "all" };

/** Joins selectors with `&&` or `||`, flattening operands of the same kind; one operand is returned as it is. */
export function joinSelectors(kind: "and" | "or", operands: readonly Selector[]): Selector {
  if (operands.length === 1 && operands[0] !== undefined) return operands[0];
  const flat = operands.flatMap((operand) => (operand.kind === kind ? operand.operands : [operand]));
  const [only] = flat;
  return flat.length === 1 && only !== undefined ? only : { kind, operands: flat };
}

/** The negation; two in a row cancel out. */
export function negateSelector(selector: Selector): Selector {
  return selector.kind === "not" ? selector.operand : { kind: "not", operand: selector };
}

/** The same selector with every label name changed (a rule's namespaceSelector reads `pcns.` labels). */
export function renameLabels(selector: Selector, rename: (label: string) => string): Selector {
  switch (selector.kind) {
    case "all":
    case "global":
      return selector;
    case "not":
      return { kind: "not", operand: renameLabels(selector.operand, rename) };
    case "and":
    case "or":
      return { kind: selector.kind, operands: selector.operands.map((operand) => renameLabels(operand, rename)) };
    case "has":
    case "equal":
    case "not-equal":
    case "contains":
    case "starts-with":
    case "ends-with":
    case "in":
    case "not-in":
      return { ...selector, label: rename(selector.label) };
  }
}
