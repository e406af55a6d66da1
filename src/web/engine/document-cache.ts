import { splitDocuments } from "../../manifest/yaml/split.ts";
import { type Diagnostic, hasErrors, type SourceText, type Span } from "../../model/diagnostic.ts";
import type { Located } from "../../model/resource.ts";
import type { CheckedInput } from "../../scenario/check-input.ts";

/** Reads one text by itself. */
type Read = (text: SourceText) => CheckedInput;

/**
 * What the documents of texts have, kept by their text and place: a change of one document leaves the resources of all others the
 * same objects, which are not compiled again either. What is said of several documents together is not known here, so that a text with
 * anything but resources of Calico, or with an error, is read as a whole.
 */
export class DocumentCache {
  readonly #read: Read;
  #documents = new Map<string, CheckedInput | "whole">();

  constructor(read: Read) {
    this.#read = read;
  }

  /** What the texts have; `undefined` where they must be read as a whole. */
  read(texts: readonly SourceText[]): CheckedInput | undefined {
    const used = new Map<string, CheckedInput | "whole">();
    const documents: CheckedInput[] = [];
    for (const { name, text } of texts) {
      const { pieces, problems } = splitDocuments(text);
      if (problems.length > 0) return undefined;
      for (const piece of pieces) {
        const key = JSON.stringify([name, piece.line, piece.text]);
        const known = this.#documents.get(key) ?? this.#document(name, piece);
        used.set(key, known);
        this.#documents.set(key, known);
        if (known === "whole") return undefined;
        documents.push(known);
      }
    }
    // Documents of texts that were typed on the way are forgotten.
    this.#documents = used;
    return {
      resources: documents.flatMap(({ resources }) => resources),
      diagnostics: documents.flatMap(({ diagnostics }) => diagnostics),
      objects: [],
    };
  }

  #document(name: string, { text, line }: { readonly text: string; readonly line: number }): CheckedInput | "whole" {
    const { resources, diagnostics, objects } = this.#read({ name, text });
    const isWhole = objects.length > 0 || hasErrors(diagnostics) || diagnostics.some(({ span }) => span === undefined);
    if (isWhole) return "whole";
    return {
      resources: resources.map(
        (located): Located => ({ ...located, locate: (path) => movedSpan(located.locate(path), line) }),
      ),
      diagnostics: diagnostics.map((one) => moved(one, line)),
      objects,
    };
  }
}

function moved(diagnostic: Diagnostic, lines: number): Diagnostic {
  const { span, fix } = diagnostic;
  return {
    ...diagnostic,
    ...(span && { span: movedSpan(span, lines) }),
    ...(fix && { fix: { ...fix, span: movedSpan(fix.span, lines) } }),
  };
}

function movedSpan<Of extends Span | undefined>(span: Of, lines: number): Of {
  if (span === undefined) return span;
  const { start, end } = span;
  return { ...span, start: { ...start, line: start.line + lines }, end: { ...end, line: end.line + lines } };
}
