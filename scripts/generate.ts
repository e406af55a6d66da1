/**
 * Writes src/generated/ from schemas/: `types.ts` (one type a kind), `validators.js` (precompiled checks, with
 * `validators.d.ts`), `order.ts` (field order, scalar kinds and stored values) and `schemas.ts` (the schemas
 * themselves); `v1-validators.js` and `v1-order.ts` are the same for the early API; schemas/editor/ is one schema for
 * files of any kinds; `flows.js`, `flow-types.ts` and `flow-fields.ts` are made from the schema of flow files, `lifelines.js` and
 * `lifeline-types.ts` from that of lifelines files; `codes.ts`, `explanations.ts`
 * and docs/codes.md are the codes of schemas/codes/. docs/commands.md is made from the declarations of the commands. `--check`
 * writes nothing and exits 1 when a file is not what it is made from.
 */
import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { dirname, join, relative } from "node:path";
import { Ajv2020 } from "ajv/dist/2020.js";
import standalone from "ajv/dist/standalone/index.js";
import { compile } from "json-schema-to-typescript";
import { CALICO_VERSIONS } from "../src/model/kinds/version.ts";
import { codeList, codesPage, explanations } from "./code-list.ts";
import { editorSchema } from "./editor-schema/editor-schema.ts";
import { flowFields, flowSchema, flowTypes } from "./flow-types.ts";
import { lifelineSchema, lifelineTypes } from "./lifeline-types.ts";
import {
  asSchema,
  isShared,
  type Json,
  kindNames,
  kindOf,
  ROOT,
  readSchemas,
  type Schema,
  target,
} from "./schema-files.ts";
import { bundle } from "./schema-values.ts";
import { withNotedErrors, withoutSchemas } from "./validator-texts.ts";

const OUT = join(ROOT, "src/generated");
const BANNER = "// Made from schemas/ by scripts/generate.ts; change those and run `npx tsx scripts/generate.ts`.\n";
/** Annotations of ours; not part of JSON Schema. */
const ANNOTATIONS = ["x-form", "x-scalar", "x-keep-zero", "x-stored", "x-since", "x-uint16"];

/** `src/generated/types.ts`: all schemas as definitions of one, so that shared types are written once. */
async function types(schemas: Map<string, Schema>): Promise<string> {
  const name = (file: string): string => String(asSchema(schemas.get(file)).title);
  const rewrite = (value: Json, file: string): Json => {
    if (Array.isArray(value)) return value.map((item) => rewrite(item, file));
    if (value === null || typeof value !== "object") return value;
    if (typeof value.$ref === "string") return { $ref: `#/definitions/${name(target(file, value.$ref))}` };
    const kept = Object.entries(value).filter(
      ([key]) => !["$schema", "$id"].includes(key) && !ANNOTATIONS.includes(key),
    );
    return Object.fromEntries(kept.map(([key, item]) => [key, rewrite(item, file)]));
  };
  const definitions = Object.fromEntries([...schemas].map(([file, schema]) => [name(file), rewrite(schema, file)]));
  const kinds = [...schemas.keys()].filter((file) => !isShared(file));
  const root = {
    title: "KnownResource",
    description: "A resource of any kind this tool knows.",
    anyOf: kinds.map((file) => ({ $ref: `#/definitions/${name(file)}` })),
    definitions,
  };
  const text = await compile(root as Parameters<typeof compile>[0], "KnownResource", {
    bannerComment: BANNER.trimEnd(),
    unreachableDefinitions: false,
    format: false,
    strictIndexSignatures: false,
  });
  return immutable(text);
}

/** The types as read-only aliases: an alias, unlike an interface, is assignable to the general `Resource`. */
function immutable(text: string): string {
  return text
    .replace(/^export interface (\w+) \{/gm, "export type $1 = {")
    .replace(/^\}$/gm, "};")
    .replace(/^(\s*)("?[\w-]+"?\??: )/gm, "$1readonly $2")
    .replace(/^(\s*)(\[k: string\])/gm, "$1readonly $2")
    .replace(/(\([^()]*\)|\b[A-Za-z]+|\})\[\]/g, (array, item: string) =>
      item === "}" ? array : `readonly ${item}[]`,
    );
}

