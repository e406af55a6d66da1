import type { Diagnostic } from "../model/diagnostic.ts";
import { isObject } from "../model/json.ts";
import { hasKind, kindNamed } from "../model/kinds/kinds.ts";
import type { VersionProfile } from "../model/kinds/version.ts";
import { nearest } from "../model/nearest.ts";
import { API_VERSION, displayId, type Located, resourceId } from "../model/resource.ts";
import { canonical, shownPath } from "./canonical.ts";
import { foreignResource } from "./foreign.ts";
import { hasOldBreak } from "./line-breaks.ts";
import { type Candidate, type CandidateRead, resourcesIn } from "./lists.ts";
import type { Locator } from "./locate.ts";
import { type Parsed, parseDocument } from "./parse.ts";
import type { Problem } from "./problem.ts";
import { schemaKinds } from "./schema.ts";
import { type Piece, type SourceText, splitDocuments } from "./split.ts";
import type { TextProblem } from "./tree.ts";
import { V1, V1_KINDS } from "./v1/kinds.ts";
import { MOST_PROBLEMS, type Purpose, validateResource } from "./validate.ts";

/** What a set of manifests says. */
export interface Manifests {
  /** Every resource of a known kind, in order, in canonical form; use them only where there are no errors. */
  readonly resources: readonly Located[];
  readonly diagnostics: readonly Diagnostic[];
  /** Documents that were not empty. */
  readonly documents: number;
}

/** How manifests are read. */
export interface ReadOptions {
  readonly profile: VersionProfile;
  readonly purpose: Purpose;
  /** Reads what is no v3 resource but can become one; `undefined` for what it does not know. */
  readonly early?: (candidate: Candidate) => CandidateRead | undefined;
}

/**
 * Reads manifests, YAML or JSON: single resources, lists, several documents, `kind: List` and `HostEndpointList`.
 * Everything wrong with any of them is told at once. No text makes it throw.
 */
export function readManifests(sources: readonly SourceText[], options: ReadOptions): Manifests {
  const resources: Located[] = [];
  const diagnostics: Diagnostic[] = [];
  let documents = 0;
  for (const source of sources) {
    const { pieces, dropped } = splitDocuments(source.text);
    for (const { line, column, text } of dropped) {
      const end = { line, column: column + text.length };
      const span = { source: source.name, start: { line, column }, end };
      if (hasOldBreak(text)) {
        const message = "the line of a `---` holds a character that ends a line for Calico but not on the screen";
        diagnostics.push({ severity: "error", code: "yaml.line-break", message, span, help: "remove the text" });
        continue;
      }
      const help = "begin the document on the next line";
      const message = "what follows `---` on its line is ignored";
      diagnostics.push({ severity: "warning", code: "yaml.separator", message, span, help });
    }
    for (const piece of pieces) {
      if (diagnostics.length > MAX_ALL) {
        diagnostics.push(unread(source.name, piece.line));
        break;
      }
      const hopeless = probe(source.name, piece, options);
      if (hopeless.length > 0) {
        diagnostics.push(...hopeless);
        documents += 1;
        continue;
      }
      const parsed = parseDocument(source.name, piece, "apiVersion");
      if (parsed.value !== null) documents += 1;
      diagnostics.push(...limited(readDocument(source.name, parsed, options, resources), parsed.places));
      parsed.places.forget();
    }
  }
  return { resources, diagnostics: inOrder(diagnostics, sources), documents };
}

/** Findings that are told of one document; the rest is counted. */
const MAX_FINDINGS = 500;
/** With so many findings in all, the rest of a text is not read: nobody wrote it as manifests. */
const MAX_ALL = 20_000;

/** Longer documents are first read in part. */
const LONG = 128 * 1024;

/**
 * The findings of a long document's beginning, where there are so many that the rest need not be read: reading
 * megabytes of mistakes takes seconds, and their first hundreds are enough. Empty where the document is to be read.
 */
function probe(source: string, piece: Piece, options: ReadOptions): readonly Diagnostic[] {
  if (piece.text.length < LONG || !piece.text.includes("apiVersion")) return [];
  const text = piece.text.slice(0, piece.text.lastIndexOf("\n", LONG / 2) + 1);
  const parsed = parseDocument(source, { ...piece, text }, "apiVersion");
  const findings = readDocument(source, parsed, options, []);
  const wrong = findings.filter(({ severity, code }) => severity === "error" || code === "yaml.duplicate-key");
  if (wrong.length <= MAX_FINDINGS) return [];
  return [...wrong.slice(0, MAX_FINDINGS), unread(source, piece.line + text.split("\n").length - 1)];
}

