import { goFloat } from "../model/go-numbers.ts";
import { objectOrEmpty } from "../model/json.ts";
import { goTime } from "./printing.ts";

/**
 * A value of a template with what Go knows of its type: `struct` has the fields of a schema, `pointer` prints `&`
 * before it; `nil` is a pointer to nothing; `missing` no value at all: a key a map does not have, or JSON's null. A map of
 * `texts` is one of labels: its missing keys have the empty text where they are indexed.
 */
export type Value =
  | { readonly kind: "nil" | "missing" }
  | { readonly kind: "string" | "time"; readonly value: string }
  | { readonly kind: "number"; readonly value: number; readonly float: boolean }
  | { readonly kind: "boolean"; readonly value: boolean }
  | { readonly kind: "list"; readonly items: readonly Value[] }
  | { readonly kind: "map"; readonly entries: ReadonlyMap<string, Value>; readonly texts?: true }
  | {
      readonly kind: "struct";
      readonly fields: ReadonlyMap<string, Value>;
      readonly embedded: readonly string[];
      readonly pointer: boolean;
    };

export const NIL: Value = { kind: "nil" };
export const MISSING: Value = { kind: "missing" };
export const text = (value: string): Value => ({ kind: "string", value });
export const integer = (value: number): Value => ({ kind: "number", value, float: false });
export const truth = (value: boolean): Value => ({ kind: "boolean", value });

const MAX_DEPTH = 200;

/** What JSON holds, as a template gets it: whole numbers are integers. */
export function jsonValue(value: unknown, depth = 0): Value {
  if (typeof value === "string") return text(value);
  if (typeof value === "boolean") return truth(value);
  if (typeof value === "number") return { kind: "number", value, float: !Number.isInteger(value) };
  if (value === null || value === undefined || depth > MAX_DEPTH) return MISSING;
  if (Array.isArray(value)) return { kind: "list", items: value.map((item) => jsonValue(item, depth + 1)) };
  const entries = Object.entries(objectOrEmpty(value)).sort(([a], [b]) => (a < b ? -1 : 1));
  return { kind: "map", entries: new Map(entries.map(([key, item]) => [key, jsonValue(item, depth + 1)])) };
}

/**
 * A field by its Go name: Go's names are those of manifests but for capitals (`InterfaceName`, `BGP`, `ExpectedIPs`),
 * so capitals do not count. Fields of embedded structs are fields of their owner.
 */
export function fieldOf(value: Value, name: string): Value | undefined {
  if (value.kind === "map") return value.entries.get(name) ?? MISSING;
  if (value.kind === "missing") return MISSING;
  if (value.kind !== "struct") return undefined;
  const wanted =
    name.toLowerCase() === "metadata" && value.fields.has("ObjectMeta") ? "objectmeta" : name.toLowerCase();
  for (const [field, fieldValue] of value.fields) if (field.toLowerCase() === wanted) return fieldValue;
  for (const part of value.embedded) {
    const inner = value.fields.get(part);
    const fieldValue = inner && fieldOf(inner, name);
    if (fieldValue !== undefined) return fieldValue;
  }
  return undefined;
}

/** Whether Go's templates take it for true: nothing, 0, "" and what is empty are not. */
export function isTrue(value: Value): boolean {
  switch (value.kind) {
    case "nil":
    case "missing":
      return false;
    case "string":
      return value.value !== "";
    case "number":
      return value.value !== 0;
    case "boolean":
      return value.value;
    case "list":
      return value.items.length > 0;
    case "map":
      return value.entries.size > 0;
    case "time":
    case "struct":
      return true;
  }
}

/** The value as Go prints it with `%v`; `top` is what stands alone in an action, where there may be no value at all. */
export function printed(value: Value, top = true): string {
  switch (value.kind) {
    case "nil":
      return "<nil>";
    case "missing":
      return top ? "<no value>" : "<nil>";
    case "string":
      return value.value;
    case "time":
      return goTime(value.value);
    case "number":
      return value.float ? goFloat(value.value) : String(value.value);
    case "boolean":
      return String(value.value);
    case "list":
      return `[${value.items.map((item) => printed(item, false)).join(" ")}]`;
    case "map":
      return `map[${[...value.entries].map(([key, item]) => `${key}:${printed(item, false)}`).join(" ")}]`;
    case "struct": {
      const inner = [...value.fields.values()].map((field) => printed(field, false)).join(" ");
      return `${top && value.pointer ? "&" : ""}{${inner}}`;
    }
  }
}
