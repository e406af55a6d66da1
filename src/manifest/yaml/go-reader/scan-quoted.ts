import { END, isBlank, isBlankOrEnd, isBreak } from "./characters.ts";
import type { Cursor } from "./cursor.ts";
import { Between } from "./scan-plain.ts";

const SINGLE = 0x27;
const DOUBLE = 0x22;
const BACKSLASH = 0x5c;

/** Reads the quoted text that begins here; the cursor is behind its closing quote then. */
export function scanQuoted(cursor: Cursor): string {
  const quote = cursor.code();
  const start = cursor.mark;
  cursor.advance();
  let text = "";
  for (;;) {
    if (cursor.isDocumentMark("---") || cursor.isDocumentMark("..."))
      throw cursor.refusal("a line of quoted text cannot begin with `---` or `...`", cursor.at, { help: "indent it" });
    if (cursor.code() === END) throw cursor.refusal("the closing quote is missing", start);
    const between = new Between();
    while (!isBlankOrEnd(cursor.code())) {
      if (quote === DOUBLE && cursor.code() === BACKSLASH && isBreak(cursor.code(1))) {
        cursor.advance();
        cursor.readBreak();
        between.addEscapedBreak();
        break;
      }
      if (cursor.code() === quote) {
        if (quote === DOUBLE || cursor.code(1) !== SINGLE) break;
        text += "'";
        cursor.advance(2);
      } else if (quote === DOUBLE && cursor.code() === BACKSLASH) text += readEscape(cursor);
      else {
        const from = cursor.at;
        while (!isBlankOrEnd(cursor.code()) && cursor.code() !== quote && cursor.code() !== BACKSLASH) cursor.advance();
        if (cursor.at === from) cursor.advance();
        text += cursor.text.slice(from, cursor.at);
      }
    }
    if (cursor.code() === quote) break;
    while (isBlank(cursor.code()) || isBreak(cursor.code())) {
      if (isBreak(cursor.code())) between.addBreak(cursor.readBreak());
      else {
        between.addBlank(cursor.text.charAt(cursor.at));
        cursor.advance();
      }
    }
    text += between.folded();
  }
  cursor.advance();
  return text;
}

/** The escapes of one character; `\/` is not among them. */
const ESCAPES: Readonly<Record<string, string>> = {
  "0": "\0",
  a: "\x07",
  b: "\b",
  t: "\t",
  "\t": "\t",
  n: "\n",
  v: "\v",
  f: "\f",
  r: "\r",
  e: "\x1b",
  " ": " ",
  '"': '"',
  "'": "'",
  "\\": "\\",
  N: "\x85",
  _: "\xa0",
  L: "\u2028",
  P: "\u2029",
};
const HEX_DIGITS: Readonly<Record<string, number>> = { x: 2, u: 4, U: 8 };

function readEscape(cursor: Cursor): string {
  const at = cursor.at;
  const sign = cursor.text.charAt(at + 1);
  const simple = Object.hasOwn(ESCAPES, sign) ? ESCAPES[sign] : undefined;
  const length = Object.hasOwn(HEX_DIGITS, sign) ? (HEX_DIGITS[sign] ?? 0) : 0;
  const digits = cursor.text.slice(at + 2, at + 2 + length);
  cursor.advance(2);
  if (simple !== undefined) return simple;
  if (length === 0) {
    const help = sign === "/" ? "write `/`" : "write `\\\\` for a backslash, or use single quotes";
    throw cursor.refusal(`Calico does not know the escape \`\\${sign}\``, at, { code: "yaml.escape", help });
  }
  const code = digits.length === length && /^[0-9a-fA-F]+$/.test(digits) ? Number.parseInt(digits, 16) : -1;
  if (code < 0 || code > 0x10ffff || (code >= 0xd800 && code <= 0xdfff)) {
    const message = `\`\\${sign}\` needs ${length} hexadecimal digits of a character`;
    const help = code < 0 ? undefined : "write the character itself, or as one `\\U` with eight digits";
    throw cursor.refusal(message, at, { code: "yaml.escape", ...(help !== undefined && { help }) });
  }
  cursor.advance(length);
  return String.fromCodePoint(code);
}
