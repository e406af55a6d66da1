import { type Diagnostic, hasErrors } from "../model/diagnostic.ts";
import { type Candidate, resourcesIn } from "./candidates.ts";
import { fieldDiagnostic, textDiagnostic, unread } from "./findings.ts";
import { parseDocument } from "./yaml/document.ts";
import { hasHiddenBreak } from "./yaml/line-breaks.ts";
import { type Locator, RecentTrees } from "./yaml/locate.ts";
import { type DocumentText, type Dropped, type SourceText, splitDocuments } from "./yaml/split.ts";

/** Manifests as text says them: what is in them, and what is wrong with the text, for every Calico version alike. */
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

/** With so many findings in all, the rest of the texts is not read: nobody wrote it as manifests. */
export const MAX_ALL = 20_000;

/**
 * Parses manifests, YAML or JSON: single resources, lists, several documents, `kind: List` and `HostEndpointList`. No
 * Calico version is needed, and no text makes it throw; `checkManifests` does the rest.
 */
export function parseManifests(sources: readonly SourceText[]): ParsedManifests {
  const recent = new RecentTrees();
  const documents: ParsedDocument[] = [];
  const diagnostics: Diagnostic[] = [];
  let findings = 0;
  for (const { name, text } of sources) {
    const { pieces, dropped } = splitDocuments(text);
    diagnostics.push(...dropped.map((drop) => droppedText(name, drop)));
    for (const piece of pieces) {
      if (findings + diagnostics.length > MAX_ALL) {
        diagnostics.push(unread(name, piece.line));
        break;
      }
      const document = parsedDocument(name, piece, recent);
      if (document === undefined) continue;
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

/** One document; `undefined` for one that only says null. */
function parsedDocument(source: string, piece: DocumentText, recent: RecentTrees): ParsedDocument | undefined {
  const { value, problems, places } = parseDocument(source, piece, "apiVersion", recent);
  if (value === null && problems.length === 0) return undefined;
  const found = value === undefined || value === null ? undefined : resourcesIn(value);
  return {
    source,
    line: piece.line,
    candidates: found?.candidates ?? [],
    diagnostics: [
      ...problems.map((problem) => textDiagnostic(problem, places)),
      ...(found?.problems ?? []).map((problem) => fieldDiagnostic(problem, places)),
    ],
    places,
  };
}

/** What is lost on the line of a separator; an error where a reviewer cannot see what is there. */
function droppedText(source: string, { line, column, text }: Dropped): Diagnostic {
  const span = { source, start: { line, column }, end: { line, column: column + text.length } };
  if (hasHiddenBreak(text)) {
    const message = "the line of a `---` holds a character that ends a line for Calico but not on the screen";
    return { severity: "error", code: "yaml.line-break", message, span, help: "remove the text" };
  }
  const message = "what follows `---` on its line is ignored";
  return {
    severity: "warning",
    code: "yaml.separator",
    message,
    span,
    help: "begin the document on the next line",
  };
}
