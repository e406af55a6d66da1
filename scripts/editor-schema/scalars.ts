import type { Json, Schema } from "../schema-files.ts";
import { FORMS, formKeywords, worded } from "./forms.ts";
import { PORT, PROTOCOL_DIGITS } from "./patterns.ts";

/** Where a value stands: what Calico takes for "not there" is allowed in a field, not in a list. */
export interface Place {
  /** Whether it is a field of an object that need not be there. */
  readonly mayBeAbsent: boolean;
  /** Whether it is a field of an object that must be there; an item of a list is neither. */
  readonly isRequired: boolean;
  /** Whether the empty value of its type is kept, and not the same as absent. */
  readonly keepZero: boolean;
}

/** What Calico takes besides the values that are meant, written so that no editor offers it. */
export const ALSO: Readonly<Record<string, Schema>> = {
  null: { if: { type: "null" }, else: false },
  nullOrEmpty: { if: { type: ["null", "string"], maxLength: 0 }, else: false },
  number: { if: { type: ["number", "boolean"] }, else: false },
  nullOrNumber: { if: { type: ["null", "number", "boolean"] }, else: false },
};

/** The values that are meant, which editors offer and messages name, or what is also taken. */
const or = (schema: Schema, also: string): Schema => ({ anyOf: [schema, { $ref: `#/$defs/${also}` }] });

/** One of these values, or absent. */
function orUnset(schema: Schema, { mayBeAbsent, keepZero }: Place, isText: boolean): Schema {
  if (!mayBeAbsent) return schema;
  return or(schema, isText && !keepZero ? "nullOrEmpty" : "null");
}

/** A value of these types, without an editor offering `null`, `true` and `false` for it. */
export function typed(types: readonly string[], expected: string, more: Schema = {}): Schema {
  return { ...more, if: { type: [...types] }, else: { type: expected } };
}

const withNull = (types: readonly string[], { mayBeAbsent }: Place): string[] => [
  ...types,
  ...(mayBeAbsent ? ["null"] : []),
];

/** A scalar of a kind's schema as an editor is to check it, or `undefined` where the schema is not of a scalar. */
export function scalar(schema: Schema, place: Place): Schema | undefined {
  const form = String(schema["x-form"] ?? schema["x-scalar"] ?? "");
  switch (form) {
    case "port":
      return port(place);
    case "protocol":
      return protocol(PROTOCOLS, PROTOCOL_DIGITS, { minimum: 1, maximum: 255 }, place);
    case "endpoint-protocol":
      return protocol(["TCP", "UDP", "SCTP"], "0*(?:6|17|132)", { enum: [6, 17, 132] }, place);
    case "as-number":
      return asNumber(place);
    case "timestamp":
      return text(TIMESTAMP, "field.timestamp", "a time, `2019-01-01T00:00:00Z`", place);
    case "duration":
      return text(String(schema.pattern), "field.duration", "a duration with its unit: `90s`, `1m30s`, `250ms`", place);
  }
  if (Array.isArray(schema.enum)) return orUnset({ enum: schema.enum }, place, schema.type === "string");
  switch (String(schema.type)) {
    case "string":
      return string(schema, form, place);
    case "boolean":
      return orUnset({ type: "boolean" }, place, false);
    case "integer":
    case "number": {
      const { minimum, maximum } = schema;
      const least =
        typeof minimum === "number" && !place.keepZero && place.mayBeAbsent ? Math.min(minimum, 0) : minimum;
      const limits = { ...(least !== undefined && { minimum: least }), ...(maximum !== undefined && { maximum }) };
      return orUnset({ type: String(schema.type), ...limits }, place, false);
    }
  }
  if (Array.isArray(schema.anyOf)) return typed(withNull(["string", "number", "boolean"], place), "string");
  return undefined;
}

/** Text; Calico reads numbers and booleans as text, too. */
function string(schema: Schema, formName: string, place: Place): Schema {
  const form = FORMS[formName];
  if (form === undefined) {
    const length = schema.minLength === undefined ? {} : { minLength: schema.minLength };
    return or({ type: "string", ...length }, place.isRequired ? "number" : "nullOrNumber");
  }
  const orEmpty = place.mayBeAbsent && !place.keepZero;
  const text = { $ref: `#/$defs/${formName}${orEmpty ? OR_EMPTY : ""}` };
  if (form.takesNumbers !== true) return orUnset(text, place, true);
  return or(text, place.mayBeAbsent ? "nullOrNumber" : "number");
}

const OR_EMPTY = "-or-empty";

/** Every form as a definition, since most are long and needed often. */
export const FORM_DEFINITIONS: Readonly<Record<string, Schema>> = Object.fromEntries(
  Object.entries(FORMS).flatMap(([name, form]) => [
    [name, { type: "string", ...formKeywords(form, false) }],
    [`${name}${OR_EMPTY}`, { type: "string", ...formKeywords(form, true) }],
  ]),
);

/** Text of a pattern that has its own `^` and `$`. */
function text(pattern: string, code: string, message: string, place: Place): Schema {
  const whole = place.mayBeAbsent && !place.keepZero ? `^$|${pattern}` : pattern;
  return orUnset({ type: "string", pattern: whole, patternErrorMessage: worded(code, message) }, place, true);
}

const TIMESTAMP = "^[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}:[0-9]{2}([.][0-9]{1,30})?(Z|[-+][0-9]{2}:[0-9]{2})$";

function port(place: Place): Schema {
  const message = worded("port.syntax", "a port from 1 to 65535, a range such as `8000:8010`, or a port's name");
  return {
    if: { type: "string" },
    // biome-ignore lint/suspicious/noThenProperty: it is JSON Schema's word
    then: { pattern: `^${PORT}$`, patternErrorMessage: message },
    else: { type: withNull(["integer"], place), minimum: 1, maximum: 65535, errorMessage: message },
  };
}

const PROTOCOLS = ["TCP", "UDP", "ICMP", "ICMPv6", "SCTP", "UDPLite"];

/** A protocol by one of these names, or by its number, which may be text. */
function protocol(names: string[], digits: string, number: Schema, place: Place): Schema {
  const numbers = "enum" in number ? (number.enum as Json[]).join(", ") : "a number from 1 to 255";
  const errorMessage = worded("protocol.unknown", `a protocol: ${names.join(", ")}, or ${numbers}`);
  const other = {
    if: { type: "string" },
    // biome-ignore-start lint/suspicious/noThenProperty: it is JSON Schema's word
    then: { pattern: `^${digits}$` },
    else: { if: { type: "integer" }, then: number, else: place.mayBeAbsent ? { type: "null" } : false },
    // biome-ignore-end lint/suspicious/noThenProperty: it is JSON Schema's word
  };
  return { anyOf: [{ enum: names, errorMessage }, other] };
}

function asNumber(place: Place): Schema {
  const message = worded("as-number.invalid", 'an AS number up to 4294967295, or two halves like `"65000.1"`');
  const written = {
    if: { type: "string" },
    // biome-ignore lint/suspicious/noThenProperty: it is JSON Schema's word
    then: { pattern: "^[0-9]{1,20}([.][0-9]{1,20})?$" },
    else: place.mayBeAbsent ? { type: "null" } : false,
  };
  return { anyOf: [{ type: "integer", minimum: 0, maximum: 4294967295, errorMessage: message }, written] };
}
