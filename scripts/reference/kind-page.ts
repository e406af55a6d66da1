/** Makes the page of a kind of resource from its schema and its row in the table of kinds. */
import {
  fieldsOf,
  type Resolved,
  resolved,
  type SchemaField,
  typeName,
} from "../../src/manifest/kind-schemas/schema-text.ts";
import { KIND_SCHEMAS } from "../../src/manifest/kind-schemas/schemas.ts";
import type { KindInfo } from "../../src/model/kinds/kind.ts";
import { columnsIn } from "../../src/model/kinds/kinds.ts";
import { CALICO_VERSIONS } from "../../src/model/kinds/version.ts";
import { since } from "./command-parts.ts";
import { defaultsOf } from "./kind-defaults.ts";
import { block, code, list, page, prose, table } from "./markdown.ts";

/** Keywords of schemas that pages show. */
interface Limits {
  readonly minimum?: number;
  readonly maximum?: number;
}

/** The page; `example` is a manifest of the kind. */
export function kindPage(info: KindInfo, example: string): string {
  const schema = schemaOf(info);
  return page([
    `---\ntitle: ${info.kind}\n---`,
    `# ${info.kind}`,
    prose(schema.description ?? ""),
    facts(info),
    "## Example",
    block("yaml", example),
    "## Fields",
    `\`calicoctl explain ${shortest(info)}.FIELD\` prints the same in a terminal; editors have it from [the schema](/schemas/${info.kind}.schema.json).`,
    ...sections(info, schema),
    "## See also",
    links(info),
  ]);
}

/** What the kind does, in a sentence. */
export function summaryOf(info: KindInfo): string {
  return prose((schemaOf(info).description ?? "").replace(/(?<=[a-z)`])[.:] .*$/s, "."));
}

/** The shortest of its names. */
export const shortest = ({ aliases, plural }: KindInfo): string =>
  aliases.reduce((best, alias) => (alias.length < best.length ? alias : best), plural);

function schemaOf({ kind }: KindInfo): Resolved {
  const schema = KIND_SCHEMAS[kind];
  if (schema === undefined) throw new Error(`no schema for ${kind}`);
  return resolved(schema);
}

function facts(info: KindInfo): string {
  const columns = columnsIn(info);
  const shown = (only: string | undefined) =>
    columns
      .filter((column) => column.only === only)
      .map(({ heading, since: from }) => `${code(heading)}${from === undefined ? "" : ` (${from})`}`);
  const [wide, custom] = [shown("wide"), shown("custom")];
  return list([
    `Names on the command line: ${info.aliases.map(code).join(", ")}`,
    info.namespaced ? "In a namespace" : "In no namespace",
    `In Calico ${since(info.since ?? CALICO_VERSIONS[0] ?? "v3.7")}`,
    `Columns of ${code("get")}: ${shown(undefined).join(", ")}${wide.length === 0 ? "" : `; with ${code("-o wide")} also ${wide.join(", ")}`}${custom.length === 0 ? "" : `; in ${code("-o custom-columns")} also ${custom.join(", ")}`}`,
    info.evaluated === true
      ? `It decides about packets: ${code("simulate")} and all proofs read it`
      : "It decides about no packet",
    ...(info.writeOrder === undefined ? ["Calico itself writes it; it can only be read"] : []),
  ]);
}

function links({ kind }: KindInfo): string {
  return list([
    "[`explain`](../commands/explain.md), [`get`](../commands/get.md), [`apply`](../commands/apply.md)",
    "[The codes of findings](../codes/index.md)",
    `[The schema](/schemas/${kind}.schema.json)`,
  ]);
}

/** A section for each object, with a table of its fields; of a part that is used twice the second refers to the first. */
function sections(info: KindInfo, root: Resolved): readonly string[] {
  const defaults = defaultsOf(info);
  const described = new Map<string, string>();
  const open: { readonly path: string; readonly schema: Resolved }[] = [{ path: "", schema: root }];
  const blocks: string[] = [];
  for (let next = open.shift(); next !== undefined; next = open.shift()) {
    const { path, schema } = next;
    const below: typeof open = [];
    const rows = fieldsOf(schema).map((field) => {
      const own = `${path}${path === "" ? "" : "."}${field.name}${suffix(field.schema)}`;
      const more = describedElsewhere(field, own, described, below);
      return row(field, defaults.get(own) ?? "", more);
    });
    blocks.push(path === "" ? "### The resource" : `### ${code(path)} {#${anchor(path)}}`);
    if (path !== "") blocks.push(prose(schema.description ?? ""));
    blocks.push(table(["field", "type", "default", "meaning"], rows));
    // What all kinds have comes last.
    const last = below.filter((one) => one.path === "metadata");
    open.unshift(...below.filter((one) => !last.includes(one)));
    open.push(...last);
  }
  return blocks;
}

/** Where a field's own fields are described: a link; they are added to `below` where that is still to be done. */
function describedElsewhere(
  { schema }: SchemaField,
  path: string,
  described: Map<string, string>,
  below: { path: string; schema: Resolved }[],
): string {
  if (fieldsOf(schema).length === 0) return "";
  const part = schema.$ref ?? schema.items?.$ref;
  const first = part === undefined ? undefined : described.get(part);
  if (first === undefined) {
    if (part !== undefined) described.set(part, path);
    below.push({ path, schema });
    return ` [Its fields](#${anchor(path)}).`;
  }
  return ` Fields as in [${code(first)}](#${anchor(first)}).`;
}

const anchor = (path: string): string => path.replaceAll(/\W+/g, "-").replace(/-$/, "").toLowerCase();

const suffix = ({ items, additionalProperties }: Resolved): string =>
  items !== undefined ? "[]" : typeof additionalProperties === "object" ? ".*" : "";

function row({ name, schema, required }: SchemaField, preset: string, more: string): readonly string[] {
  const { values, since: from } = schema;
  const { minimum, maximum } = schema as Limits;
  const range = minimum === undefined && maximum === undefined ? "" : ` ${rangeText(minimum, maximum)}.`;
  const allowed =
    values === undefined ? "" : ` ${values.length === 1 ? "Always" : "One of"} ${values.map(code).join(", ")}.`;
  const marks = `${required ? "<br>required" : ""}${from === undefined ? "" : `<br>since ${from}`}`;
  const itemValues = schema.items === undefined ? undefined : resolved(schema.items).values;
  const each = itemValues === undefined ? "" : ` Each one of ${itemValues.map(code).join(", ")}.`;
  return [
    `${code(name)}${marks}`,
    code(typeName(schema)),
    preset,
    `${prose(schema.description ?? "")}${allowed}${each}${range}${more}`,
  ];
}

function rangeText(minimum: number | undefined, maximum: number | undefined): string {
  if (minimum === undefined) return `At most ${maximum}`;
  return maximum === undefined ? `At least ${minimum}` : `From ${minimum} to ${maximum}`;
}