/**
 * ajv joins the errors of a list's items by copying all there are for each item, which for very many wrong items never
 * ends; this adds them to one array instead.
 */
function joiningErrors(code: string): string {
  const joined = code.replaceAll(
    /vErrors = vErrors === null \? ([\w.]+)\.errors : vErrors\.concat\(\1\.errors\);/g,
    "vErrors = joined(vErrors, $1.errors);",
  );
  if (joined.includes("vErrors.concat")) throw new Error("the validators copy their errors");
  return `${joined}\nfunction joined(all, more) {\n  const errors = all ?? [];\n  for (const error of more) errors.push(error);\n  return errors;\n}`;
}

/** The schema without what only people and this script read: the validators carry what they are made of with them. */
function bare(value: Json): Json {
  if (Array.isArray(value)) return value.map(bare);
  if (value === null || typeof value !== "object") return value;
  const kept = Object.entries(value).filter(
    ([key, item]) => !ANNOTATIONS.includes(key) && !(key === "description" && typeof item === "string"),
  );
  return Object.fromEntries(kept.map(([key, item]) => [key, bare(item)]));
}

/**
 * `src/generated/validators.js`: one exported function a kind, with no import of its own. `base` makes references from
 * one folder to another resolvable.
 */
function validators(schemas: Map<string, Schema>, base = ""): string {
  // `unicode: false` measures strings in UTF-16 units; ours only ask for at least one, and it spares a runtime import.
  const ajv = new Ajv2020({
    allErrors: true,
    code: { source: true, esm: true, lines: true },
    unicode: false,
    inlineRefs: false,
    logger: false,
  });
  for (const [file, schema] of schemas) ajv.addSchema(asSchema(bare(schema)), base + file);
  const kinds = [...schemas.keys()].filter((file) => !isShared(file));
  const code = standalone.default(ajv, Object.fromEntries(kinds.map((file) => [kindOf(file), base + file])));
  if (/\b(require|import)\b\s*\(?["']/.test(code)) throw new Error("the validators ask for a module at run time");
  return `${BANNER}${joiningErrors(withNotedErrors(withoutSchemas(withoutSchemaPaths(code))))}\n`;
}

/** The validators without the place in the schema of each error, which nothing reads: it is a fifth of their text. */
function withoutSchemaPaths(code: string): string {
  return code.replace(/schemaPath:"[^"]*",/g, "");
}

/** Checks of files that are no resources, by the name of each check and the place of its schema in the file's. */
function fileValidators(schema: Schema, checks: Readonly<Record<string, string>>): string {
  const ajv = new Ajv2020({
    allErrors: true,
    allowUnionTypes: true,
    code: { source: true, esm: true, lines: true },
    unicode: false,
    logger: false,
  });
  const id = String(schema.$id);
  const byId = Object.fromEntries(Object.entries(checks).map(([name, place]) => [name, id + place]));
  const code = standalone.default(ajv.addSchema(asSchema(bare(schema))), byId);
  return `${BANNER}${joiningErrors(withNotedErrors(withoutSchemas(withoutSchemaPaths(code))))}\n`;
}

/** The checks of `src/generated/flows.js`: a flow file, one flow, and one assertion; files may hold very many. */
const FLOW_CHECKS = {
  Flows: "",
  Flow: "#/$defs/flow",
  EndToEndFlow: "#/$defs/endToEndFlow",
  Assertion: "#/$defs/assertion",
};

/** `src/generated/v1-validators.d.ts`. */
function v1ValidatorTypes(schemas: Map<string, Schema>): string {
  const kinds = kindNames(schemas).map((kind) => `export const ${kind}: Validator;`);
  return `${BANNER}\nimport type { Validator } from "./validators.js";\n\n${kinds.join("\n")}\n`;
}

const FLOW_VALIDATOR_TYPES = `${BANNER}
import type { Validator } from "./validators.js";

/** Whether a value is a flow file. */
export const Flows: Validator;
/** Whether a value is one flow of it, a packet as it enters a node. */
export const Flow: Validator;
/** Whether a value is one flow of it, from end to end. */
export const EndToEndFlow: Validator;
/** Whether a value is one entry of its \`forbid\` or \`permit\`. */
export const Assertion: Validator;
`;

const LIFELINE_VALIDATOR_TYPES = `${BANNER}
import type { Validator } from "./validators.js";

/** Whether a value is a lifelines file. */
export const Lifelines: Validator;
`;

function validatorTypes(schemas: Map<string, Schema>): string {
  const kinds = kindNames(schemas);
  return `${BANNER}
/** One thing a schema does not allow: where in the value, which keyword of the schema, and its details. */
export interface SchemaError {
  readonly instancePath: string;
  readonly keyword: string;
  readonly params: Readonly<Record<string, unknown>>;
  readonly message?: string;
}

/** Whether the value is what the schema says; if not, \`errors\` says why until the next call. */
export interface Validator {
  (value: unknown): boolean;
  readonly errors?: readonly SchemaError[] | null;
}

${kinds.map((kind) => `export const ${kind}: Validator;`).join("\n")}
`;
}

const ORDER_HEAD = `
/** What a value of a resource is, for reading it from a manifest and writing it to a datastore. */
export type FieldNode =
  /** \`fields\` are in the order in which Calico stores them. */
  | { readonly kind: "object"; readonly fields: Readonly<Record<string, Field>> }
  /** String to string; stored with sorted keys. */
  | { readonly kind: "map" }
  | { readonly kind: "list"; readonly items: FieldNode }
  /** \`isUint16\`: Go reads the whole number into 16 bits without a sign. */
  | { readonly kind: ScalarKind; readonly isUint16?: true };

/** Scalars, as the manifests' reader distinguishes them; \`selector\`, \`duration\` and \`timestamp\` are strings. */
export type ScalarKind =
  | "string" | "selector" | "duration" | "timestamp" | "boolean" | "integer" | "number" | "port" | "protocol" | "as-number"
  /** An object that is kept as it is. */
  | "any";

/** A field of an object. */
export interface Field {
  readonly node: FieldNode;
  /** Whether \`""\`, \`0\`, \`false\`, \`[]\` and \`{}\` are stored; without it such values are left out. */
  readonly keepZero?: true;
  /** By Calico version (\`v3.7\`, \`v3.32\`): the value that is stored where the field is absent. */
  readonly stored?: Readonly<Record<string, unknown>>;
  /** The Calico version that brought the field. */
  readonly since?: ${CALICO_VERSIONS.map((name) => JSON.stringify(name)).join(" | ")};
}
`;

/** Nodes by kind that are made when they are first asked for: a command needs few of them, and all take a millisecond. */
const WHEN_ASKED = `
/** Nodes by kind that are made when they are first asked for. */
export function whenAsked(makes: Readonly<Record<string, () => FieldNode>>): Readonly<Record<string, FieldNode>> {
  const nodes: Record<string, FieldNode> = {};
  for (const [kind, make] of Object.entries(makes)) {
    const get = (): FieldNode => {
      const node = make();
      Object.defineProperty(nodes, kind, { value: node, enumerable: true });
      return node;
    };
    Object.defineProperty(nodes, kind, { get, enumerable: true, configurable: true });
  }
  return nodes;
}
`;

const V1_ORDER_HEAD = `\nimport { type FieldNode, whenAsked } from "./order.ts";\n`;

/** `src/generated/order.ts`: the field tables, shared parts once. */
function order(schemas: Map<string, Schema>, head: string, name: string): string {
  const shared = new Map<string, string>();
  const constant = (file: string): string => `${String(asSchema(schemas.get(file)).title)}Node`;

  const node = (schema: Schema, file: string): string => {
    if (typeof schema.$ref === "string") {
      const to = target(file, schema.$ref);
      if (!shared.has(to)) shared.set(to, "");
      if (shared.get(to) === "") {
        const text = node(asSchema(schemas.get(to)), to);
        shared.delete(to);
        shared.set(to, text);
      }
      return constant(to);
    }
    if (typeof schema["x-scalar"] === "string") return `{ kind: ${JSON.stringify(schema["x-scalar"])} }`;
    if (schema.const !== undefined) return `{ kind: "string" }`;
    if (schema.type === "array") return `{ kind: "list", items: ${node(asSchema(schema.items), file)} }`;
    if (schema.type === "object" && schema.properties !== undefined) {
      const fields = Object.entries(asSchema(schema.properties)).map(
        ([key, property]) => `${JSON.stringify(key)}: ${field(asSchema(property), file)},`,
      );
      return `{ kind: "object", fields: {\n${fields.join("\n")}\n} }`;
    }
    if (schema.type === "object") return `{ kind: ${schema.additionalProperties === undefined ? '"any"' : '"map"'} }`;
    return `{ kind: ${JSON.stringify(schema.type)}${schema["x-uint16"] === true ? ", isUint16: true" : ""} }`;
  };

  const field = (schema: Schema, file: string): string => {
    const parts = [`node: ${node(schema, file)}`];
    if (schema["x-keep-zero"] === true) parts.push("keepZero: true");
    if (schema["x-stored"] !== undefined) parts.push(`stored: ${JSON.stringify(schema["x-stored"])}`);
    if (schema["x-since"] !== undefined) parts.push(`since: ${JSON.stringify(schema["x-since"])}`);
    return `{ ${parts.join(", ")} }`;
  };

  const kinds = [...schemas].filter(([file]) => !isShared(file));
  const tables = kinds.map(([file, schema]) => `${JSON.stringify(kindOf(file))}: () => (${node(schema, file)}),`);
  const parts = [...shared].map(([file, text]) => `const ${constant(file)}: FieldNode = ${text};`);
  const main = `/** By kind: the whole resource. */\nexport const ${name}: Readonly<Record<string, FieldNode>> = whenAsked({\n${tables.join("\n")}\n});\n`;
  return `${BANNER}${head}\n${parts.join("\n")}\n\n${main}`;
}

const schemas = readSchemas("");
const v1 = new Map([...readSchemas("v1"), ...[...schemas].filter(([file]) => isShared(file))]);
const files: Record<string, string> = {
  "types.ts": await types(schemas),
  "validators.js": validators(schemas),
  "validators.d.ts": validatorTypes(schemas),
  "order.ts": order(schemas, ORDER_HEAD + WHEN_ASKED, "ORDER"),
  "v1-validators.js": validators(v1, "file:///"),
  "v1-validators.d.ts": v1ValidatorTypes(v1),
  "v1-order.ts": order(v1, V1_ORDER_HEAD, "V1_ORDER"),
  "schemas.ts": bundle(schemas, BANNER),
  "flows.js": fileValidators(flowSchema(), FLOW_CHECKS),
  "flows.d.ts": FLOW_VALIDATOR_TYPES,
  "flow-types.ts": `${BANNER}\n${immutable(await flowTypes(flowSchema()))}`,
  "flow-fields.ts": `${BANNER}
/** The name of every field that a flow file may have somewhere. */
export const FLOW_FIELDS: readonly string[] = ${JSON.stringify(flowFields(flowSchema()))};
`,
  "lifelines.js": fileValidators(lifelineSchema(), { Lifelines: "" }),
  "lifelines.d.ts": LIFELINE_VALIDATOR_TYPES,
  "lifeline-types.ts": `${BANNER}\n${immutable(await lifelineTypes(lifelineSchema()))}`,
  "codes.ts": `${BANNER}\n${codeList()}`,
  "explanations.ts": `${BANNER}\n${explanations()}`,
  "../../docs/codes.md": codesPage(),
  "../../schemas/editor/calico.schema.json": editorSchema(schemas),
};
const checking = process.argv.includes("--check");
for (const [name, text] of Object.entries(files)) settle(join(OUT, name), text, "schemas/");
// Loaded only now: the commands import what has just been written.
const { commandsPage } = await import("./reference/commands-page.ts");
settle(join(ROOT, "docs/commands.md"), await commandsPage(), "src/cli/commands/");

/** Writes the file, or with `--check` reports that it is not what it is made from. */
function settle(path: string, text: string, source: string): void {
  mkdirSync(dirname(path), { recursive: true });
  let current: string | undefined;
  try {
    current = readFileSync(path, "utf8");
  } catch {
    current = undefined;
  }
  if (current === text) return;
  if (!checking) {
    writeFileSync(path, text);
    return;
  }
  console.error(`${relative(ROOT, path)} is not what ${source} makes it`);
  process.exitCode = 1;
}
