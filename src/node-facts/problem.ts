import type { Code, Diagnostic, Severity } from "../model/diagnostic.ts";

/** How many findings one file may have; one more counts the rest. */
const LIMIT = 100;

/** A finding about a saved file, at a whole line of it. */
export function problem(
  source: string,
  line: number,
  severity: Severity,
  code: Code,
  message: string,
  more: { readonly help?: string; readonly path?: string } = {},
): Diagnostic {
  const start = { line, column: 1 };
  return { severity, code, message, span: { source, start, end: start }, ...more };
}

/** The first hundred findings, and one that counts the rest. */
export function capped(source: string, diagnostics: readonly Diagnostic[]): readonly Diagnostic[] {
  if (diagnostics.length <= LIMIT) return diagnostics;
  const more = `${diagnostics.length - LIMIT} more findings of this kind are not shown`;
  return [...diagnostics.slice(0, LIMIT), problem(source, 1, "warning", "facts.more", more)];
}

/** User text for a message: one line, not endless. */
export function quote(text: string): string {
  const plain = text
    .slice(0, 400)
    .replace(/[\s\p{Cc}`]+/gu, " ")
    .trim();
  return `\`${plain.length > 80 ? `${plain.slice(0, 79)}…` : plain}\``;
}
