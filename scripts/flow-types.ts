import { readFileSync } from "node:fs";
import { join } from "node:path";
import { compile } from "json-schema-to-typescript";
import { asSchema, type Json, SCHEMAS, type Schema } from "./schema-files.ts";

/** The schema of flow files. */
export function flowSchema(): Schema {
  return JSON.parse(readFileSync(join(SCHEMAS, "simulate/flows.schema.json"), "utf8")) as Schema;
}

/** The types of the schema's definitions that have a name in code; the others are written where they are used. */
const NAMES: Readonly<Record<string, string>> = {
  flow: "Flow",
  endToEndFlow: "EndToEndFlow",
  end: "FlowEnd",
  dnat: "DnatRule",
  dnatMatch: "DnatMatch",
  dnatTarget: "DnatTarget",
  route: "Route",
  assertion: "PacketAssertion",
};

/** An object of exactly one property is a union in TypeScript. */
const ENDS = "{ readonly interface: string } | { readonly process: true } | { readonly workload: string }";

/** The text of the types: one a definition that has a name, and `FlowFile`. */
export async function flowTypes(schema: Schema): Promise<string> {
  const parts = asSchema(schema.$defs);
  const rewrite = (value: Json): Json => {
    if (Array.isArray(value)) return value.map(rewrite);
    if (value === null || typeof value !== "object") return value;
    if (typeof value.$ref === "string") return reference(value);
    // Which of two it is decides a condition; the type has both.
    if (value.then !== undefined && value.else !== undefined) return { anyOf: [value.else, value.then].map(rewrite) };
    return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, rewrite(item)]));
  };
  const reference = ({ $ref, ...beside }: Schema): Schema => {
    const name = String($ref).slice("#/$defs/".length);
    const named = NAMES[name];
    if (named === undefined) return { ...asSchema(rewrite(asSchema(parts[name]))), ...beside };
    // With a description beside it, a reference would become a type of its own.
    return { $ref: `#/definitions/${named}` };
  };
  // A file without flows is read as one with none of them.
  const { $defs: _, $schema: _schema, $id: _id, anyOf: _anyOf, ...fields } = schema;
  const file = { ...fields, required: ["flows"] };
  const definitions = Object.entries(NAMES).map(([name, title]): [string, Json] => {
    const { description, ...part } = asSchema(rewrite(asSchema(parts[name])));
    const about = description === undefined ? {} : { description };
    return [title, name === "end" ? { title, tsType: ENDS, ...about } : { title, ...about, ...part }];
  });
  const root = { ...asSchema(rewrite(file)), title: "FlowFile", definitions: Object.fromEntries(definitions) };
  return compile(root as Parameters<typeof compile>[0], "FlowFile", {
    bannerComment: "",
    unreachableDefinitions: true,
    format: false,
    strictIndexSignatures: false,
  });
}

/** The name of every field that a flow file may have somewhere, each once. */
export function flowFields(schema: Schema): readonly string[] {
  const names = new Set<string>();
  const collect = (value: Json): void => {
    if (Array.isArray(value)) value.forEach(collect);
    else if (value !== null && typeof value === "object") {
      const { properties, ...rest } = value;
      for (const [name, property] of Object.entries(asSchema(properties ?? {}))) {
        names.add(name);
        collect(property);
      }
      collect(Object.values(rest));
    }
  };
  collect(schema);
  return [...names];
}
