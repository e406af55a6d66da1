import { fieldsOf, type Resolved, resolved, typeName } from "../../../manifest/kind-schemas/schema-text.ts";
import { KIND_SCHEMAS } from "../../../manifest/kind-schemas/schemas.ts";
import { API_VERSION, type Located } from "../../../model/resource.ts";
import type { Choice, Completions } from "./choice.ts";
import { type Cursor, cursorAt } from "./cursor.ts";
import { knownValues } from "./known-values.ts";
import { nameWritten, valuesWritten } from "./written.ts";

/** What the schemas and the resources that there are offer at an offset of a manifest. */
export function completionsOf(text: string, offset: number, resources: readonly Located[]): Completions {
  const cursor = cursorAt(text, offset);
  if (cursor === undefined) return { from: offset, choices: [] };
  const { at, from, path } = cursor;
  const holder = schemaAt(cursor.kind, path);
  const { style } = cursor;
  const values = (): readonly Choice[] =>
    valuesWritten([...schemaValues(holder), ...knownValues(cursor, resources)], style);
  if (at === "value") return { from, choices: values() };
  const keys = fieldChoices(holder, cursor);
  return { from, choices: at === "item" && keys.length === 0 ? values() : [...keys, ...labelKeys(cursor, resources)] };
}

/** What every manifest has, whatever its kind. */
const TOP: Resolved = resolved({
  type: "object",
  properties: {
    apiVersion: { type: "string", const: API_VERSION, description: "The version of Calico's API." },
    kind: {
      type: "string",
      enum: [...Object.keys(KIND_SCHEMAS), "List"],
      description: "The kind of resource; List, which has several as items.",
    },
  },
});

function schemaAt(kind: string | undefined, path: readonly string[]): Resolved | undefined {
  const own = kind !== undefined && Object.hasOwn(KIND_SCHEMAS, kind) ? KIND_SCHEMAS[kind] : undefined;
  const top = TOP.properties ?? {};
  const list = kind?.endsWith("List") ? { items: { type: "array", description: "The resources.", items: {} } } : {};
  const root = resolved({ ...TOP, properties: { ...own?.properties, ...top, ...list } });
  return path.reduce<Resolved | undefined>((schema, part) => schema && below(schema, part), root);
}

function below(schema: Resolved, part: string): Resolved | undefined {
  if (part === "[]") return schema.items && resolved(schema.items);
  const { properties = {}, additionalProperties } = schema;
  const field = Object.hasOwn(properties, part) ? properties[part] : undefined;
  if (field !== undefined) return resolved(field);
  return typeof additionalProperties === "object" ? resolved(additionalProperties) : undefined;
}

function fieldChoices(schema: Resolved | undefined, { siblings, column, style }: Cursor): readonly Choice[] {
  if (schema?.properties === undefined) return [];
  const inside = " ".repeat(column + 2);
  return fieldsOf(schema)
    .filter(({ name }) => !siblings.has(name))
    .map(({ name, schema: field, required }) => ({
      label: name,
      text: nameWritten(name, style, isList(field) ? `\n${inside}- ` : isMap(field) ? `\n${inside}` : " "),
      detail: [
        typeName(field),
        ...(required ? ["required"] : []),
        ...(field.since ? [`since ${field.since}`] : []),
      ].join(", "),
      ...(field.description !== undefined && { about: field.description }),
    }));
}

const isList = ({ items }: Resolved): boolean => items !== undefined;
const isMap = ({ properties, additionalProperties }: Resolved): boolean =>
  properties !== undefined || typeof additionalProperties === "object";

/** The values that a schema lists. */
function schemaValues(schema: Resolved | undefined): readonly Choice[] {
  if (schema === undefined) return [];
  const { values = schema.type === "boolean" ? ["true", "false"] : [], anyOf = [] } = schema;
  const own = values.map((value): Choice => ({ label: value, text: value, detail: "value" }));
  return [...own, ...anyOf.flatMap((one) => schemaValues(resolved(one)))];
}

/** The names of labels that resources have, where one is typed. */
function labelKeys({ path, siblings, style }: Cursor, resources: readonly Located[]): readonly Choice[] {
  if (path.length !== 2 || path[0] !== "metadata" || path[1] !== "labels") return [];
  const names = new Set(resources.flatMap(({ resource }) => Object.keys(resource.metadata.labels ?? {})));
  return [...names]
    .filter((name) => !siblings.has(name))
    .sort()
    .map((name) => ({ label: name, text: nameWritten(name, style, " "), detail: "label" }));
}