function unread(source: string, line: number): Diagnostic {
  const at = { line: line + 1, column: 1 };
  const message = "too much is wrong before this place; the rest is not read";
  return { severity: "error", code: "document.findings", message, span: { source, start: at, end: at } };
}

function limited(findings: readonly Diagnostic[], places: Locator): readonly Diagnostic[] {
  if (findings.length <= MAX_FINDINGS) return findings;
  const errors = findings.filter(({ severity }) => severity === "error");
  const shown = (errors.length > 0 ? errors : findings).slice(0, MAX_FINDINGS);
  const message = `${findings.length - shown.length} more findings in this document`;
  const severity = errors.length > 0 ? "error" : "warning";
  return [...shown, { severity, code: "document.findings", message, span: places.span(0, 0) }];
}

/** Reads one document: its resources go to `resources`, its findings are given. */
function readDocument(source: string, parsed: Parsed, options: ReadOptions, resources: Located[]): Diagnostic[] {
  const { value, problems, places } = parsed;
  const { repeatedKeys } = options.profile;
  const diagnostics = problems.map((problem) => {
    const refused = problem.code === "yaml.duplicate-key" && !repeatedKeys;
    return textDiagnostic(refused ? { ...problem, severity: "error", message: repeatedKey(problem) } : problem, places);
  });
  if (value === undefined || value === null) return diagnostics;
  const found = resourcesIn(value);
  for (const problem of found.problems) diagnostics.push(fieldDiagnostic(problem, places));
  for (const candidate of found.candidates) readOne(source, candidate, parsed, options, resources, diagnostics);
  return diagnostics;
}

/** What is wrong with a key given twice where that is no mere oddity. */
function repeatedKey({ message }: TextProblem): string {
  return message.replace(/; the last one counts$/, "");
}

/** Reads one resource of a document into `resources` and `diagnostics`. */
function readOne(
  source: string,
  candidate: Candidate,
  { places }: Parsed,
  options: ReadOptions,
  resources: Located[],
  diagnostics: Diagnostic[],
): void {
  const { path: base } = candidate;
  const { resource, problems, coerced, from } = options.early?.(candidate) ?? readV3(candidate, options);
  if (resource === undefined) {
    const name = nameOf(candidate);
    for (const problem of problems) {
      const told = fieldDiagnostic({ ...problem, path: [...base, ...problem.path] }, places);
      diagnostics.push({ ...told, ...(name !== undefined && { resource: name }) });
    }
    return;
  }
  const name = resource.metadata.name === "" ? resource.kind : displayId(resourceId(resource));
  const tell = (problem: Problem): void => {
    const told = fieldDiagnostic({ ...problem, path: [...base, ...problem.path] }, places);
    const path = shownPath(problem.path);
    diagnostics.push({ ...told, resource: name, ...(path !== undefined && { path }) });
  };
  const { first, others } = most(problems);
  first.forEach(tell);
  if (others > 0) {
    const count = problems.length < MOST_PROBLEMS ? String(others) : `more than ${others}`;
    tell({ code: "document.findings", message: `${count} more findings in this resource`, path: [] });
  }
  for (const { path, text } of coerced) {
    const written = places.plainText([...base, ...path]);
    if (written === undefined || written === text) continue;
    const message = `\`${written}\` without quotes is stored as \`${text}\``;
    tell({ severity: "warning", code: "yaml.scalar", message, help: `for the text, write \`"${written}"\``, path });
  }
  resources.push({ resource, source, locate: (path) => places.locate([...base, ...(from?.(path) ?? path)]) });
}

/** The problems of a resource that are told, errors before warnings, and how many others there are: hundreds are enough. */
function most(problems: readonly Problem[]): { readonly first: readonly Problem[]; readonly others: number } {
  if (problems.length < MAX_FINDINGS) return { first: problems, others: 0 };
  const errors = problems.filter(({ severity }) => severity !== "warning");
  const first = (errors.length > 0 ? errors : problems).slice(0, MAX_FINDINGS - 1);
  return { first, others: problems.length - first.length };
}

/** What to call a candidate that is no resource here; `undefined` where it has no name. */
function nameOf({ kind, value }: Candidate): string | undefined {
  const metadata = isObject(value.metadata) ? value.metadata : {};
  const { name, namespace } = metadata;
  if (typeof name !== "string" || kind === undefined) return undefined;
  return displayId({ kind, name, ...(typeof namespace === "string" && { namespace }) });
}

