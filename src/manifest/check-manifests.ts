import { type Diagnostic, hasErrors } from "../model/diagnostic.ts";
import type { CalicoVersionRules } from "../model/kinds/version.ts";
import { type Located, nameInFindings } from "../model/resource.ts";
import type { Candidate } from "./candidates.ts";
import { canonical, type ReadResource, shownPath } from "./canonical.ts";
import { duplicates } from "./duplicates.ts";
import { fieldDiagnostic, inOrder, limited, limitedProblems, MAX_FINDINGS, unread } from "./findings.ts";
import { write } from "./fixes/fix.ts";
import { withSpaceFix } from "./fixes/space-fix.ts";
import { textEdit } from "./fixes/text-edit.ts";
import { RereadBudget } from "./fixes/text-fixes.ts";
import { count, countedFindings, noOtherObjects, type OtherObjects } from "./foreign/counted.ts";
import { nearKind, otherApi, readApiVersion } from "./foreign/other-api.ts";
import { isStoredKind, readStored, storedProblems } from "./foreign/stored.ts";
import { kindProblem, nameOf } from "./identity.ts";
import { objectProblems } from "./objects/check-object.ts";
import { MAX_ALL, type ParsedDocument, type ParsedManifests, parseManifests } from "./parse-manifests.ts";
import type { Problem } from "./problem.ts";
import { valueHelp } from "./remedies/value-help.ts";
import { type Purpose, validateResource } from "./validate.ts";
import { plainAsText } from "./yaml/nodes/key.ts";

/** What parsed manifests are checked for. */
export interface CheckOptions {
  readonly calico: CalicoVersionRules;
  readonly purpose: Purpose;
  /** Converts a candidate of another API to a v3 resource; returns `undefined` for what it does not know. */
  readonly convert?: (candidate: Candidate) => ReadResource | undefined;
  /** Whether resources of other APIs are passed over and counted, instead of being refused. */
  readonly passesOver?: boolean;
  /** Whether objects of other APIs that were read are counted, too. */
  readonly countsRead?: boolean;
  /** What is not looked at, and not counted. */
  readonly skips?: (candidate: Candidate) => boolean;
}

/** Manifests that were checked for one Calico version. */
export interface CheckedManifests {
  /** Every resource of a known kind, in order, in canonical form; use them only where there are no errors. */
  readonly resources: readonly Located[];
  /** Everything wrong with the texts and the resources, in the order of the sources. */
  readonly diagnostics: readonly Diagnostic[];
  /** Documents that were not empty. */
  readonly documents: number;
}

/** The purposes for which a resource may be given twice: the last one counts. */
const LAST_WINS: ReadonlySet<Purpose> = new Set<Purpose>(["apply", "replace", "validate"]);

/** The purposes for which every word of a text must be meant. */
const WRITING: ReadonlySet<Purpose> = new Set<Purpose>(["create", "apply", "replace", "delete"]);

/** With so many errors the rest of a document is not checked: reading megabytes of mistakes takes seconds. */
const MOST_ERRORS = 2 * MAX_FINDINGS;

/** Checks parsed manifests for a Calico version; reports everything wrong with any of them at once. */
export function checkManifests(parsed: ParsedManifests, options: CheckOptions): CheckedManifests {
  const resources: Located[] = [];
  const others = noOtherObjects();
  const diagnostics: Diagnostic[] = [...parsed.diagnostics];
  const budget = new RereadBudget();
  for (const document of parsed.documents) {
    if (diagnostics.length > MAX_ALL) {
      diagnostics.push(unread(document.source, document.line));
      break;
    }
    for (const one of checkDocument(document, options, { resources, others }, budget)) diagnostics.push(one);
    document.places.forget();
  }
  if (LAST_WINS.has(options.purpose)) diagnostics.push(...duplicates(resources));
  const ordered = [...inOrder(diagnostics, parsed.sources), ...countedFindings(others, options.countsRead === true)];
  return { resources, diagnostics: ordered, documents: parsed.documents.length };
}

/** What the checks of all documents collect. */
interface Collected {
  readonly resources: Located[];
  readonly others: OtherObjects;
}

/** Checks one document: adds what it has to `collected`, and returns its findings. */
function checkDocument(
  document: ParsedDocument,
  options: CheckOptions,
  collected: Collected,
  budget: RereadBudget,
): readonly Diagnostic[] {
  const found = findingsOf(document, options, collected);
  if (!hasErrors(found)) return found;
  const again = (text: string): readonly Diagnostic[] | undefined => {
    const [other] = parseManifests([{ name: document.source, text }]).documents;
    return other === undefined || hasErrors(other.diagnostics)
      ? undefined
      : findingsOf(other, options, { resources: [], others: noOtherObjects() });
  };
  return withSpaceFix(found, document.places, again, budget);
}

function findingsOf(document: ParsedDocument, options: CheckOptions, collected: Collected): readonly Diagnostic[] {
  const { source, candidates, places } = document;
  const diagnostics = document.diagnostics.map((one) => ofPurpose(ofVersion(one, options.calico), options.purpose));
  let errors = 0;
  for (const candidate of candidates) {
    if (errors > MOST_ERRORS) {
      const { line } = places.locate(candidate.path).start;
      return [...limited(diagnostics, places), unread(source, line - 1)];
    }
    const problems = checkCandidate(candidate, document, options, collected);
    errors += problems.filter(({ severity }) => severity === "error").length;
    for (const one of problems) diagnostics.push(one);
  }
  return limited(diagnostics, places);
}

