import type { Selector } from "./selector.ts";

const OPERATOR = {
  equal: "==",
  "not-equal": "!=",
  contains: "contains",
  "starts-with": "starts with",
  "ends-with": "ends with",
  in: "in",
  "not-in": "not in",
} as const;

/** The selector in its canonical spelling: parsing the text returns an equal tree, which prints as the same text. */
export function printSelector(selector: Selector): string {
  switch (selector.kind) {
    case "all":
      return "all()";
    case "global":
      return "global()";
    case "has":
      return `has(${selector.label})`;
    case "equal":
    case "not-equal":
    case "contains":
    case "starts-with":
    case "ends-with":
      return `${selector.label} ${OPERATOR[selector.kind]} ${quote(selector.value)}`;
    case "in":
    case "not-in":
      return `${selector.label} ${OPERATOR[selector.kind]} {${selector.values.map(quote).join(", ")}}`;
    case "not":
      return negation(selector.operand);
    case "and":
      return selector.operands
        .map((operand) => (operand.kind === "or" ? parens(operand) : printSelector(operand)))
        .join(" && ");
    case "or":
      return selector.operands.map(printSelector).join(" || ");
  }
}

/** `!has(a)` and `!all()` need no parentheses; comparisons and lists have them. */
function negation(operand: Selector): string {
  return operand.kind === "has" || operand.kind === "all" ? `!${printSelector(operand)}` : `!${parens(operand)}`;
}

function parens(selector: Selector): string {
  return `(${printSelector(selector)})`;
}

/** A string holds no quote of its own kind: the language has no escapes. */
function quote(value: string): string {
  return value.includes("'") ? `"${value}"` : `'${value}'`;
}
