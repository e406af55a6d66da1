import { allKinds, kindNamed } from "../../src/model/kinds/kinds.ts";
import { asSchema, type Json, SCHEMA_BASE, type Schema } from "../schema-files.ts";
import { formKeywords } from "./forms.ts";
import { DNS_LABEL, DNS_NAME } from "./patterns.ts";
import { message, refused, TEXT } from "./rules/conditions.ts";
import { unsuggested } from "./rules/rules.ts";
import { ALSO, FORM_DEFINITIONS } from "./scalars.ts";
import { Shapes } from "./shapes.ts";

/**
 * `schemas/editor/calico.schema.json`: one schema for files of any kinds, which an editor needs no other file for. Editors
 * offer and explain what it has, and show its messages while a manifest is typed, so it is in the form that serves them:
 * what a document must be follows from its `kind` by `if` and `then`, never from the best of several alternatives.
 */
export function editorSchema(schemas: Map<string, Schema>): string {
  const shapes = new Shapes(withoutName(schemas));
  // In the order of listings, which begins with what this tool is for.
  const kinds = allKinds().map(({ kind }) => kind);
  const byKind = kinds.map(
    (kind) => [kind, kindSchema(kind, asSchema(schemas.get(`${kind}.schema.json`)), shapes)] as const,
  );
  const schema: Schema = {
    $schema: "https://json-schema.org/draft/2020-12/schema",
    $id: `${SCHEMA_BASE}editor/calico.schema.json`,
    $comment: "Made from the kinds' schemas by scripts/generate.ts.",
    title: "Calico manifest",
    description: "A resource of Calico's API, of any kind, or a list of them.",
    // biome-ignore-start lint/suspicious/noThenProperty: it is JSON Schema's word
    if: { type: "array" },
    then: { items: { $ref: "#/$defs/resource" } },
    else: {
      if: { type: "object", required: ["kind"], properties: { kind: { type: "string", pattern: "List$" } } },
      then: { $ref: "#/$defs/list" },
      else: { $ref: "#/$defs/resource" },
    },
    // biome-ignore-end lint/suspicious/noThenProperty: it is JSON Schema's word
    $defs: {
      resource: resource(schemas, kinds),
      list: list(kinds),
      ...Object.fromEntries(byKind),
      ...Object.fromEntries([...shapes.defs].sort()),
      ...FORM_DEFINITIONS,
      ...ALSO,
    },
  };
  return written(schema);
}

/** As JSON, a line each definition that is needed: indented it is twice as long. */
function written({ $defs, ...schema }: Schema): string {
  const all = JSON.stringify($defs);
  const needed = Object.entries(asSchema($defs)).filter(
    ([name]) => all.includes(`"#/$defs/${name}"`) || name === "list",
  );
  const lines = needed.map(([name, definition]) => `    ${JSON.stringify(name)}: ${JSON.stringify(definition)}`);
  const head = Object.entries(schema).map(([name, value]) => `  ${JSON.stringify(name)}: ${JSON.stringify(value)},\n`);
  return `{\n${head.join("")}  "$defs": {\n${lines.join(",\n")}\n  }\n}\n`;
}

const API_VERSION: Schema = {
  description: "The version of Calico's API.",
  enum: ["projectcalico.org/v3"],
  errorMessage: "must be `projectcalico.org/v3`; `calicoctl convert` brings older manifests to it",
};

/** A resource of any kind. */
function resource(schemas: Map<string, Schema>, kinds: readonly string[]): Schema {
  const lists = ["List", ...kinds.map((kind) => `${kind}List`)];
  const describe = (kind: string): string => String(asSchema(schemas.get(`${kind}.schema.json`)).description);
  return {
    title: "Calico resource",
    type: "object",
    required: ["apiVersion", "kind"],
    properties: {
      apiVersion: API_VERSION,
      kind: {
        description: "The kind of resource.",
        enum: [...kinds, ...lists],
        markdownEnumDescriptions: [...kinds.map(describe), ...lists.map(() => "A list of resources, under `items`.")],
        errorMessage: "must be a kind of Calico's API, such as HostEndpoint or GlobalNetworkPolicy [kind.unknown]",
      },
    },
    allOf: kinds.map((kind) => ({
      if: { type: "object", required: ["kind"], properties: { kind: { const: kind } } },
      // biome-ignore lint/suspicious/noThenProperty: it is JSON Schema's word
      then: { $ref: `#/$defs/${kind}` },
    })),
  };
}

