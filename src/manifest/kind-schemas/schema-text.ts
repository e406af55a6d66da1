import { type Schema, SHARED_SCHEMAS } from "./schemas.ts";

/** A schema with what it refers to taken in: its own description counts before that of the part. */
export interface Resolved extends Schema {
  readonly since?: string;
  readonly values?: readonly string[];
}

/** A field of an object. */
export interface SchemaField {
  readonly name: string;
  readonly schema: Resolved;
  readonly required: boolean;
}

/** Takes in the shared part that a schema refers to. */
export function resolved(schema: Schema): Resolved {
  const part = schema.$ref === undefined ? undefined : SHARED_SCHEMAS[schema.$ref.replace(/^shared\//, "")];
  const whole: Schema = part === undefined ? schema : { ...resolved(part), ...schema };
  const values = whole.enum?.map(String) ?? (whole.const === undefined ? undefined : [String(whole.const)]);
  const since = whole["x-since"];
  return { ...whole, ...(values && { values }), ...(since !== undefined && { since }) };
}

/** The fields of an object, or of the objects in a list or map; required ones first. */
export function fieldsOf(schema: Resolved): readonly SchemaField[] {
  const holder = element(schema) ?? schema;
  if (holder !== schema) return fieldsOf(holder);
  const required = new Set(schema.required ?? []);
  const fields = Object.entries(schema.properties ?? {}).map(([name, below]) => {
    return { name, schema: resolved(below), required: required.has(name) };
  });
  return [...fields.filter((field) => field.required), ...fields.filter((field) => !field.required)];
}

function element({ items, additionalProperties }: Resolved): Resolved | undefined {
  if (items !== undefined) return resolved(items);
  return typeof additionalProperties === "object" ? resolved(additionalProperties) : undefined;
}

/** The type for people: `string`, `[]object`, `map[string]string`, `integer or string`. */
export function typeName(schema: Resolved): string {
  if (schema.items !== undefined) return `[]${typeName(resolved(schema.items))}`;
  if (typeof schema.additionalProperties === "object") {
    return `map[string]${typeName(resolved(schema.additionalProperties))}`;
  }
  if (schema.anyOf !== undefined) return [...new Set(schema.anyOf.map((one) => typeName(resolved(one))))].join(" or ");
  if (typeof schema.type === "string") return schema.type;
  return schema.type?.join(" or ") ?? (schema.const === undefined && schema.enum === undefined ? "any" : "string");
}
