import { posix } from "node:path";
import { asSchema, isShared, kindNames, kindOf, SCHEMA_BASE, type Schema } from "./schema-files.ts";

/** `src/generated/schemas.ts`: the schemas as values, for what explains them. */
export function bundle(schemas: Map<string, Schema>, banner: string): string {
  const names = new Map([...schemas.keys()].map((file) => [file, String(asSchema(schemas.get(file)).title)]));
  const imports = [...names].map(
    ([file, name]) => `import ${name} from "../../schemas/${file}" with { type: "json" };`,
  );
  const entries = (shared: boolean): string =>
    [...names]
      .flatMap(([file, name]) =>
        isShared(file) === shared
          ? [`  ${JSON.stringify(shared ? posix.basename(file) : kindOf(file))}: ${name},`]
          : [],
      )
      .join("\n");
  return `${banner}${imports.join("\n")}

/** The schema of each kind. */
export const KINDS = {\n${entries(false)}\n};

/** The parts that schemas refer to, by file name. */
export const PARTS = {\n${entries(true)}\n};
`;
}

/** `schemas/editor/calico.schema.json`: for editors, a file's documents each held against the schema of its own kind. */
export function editorSchema(schemas: Map<string, Schema>): string {
  const kinds = kindNames(schemas);
  const one = {
    type: "object",
    required: ["apiVersion", "kind"],
    properties: { apiVersion: { const: "projectcalico.org/v3" }, kind: { enum: kinds } },
    allOf: kinds.map((kind) => ({
      if: { required: ["kind"], properties: { kind: { const: kind } } },
      // biome-ignore lint/suspicious/noThenProperty: it is JSON Schema's word
      then: { $ref: `../${kind}.schema.json` },
    })),
  };
  const list = {
    type: "object",
    additionalProperties: false,
    required: ["kind", "items"],
    properties: {
      kind: { enum: ["List", ...kinds.map((kind) => `${kind}List`)] },
      apiVersion: { enum: ["v1", "projectcalico.org/v3"] },
      metadata: { type: "object" },
      items: { type: "array", items: { $ref: "#/$defs/resource" } },
    },
  };
  const schema = {
    $schema: "https://json-schema.org/draft/2020-12/schema",
    $id: `${SCHEMA_BASE}editor/calico.schema.json`,
    $comment: "Made from the kinds' schemas by scripts/generate.ts.",
    title: "Calico manifest",
    description: "A resource of any kind, or a list of them.",
    if: { type: "array" },
    // biome-ignore lint/suspicious/noThenProperty: it is JSON Schema's word
    then: { type: "array", items: { $ref: "#/$defs/resource" } },
    else: {
      if: { type: "object", required: ["kind"], properties: { kind: { pattern: "List$" } } },
      // biome-ignore lint/suspicious/noThenProperty: it is JSON Schema's word
      then: { $ref: "#/$defs/list" },
      else: { $ref: "#/$defs/resource" },
    },
    $defs: { resource: one, list },
  };
  return `${JSON.stringify(schema, undefined, 2).replaceAll(/^( *)(.*)\[\n([^[\]{}]*)\n *\](,?)$/gm, onOneLine)}\n`;
}

/** A list of words on one line where it fits, as the formatter has it. */
function onOneLine(whole: string, indent: string, head: string, items: string, comma: string): string {
  const line = `${indent}${head}[${items.trim().replaceAll(/,\n */g, ", ")}]${comma}`;
  return line.length <= 120 ? line : whole;
}
