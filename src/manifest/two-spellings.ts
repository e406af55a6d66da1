import type { FieldNode } from "../generated/order.ts";
import type { FieldPath } from "../model/resource.ts";
import type { Problem } from "./problem.ts";

/** Whether another key differs in case only. */
export function hasTwin(entries: readonly (readonly [string, unknown])[], key: string): boolean {
  const lower = key.toLowerCase();
  return entries.some(([other]) => other !== key && other.toLowerCase() === lower);
}

/**
 * Whether Go's reader of JSON, which v3.32 uses, puts such a value in the place of what another spelling of the field held. It adds
 * objects to objects, item by item in lists, refuses a value of another type in either spelling, and empties or keeps the field for
 * null, by its type.
 */
export function replacesWhole(node: FieldNode, value: unknown): boolean {
  switch (node.kind) {
    case "list":
      return Array.isArray(value) && value.every((item) => replacesWhole(node.items, item));
    case "object":
    case "map":
    case "any":
      return false;
    case "boolean":
      return typeof value === "boolean";
    case "integer":
    case "number":
      return typeof value === "number" || typeof value === "bigint";
    case "duration":
    case "timestamp":
      return typeof value === "string";
    case "port":
    case "protocol":
    case "as-number":
      return typeof value === "string" || typeof value === "number" || typeof value === "bigint";
    case "string":
    case "selector":
      return value !== null && typeof value !== "object";
  }
}

/** The finding about a field in two spellings: the last counts, or, where Calico would mix them or may refuse one, an error. */
export function twoSpellings([first, last]: readonly [string, string], isReplaced: boolean, path: FieldPath): Problem {
  const both = `\`${first}\` and \`${last}\` are one field to Calico`;
  return {
    severity: isReplaced ? "warning" : "error",
    code: "field.case",
    message: isReplaced ? `${both}, and \`${last}\` counts` : `${both}, which would mix their values or refuse them`,
    help: "remove one of them",
    path,
    part: "key",
  };
}
