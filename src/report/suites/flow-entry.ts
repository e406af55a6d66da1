import type { Flow } from "../../model/flow.ts";
import type { Outcome } from "../../policy/outcome.ts";
import { deciding } from "../outcomes/expectation.ts";

/** A flow as an entry of a flow file's list, with what becomes of it as its expectation; each line is indented by two. */
export function flowEntry(name: string, flow: Flow, outcome: Outcome): string {
  const { expect: _, name: __, ...packet } = flow;
  const [policy, rule] = deciding(outcome.decidedBy);
  const expect =
    policy === undefined ? outcome.verdict : { verdict: outcome.verdict, policy, ...(rule !== undefined && { rule }) };
  const fields = Object.entries({ name, ...packet, expect }).filter(([, value]) => value !== undefined);
  return fields.map(([key, value], at) => `  ${at === 0 ? "- " : "  "}${key}: ${inline(value)}\n`).join("");
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