function readV3(candidate: Candidate, { profile, purpose }: ReadOptions): CandidateRead {
  const wrongKind = kindProblem(candidate, profile);
  if (wrongKind !== undefined) return { problems: [wrongKind], coerced: [] };
  const { resource, problems, coerced } = canonical(candidate.kind ?? "", candidate.value, profile);
  return { resource, problems: validateResource(resource, problems, { profile, purpose }), coerced };
}

/** Checks resources that have been read already as another Calico version would. */
export function checkResources(resources: readonly Located[], { profile, purpose }: ReadOptions): Diagnostic[] {
  return resources.flatMap(({ resource, locate }) => {
    const { kind, metadata } = resource;
    const told = (problem: Problem): Diagnostic => {
      const { severity = "error", code, message, help, path } = problem;
      const span = locate(path);
      const name = metadata.name === "" ? kind : displayId(resourceId(resource));
      return { severity, code, message, resource: name, ...(span && { span }), ...(help !== undefined && { help }) };
    };
    const wrongKind = kindProblem({ value: resource, kind, apiVersion: resource.apiVersion, path: [] }, profile);
    if (wrongKind !== undefined) return [told(wrongKind)];
    const { problems } = canonical(kind, resource, profile);
    return validateResource(resource, problems, { profile, purpose }).map(told);
  });
}

/** Why a candidate is no resource of a kind we know, or `undefined`. */
function kindProblem({ value, kind, apiVersion }: Candidate, profile: VersionProfile): Problem | undefined {
  if (kind === undefined) {
    const given = value.kind;
    if (given !== undefined && given !== null)
      return { code: "field.type", message: "`kind` must be text", path: ["kind"] };
    const help = `every resource says \`apiVersion: ${API_VERSION}\` and its \`kind\``;
    return { code: "field.required", message: "`kind` is missing", help, path: [] };
  }
  const info = kindNamed(kind);
  const foreign = foreignResource(kind, apiVersion);
  if (foreign !== undefined) {
    return info === undefined
      ? { code: "kind.unknown", ...foreign, path: ["kind"] }
      : { code: "api-version.unknown", ...foreign, path: ["apiVersion"] };
  }
  if (info !== undefined && !hasKind(info, profile)) {
    const help = `Calico ${info.since} does: --calico-version ${info.since}`;
    return { code: "kind.version", message: `Calico ${profile.version} does not have ${kind}`, help, path: ["kind"] };
  }
  if (info === undefined && apiVersion === V1 && V1_KINDS.includes(kind)) {
    const help = "`calicoctl convert -f FILE` makes a manifest of today's API";
    return {
      code: "api-version.unknown",
      message: `apiVersion \`${V1}\` is that of early Calico`,
      help,
      path: ["apiVersion"],
    };
  }
  if (info === undefined) {
    const known = schemaKinds().filter((name) => hasKind(kindNamed(name) ?? {}, profile));
    const near = nearest(kind, known);
    const help = near === undefined ? `known kinds: ${known.join(", ")}` : `did you mean \`${near}\`?`;
    return { code: "kind.unknown", message: `unknown kind \`${kind}\``, help, path: ["kind"] };
  }
  if (apiVersion === API_VERSION) return undefined;
  const help = `write \`apiVersion: ${API_VERSION}\``;
  if (apiVersion === undefined) return { code: "field.required", message: "`apiVersion` is missing", help, path: [] };
  return { code: "api-version.unknown", message: `unknown apiVersion \`${apiVersion}\``, help, path: ["apiVersion"] };
}

function fieldDiagnostic(problem: Problem, places: Locator): Diagnostic {
  const { severity = "error", code, message, help, path, part, offset } = problem;
  const shown = shownPath(path);
  return {
    severity,
    code,
    message,
    span: places.locate(path, part, offset),
    ...(shown !== undefined && { path: shown }),
    ...(help !== undefined && { help }),
  };
}

function textDiagnostic({ severity, code, message, from, to, help }: TextProblem, places: Locator): Diagnostic {
  return { severity, code, message, span: places.span(from, to), ...(help !== undefined && { help }) };
}

/** Findings in the order in which a person reads the sources. */
function inOrder(diagnostics: readonly Diagnostic[], sources: readonly SourceText[]): readonly Diagnostic[] {
  const rank = new Map(sources.map(({ name }, at) => [name, at]));
  const ranked = diagnostics.map((diagnostic) => {
    const { span } = diagnostic;
    return {
      diagnostic,
      rank: span ? (rank.get(span.source) ?? 0) : -1,
      line: span?.start.line ?? 0,
      column: span?.start.column ?? 0,
    };
  });
  ranked.sort((a, b) => a.rank - b.rank || a.line - b.line || a.column - b.column);
  return ranked.map(({ diagnostic }) => diagnostic);
}
