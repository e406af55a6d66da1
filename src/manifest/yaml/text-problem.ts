import type { Diagnostic, Span } from "../../model/diagnostic.ts";

/** A finding about a stretch of a document's text; offsets count UTF-16 units. */
export interface TextProblem {
  readonly severity: "error" | "warning";
  readonly code: string;
  readonly message: string;
  readonly from: number;
  readonly to: number;
  readonly help?: string;
}

/** A finding about a stretch of a text, at its place. */
export function textDiagnostic(
  { severity, code, message, from, to, help }: TextProblem,
  span: (from: number, to: number) => Span,
): Diagnostic {
  return { severity, code, message, span: span(from, to), ...(help !== undefined && { help }) };
}
