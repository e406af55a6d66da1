import type { Field, FieldNode } from "../../generated/order.ts";
import { encodeString } from "../../model/go-json.ts";
import { isObject } from "../../model/json.ts";
import { DatastoreError } from "../datastore-error.ts";

type Fields = Readonly<Record<string, unknown>>;

/** Deeper than any resource; values nested deeper would exhaust the stack. */
export const MAX_DEPTH = 200;

/** A number as Go writes a float64: as JavaScript does (exponents from 1e+21 and below 1e-6), but `-0` keeps its sign. */
function encodeNumber(value: number): string {
  if (!Number.isFinite(value)) throw new TypeError(`not a JSON number: ${value}`);
  return Object.is(value, -0) ? "-0" : String(value);
}

/** What Go's `omitempty` leaves out. */
function isZero(value: unknown): boolean {
  if (Array.isArray(value)) return value.length === 0;
  return value === "" || value === 0 || value === false || value === null || (isObject(value) && isEmpty(value));
}

function isEmpty(value: Fields): boolean {
  return Object.keys(value).length === 0;
}

/** What absent fields are written as: what Calico stores for them, or only the empty values that its types always have. */
export type Fills = "all" | "empty";

/**
 * The compact JSON that Calico stores: known fields in `node`'s order with what is stored for absent ones in
 * `version`'s layout, then unknown ones by name; maps by key. Without a node a value is written as it is.
 */
export function encodeValue(
  value: unknown,
  node: FieldNode | undefined,
  version: string,
  fills: Fills = "all",
  depth = 0,
): string {
  if (depth > MAX_DEPTH)
    throw new DatastoreError("value.too-deep", `the resource is nested more than ${MAX_DEPTH} levels deep`);
  const encode = (inner: unknown, innerNode: FieldNode | undefined): string =>
    encodeValue(inner, innerNode, version, fills, depth + 1);
  if (typeof value === "string") return encodeString(value);
  if (typeof value === "number") return encodeNumber(value);
  if (Array.isArray(value)) {
    const items = node?.kind === "list" ? node.items : undefined;
    return `[${value.map((item) => encode(item, items)).join(",")}]`;
  }
  if (!isObject(value)) return JSON.stringify(value ?? null);
  const pairs: string[] = [];
  const write = (name: string, inner: unknown, innerNode?: FieldNode): void => {
    if (inner !== undefined) pairs.push(`${encodeString(name)}:${encode(inner, innerNode)}`);
  };
  const known = node?.kind === "object" ? node.fields : NONE;
  for (const [name, field] of entriesOf(known)) {
    if (!Object.hasOwn(value, name) && field.stored === undefined) continue;
    write(name, storedValue(Object.hasOwn(value, name) ? value[name] : undefined, field, version, fills), field.node);
  }
  const unknown = Object.keys(value).filter((name) => !Object.hasOwn(known, name));
  if (node !== undefined) unknown.sort();
  for (const name of unknown) write(name, value[name]);
  return `{${pairs.join(",")}}`;
}

const NONE: Readonly<Record<string, Field>> = {};
const ENTRIES = new WeakMap<Readonly<Record<string, Field>>, readonly (readonly [string, Field])[]>();

/** Fields in their order; listed once, because every object of a large batch needs them. */
function entriesOf(fields: Readonly<Record<string, Field>>): readonly (readonly [string, Field])[] {
  let entries = ENTRIES.get(fields);
  if (entries === undefined) {
    entries = Object.entries(fields);
    ENTRIES.set(fields, entries);
  }
  return entries;
}

/** What is written for a field: its value, for an absent or empty one what Calico stores then (`undefined`: nothing). */
function storedValue(value: unknown, field: Field, version: string, fills: Fills): unknown {
  const absent = value === undefined || (!field.keepZero && isZero(value));
  if (!absent) return value;
  const stored = field.stored?.[version];
  return fills === "all" || isZero(stored) ? stored : undefined;
}
