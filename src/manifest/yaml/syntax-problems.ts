import { openBracketAt } from "../fixes/closing-brackets.ts";
import { oddSpaceIn, oddSpaceWords } from "../fixes/unicode-spaces.ts";
import { quoteHelp } from "./quote-help.ts";
import type { TextProblem } from "./text-problem.ts";
import { type TextToken, tokensOf } from "./tokens.ts";

/** An error of the `yaml` package: its stable code, its message, and the stretch of the text. */
export interface ParserError {
  readonly code: string;
  readonly message: string;
  readonly pos: readonly [number, number];
}

/** Errors that are explained of one text; with more, it is not YAML. */
export const MOST_SYNTAX_PROBLEMS = 20;

/**
 * The first of the parser's errors in this tool's words, one more than `MOST_SYNTAX_PROBLEMS` at most; of several at one place
 * the first.
 */
export function syntaxProblems(errors: readonly ParserError[], text: string): readonly TextProblem[] {
  const problems: TextProblem[] = [];
  let quoted: readonly TextToken[] | undefined;
  const openingQuote = (end: number): number => {
    quoted ??= [...tokensOf(text)].filter(({ isQuoted }) => isQuoted);
    return quoted.find((token) => token.offset + token.text.length >= end)?.offset ?? end;
  };
  let last = -1;
  for (const error of errors) {
    if (problems.length > MOST_SYNTAX_PROBLEMS) break;
    if (error.pos[0] <= last) continue;
    last = error.pos[0];
    const placeholder = placeholderAt(text, error.pos[0]);
    problems.push({ severity: "error", code: "yaml.syntax", ...(placeholder ?? explained(error, text, openingQuote)) });
    // What follows is read as if the braces were of YAML.
    if (placeholder !== undefined) break;
  }
  return problems;
}

type Explanation = Pick<TextProblem, "message" | "help" | "from" | "to">;

/** `openingQuote`: where the quoted text begins that ends, unclosed, at a place. */
function explained(
  { code, message, pos }: ParserError,
  text: string,
  openingQuote: (end: number) => number,
): Explanation {
  const from = pos[0];
  const place = { from, to: Math.max(pos[1], from + 1) };
  const at = text.slice(from, pos[1]);
  const odd = oddSpaceAt(text, from);
  if (odd !== undefined) return odd;
  const bracket = /end with a ([\]}])$/.exec(message)?.[1];
  if (bracket !== undefined)
    return {
      ...place,
      message: `the closing \`${bracket}\` is missing`,
      help: bracketHelp(text, from),
    };
  if (message.startsWith("Missing closing ")) {
    const opening = openingQuote(from);
    return { from: opening, to: opening + 1, message: "the closing quote is missing", help: "it is opened here" };
  }
  const isOneKey = !/:(?:\s|$)/.test(lineAt(text, from).slice(from - text.lastIndexOf("\n", from - 1) - 1));
  if (code === "BLOCK_AS_IMPLICIT_KEY" && isOneKey)
    return {
      ...place,
      message: "the next line is indented deeper than the key of this value",
      help: "indent it as the line with this key",
    };
  const known = SYNTAX[code];
  const unquoted = VALUE.exec(lineAt(text, from));
  if (unquoted?.[1] !== undefined && MEANT_AS_TEXT.has(code)) {
    const shown = code === "UNEXPECTED_TOKEN" ? "unexpected text" : lowered(message);
    return { ...place, message: shown, help: quoteHelp(unquoted[1]) };
  }
  const tab = at.includes("\t") ? "indent with spaces, not tabs" : undefined;
  const help = known?.help ?? tab;
  const shown = known?.message ?? lowered(message);
  return { ...place, message: shown, ...(help !== undefined && { help }) };
}

/** The first character on the line of an offset that looks like a space, and is none of YAML. */
function oddSpaceAt(text: string, offset: number): Explanation | undefined {
  const line = lineAt(text, offset);
  const char = oddSpaceIn(line);
  if (char === undefined) return undefined;
  const from = text.lastIndexOf("\n", offset - 1) + 1 + line.indexOf(char);
  const { name, remedy } = oddSpaceWords(char);
  return { from, to: from + 1, message: `${name} is not a space`, help: remedy };
}

/** What to do where a closing bracket is missing: the text that the bracket opens tells which one. */
function bracketHelp(text: string, offset: number): string {
  const opening = openBracketAt(text, offset);
  const opened = opening === undefined ? "" : lineAt(text, opening.offset).slice(columnOf(text, opening.offset)).trim();
  return opened === "" || opened.length > 40
    ? "add it, or indent the lines before it"
    : `\`${opened}\` is not closed: add it, or indent the lines before this one`;
}

function columnOf(text: string, offset: number): number {
  return offset - text.lastIndexOf("\n", offset - 1) - 1;
}

/** A placeholder `${NAME}` whose braces the parser took for an object of YAML, where it stopped at that offset. */
function placeholderAt(text: string, offset: number): Explanation | undefined {
  const line = text.lastIndexOf("\n", offset - 1) + 1;
  for (const found of lineAt(text, offset).matchAll(/\$\{[^{}]*\}/g)) {
    const from = line + found.index;
    const to = from + found[0].length;
    if (offset < from || offset > to) continue;
    return { from, to, message: "unexpected text", help: `\`${found[0]}\` is a placeholder: fill it in` };
  }
  return undefined;
}

/** The parser's message as this tool writes messages. */
const lowered = (message: string): string => message.charAt(0).toLowerCase() + message.slice(1).replace(/\.$/, "");

function lineAt(text: string, offset: number): string {
  const end = text.indexOf("\n", offset);
  return text.slice(text.lastIndexOf("\n", offset - 1) + 1, end === -1 ? undefined : end).replace(/\r$/, "");
}

/** A value that begins with a sign of YAML, after a key or as an item: it cannot be text without quotes. */
const VALUE = /^\s*(?:- +)*(?:["']?[\w./-]+["']?:\s+|(?<=- ))((?:["'|>@`%,\]]).*)$/;
/** Errors at such a value. */
const MEANT_AS_TEXT = new Set(["UNEXPECTED_TOKEN", "BAD_SCALAR_START", "MISSING_CHAR"]);

/** Clearer messages for the parser's most frequent errors, by its stable codes. */
const SYNTAX: Readonly<Record<string, { readonly message: string; readonly help?: string }>> = {
  TAB_AS_INDENT: { message: "a tab cannot indent", help: "indent with spaces" },
  BAD_INDENT: { message: "wrong indentation" },
  MISSING_CHAR: { message: "a `:` or `,` is missing here", help: "a space follows the `:` of a key" },
  BLOCK_AS_IMPLICIT_KEY: {
    message: "a second `key: value` cannot begin here",
    help: "quote the value, or begin a new line",
  },
  MULTILINE_IMPLICIT_KEY: {
    message: "a key must be on one line",
    help: "a `:` may be missing on the line before, or the space behind it",
  },
  UNEXPECTED_TOKEN: { message: "unexpected text" },
  MULTIPLE_DOCS: { message: "a second document begins here", help: "separate documents with a line `---`" },
};
