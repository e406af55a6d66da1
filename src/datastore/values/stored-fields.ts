import { type Field, type FieldNode, ORDER } from "../../generated/order.ts";
import { isObject, type JsonObject } from "../../model/json.ts";
import { arePlainRules } from "../../model/kinds/plain-rules.ts";
import { type FieldPath, formatPath } from "../../model/resource.ts";
import { canonicalDuration, isTimestamp } from "../../model/scalar-forms.ts";
import type { Unreadable } from "../datastore.ts";
import { type NumberForms, PLAIN_NUMBERS, placeOf } from "./stored-json.ts";

/** The fields of a stored object, or why Go's types for its kind do not take it. */
export type StoredFields =
  | { readonly ok: true; readonly fields: JsonObject }
  | ({ readonly ok: false } & Omit<Unreadable, "key">);

/** What a field must be, in words. */
const WANTED: Readonly<Record<FieldNode["kind"], string>> = {
  object: "an object",
  map: "a map of strings",
  list: "a list",
  string: "text",
  selector: "text",
  duration: "a length of time with its unit, as in `90s`",
  timestamp: "a point in time, as in `2019-01-01T00:00:00Z`",
  boolean: "`true` or `false`",
  integer: "a whole number",
  number: "a number",
  port: "a port",
  protocol: "a protocol",
  "as-number": "an AS number",
  any: "anything",
};

interface Context {
  readonly numbers: NumberForms;
  /** The first thing that is wrong. */
  fault: Omit<Unreadable, "key"> | undefined;
}

/** A place in the value: made for every object and list, so that a path is written only where something is wrong. */
interface Place {
  readonly above: Place | undefined;
  readonly part: string | number;
}

function pathOf(place: Place | undefined): FieldPath {
  return place === undefined ? [] : [...pathOf(place.above), place.part];
}

/**
 * Reads a stored object by the types that the schemas give its fields, as Go does: a field in another case is the field,
 * `null` is an absent field, unknown fields are kept. A value of another type makes all of it unreadable, which is what it is
 * for Calico.
 */
export function readStoredFields(value: JsonObject, node: FieldNode, numbers: NumberForms): StoredFields {
  const context: Context = { numbers, fault: undefined };
  const read = node.kind === "object" ? readObject(node.fields, value, undefined, context) : value;
  if (context.fault !== undefined) return { ok: false, ...context.fault };
  return { ok: true, fields: read };
}

function readNode(
  node: FieldNode,
  value: unknown,
  above: Place | undefined,
  part: string | number,
  context: Context,
): unknown {
  if (node.kind === "object" && isObject(value)) return readObject(node.fields, value, { above, part }, context);
  if (node.kind === "list" && Array.isArray(value)) {
    // Most rules are plain: their fields have the right types, and no number in them is odd.
    if (node.items === RULE && context.numbers === PLAIN_NUMBERS && arePlainRules(value)) return value;
    const here = { above, part };
    const items = value.map((item, at) => readNode(node.items, item, here, at, context));
    return items.some((item, at) => item !== value[at]) ? items : value;
  }
  const { kind } = node;
  const { numbers } = context;
  if (numbers !== PLAIN_NUMBERS && kind === "any") checkExact({ above, part }, context);
  const isRight =
    isOf(kind, value) &&
    !("isUint16" in node && !isWhole(value, UINT16)) &&
    !(numbers !== PLAIN_NUMBERS && WHOLE.has(kind) && numbers.fractions.has(placeOf(pathOf({ above, part }))));
  // Go leaves out `null` where it cannot be what is wanted.
  const forCalico = value === null ? "perhaps" : "unreadable";
  if (!isRight) refuse({ above, part }, `is not ${wanted(node)}`, forCalico, context);
  return value;
}

/** The node of a policy's rule. */
export const RULE = ["spec", "ingress"].reduce(fieldNode, ORDER.GlobalNetworkPolicy);

function fieldNode(node: FieldNode | undefined, name: string): FieldNode | undefined {
  const field = node?.kind === "object" ? node.fields[name]?.node : undefined;
  return field?.kind === "list" ? field.items : field;
}

