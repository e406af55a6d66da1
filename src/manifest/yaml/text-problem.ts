import type { Code, Diagnostic, Span } from "../../model/diagnostic.ts";
import type { TextChange } from "../fixes/text-change.ts";

/** A finding about a stretch of a document's text; offsets count UTF-16 units. */
export interface TextProblem {
  readonly severity: "error" | "warning";
  readonly code: Code;
  readonly message: string;
  readonly from: number;
  readonly to: number;
  readonly help?: string;
  readonly fix?: TextChange;
}

/** A finding about a stretch of a text, at its place. */
export function textDiagnostic(
  { severity, code, message, from, to, help, fix }: TextProblem,
  places: { readonly span: (from: number, to: number) => Span },
): Diagnostic {
  const edit = fix && { span: places.span(fix.from, fix.to), text: fix.text };
  return {
    severity,
    code,
    message,
    span: places.span(from, to),
    ...(help !== undefined && { help }),
    ...(edit && { fix: edit }),
  };
}
