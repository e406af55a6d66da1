import { hasHarmful } from "../../../model/printable.ts";
import { isImplicit } from "./implicit.ts";

/** How a string is written. */
export type ScalarStyle = "plain" | "single" | "double" | "literal";

/**
 * What the Go library cannot print as it is: controls (a line feed is a line break), the byte order mark, and all above
 * U+FFFF. The separators U+2028 and U+2029 it prints, but no YAML reader of today reads them back: here they count too, as does
 * all that a terminal must not get.
 */
// biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what this looks for
const SPECIAL = /[\u0000-\u0009\u000b-\u001f\u007f-\u009f\u2028\u2029\ufeff\ufffe\uffff\u{10000}-\u{10ffff}]/u;

/**
 * A line that GitHub's runner takes for a command, whatever white space is before it, where YAML is printed into its log, and
 * what it takes for one anywhere.
 */
const COMMAND = /^\s*::/m;
const COMMAND_ANYWHERE = "##[";

/** What a plain string in a block cannot begin with, or have in it. */
const INDICATOR = /^(?:---|\.\.\.|[#,[\]{}&*!|>'"%@`]|[?:-](?:[ \n]|$))|:(?:[ \n]|$)|[ \n]#/;

/** Longer than all words that YAML reads as something else (`false`), and without what could make it another style: most names. */
const PLAIN_WORD = /^[A-Za-z][A-Za-z0-9_./-]{5,}$/;

/** Whether it is surely written as it is, however long the line. */
export function isPlainWord(text: string): boolean {
  return PLAIN_WORD.test(text);
}

/**
 * The style of the Go library (go-yaml 2.4): double quotes where a string would be read as something else; else plain
 * where that is possible; a literal block where it has more than one line; single quotes for most others.
 */
export function scalarStyle(text: string, { isSimpleKey }: { readonly isSimpleKey: boolean }): ScalarStyle {
  const isSpecial = SPECIAL.test(text) || hasHarmful(text) || text.includes(COMMAND_ANYWHERE);
  const hasBlankBeforeBreak = / \n/.test(text);
  if (text.includes("\n")) {
    const isBlock = !isSimpleKey && !text.endsWith(" ") && !isSpecial && !hasBlankBeforeBreak && !COMMAND.test(text);
    return isBlock ? "literal" : "double";
  }
  if (isImplicit(text) || isSpecial) return "double";
  const isCommand = isSimpleKey && COMMAND.test(text);
  return isCommand || /^ | $/.test(text) || INDICATOR.test(text) ? "single" : "plain";
}
