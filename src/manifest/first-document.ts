import { parseDocument } from "./yaml/document.ts";
import { splitDocuments } from "./yaml/split.ts";

/** What is wrong with a text, without a word of it (it may hold a password): the place only. */
export class UnreadableText extends Error {
  /** The place, as the YAML package gives it. */
  readonly linePos: readonly { readonly line: number; readonly col: number }[];

  constructor(place: { readonly line: number; readonly column: number } | undefined) {
    super("neither YAML nor JSON");
    this.linePos = place === undefined ? [] : [{ line: place.line, col: place.column }];
  }
}

/**
 * The value of a text's first document, read as Go reads it: of a settings file calicoctl reads no other. Throws
 * `UnreadableText` where it cannot be read, or has a key twice, as calicoctl of v3.32 does.
 */
export function firstDocument(text: string): unknown {
  const [first] = splitDocuments(text).pieces;
  if (first === undefined) return undefined;
  const { value, diagnostics } = parseDocument("", first, "CalicoAPIConfig");
  const fault = diagnostics.find(({ severity, code }) => severity === "error" || code === "yaml.duplicate-key");
  if (fault !== undefined) throw new UnreadableText(fault.span?.start);
  return value;
}
