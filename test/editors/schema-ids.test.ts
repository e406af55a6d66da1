import { readdirSync, readFileSync } from "node:fs";
import { join, posix } from "node:path";
import { Ajv2020 } from "ajv/dist/2020.js";
import { describe, expect, test } from "vitest";

const ROOT = join(import.meta.dirname, "..", "..");
const { homepage } = JSON.parse(readFileSync(join(ROOT, "package.json"), "utf8")) as { homepage: string };

/** Every published schema by its path below schemas/. */
const schemas = new Map<string, { readonly $id?: string }>(
  readdirSync(join(ROOT, "schemas"), { recursive: true, encoding: "utf8" })
    .filter((file) => file.endsWith(".schema.json"))
    .map((file) => [file, JSON.parse(readFileSync(join(ROOT, "schemas", file), "utf8"))]),
);
const files = [...schemas.keys()];
/** All of them, as a program has them that knows each by its `$id`; two of the same `$id` throw. */
const ajv = new Ajv2020({ strict: false, logger: false });
for (const schema of schemas.values()) ajv.addSchema(schema);

/** Every `$ref` of a schema. */
function refsIn(value: unknown): string[] {
  if (typeof value !== "object" || value === null) return [];
  return Object.entries(value).flatMap(([key, item]) =>
    key === "$ref" && typeof item === "string" ? [item] : refsIn(item),
  );
}

test("there are schemas of kinds, of parts, of the early API, of flow files and for editors", () => {
  const folders = new Set(files.map((file) => posix.dirname(file)));
  expect([...folders].sort()).toEqual([".", "editor", "guard", "simulate", "v1"]);
});

describe.each(files)("%s", (file) => {
  test("is hosted below the home page under the path that it has in the package", () => {
    expect(schemas.get(file)?.$id).toBe(`${homepage}/schemas/${file}`);
  });

  test("is compiled by its `$id` with the other schemas", () => {
    // A reference to nothing throws.
    expect(ajv.getSchema(`${homepage}/schemas/${file}`)).toBeTypeOf("function");
  });

  test("refers to files beside it only, which work in a folder, in the package, and where they are hosted", () => {
    const others = refsIn(schemas.get(file)).filter((ref) => !ref.startsWith("#"));
    const targets = others.map((ref) => posix.join(posix.dirname(file), ref.replace(/#.*/, "")));
    expect(targets.filter((path) => !schemas.has(path))).toEqual([]);
    // The early API has parts of today's; no editor checks its manifests.
    if (!file.startsWith("v1/")) expect(others.filter((ref) => ref.includes("/"))).toEqual([]);
  });
});
