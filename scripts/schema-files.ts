import { readdirSync, readFileSync } from "node:fs";
import { dirname, join, posix } from "node:path";
import { fileURLToPath } from "node:url";

/** A JSON value. */
export type Json = null | boolean | number | string | Json[] | { [key: string]: Json };
/** A schema, as it is read. */
export type Schema = { [key: string]: Json };

/** The project. */
export const ROOT = join(dirname(fileURLToPath(import.meta.url)), "..");
/** Where the schemas are. */
export const SCHEMAS = join(ROOT, "schemas");

/** Where the schemas are hosted, with a `/` at the end: the `$id` of each begins with it. */
export const SCHEMA_BASE = `${(JSON.parse(readFileSync(join(ROOT, "package.json"), "utf8")) as Schema).homepage}/schemas/`;

/** Every schema of these folders by its path below schemas/ (`v1/shared-rule.schema.json`), sorted. */
export function readSchemas(...folders: string[]): Map<string, Schema> {
  const files = folders.flatMap((folder) =>
    readdirSync(join(SCHEMAS, folder))
      .filter((name) => name.endsWith(".schema.json"))
      .map((name) => (folder === "" ? name : `${folder}/${name}`)),
  );
  const read = (file: string): Schema => JSON.parse(readFileSync(join(SCHEMAS, file), "utf8")) as Schema;
  return new Map(files.sort().map((file) => [file, read(file)]));
}

/** Whether the schema is a part of others, not a kind's. */
export const isShared = (file: string): boolean => posix.basename(file).startsWith("shared-");
/** The kind whose schema the file is. */
export const kindOf = (file: string): string => posix.basename(file, ".schema.json");
/** A value that is a schema. */
export const asSchema = (value: Json | undefined): Schema => value as Schema;

/** The file a `$ref` in `from` points to. */
export function target(from: string, ref: string): string {
  return posix.join(posix.dirname(from), ref);
}

/** The kinds there are schemas of. */
export const kindNames = (schemas: Map<string, Schema>): string[] =>
  [...schemas.keys()].filter((file) => !isShared(file)).map(kindOf);
