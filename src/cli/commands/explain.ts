import { fieldsOf, type Resolved, resolved, typeName } from "../../manifest/kind-schemas/schema-text.ts";
import { KIND_SCHEMAS } from "../../manifest/kind-schemas/schemas.ts";
import type { KindInfo } from "../../model/kinds/kind.ts";
import { allKinds, kindForAlias } from "../../model/kinds/kinds.ts";
import { didYouMean, probable } from "../../model/nearest.ts";
import { API_VERSION } from "../../model/resource.ts";
import { isExplained, nearestCode, printExplanation, unknownCode } from "../resources/explain/explain-code.ts";
import { LINE, wrapped } from "../resources/explain/indented-text.ts";
import { kindOf, wordsForKind } from "../resources/kind.ts";
import { declare, type Line } from "../shell/command.ts";
import type { CommandContext } from "../shell/context.ts";
import { flag } from "../shell/option.ts";
import { EXIT, UsageError } from "../shell/usage.ts";

/** `explain` as data: for help, completion and the reference page. */
export const declaration = declare({
  name: "explain",
  summary: "Describe a kind and its fields, or the code of a finding",
  arguments: [
    {
      syntax: "[path]",
      help: "KIND or KIND.FIELD..., such as hep.spec.ports; or a code, port.range",
      completes: "kinds",
      values: "codes",
    },
  ],
  options: { recursive: flag("--recursive", "all fields below, without their descriptions") },
  examples: [
    { line: "calicoctl explain hep", shows: "the fields of HostEndpoint" },
    { line: "calicoctl explain gnp.spec.ingress.action", shows: "one field, with its values" },
    { line: "calicoctl explain gnp --recursive", shows: "all fields, as a tree" },
    { line: "calicoctl explain port.range", shows: "what a finding means, with an example" },
  ],
});

/** What `explain` describes: `hep`, `hep.spec.ports`. */
export interface ExplainOptions {
  readonly path: string;
  readonly recursive: boolean;
}

/** The options of `explain`, from its line; throws `UsageError` where they do not fit together. */
export function parse({ words: [path], options }: Line<typeof declaration.options>): ExplainOptions {
  if (path === undefined) {
    const kinds = allKinds().map((info) => wordsForKind(info).join(", "));
    throw new UsageError("which kind?", `explain KIND or KIND.FIELD...; kinds: ${kinds.join("; ")}`);
  }
  return { path, recursive: options.recursive };
}

/** `explain KIND[.FIELD...]`: what a kind or field is, from the schemas, with the fields below; `--recursive` shows all of them. */
export async function run({ path, recursive }: ExplainOptions, context: CommandContext): Promise<number> {
  const { io } = context;
  if (isExplained(path)) return printExplanation(path, io);
  const width = io.stdout.columns ?? LINE;
  // A kind may have dots of its own: `hostendpoints.projectcalico.org`.
  const [word = "", ...parts] = kindForAlias(path) === undefined ? path.split(".") : [path];
  if (kindForAlias(word) === undefined && nearestCode(path) !== undefined) throw unknownCode(path);
  const info = kindOf(word, context);
  const schema = KIND_SCHEMAS[info.kind];
  if (schema === undefined) throw new TypeError(`no schema for ${info.kind}`);
  let at = resolved(schema);
  const walked: string[] = [];
  for (const part of parts) {
    at = step(info, at, part, walked);
    walked.push(part);
  }
  const lines = [`KIND:     ${info.kind}`, `VERSION:  ${API_VERSION}`];
  if (walked.length > 0) lines.push(`FIELD:    ${walked.join(".")} <${typeName(at)}>`);
  if (at.since !== undefined) lines.push(`SINCE:    Calico ${at.since}`);
  lines.push("", "DESCRIPTION:", ...wrapped(at.description ?? "(none)", "  ", width));
  if (at.values !== undefined) lines.push("", `VALUES:   ${at.values.join(", ")}`);
  const fields = fieldsOf(at);
  if (fields.length > 0)
    lines.push("", "FIELDS:", ...fields.flatMap((field) => fieldLines(field, "  ", { isRecursive: recursive, width })));
  io.stdout.write(`${lines.join("\n")}\n`);
  return EXIT.ok;
}

/** The field below; items of lists and values of maps are stepped through. */
function step(info: KindInfo, at: Resolved, part: string, walked: readonly string[]): Resolved {
  const fields = fieldsOf(at);
  const field = fields.find(({ name }) => name === part);
  if (field !== undefined) return field.schema;
  const where = [info.kind, ...walked].join(".");
  if (fields.length === 0) throw new UsageError(`\`${where}\` has no fields: it is <${typeName(at)}>`);
  const names = fields.map(({ name }) => name);
  const close = probable(part, names);
  const help = didYouMean(close) ?? `its fields: ${names.join(", ")}`;
  throw new UsageError(`\`${where}\` has no field \`${part}\``, help);
}

function fieldLines(
  field: ReturnType<typeof fieldsOf>[number],
  indent: string,
  shown: { readonly isRecursive: boolean; readonly width: number },
): string[] {
  const { name, schema, required } = field;
  const marks = `${required ? " (required)" : ""}${schema.since === undefined ? "" : ` (since Calico ${schema.since})`}`;
  const head = `${indent}${name} <${typeName(schema)}>${marks}`;
  if (shown.isRecursive) return [head, ...fieldsOf(schema).flatMap((below) => fieldLines(below, `${indent}  `, shown))];
  return [head, ...wrapped(schema.description ?? "", `${indent}    `, shown.width), ""];
}
