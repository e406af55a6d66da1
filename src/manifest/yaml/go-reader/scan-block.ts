import { END, isBlank, isBreak, SPACE, TAB } from "./characters.ts";
import type { Cursor, Mark } from "./cursor.ts";
import { TAB_HELP } from "./tabs.ts";

/** The signs behind `|` or `>`. */
interface Header {
  readonly isFolded: boolean;
  readonly chomping: "" | "+" | "-";
  /** The digit, 0 without one. */
  readonly indent: number;
}

/** Reads the block text that begins here with `|` or `>`; `parent` is the column of what it is in, -1 at the top. */
export function scanBlock(cursor: Cursor, parent: number): string {
  const start = cursor.mark;
  const { isFolded, chomping, indent: digit } = scanHeader(cursor, start);
  let indent = digit === 0 ? 0 : Math.max(parent, 0) + digit;
  let text = "";
  let lineBreak = "";
  let wasBlank = false;
  const first = emptyLines(cursor, indent, parent);
  indent = first.indent;
  let breaks = first.breaks;
  while (cursor.column === indent && cursor.code() !== END) {
    const beginsBlank = isBlank(cursor.code());
    if (isFolded && !wasBlank && !beginsBlank && lineBreak.startsWith("\n")) text += breaks === "" ? " " : "";
    else text += lineBreak;
    text += breaks;
    wasBlank = beginsBlank;
    const from = cursor.at;
    while (cursor.code() !== END && !isBreak(cursor.code())) cursor.advance();
    text += cursor.text.slice(from, cursor.at);
    lineBreak = cursor.code() === END ? "" : cursor.readBreak();
    breaks = emptyLines(cursor, indent, parent).breaks;
  }
  return text + (chomping === "-" ? "" : lineBreak) + (chomping === "+" ? breaks : "");
}

function scanHeader(cursor: Cursor, start: Mark): Header {
  const isFolded = cursor.code() === 0x3e;
  cursor.advance();
  const signs = /(?:([+-])([0-9]?)|([0-9])([+-]?)|)/y;
  signs.lastIndex = cursor.at;
  const [all = "", before, digit, own, behind] = signs.exec(cursor.text) ?? [];
  cursor.advance(all.length);
  if (digit === "0" || own === "0") throw cursor.refusal("the indentation of a block cannot be 0", start);
  cursor.skipBlanks();
  cursor.skipComment();
  if (cursor.code() !== END && !isBreak(cursor.code()))
    throw cursor.refusal("unexpected text behind the sign of a block", cursor.at, {
      help: "begin the text on the next line",
    });
  if (cursor.code() !== END) cursor.readBreak();
  const sign = before ?? behind;
  return { isFolded, chomping: sign === "+" || sign === "-" ? sign : "", indent: Number(digit || own || 0) };
}

/** Skips empty lines and indentation. An indentation of 0 is not known yet: the deepest line until the first text decides it. */
function emptyLines(cursor: Cursor, indent: number, parent: number): { breaks: string; indent: number } {
  let breaks = "";
  let deepest = 0;
  for (;;) {
    while ((indent === 0 || cursor.column < indent) && cursor.code() === SPACE) cursor.advance();
    deepest = Math.max(deepest, cursor.column);
    if ((indent === 0 || cursor.column < indent) && cursor.code() === TAB)
      throw cursor.refusal("a tab cannot indent the text of a block", cursor.at, { code: "yaml.tab", help: TAB_HELP });
    if (!isBreak(cursor.code())) break;
    breaks += cursor.readBreak();
  }
  return { breaks, indent: indent === 0 ? Math.max(deepest, parent + 1, 1) : indent };
}
