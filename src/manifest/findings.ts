import type { Diagnostic } from "../model/diagnostic.ts";
import { shownPath } from "./canonical.ts";
import type { Problem } from "./problem.ts";
import { MOST_PROBLEMS } from "./validate.ts";
import type { Locator } from "./yaml/locate.ts";

/** Findings that are reported of one document; the rest is counted. */
export const MAX_FINDINGS = 500;

/** A finding about a field, at its place. */
export function fieldDiagnostic(problem: Problem, places: Locator): Diagnostic {
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

/** The finding that the rest of a source, below so many lines, is not read. */
export function unread(source: string, linesBefore: number): Diagnostic {
  const at = { line: linesBefore + 1, column: 1 };
  const message = "too much is wrong before this place; the rest is not read";
  return { severity: "error", code: "document.findings", message, span: { source, start: at, end: at } };
}

/** The first findings of a document, errors where there are any, and a count of the others. */
export function limited(findings: readonly Diagnostic[], places: Locator): readonly Diagnostic[] {
  if (findings.length <= MAX_FINDINGS) return findings;
  const errors = findings.filter(({ severity }) => severity === "error");
  const shown = (errors.length > 0 ? errors : findings).slice(0, MAX_FINDINGS);
  const message = `${findings.length - shown.length} more findings in this document`;
  const severity = errors.length > 0 ? "error" : "warning";
  return [...shown, { severity, code: "document.findings", message, span: places.span(0, 0) }];
}

/** The first problems of a resource, errors where there are any, and a count of the others: hundreds are enough. */
export function limitedProblems(problems: readonly Problem[]): readonly Problem[] {
  if (problems.length < MAX_FINDINGS) return problems;
  const errors = problems.filter(({ severity }) => severity !== "warning");
  const first = (errors.length > 0 ? errors : problems).slice(0, MAX_FINDINGS - 1);
  const others = problems.length - first.length;
  if (others === 0) return first;
  const count = problems.length < MOST_PROBLEMS ? String(others) : `more than ${others}`;
  return [...first, { code: "document.findings", message: `${count} more findings in this resource`, path: [] }];
}

/** Findings in the order in which a person reads the sources. */
export function inOrder(diagnostics: readonly Diagnostic[], sources: readonly string[]): readonly Diagnostic[] {
  const rank = new Map(sources.map((name, at) => [name, at]));
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
