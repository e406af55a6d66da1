import { readFileSync } from "node:fs";
import { join } from "node:path";
import { compile } from "json-schema-to-typescript";
import { asSchema, type Json, SCHEMAS, type Schema } from "./schema-files.ts";

/** The schema of lifelines files. */
export function lifelineSchema(): Schema {
  return JSON.parse(readFileSync(join(SCHEMAS, "guard/lifelines.schema.json"), "utf8")) as Schema;
}

/** The names in code of the schema's definitions. */
const NAMES: Readonly<Record<string, string>> = {
  lifeline: "DeclaredLifeline",
  endpoints: "LifelineEndpoints",
  through: "LifelineThrough",
  nets: "LifelineNets",
};

/** The text of the types: one a definition, and `LifelineFile`. */
export async function lifelineTypes(schema: Schema): Promise<string> {
  const parts = asSchema(schema.$defs);
  const rewrite = (value: Json): Json => {
    if (Array.isArray(value)) return value.map(rewrite);
    if (value === null || typeof value !== "object") return value;
    if (typeof value.$ref === "string") return { $ref: `#/definitions/${NAMES[value.$ref.slice("#/$defs/".length)]}` };
    return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, rewrite(item)]));
  };
  const { $defs: _, $schema: _schema, $id: _id, ...file } = schema;
  const definitions = Object.entries(NAMES).map(([name, title]): [string, Json] => {
    return [title, { title, ...asSchema(rewrite(asSchema(parts[name]))) }];
  });
  const root = { ...asSchema(rewrite(file)), title: "LifelineFile", definitions: Object.fromEntries(definitions) };
  return compile(root as Parameters<typeof compile>[0], "LifelineFile", {
    bannerComment: "",
    unreachableDefinitions: true,
    format: false,
    strictIndexSignatures: false,
  });
}
