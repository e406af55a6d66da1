import { splitDocuments } from "../../manifest/yaml/split.ts";
import { type Diagnostic, hasErrors, type SourceText } from "../../model/diagnostic.ts";
import type { CheckedInput } from "../../scenario/check-input.ts";
import { PlacedDocument } from "./placed-document.ts";

/** What texts have, and how their resources come to know where they stand. */
export interface ReadTexts extends CheckedInput {
  /** Puts the documents where these texts have them: they may be in other texts, too, in which they stand elsewhere. */
  readonly put: () => void;
}

/** Reads one document by itself; `undefined` where what it has depends on others. */
export type ReadAlone = (document: SourceText) => CheckedInput | undefined;

/** A document in a text, below so many lines. */
interface Standing {
  readonly document: PlacedDocument;
  readonly line: number;
}

/** The documents of a text by their own texts, in the order in which they stand. */
type ByText = Map<string, (PlacedDocument | "whole")[]>;

/** So many characters with errors are read by themselves: in all of them together fixes are looked for only until a budget is spent. */
const MOST_WRONG = 8_000;
/** With more findings, only some of all are reported. */
const MOST_FINDINGS = 1_000;

/**
 * What the documents of texts have, kept by their own text: a change reads the document in which it is, and leaves the resources of all
 * others the same objects, which are not compiled again either. What is said of several documents together is not known here: such
 * texts are read as a whole.
 */
export class DocumentCache {
  readonly #readAlone: ReadAlone;
  #texts = new Map<string, ByText>();
  #last: readonly Standing[] = [];

  constructor(readAlone: ReadAlone) {
    this.#readAlone = readAlone;
  }

  /** What the texts have; `undefined` where they must be read as a whole. */
  read(texts: readonly SourceText[]): ReadTexts | undefined {
    const used = new Map<string, ByText>();
    const standing: Standing[] = [];
    const diagnostics: Diagnostic[] = [];
    const wrong: number[] = [];
    let isWhole = false;
    for (const { name, text } of texts) {
      const { pieces, problems } = splitDocuments(text);
      isWhole ||= problems.length > 0;
      const [known, own]: [ByText, ByText] = [this.#texts.get(name) ?? new Map(), new Map()];
      used.set(name, own);
      for (const { text: piece, line } of pieces) {
        const alike = own.get(piece) ?? [];
        const before = known.get(piece)?.[alike.length];
        const isUsable = before === "whole" || before?.fits(line) === true;
        // Where all is to be read as a whole, what is known is kept for the time when it is not.
        if (isWhole && !isUsable) continue;
        const document = isUsable ? before : this.#document(name, piece);
        own.set(piece, [...alike, document]);
        isWhole ||= document === "whole";
        if (document === "whole") continue;
        standing.push({ document, line });
        const findings = document.diagnosticsAt(line);
        if (hasErrors(findings)) wrong.push(piece.length);
        diagnostics.push(...findings);
      }
    }
    // Documents of texts that were typed on the way are forgotten.
    this.#texts = used;
    this.#last = standing;
    const isMuch = wrong.length > 1 && wrong.reduce((sum, length) => sum + length, 0) > MOST_WRONG;
    if (isWhole || isMuch || diagnostics.length > MOST_FINDINGS) return undefined;
    const resources = standing.flatMap(({ document }) => document.resources);
    return { resources, diagnostics, objects: [], put: () => put(standing) };
  }

  /** Leaves the documents of these resources where they stood when they were read last, or else has them read again. */
  pin(names: ReadonlySet<string>): void {
    if (names.size > 0) for (const { document } of this.#last) document.pin(names);
  }

  #document(name: string, text: string): PlacedDocument | "whole" {
    // A part of a text keeps all of it, which documents would keep of each text that was typed.
    const copy = JSON.parse(JSON.stringify(text)) as string;
    const input = this.#readAlone({ name, text: copy });
    return input?.diagnostics.every(({ span }) => span !== undefined) ? new PlacedDocument(input) : "whole";
  }
}

function put(standing: readonly Standing[]): void {
  for (const { document, line } of standing) document.put(line);
}
