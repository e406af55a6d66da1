import { hasHiddenBreak } from "./line-breaks.ts";
import type { TextProblem } from "./tree.ts";

/** One document of a source: `text` without the separator, and the number of lines of the source before it. */
export interface DocumentText {
  readonly text: string;
  readonly line: number;
}

/** The text without a byte order mark. */
export function withoutMark(text: string): string {
  return text.startsWith("\uFEFF") ? text.slice(1) : text;
}

/**
 * Cuts a source into its documents: a line that begins with `---` ends one, whatever follows on the line (recorded:
 * doc-four-dashes, doc-sep-text). Documents of nothing but spaces and comments are left out. `problems` are about text behind
 * a separator, which calicoctl drops; their offsets count without a byte order mark.
 */
export function splitDocuments(source: string): {
  readonly pieces: readonly DocumentText[];
  readonly problems: readonly TextProblem[];
} {
  const text = withoutMark(source);
  const pieces: DocumentText[] = [];
  const problems: TextProblem[] = [];
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
      const problem = separatorProblem(text.slice(at, newline === -1 ? text.length : newline), at);
      if (problem !== undefined) problems.push(problem);
      start = next;
      startLine = line + 1;
    }
    at = next;
    line += 1;
  }
  finish(text.length);
  return { pieces, problems };
}

/** What is lost on a separator's line, which begins at `at`; an error where a reviewer cannot see what is there. */
function separatorProblem(line: string, at: number): TextProblem | undefined {
  const rest = line.replace(/^-+/, "");
  const end = at + line.length;
  if (hasHiddenBreak(rest)) {
    const message = "the line of a `---` holds a character that ends a line for Calico but not on the screen";
    return {
      severity: "error",
      code: "yaml.line-break",
      message,
      from: end - rest.length,
      to: end,
      help: "remove the text",
    };
  }
  const text = rest.trim();
  if (text === "" || text.startsWith("#")) return undefined;
  const message = "what follows `---` on its line is ignored";
  const help = "begin the document on the next line";
  const from = end - rest.trimStart().length;
  return { severity: "warning", code: "yaml.separator", message, from, to: from + text.length, help };
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
