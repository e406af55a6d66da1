import { hasHarmful } from "../../../model/printable.ts";
import { isPlainWord, type ScalarStyle, scalarStyle } from "./scalar-style.ts";

/** Where a string is written. */
export interface ScalarPlace {
  /** Characters that stand before it on its line. */
  readonly column: number;
  /** Blanks before its further lines. */
  readonly indent: number;
  /** It is folded at the first blank behind more characters of a line. */
  readonly width: number;
  /** Whether it is a key with its value on the same line, which is never folded. */
  readonly isSimpleKey: boolean;
}

/** A string as the Go library writes it at a place, without a line break behind its last line. */
export function scalarText(text: string, place: ScalarPlace): string {
  if (isPlainWord(text)) return text;
  const known = place.isSimpleKey ? knownKeys : knownValues;
  let written = known.get(text);
  if (written === undefined) {
    const wellFormed = text.replace(/\p{Surrogate}/gu, "\ufffd");
    const style = scalarStyle(wellFormed, place);
    written = { text: wellFormed, style, line: style === "literal" ? "" : quote(wellFormed, style) };
    if (known.size > MOST_KNOWN) known.clear();
    known.set(text, written);
  }
  const { style, line } = written;
  if (style === "literal") return literal(written.text, place.indent);
  const isShort = place.isSimpleKey || place.column + line.length <= place.width || !line.includes(" ");
  return isShort ? line : folded(written.text, style, place);
}

interface Written {
  readonly text: string;
  readonly style: ScalarStyle;
  /** As it stands on one line; empty for a literal block. */
  readonly line: string;
}

/** Strings that were written: policies repeat most of theirs. */
const knownKeys = new Map<string, Written>();
const knownValues = new Map<string, Written>();
const MOST_KNOWN = 10_000;

/** What a string stands between, by its style. */
const MARKS: Readonly<Record<ScalarStyle, string>> = { plain: "", single: "'", double: '"', literal: "" };

function quote(text: string, style: ScalarStyle): string {
  return style === "plain" ? text : MARKS[style] + piecesOf(text, style).join("") + MARKS[style];
}

/** The characters of a string as they stand in that style. */
function piecesOf(text: string, style: ScalarStyle): readonly string[] {
  const characters = [...text];
  if (style === "plain") return characters;
  if (style === "single") return characters.map((character) => (character === "'" ? "''" : character));
  const isCommand = (at: number): boolean => characters[at + 1] === "#" && characters[at + 2] === "[";
  return characters.map((character, at) => (character === "#" && isCommand(at) ? "\\x23" : escaped(character)));
}

/** With line breaks in place of the blanks behind which a line is too long; a blank beside another is not replaced. */
function folded(text: string, style: ScalarStyle, { column, indent, width }: ScalarPlace): string {
  const mark = MARKS[style];
  const pieces = piecesOf(text, style);
  let written = mark;
  let at = column + mark.length;
  for (const [index, piece] of pieces.entries()) {
    const isInside = index > 0 && index < pieces.length - 1;
    const isAlone = piece === " " && pieces[index - 1] !== " ";
    const isBeforeBlank = pieces[index + 1] === " ";
    // No line begins as a command of GitHub's workflows does.
    const isBeforeCommand = pieces[index + 1] === ":" && pieces[index + 2] === ":";
    if (isAlone && at > width && isInside && !isBeforeCommand && (style === "double" || !isBeforeBlank)) {
      // Blanks at the beginning of a line count only where a backslash keeps them.
      const kept = isBeforeBlank ? "\\" : "";
      written += `\n${" ".repeat(indent)}${kept}`;
      at = indent + kept.length;
      continue;
    }
    written += piece;
    at += piece === "''" || piece.startsWith("\\") ? piece.length : 1;
  }
  return written + mark;
}

const ESCAPES: Readonly<Record<string, string>> = {
  "\0": "\\0",
  "\u0007": "\\a",
  "\b": "\\b",
  "\t": "\\t",
  "\n": "\\n",
  "\v": "\\v",
  "\f": "\\f",
  "\r": "\\r",
  "\u001b": "\\e",
  '"': '\\"',
  "\\": "\\\\",
  "\u0085": "\\N",
  "\u2028": "\\L",
  "\u2029": "\\P",
};

/** A character as it stands in double quotes. */
function escaped(character: string): string {
  const known = ESCAPES[character];
  if (known !== undefined) return known;
  const code = character.codePointAt(0) ?? 0;
  const hex = (digits: number): string => code.toString(16).toUpperCase().padStart(digits, "0");
  if (code < 0x20 || (code >= 0x7f && code < 0xa0)) return `\\x${hex(2)}`;
  if (code > 0xffff) return `\\U${hex(8)}`;
  return code >= 0xfffe || hasHarmful(character) ? `\\u${hex(4)}` : character;
}

/** A literal block: its mark says whether it begins with a blank or an empty line, and what its end is. */
function literal(text: string, indent: number): string {
  const isIndented = /^[ \n]/.test(text) ? "2" : "";
  const end = !text.endsWith("\n") ? "-" : text === "\n" || text.endsWith("\n\n") ? "+" : "";
  const lines = text.replace(/\n$/, "").split("\n");
  const body = lines.map((line) => (line === "" ? "" : " ".repeat(indent) + line)).join("\n");
  return `|${isIndented}${end}\n${body}`;
}
