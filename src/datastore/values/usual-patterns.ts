import type { Field, FieldNode } from "../../generated/order.ts";
import { USUAL_TIME } from "../../model/scalar-forms.ts";

/*
 * Patterns of compact JSON text. Each field of an object says which may follow it: their order is fixed, so that none is there
 * twice. A chain of fields that may each be absent would take V8 ten times as long to compile.
 */

/** No longer text is matched: V8 keeps a place to go back to for each character that a pattern matched. */
export const LONGEST = 100_000;

/** Text between quotes, with the escapes that JSON has. */
export const TEXT = String.raw`"(?:[^"\\\x00-\x1f]|\\(?:["\\/bfnrt]|u[\da-fA-F]{4}))*"`;
/** A name of a map between quotes, without escapes: what looks different is different. */
const NAME = String.raw`"[^"\\\x00-\x1f]*"`;

/** A point in time between quotes, as nearly all are stored. */
export const TIME = `"${USUAL_TIME.source.slice(1, -1)}"`;

/** Fields of an object with the patterns of their values, in their order. */
export type Fields = readonly (readonly [name: string, pattern: string])[];

/** Some of the fields, in their order, each followed by the end of the object or by a comma and one of `then`'s or its own later ones. */
export function fieldsPattern(fields: Fields, then: readonly string[] = []): string {
  const each = fields.map(([name, pattern], at) => {
    const later = [...fields.slice(at + 1).map(([one]) => one), ...then];
    const next = later.length === 0 ? "" : `,(?="(?:${later.join("|")})")|`;
    return String.raw`"${name}":${pattern}(?:${next}(?=\}))`;
  });
  return `(?:${each.join("|")})*`;
}

/** An object with some of the fields, in their order. */
export function objectPattern(fields: Fields): string {
  return String.raw`\{${fieldsPattern(fields)}\}`;
}

/** A list of what the pattern matches. */
export function listPattern(item: string): string {
  return String.raw`\[(?:${item}(?:,(?!\])|(?=\])))*\]`;
}

/**
 * A pattern of text that is read into a value of the type, whatever else there is to be said of it; some such text it does not
 * match. Nothing for a type of which only few values can be told so.
 */
export function nodePattern(node: FieldNode): string | undefined {
  switch (node.kind) {
    case "object":
      return objectPattern(fieldPatterns(node.fields));
    case "list": {
      const item = nodePattern(node.items);
      return item && listPattern(item);
    }
    case "map":
      return String.raw`\{(?:${NAME}:${TEXT}(?:,(?=")|(?=\})))*\}`;
    case "string":
    case "selector":
    case "port":
    case "protocol":
      return TEXT;
    case "boolean":
      return "(?:true|false)";
    case "integer":
      return "isUint16" in node ? String.raw`(?:0|[1-9]\d{0,3}|[1-5]\d{4})` : String.raw`(?:0|-?[1-9]\d{0,14})`;
    case "number":
      return String.raw`(?:0|-?[1-9]\d{0,14})(?:\.\d{1,9})?`;
    case "timestamp":
      return TIME;
    case "duration":
    case "as-number":
    case "any":
      return undefined;
  }
}

/** The fields of an object that have patterns, in the order in which they are stored. */
export function fieldPatterns(fields: Readonly<Record<string, Pick<Field, "node">>>): Fields {
  return Object.entries(fields).flatMap(([name, { node }]) => {
    const pattern = nodePattern(node);
    return pattern === undefined ? [] : [[name, pattern] as const];
  });
}

/** Where the text that the sticky pattern matches at a place ends; -1 where it does not match. */
export function endOf(pattern: RegExp, text: string, at: number): number {
  pattern.lastIndex = at;
  return pattern.test(text) ? pattern.lastIndex : -1;
}
