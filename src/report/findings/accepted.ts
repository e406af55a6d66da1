import type { Diagnostic, SourceText } from "../../model/diagnostic.ts";
import { codeNamed, isCode, unknownCodeHelp } from "../../model/diagnostic-codes.ts";

/** A comment that accepts findings: `# lint-accept: lint.log-only, lint.unused-set (why)`. */
const COMMENT = /(#\s*lint-accept:)([^(]*)/;
/** A word that is written as a code. */
const CODE = /^[a-z-]+\.[a-z-]+$/i;

/**
 * The findings without those that their file accepts: a comment on the finding's line, or on lines of comments directly above
 * it, names the code. `accepted` counts them.
 */
export function withoutAccepted<T extends Diagnostic>(
  findings: readonly T[],
  sources: readonly SourceText[],
): { readonly findings: readonly T[]; readonly accepted: number } {
  const lines = new Map(sources.map(({ name, text }) => [name, linesOf(text)]));
  const left = findings.filter(({ code, span, severity }) => {
    const text = span && lines.get(span.source);
    return severity === "error" || !text || !codesAt(text, span.start.line - 1).has(code);
  });
  return { findings: left, accepted: findings.length - left.length };
}

/**
 * A warning for each word of such a comment that stands for a code and is none: it would accept nothing, in silence. A word
 * of a reason without brackets stands for none.
 */
export function unknownAccepted(sources: readonly SourceText[]): readonly Diagnostic[] {
  return sources.flatMap(({ name, text }) =>
    linesOf(text).flatMap((line, index) =>
      wordsOf(line)
        .filter(({ word }, at) => !isCode(word) && (at === 0 || CODE.test(word) || codeNamed(word) !== undefined))
        .map(({ word, column }): Diagnostic => {
          const [start, end] = [column, column + word.length].map((of) => ({ line: index + 1, column: of }));
          return {
            severity: "warning",
            code: "lint.unknown-code",
            message: `unknown code \`${word}\`: the comment accepts no finding by it`,
            help: unknownCodeHelp(word),
            ...(start && end && { span: { source: name, start, end } }),
          };
        }),
    ),
  );
}

function linesOf(text: string): readonly string[] {
  return text.replace(/^\uFEFF/, "").split(/\r?\n/);
}

/** The codes that the line, from 0, and the comments directly above it accept. */
function codesAt(lines: readonly string[], at: number): ReadonlySet<string> {
  const codes = new Set(codesOf(lines[at]));
  for (let above = at - 1; above >= 0 && /^\s*#/.test(lines[above] ?? ""); above--) {
    for (const code of codesOf(lines[above])) codes.add(code);
  }
  return codes;
}

function codesOf(line = ""): readonly string[] {
  return wordsOf(line).map(({ word }) => word);
}

/** The words of a comment that accepts findings, up to a bracket, with the columns that they start at, from 1. */
function wordsOf(line: string): readonly { readonly word: string; readonly column: number }[] {
  const comment = COMMENT.exec(line);
  if (comment === null) return [];
  const [, head = "", list = ""] = comment;
  const start = comment.index + head.length + 1;
  return [...list.matchAll(/[^,\s]+/g)].map(({ 0: word, index }) => ({ word, column: start + index }));
}
