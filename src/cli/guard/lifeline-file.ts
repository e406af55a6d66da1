import { DERIVED_LIFELINES } from "../../analysis/lifelines/derived-names.ts";
import type { Lifeline } from "../../analysis/lifelines/lifeline.ts";
import { Lifelines } from "../../generated/lifelines.js";
import type { Problem } from "../../manifest/problem.ts";
import { follow, schemaProblems } from "../../manifest/schema.ts";
import { parseDocument } from "../../manifest/yaml/document.ts";
import { type Diagnostic, hasErrors, type SourceText } from "../../model/diagnostic.ts";
import { isObject } from "../../model/json.ts";
import type { LifelineFile } from "../../model/lifeline.ts";
import { didYouMean, nearest } from "../../model/nearest.ts";
import { formatPath } from "../../model/resource.ts";
import { wordList } from "../../model/word-list.ts";
import { declaredLifeline } from "./declared-lifeline.ts";

/** What a lifelines file declares: its lifelines, and the derived ones that it leaves out. */
export interface DeclaredLifelines {
  readonly lifelines: readonly Lifeline[];
  readonly skip: readonly string[];
}

/** The names that fields have somewhere in such a file. */
const FIELDS = [
  ...["lifelines", "skip", "about", "name", "direction", "from", "to", "protocol", "ports", "sourcePorts", "replies"],
  ...["nodes", "selector", "addresses", "through", "in", "out"],
];

/**
 * Reads a lifelines file (`schemas/guard/lifelines.schema.json`), YAML or JSON; every finding with its place. No text makes
 * it throw.
 */
export function readLifelines(source: SourceText): {
  readonly declared: DeclaredLifelines | undefined;
  readonly diagnostics: readonly Diagnostic[];
} {
  const { value, places, ...read } = parseDocument(source.name, { text: source.text, line: 0 }, "lifelines");
  const located = ({ code, message, help, path, part, severity = "error" }: Problem): Diagnostic => ({
    ...{ severity, code, message, span: places.locate(path, part) },
    ...(path.length > 0 && { path: formatPath(path) }),
    ...(help !== undefined && { help }),
  });
  const problems = value === undefined ? [] : shapeProblems(value);
  if (value === undefined || problems.length > 0 || hasErrors(read.diagnostics))
    return { declared: undefined, diagnostics: [...read.diagnostics, ...problems.map(located)] };
  const file = value as LifelineFile;
  const wrong: Problem[] = skipProblems(file);
  const names = new Set<string>();
  const lifelines = (file.lifelines ?? []).flatMap((given, index): Lifeline[] => {
    const path = ["lifelines", index];
    if (names.has(given.name)) {
      const help = "messages tell lifelines apart by their names";
      const message = `two lifelines are called \`${given.name}\``;
      wrong.push({ code: "list.duplicate", message, help, path: [...path, "name"] });
    }
    names.add(given.name);
    const before = wrong.length;
    const lifeline = declaredLifeline(given, path, (problem) => wrong.push(problem));
    return wrong.length > before ? [] : [{ ...lifeline, span: places.locate([...path, "name"]) }];
  });
  const diagnostics = [...read.diagnostics, ...wrong.map(located)];
  return { declared: hasErrors(diagnostics) ? undefined : { lifelines, skip: file.skip ?? [] }, diagnostics };
}

/** What the schema finds: a mistake is one finding. */
function shapeProblems(value: unknown): Problem[] {
  if (!isObject(value)) {
    const help = "it has `lifelines`, a list, or `skip`, or both";
    return [{ code: "document.type", message: "this is not a lifelines file", help, path: [] }];
  }
  if (Lifelines(value)) return [];
  const errors = Lifelines.errors ?? [];
  const unknown = errors.flatMap(({ keyword, instancePath, params }): Problem[] => {
    if (keyword !== "additionalProperties") return [];
    const name = String(params.additionalProperty);
    const near = nearest(name, FIELDS);
    const path = [...follow(value, instancePath).path, name];
    const help = didYouMean(near);
    return [
      {
        code: "field.unknown",
        message: `unknown field \`${name}\``,
        path,
        part: "key",
        ...(help !== undefined && { help }),
      },
    ];
  });
  // An end has two forms, and an error of each.
  const isOfEnd = ({ instancePath }: { readonly instancePath: string }) => /\/(from|to)$/.test(instancePath);
  const ends = new Map(errors.filter(isOfEnd).map((error) => [error.instancePath, error]));
  const wrongEnds = [...ends.values()].flatMap((error): Problem[] => {
    const { path, value: own } = follow(value, error.instancePath);
    if (isObject(own)) return [];
    const message = `\`${String(path.at(-1))}\` is neither a list of networks nor a choice of endpoints`;
    const help = "write [10.20.0.0/24], or {selector: \"role == 'web'\"}";
    return [{ code: "field.type", message, help, path }];
  });
  return [
    ...unknown,
    ...wrongEnds,
    ...schemaProblems(
      value,
      errors.filter((error) => !isOfEnd(error)),
    ),
  ];
}

function skipProblems({ skip = [] }: LifelineFile): Problem[] {
  const known: readonly string[] = DERIVED_LIFELINES;
  return skip.flatMap((name, index) => {
    if (known.includes(name)) return [];
    const near = nearest(name, known);
    const help = didYouMean(near) ?? `they are ${wordList(known, "and")}`;
    return [{ code: "field.value", message: `no derived lifeline is called \`${name}\``, help, path: ["skip", index] }];
  });
}
