import { printableJson } from "../model/printable.ts";

const ESCAPES: Readonly<Record<string, string>> = { "<": "\\u003c", ">": "\\u003e", "&": "\\u0026", "#": "\\u0023" };

/** What Go escapes, and the `##[` that GitHub's runner takes for a command wherever it stands in a log. */
const ESCAPED = /[<>&]|#(?=#\[)/g;

/** JSON as calicoctl prints it: two blanks of indent, HTML characters and what a terminal must not get escaped, a final newline. */
export function goJson(value: unknown): string {
  return `${escaped(JSON.stringify(value, undefined, 2))}\n`;
}

/** The same on one line. */
export function goJsonLine(value: unknown): string {
  return `${escaped(JSON.stringify(value))}\n`;
}

const escaped = (json: string): string => printableJson(json).replace(ESCAPED, (char) => ESCAPES[char] ?? char);
