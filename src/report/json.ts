import { printableJson } from "../model/printable.ts";

const ESCAPES: Readonly<Record<string, string>> = { "<": "\\u003c", ">": "\\u003e", "&": "\\u0026" };

/** JSON as calicoctl prints it: two blanks of indent, HTML characters and what a terminal must not get escaped, a final newline. */
export function goJson(value: unknown): string {
  return `${escaped(JSON.stringify(value, undefined, 2))}\n`;
}

/** The same on one line. */
export function goJsonLine(value: unknown): string {
  return `${escaped(JSON.stringify(value))}\n`;
}

const escaped = (json: string): string => printableJson(json).replace(/[<>&]/g, (char) => ESCAPES[char] ?? char);
