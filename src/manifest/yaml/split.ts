import { hasHiddenBreak } from "./line-breaks.ts";

/** A text with the name people know it by: the file's name as given, or `<stdin>`. */
export interface SourceText {
  readonly name: string;
  readonly text: string;
}

/** One document of a source: `text` without the separator, and the number of lines of the source before it. */
export interface DocumentText {
  readonly text: string;
  readonly line: number;
}

/** Text after a separator (`--- foo`, a comment only where a line break is hidden in it), which calicoctl drops; lines and columns count from 1. */
export interface Dropped {
  readonly line: number;
  readonly column: number;
  readonly text: string;
}

/** The text without a byte order mark. */
export function withoutMark(text: string): string {
  return text.startsWith("\uFEFF") ? text.slice(1) : text;
}

/**
 * Cuts a source into its documents: a line that begins with `---` ends one, whatever follows on the line (recorded:
 * doc-four-dashes, doc-sep-text). Documents of nothing but blanks and comments are left out.
 */
export function splitDocuments(source: string): {
  readonly pieces: readonly DocumentText[];
  readonly dropped: readonly Dropped[];
} {
  const text = withoutMark(source);
  const pieces: DocumentText[] = [];
  const dropped: Dropped[] = [];
  let start = 0;
  let startLine = 0;
  let line = 0;
  const finish = (end: number): void => {
    const piece = text.slice(start, end);
    if (!isBlank(piece)) pieces.push({ text: piece, line: startLine });
  };
  for (let at = 0; at < text.length; ) {
    const newline = text.indexOf("\n", at);
    const next = newline === -1 ? text.length : newline + 1;
    if (text.startsWith("---", at)) {
      finish(at);
      const rest = text.slice(at, newline === -1 ? text.length : newline).replace(/^-+/, "");
      const hidesBreak = hasHiddenBreak(rest);
      const isDropped = hidesBreak || (rest.trim() !== "" && !rest.trim().startsWith("#"));
      if (isDropped) dropped.push({ line: line + 1, column: 4, text: hidesBreak ? rest : rest.trim() });
      start = next;
      startLine = line + 1;
    }
    at = next;
    line += 1;
  }
  finish(text.length);
  return { pieces, dropped };
}

/** Whether there is nothing but blank lines, comments and document end marks. */
function isBlank(piece: string): boolean {
  return (
    !/^[^\s#.]/.test(piece) &&
    !hasHiddenBreak(piece) &&
    (/^(?:[ \t\r\n]|\.\.\.(?=\s|$))*$/.test(piece) ||
      piece.split("\n").every((line) => /^\s*(?:#.*|\.\.\.\s*)?$/.test(line)))
  );
}
