import type { Diagnostic, Span } from "../../model/diagnostic.ts";
import type { Located } from "../../model/resource.ts";
import { displayId, resourceId, withResource } from "../../model/resource.ts";
import type { CheckedInput } from "../../scenario/check-input.ts";

/**
 * What one document has. Its resources stay the same objects wherever it stands, so that a new line above it compiles nothing again:
 * their places are those of the text that it was `put` into last.
 */
export class PlacedDocument {
  readonly resources: readonly Located[];
  readonly #diagnostics: readonly Diagnostic[];
  #line = 0;
  #pinned: number | undefined;

  /** `input`: what was read of the document by itself. */
  constructor({ resources, diagnostics }: CheckedInput) {
    this.resources = resources.map((located) => ({
      ...withResource(located, located.resource),
      locate: (path) => moved(located.locate(path), this.#line),
    }));
    this.#diagnostics = diagnostics;
  }

  /** Puts it below so many lines of its text. */
  put(line: number): void {
    this.#line = line;
  }

  /** The findings, as they are below so many lines. */
  diagnosticsAt(line: number): readonly Diagnostic[] {
    return this.#diagnostics.map((one) => movedDiagnostic(one, line));
  }

  /** Leaves it at its line if it has one of these resources, whose places were written down where it stands now. */
  pin(names: ReadonlySet<string>): void {
    if (this.resources.some(({ resource }) => names.has(displayId(resourceId(resource))))) this.#pinned = this.#line;
  }

  /** Whether it may stand below so many lines. */
  fits(line: number): boolean {
    return this.#pinned === undefined || this.#pinned === line;
  }
}

function movedDiagnostic(diagnostic: Diagnostic, lines: number): Diagnostic {
  const { span, fix } = diagnostic;
  return {
    ...diagnostic,
    ...(span && { span: moved(span, lines) }),
    ...(fix && { fix: { ...fix, span: moved(fix.span, lines) } }),
  };
}

function moved<Of extends Span | undefined>(span: Of, lines: number): Of {
  if (span === undefined || lines === 0) return span;
  const { start, end } = span;
  return { ...span, start: { ...start, line: start.line + lines }, end: { ...end, line: end.line + lines } };
}
