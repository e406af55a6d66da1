import { type Diagnostic, hasErrors, type SourceText } from "../model/diagnostic.ts";
import { type Candidate, candidatesIn } from "./candidates.ts";
import { fieldDiagnostic, unread } from "./findings.ts";
import { RereadBudget } from "./fixes/text-fixes.ts";
import type { Problem } from "./problem.ts";
import { helmNotes } from "./remedies/helm-notes.ts";
import { cutProblem, kubectlProblem } from "./remedies/kubectl-output.ts";
import { parseDocument } from "./yaml/document.ts";
import { type Locator, locator, RecentTrees } from "./yaml/locate.ts";
import { type DocumentText, splitDocuments, textOf } from "./yaml/split.ts";
import { type TextProblem, textDiagnostic } from "./yaml/text-problem.ts";

/** Manifests as their texts have them: the documents and what is wrong with the texts, alike for every Calico version. */
export interface ParsedManifests {
  readonly documents: readonly ParsedDocument[];
  /** Findings that belong to no document: what separates them. */
  readonly diagnostics: readonly Diagnostic[];
  /** The names of the sources in the order in which they were given. */
  readonly sources: readonly string[];
}

/** One document that is not empty: what should be resources, and the findings about its text. */
export interface ParsedDocument {
  readonly source: string;
  /** Lines of the source before the document. */
  readonly line: number;
  readonly candidates: readonly Candidate[];
  /** A repeated key is a warning here (`yaml.duplicate-key`); some Calico versions refuse it. */
  readonly diagnostics: readonly Diagnostic[];
  readonly places: Locator;
}

/** With more findings than this in all, the rest is not read: the texts are surely not manifests. */
export const MAX_ALL = 20_000;

/**
 * Parses manifests, YAML or JSON: single resources, lists, several documents, `kind: List` and `HostEndpointList`. No
 * Calico version is needed, and no text makes it throw; `checkManifests` does the rest.
 */
export function parseManifests(sources: readonly SourceText[]): ParsedManifests {
  const recent = new RecentTrees();
  const budget = new RereadBudget();
  const documents: ParsedDocument[] = [];
  const diagnostics: Diagnostic[] = [];
  let findings = 0;
  for (const { name, text } of sources) {
    const { pieces, problems } = splitDocuments(text);
    const whole = locator(name, textOf(text), 0);
    let isTemplate = false;
    for (const problem of problems.slice(0, MAX_ALL)) diagnostics.push(textDiagnostic(problem, whole));
    for (const piece of pieces) {
      if (findings + diagnostics.length > MAX_ALL) {
        diagnostics.push(unread(name, piece.line));
        break;
      }
      const document = parsedDocument(name, piece, recent, budget);
      if (document === undefined) continue;
      const hasTemplate = document.diagnostics.some(({ code }) => code === "yaml.template");
      if (hasTemplate && isTemplate) continue;
      isTemplate ||= hasTemplate;
      findings += document.diagnostics.length;
      documents.push(document);
    }
  }
  return { documents, diagnostics, sources: sources.map(({ name }) => name) };
}

/** Whether the text itself is wrong, so that no Calico version takes it. */
export function hasTextErrors({ documents, diagnostics }: ParsedManifests): boolean {
  return hasErrors(diagnostics) || documents.some((document) => hasErrors(document.diagnostics));
}

/** Whether there is not even one resource, good or bad. */
export function hasNoResources({ documents }: ParsedManifests): boolean {
  return documents.every(({ candidates }) => candidates.length === 0);
}

/** The finding that none of these files has a resource. */
export function noResources(names: readonly string[]): Diagnostic {
  const where = names.map((name) => `\`${name === "-" ? "<stdin>" : name}\``).join(", ");
  return { severity: "error", code: "input.empty", message: `no resources in ${where}` };
}

/** Parses one document; returns `undefined` for one that is only `null`. */
function parsedDocument(
  source: string,
  piece: DocumentText,
  recent: RecentTrees,
  budget: RereadBudget,
): ParsedDocument | undefined {
  const notes = helmNotes(piece.text);
  const found = notes === undefined ? [] : [notesFound(notes, locator(source, piece.text, piece.line))];
  const own = notes === undefined ? piece : { ...piece, text: piece.text.slice(0, notes.from) };
  const kubectl = kubectlProblem(own.text);
  if (kubectl !== undefined) return refused(kubectl, source, own);
  const { value, diagnostics, places } = parseDocument(source, own, "apiVersion", recent, budget);
  const cut = hasErrors(diagnostics) ? cutProblem(own.text) : undefined;
  if (cut !== undefined) return refused(cut, source, own);
  const all = [...diagnostics, ...found];
  if (value === null && all.length === 0) return undefined;
  const report = (problem: Problem): void => void all.push(fieldDiagnostic(problem, places));
  const candidates = value === undefined || value === null ? [] : candidatesIn(value, report);
  return { source, line: piece.line, candidates, diagnostics: all, places };
}

/** The warning that words of Helm are not read; commands that write refuse them (`checkManifests`). */
function notesFound({ from, to }: { readonly from: number; readonly to: number }, places: Locator): Diagnostic {
  const message = "this is Helm's report of a release, and is not read";
  const help = "`helm template` prints the objects alone";
  return {
    severity: "warning",
    code: "document.helm-notes",
    message,
    help,
    span: places.span(from, Math.min(to, from + 1)),
  };
}

/** A document of which one finding is all there is to say. */
function refused(problem: TextProblem, source: string, { text, line }: DocumentText): ParsedDocument {
  const places = locator(source, text, line);
  return { source, line, candidates: [], diagnostics: [textDiagnostic(problem, places)], places };
}
