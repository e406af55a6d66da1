import { type Field, type FieldNode, ORDER } from "../../../generated/order.ts";
import type { Resource } from "../../../model/resource.ts";
import { goFloat, goTime } from "./printing.ts";

/**
 * A value of a template with what Go would know of its type: `struct` has the fields of a schema, `pointer` prints `&`
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

type Json = Readonly<Record<string, unknown>>;

const record = (value: unknown): Json =>
  typeof value === "object" && value !== null && !Array.isArray(value) ? (value as Json) : {};

/** A resource as Calico's struct of its kind: `TypeMeta` and `ObjectMeta` are embedded, so that `.Name` is `.ObjectMeta.Name`. */
export function resourceValue(resource: Resource, version: string, pointer: boolean): Value {
  const node = ORDER[resource.kind];
  const fields = node?.kind === "object" ? node.fields : {};
  const parts = new Map<string, Value>([["TypeMeta", typeMeta(resource.kind, resource.apiVersion)]]);
  for (const [name, field] of Object.entries(fields)) {
    if (name === "kind" || name === "apiVersion" || !exists(field, version)) continue;
    const value = name === "metadata" ? resource.metadata : resource[name];
    parts.set(name === "metadata" ? "ObjectMeta" : name, fieldValue(field, value ?? {}, version));
  }
  return { kind: "struct", fields: parts, embedded: ["TypeMeta", "ObjectMeta"], pointer };
}

/** The list object that a whole kind is: `.Items`, and `.ListMeta.ResourceVersion`. */
export function listValue(kind: string, apiVersion: string, revision: string, items: readonly Value[]): Value {
  const meta = new Map([
    ["SelfLink", text("")],
    ["ResourceVersion", text(revision)],
    ["Continue", text("")],
    ["RemainingItemCount", NIL],
  ]);
  const fields = new Map<string, Value>([
    ["TypeMeta", typeMeta(`${kind}List`, apiVersion)],
    ["ListMeta", { kind: "struct", fields: meta, embedded: [], pointer: false }],
    ["Items", { kind: "list", items }],
  ]);
  return { kind: "struct", fields, embedded: ["TypeMeta", "ListMeta"], pointer: true };
}

/** A change of a watch: `.Type` and `.Object`. */
export function eventValue(type: string, object: Value): Value {
  const fields = new Map<string, Value>([
    ["Type", text(type)],
    ["Object", object],
  ]);
  return { kind: "struct", fields, embedded: [], pointer: false };
}

function typeMeta(kind: string, apiVersion: string): Value {
  const fields = new Map([
    ["Kind", text(kind)],
    ["APIVersion", text(apiVersion)],
  ]);
  return { kind: "struct", fields, embedded: [], pointer: false };
}

const exists = ({ since }: Field, version: string): boolean => since === undefined || since === version;

/** A field's value; where it is absent, what Go has there: the type's empty value, or nothing for pointers. */
function fieldValue(field: Field, value: unknown, version: string): Value {
  if (value !== undefined && value !== null) return nodeValue(field.node, value, version);
  switch (field.node.kind) {
    case "string":
    case "selector":
      return text("");
    case "list":
      return { kind: "list", items: [] };
    case "map":
      return { kind: "map", entries: new Map(), texts: true };
    case "boolean":
      return field.keepZero ? NIL : truth(false);
    case "integer":
      return field.keepZero ? NIL : integer(0);
    default:
      return NIL;
  }
}

function nodeValue(node: FieldNode, value: unknown, version: string): Value {
  if (node.kind === "object") {
    const given = record(value);
    const known = Object.entries(node.fields).filter(([, field]) => exists(field, version));
    const fields = known.map(([name, field]) => [name, fieldValue(field, given[name], version)] as const);
    // What another Calico version stored can be asked for, too.
    const others = Object.entries(given).filter(([name]) => !Object.hasOwn(node.fields, name));
    const rest = others.map(([name, other]) => [name, jsonValue(other)] as const);
    return { kind: "struct", fields: new Map([...fields, ...rest]), embedded: [], pointer: false };
  }
  if (node.kind === "list" && Array.isArray(value)) {
    return { kind: "list", items: value.map((item: unknown) => nodeValue(node.items, item, version)) };
  }
  if (node.kind === "timestamp" && typeof value === "string") return { kind: "time", value };
  if (node.kind === "number" && typeof value === "number") return { kind: "number", value, float: true };
  const plain = jsonValue(value);
  return node.kind === "map" && plain.kind === "map" ? { ...plain, texts: true } : plain;
}

const MAX_DEPTH = 200;

/** What JSON holds, as a template gets it: whole numbers are integers. */
export function jsonValue(value: unknown, depth = 0): Value {
  if (typeof value === "string") return text(value);
  if (typeof value === "boolean") return truth(value);
  if (typeof value === "number") return { kind: "number", value, float: !Number.isInteger(value) };
  if (value === null || value === undefined || depth > MAX_DEPTH) return MISSING;
  if (Array.isArray(value)) return { kind: "list", items: value.map((item) => jsonValue(item, depth + 1)) };
  const entries = Object.entries(record(value)).sort(([a], [b]) => (a < b ? -1 : 1));
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
  for (const [field, found] of value.fields) if (field.toLowerCase() === wanted) return found;
  for (const part of value.embedded) {
    const inner = value.fields.get(part);
    const found = inner && fieldOf(inner, name);
    if (found !== undefined) return found;
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
