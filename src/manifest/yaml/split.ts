import { hasHiddenBreak } from "./line-breaks.ts";
import type { TextProblem } from "./text-problem.ts";

/** One document of a source: `text` without the separator, and the number of lines of the source before it. */
export interface DocumentText {
  readonly text: string;
  readonly line: number;
}

/** The text without a byte order mark. */
function withoutMark(text: string): string {
  return text.startsWith("\uFEFF") ? text.slice(1) : text;
}

/**
 * The text of a source as it is read, without a byte order mark. A carriage return is a line break of YAML: where a file has no
 * other (old Mac OS), or several before a line feed, each becomes one. Any other is left, and refused: it cannot be seen, and
 * calicoctl does not find the document behind a `---` that follows it.
 */
export function textOf(source: string): string {
  const text = withoutMark(source);
  if (!text.includes("\r")) return text;
  if (text.includes("\n")) return text.replace(/\r(?=\r+\n)/g, "\n");
  return text.includes("\r---") ? text : text.replaceAll("\r", "\n");
}

/**
 * Cuts a source into its documents: a line that begins with `---` ends one, whatever follows on the line (recorded:
 * doc-four-dashes, doc-sep-text). Each may begin with a byte order mark of its own, as joined files do. Documents of nothing but
 * spaces and comments are left out. `problems` are about text behind a separator or a `...`, which calicoctl drops; their
 * offsets count in `textOf(source)`.
 */
export function splitDocuments(source: string): {
  readonly pieces: readonly DocumentText[];
  readonly problems: readonly TextProblem[];
} {
  const text = textOf(source);
  const pieces: DocumentText[] = [];
  const problems: TextProblem[] = [];
  let start = 0;
  let startLine = 0;
  let line = 0;
  const finish = (end: number): void => {
    const piece = withoutMark(text.slice(start, end));
    if (isBlank(piece)) return;
    pieces.push({ text: piece, line: startLine });
    const behind = textBehindEnd(piece);
    if (behind !== undefined) problems.push(ignored("...", end - piece.length + behind.from, behind.text));
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

/** The first text behind a line `...`, which ends a document for Go's YAML, and where it begins. */
function textBehindEnd(piece: string): { from: number; text: string } | undefined {
  const mark = /^\.\.\.(?=\s|$)/m.exec(piece);
  if (mark === null) return undefined;
  let at = mark.index + mark[0].length;
  for (const line of piece.slice(at).split("\n")) {
    const text = line.trim();
    if (text !== "" && text !== "..." && !text.startsWith("#")) return { from: at + line.indexOf(text), text };
    at += line.length + 1;
  }
  return undefined;
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
  return ignored("---", end - rest.trimStart().length, text);
}

/** The warning about text behind a mark between documents, which begins at `from`. */
function ignored(mark: "---" | "...", from: number, text: string): TextProblem {
  const behind = mark === "---" ? "what follows `---` on its line" : "what follows `...`";
  const help = mark === "---" ? "begin the document on the next line" : "write `---` in place of `...`";
  const message = `${behind} is ignored`;
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