function wanted(node: FieldNode): string {
  const { kind } = node;
  return "isUint16" in node ? `a whole number from 0 to ${UINT16}` : WANTED[kind];
}

/** A value there that is not text must be a whole number. */
const WHOLE: ReadonlySet<FieldNode["kind"]> = new Set(["integer", "port", "protocol", "as-number"]);

function isOf(kind: FieldNode["kind"], value: unknown): boolean {
  switch (kind) {
    case "object":
    case "list":
      return false;
    case "map":
      return isObject(value) && Object.values(value).every((entry) => typeof entry === "string");
    case "string":
    case "selector":
      return typeof value === "string";
    case "duration":
      return typeof value === "string" && canonicalDuration(value) !== undefined;
    case "timestamp":
      return typeof value === "string" && isTimestamp(value);
    case "boolean":
      return typeof value === "boolean";
    case "number":
      return typeof value === "number";
    case "integer":
      return Number.isSafeInteger(value);
    case "port":
      return typeof value === "string" || isWhole(value, UINT16);
    case "protocol":
      return typeof value === "string" || isWhole(value, 255);
    case "as-number":
      return typeof value === "string" || isWhole(value, 0xffff_ffff);
    case "any":
      return true;
  }
}

/** The most that 16 bits without a sign hold. */
const UINT16 = 65_535;

/** Whether it is a whole number from 0 to the most that Go's type for it holds. */
function isWhole(value: unknown, most: number): boolean {
  return typeof value === "number" && Number.isSafeInteger(value) && value >= 0 && value <= most;
}

function refuse(place: Place, what: string, forCalico: Unreadable["forCalico"], context: Context): void {
  context.fault ??= { reason: `the stored value's ${formatPath(pathOf(place))} ${what}`, forCalico };
}

/** Refuses a number in a value that is kept as it is, of which it could not be written back as it is. */
function checkExact(place: Place, context: Context): void {
  const { inexact } = context.numbers;
  if (inexact.size === 0) return;
  const start = placeOf(pathOf(place)).slice(0, -1);
  const isThere = [...inexact].some((one) => one.startsWith(start) && /[,\]]/.test(one[start.length] ?? ""));
  if (isThere) refuse(place, "has a number with more digits than can be kept", "perhaps", context);
}

/** The object with its fields in their own spelling; the same object where nothing had to change, as in most. */
function readObject(
  fields: Readonly<Record<string, Field>>,
  value: JsonObject,
  place: Place | undefined,
  context: Context,
): JsonObject {
  let read: Map<string, unknown> | undefined;
  const keys = Object.keys(value);
  for (let at = 0; at < keys.length; at++) {
    const key = keys[at] as string;
    const item = value[key];
    const name = Object.hasOwn(fields, key) ? key : inOtherCase(fields, key);
    const field = name === undefined ? undefined : fields[name];
    if (field === undefined || name === undefined) {
      if (context.numbers !== PLAIN_NUMBERS) checkExact({ above: place, part: key }, context);
      read?.set(key, item);
      continue;
    }
    const given = item === null ? item : readNode(field.node, item, place, key, context);
    const isKept = item !== null || field.node.kind === "timestamp" || field.stored !== undefined;
    if (read === undefined && (given !== item || name !== key || !isKept))
      read = new Map(keys.slice(0, at).map((one) => [one, value[one]]));
    if (name !== key && (Object.hasOwn(value, name) || read?.has(name)))
      refuse({ above: place, part: key }, "is there twice, in different case", "perhaps", context);
    if (isKept) read?.set(name, given);
  }
  return read === undefined ? value : Object.fromEntries(read);
}

/** The field whose name differs from a key in case alone, which Go takes for it. */
function inOtherCase(fields: Readonly<Record<string, Field>>, key: string): string | undefined {
  const lower = key.toLowerCase();
  for (const name in fields) if (name.toLowerCase() === lower) return name;
  return undefined;
}
