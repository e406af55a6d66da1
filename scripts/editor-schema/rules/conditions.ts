import type { Json, Schema } from "../../schema-files.ts";

/** What an editor shows of a rule, with the code that `calicoctl explain` explains. */
export const message = (code: string, text: string): string => `${text} [${code}]`;

/** A rule of an object: where `condition` holds, `consequence` must. */
export function when(condition: Schema, consequence: Schema): Schema {
  // biome-ignore lint/suspicious/noThenProperty: it is JSON Schema's word
  return { if: condition, then: consequence };
}

/** These fields are there and match. */
export function fields(schemas: Readonly<Record<string, Schema>>): Schema {
  return { type: "object", required: Object.keys(schemas), properties: schemas };
}

/** A value that Calico does not take for an absent one. */
export const GIVEN: Schema = { not: { type: "null" } };
export const NOT_EMPTY: Schema = { type: "array", minItems: 1 };
export const TEXT: Schema = { type: "string", minLength: 1 };

/** Whether one of these is so; without `anyOf`, whose alternatives editors show with the field that is tested. */
export const any = (...schemas: Schema[]): Schema => ({ not: all(...schemas.map((schema) => ({ not: schema }))) });

/** The field must have one of these values where it is there; the message stands at its value. */
export function oneOf(name: string, values: Json[], errorMessage: string): Schema {
  return { properties: { [name]: when(GIVEN, { enum: values, errorMessage }) } };
}

/** The field must be there; the message stands at the object. */
export function needs(name: string, errorMessage: string): Schema {
  return { required: [name], errorMessage };
}

/** The field must not be there with such a value (`null` is always allowed); the message stands at its value. */
export function refused(name: string, errorMessage: string, value: Schema = GIVEN): Schema {
  return { properties: { [name]: when(value, { type: "null", errorMessage }) } };
}

/** All of these. */
export const all = (...schemas: Schema[]): Schema => ({ allOf: schemas });