/** A finding about the text as this Calico version sees it: some refuse a key that is given twice. */
function ofVersion(diagnostic: Diagnostic, { repeatedKeys }: CalicoVersionRules): Diagnostic {
  if (diagnostic.code !== "yaml.duplicate-key" || repeatedKeys) return diagnostic;
  return { ...diagnostic, severity: "error", message: diagnostic.message.replace(/; the last one counts$/, "") };
}

/** A finding about the text as a command sees it: what is not read is refused where the rest would be written. */
function ofPurpose(diagnostic: Diagnostic, purpose: Purpose): Diagnostic {
  const isRefused = diagnostic.code === "document.helm-notes" && WRITING.has(purpose);
  return isRefused ? { ...diagnostic, severity: "error" } : diagnostic;
}

/** Checks one candidate of a document: adds it to what is collected, and returns its findings. */
function checkCandidate(
  candidate: Candidate,
  { source, places }: ParsedDocument,
  options: CheckOptions,
  { resources, others }: Collected,
): readonly Diagnostic[] {
  const { path: base, kind = "", apiVersion } = candidate;
  if (options.skips?.(candidate) === true) return [];
  const read = readOther(candidate, options);
  if (read === undefined && options.passesOver === true && isPassedOver(candidate)) {
    count(others.passedOver, kind, apiVersion);
    return [];
  }
  if (read?.madeOf === "stored") count(others.stored, kind, apiVersion);
  if (read?.madeOf === "kubernetes") count(others.converted, kind, apiVersion);
  const { resource, problems, coerced, from, madeOf } = read ?? readV3(candidate, options);
  const named = resource === undefined ? nameOf(candidate) : nameInFindings(resource);
  const located = (problem: Problem): Diagnostic => {
    const inText = helpInText(problem, candidate.value);
    const help = inText ?? problem.help;
    const place = { value: candidate.value, base, places };
    const fix = inText === undefined && problem.fix ? textEdit(problem.fix, problem.path, place) : undefined;
    const inDocument = [...base, ...problem.path];
    const diagnostic = fieldDiagnostic({ ...problem, ...(help !== undefined && { help }), path: inDocument }, places);
    const path = resource === undefined ? undefined : shownPath(problem.path);
    return {
      ...diagnostic,
      ...(fix && { fix }),
      ...(named !== undefined && { resource: named }),
      ...(path !== undefined && { path }),
    };
  };
  if (resource === undefined) return problems.map(located);
  const diagnostics = limitedProblems(problems).map(located);
  for (const { path, text } of coerced) {
    const written = places.plainText([...base, ...path]);
    if (written === undefined || written === text) continue;
    // A whole number that is written as a float (`1e6`) is stored with an exponent, which its value does not tell.
    const stored = plainAsText(written) ?? text;
    const severity = stored === text ? "warning" : "error";
    const message = `\`${written}\` without quotes is stored as \`${stored}\``;
    const help = `for the text, write \`"${written}"\``;
    diagnostics.push(located({ severity, code: "yaml.scalar", message, help, fix: write(written), path }));
  }
  const locate: Located["locate"] = (path) => places.locate([...base, ...(from?.(path) ?? path)]);
  resources.push({ resource, source, ...(madeOf && { madeOf }), locate });
  return diagnostics;
}

/** The help that the refused text itself gives: the value at the path, or the name of an unknown field. */
function helpInText({ path, code, severity }: Problem, fields: unknown): string | undefined {
  if (severity === "warning") return undefined;
  if (code === "field.unknown") return valueHelp(String(path.at(-1)));
  let value = fields;
  for (const part of path) value = (value as Record<string | number, unknown> | null | undefined)?.[part];
  return typeof value === "string" ? valueHelp(value) : undefined;
}

function readV3(candidate: Candidate, { calico, purpose }: CheckOptions): ReadResource {
  const wrongKind = kindProblem(candidate, calico, purpose);
  if (wrongKind !== undefined) return { problems: [wrongKind, ...storedProblems(candidate, calico)], coerced: [] };
  const { resource, problems, coerced } = canonical(candidate.kind ?? "", candidate.value, calico);
  return { resource, problems: validateResource(resource, problems, { calico, purpose }), coerced };
}

/** What is read of a candidate of another API; `undefined` where none of it is known. */
function readOther(candidate: Candidate, options: CheckOptions): ReadResource | undefined {
  const read = options.convert?.(candidate);
  if (read?.madeOf === "stored") return readStored(read, candidate, options);
  if (read?.madeOf !== "kubernetes") return read;
  const own = objectProblems(candidate);
  // A name that is not text is not a missing one.
  const isNamed = own.some(({ path }) => path[0] === "metadata" && path[1] === "name");
  return { ...read, problems: [...(isNamed ? [] : read.problems), ...own] };
}

/** Whether it is of another API whose kinds do not matter to Calico, and no misspelling of one that does. */
function isPassedOver(candidate: Candidate): boolean {
  const { kind = "", apiVersion = "" } = candidate;
  const api = otherApi(kind, apiVersion);
  if (api === "stored") return !isStoredKind(candidate) && nearKind(kind) === undefined;
  return api !== undefined && readApiVersion(kind, apiVersion) === undefined;
}