/** A list of resources, of any kinds or of one. */
function list(kinds: readonly string[]): Schema {
  return {
    title: "List of Calico resources",
    type: "object",
    required: ["kind", "items"],
    properties: {
      kind: { description: "The kind of list.", enum: ["List", ...kinds.map((kind) => `${kind}List`)] },
      apiVersion: { description: "`v1` for a List.", enum: ["v1", "projectcalico.org/v3"] },
      metadata: { description: "Of no effect.", type: "object" },
      items: { description: "The resources.", type: "array", items: { $ref: "#/$defs/resource" } },
    },
    additionalProperties: false,
  };
}

/** What a resource of that kind must be besides `kind` and `apiVersion`, which `resource` has. */
function kindSchema(kind: string, schema: Schema, shapes: Shapes): Schema {
  const { kind: _kind, apiVersion: _apiVersion, ...fields } = asSchema(schema.properties);
  const required = ((schema.required ?? []) as string[]).filter((name) => name !== "kind" && name !== "apiVersion");
  const shape = shapes.object({ ...schema, required, properties: fields }, `${kind}.schema.json`);
  const properties = asSchema(shape.properties);
  const metadata = asSchema(properties.metadata);
  const more = [{ $ref: String(metadata.$ref) }, ...metadataRules(kind)];
  const { $ref: _ref, ...described } = metadata;
  return {
    ...shape,
    properties: {
      apiVersion: true,
      kind: true,
      ...properties,
      metadata: { ...described, title: "metadata", type: "object", allOf: more },
    },
  };
}

/** The schemas without what metadata says of the name, which `metadataRules` has for each kind. */
function withoutName(schemas: Map<string, Schema>): Map<string, Schema> {
  const file = "shared-metadata.schema.json";
  const { required: _required, ...metadata } = asSchema(schemas.get(file));
  const fields = asSchema(metadata.properties);
  const { minLength: _minLength, ...name } = asSchema(fields.name);
  return new Map(schemas).set(file, { ...metadata, properties: { ...fields, name } });
}

/** What the name and namespace of a resource of that kind must be. */
function metadataRules(kind: string): Json[] {
  const info = kindNamed(kind);
  const named = kind === "WorkloadEndpoint" ? {} : { required: ["name"] };
  const pattern = kind === "Tier" ? `(?=.{1,63}$)${DNS_LABEL}` : info?.tiered ? tieredName(kind) : DNS_NAME;
  const what =
    info?.tiered || kind === "Tier" ? "lower case letters, digits and `-`" : "lower case letters, digits, `-` and `.`";
  const code = "name.invalid";
  const form = formKeywords(
    { code, pattern: `(?=.{1,253}$)${pattern}`, message: `a name: ${what}` },
    kind === "WorkloadEndpoint",
  );
  const none = message("namespace.not-namespaced", `a ${kind} has no namespace`);
  const rules = [
    { ...named, properties: { name: form } },
    ...(info?.namespaced === false ? [refused("namespace", none, TEXT)] : []),
  ];
  return rules.map(unsuggested);
}

/** Names of policies have no dots, but for one after the tier (v3.32), and in those made from policies of Kubernetes. */
function tieredName(kind: string): string {
  const foreign = /^(?:Staged)?NetworkPolicy$/.test(kind) ? `|(?:knp|ossg)[.]default[.]${DNS_NAME}` : "";
  return `(?:${DNS_LABEL}(?:[.]${DNS_LABEL})?${foreign})`;
}
