import type { EndToEndFlow, Flow, NodeFacts } from "../../model/flow.ts";
import type { Outcome } from "../../policy/outcome.ts";
import { deciding } from "../outcomes/expectation.ts";

/** What is expected of a flow that ends so: its verdict, and the policy and rule that decide it. */
export function expectationOf({ verdict, decidedBy }: Outcome): Flow["expect"] {
  const [policy, rule] = deciding(decidedBy);
  return policy === undefined ? verdict : { verdict, policy, ...(rule !== undefined && { rule }) };
}

/**
 * The same of all choices that a flow leaves open; of those that only the verdict is common to that alone, and nothing where even
 * it is not.
 */
export function commonExpectation(outcomes: readonly Outcome[]): Flow["expect"] {
  const [first] = outcomes;
  if (first === undefined) return undefined;
  const isSame = (key: (one: Outcome) => unknown) =>
    outcomes.every((one) => JSON.stringify(key(one)) === JSON.stringify(key(first)));
  if (isSame(expectationOf)) return expectationOf(first);
  return isSame(({ verdict }) => verdict) ? first.verdict : undefined;
}

/** A flow as an entry of a flow file's list, under a name and with what is expected of it; each line is indented by two. */
export function flowEntry(name: string, { name: _, ...packet }: Flow | EndToEndFlow): string {
  const fields = Object.entries({ name, ...packet }).filter(([, value]) => value !== undefined);
  return fields.map(([key, value], at) => `  ${at === 0 ? "- " : "  "}${key}: ${inline(value)}\n`).join("");
}

/** What a flow file states of its node: its name, and interfaces that packets need. */
export function nodeFields({ node, interfaces }: Pick<NodeFacts, "node" | "interfaces">): string {
  const given =
    interfaces === undefined || Object.keys(interfaces).length === 0 ? "" : `interfaces: ${inline(interfaces)}\n`;
  return `node: ${inline(node)}\n${given}`;
}

/** Words that are not text in some version of YAML. */
const NO_TEXT = /^(?:true|false|yes|no|on|off|null|y|n)$/i;
const PLAIN = /^(?:[A-Za-z][A-Za-z0-9_./-]*(?:[ ,][A-Za-z0-9(][A-Za-z0-9_./()-]*)*|\d{1,3}(?:\.\d{1,3}){3})$/;

/** A value as YAML on one line; texts that might be read as something else are quoted, as JSON. */
function inline(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(inline).join(", ")}]`;
  if (typeof value === "object" && value !== null) {
    const fields = Object.entries(value).map(([key, inner]) => `${inline(key)}: ${inline(inner)}`);
    return fields.length === 0 ? "{}" : `{ ${fields.join(", ")} }`;
  }
  if (typeof value === "string" && PLAIN.test(value) && !value.includes(",") && !NO_TEXT.test(value)) return value;
  return JSON.stringify(value);
}
