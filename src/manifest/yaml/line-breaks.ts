import type { TextProblem } from "./text-problem.ts";
import { type TextToken, tokensOf } from "./tokens.ts";

/**
 * The line breaks of YAML 1.1 that this tool's parser does not have: NEL, LINE SEPARATOR, PARAGRAPH SEPARATOR, and a carriage
 * return in the middle of a line, behind which a terminal writes over that line.
 */
const OLD_BREAK = /[\x85\u2028\u2029]|\r(?!\n|$)/;

/** Whether a text has a character that ends a line for YAML 1.1 but not for this tool's parser. */
export function hasHiddenBreak(text: string): boolean {
  return OLD_BREAK.test(text);
}

/** At most this many are reported of one document. */
const MOST = 5;

/**
 * The characters that end a line for Calico (Go's YAML is version 1.1) but neither for this tool's parser nor on a
 * screen: a comment would end, and a field begin, where no reviewer sees it. Inside quotes U+2028 and U+2029 are text for
 * both readers, unless the characters beside them would be dropped or end the text; U+0085 becomes a space there (measured
 * with sigs.k8s.io/yaml 1.4).
 */
export function hiddenBreakProblems(text: string): readonly TextProblem[] {
  const problems: TextProblem[] = [];
  const report = (token: string, start: number, isText: (at: number) => boolean): void => {
    const all = new RegExp(OLD_BREAK, "g");
    for (let match = all.exec(token); match !== null && problems.length < MOST; match = all.exec(token)) {
      if (!isText(match.index)) problems.push(problem(match[0], start + match.index));
    }
  };
  // Quoted text is examined only when it is known whether it is a key, which must be on one line.
  let quoted: TextToken | undefined;
  const finish = (isKey: boolean): void => {
    if (quoted === undefined) return;
    const { text: token, offset } = quoted;
    report(token, offset, (at) => !isKey && isTextInQuotes(token, at));
    quoted = undefined;
  };
  for (const token of tokensOf(text)) {
    if (/^[^ \t\r\n]/.test(token.text)) finish(token.text === ":");
    if (token.isQuoted) quoted = token;
    else report(token.text, token.offset, () => false);
  }
  finish(false);
  return problems;
}

/** Whether both versions of YAML read the character at this place of quoted text as itself. */
function isTextInQuotes(token: string, at: number): boolean {
  if (token.charAt(at) === "\x85" || token.charAt(at) === "\r") return false;
  const before = token.charAt(at - 1);
  const behind = token.slice(at + 1, at + 5);
  if (/[ \t\r\n\\]/.test(before) || /^[ \t\r\n]/.test(behind)) return false;
  return !/^(?:---|\.\.\.)/.test(behind);
}

function problem(char: string, at: number): TextProblem {
  const code = (char.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, "0");
  return {
    severity: "error",
    code: "yaml.line-break",
    message: `the character U+${code} is not allowed here: Calico reads it as the end of a line`,
    from: at,
    to: at + 1,
    help:
      char === "\r" ? "write a line feed (U+000A) in its place" : `remove it, or write "\\u${code}" in double quotes`,
  };
}
