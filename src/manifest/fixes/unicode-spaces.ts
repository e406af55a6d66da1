import { tokensOf } from "../yaml/tokens.ts";
import type { TextChange } from "./text-change.ts";

/** The characters that look like spaces: those of Unicode's class Zs but for the space itself. */
const SPACES = "\u00a0\u1680\u2000-\u200a\u202f\u205f\u3000";
/** The characters that look like nothing. */
const NOTHING = "\u00ad\u200b-\u200f\u2060";
const ODD = `[${SPACES}${NOTHING}]`;
/** What a reader takes for space between words. */
const BLANK = `[ ${SPACES}${NOTHING}]`;

const HAS_ODD = new RegExp(ODD);
/** The indentation of a line, the dashes of its items with what follows each, and its key with what stands around the colon. */
const LINE = new RegExp(`^(${BLANK}*)((?:-${BLANK}+)*)(?:(["']?[\\w./-]+["']?)(${BLANK}*)(:)(${BLANK}*))?`);
/** What stands before a value, behind it, and between it and a comment. */
const ENDS = new RegExp(`^${BLANK}+|${BLANK}+(?=#|\\r?$)`, "g");

/** Longer lines are left as they are. */
const MOST_OF_LINE = 1000;

/** The first character of a text that looks like a space, or like nothing, and is neither; `undefined` where there is none. */
export function oddSpaceIn(text: string): string | undefined {
  return HAS_ODD.exec(text)?.[0];
}

/** What a character is called that looks like a space, and what to do with it. */
export function oddSpaceWords(char: string): { readonly name: string; readonly remedy: string } {
  const point = `U+${(char.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, "0")}`;
  const isSpace = new RegExp(`[${SPACES}]`).test(char);
  const name = char === "\u00a0" ? "a no-break space" : isSpace ? "a Unicode space" : "an invisible character";
  return { name: `${name} (${point})`, remedy: isSpace ? "type a space" : "remove it" };
}

/**
 * The texts in which what looks like a space is one, wherever spaces make the structure: in indentation, around the colon of a key
 * and behind the dash of an item; the last also have it around values and before comments. Text in quotes and in blocks stays
 * as it is. A wide space stands for two columns, or for one.
 */
export function withPlainSpaces(text: string): readonly TextChange[] {
  if (!HAS_ODD.test(text)) return [];
  const widths = text.includes("\u3000") ? [2, 1] : [1];
  const changes = [false, true].flatMap((atValues) =>
    widths.flatMap((wide) => plainSpaces(text, wide, atValues) ?? []),
  );
  return changes.filter(({ text: written }, at) => changes.findIndex((one) => one.text === written) === at);
}

function plainSpaces(text: string, wide: number, atValues: boolean): TextChange | undefined {
  const plain = (blank: string): string =>
    blank
      .replaceAll("\u3000", " ".repeat(wide))
      .replace(new RegExp(`[${NOTHING}]`, "g"), "")
      .replace(new RegExp(`[${SPACES}]`, "g"), " ");
  const structure = (line: string, beginsLine: boolean): string => {
    const [all, indent = "", dashes = "", key, before = "", colon = "", behind = ""] = LINE.exec(line) ?? [""];
    // Behind a colon that stands at a word there is text: `10:20`.
    const field = key === undefined ? "" : key + (behind === "" ? before : plain(before)) + colon + plain(behind);
    return (beginsLine ? plain(indent) : indent) + plain(dashes) + field + line.slice(all.length);
  };
  const tokens = [...tokensOf(text)];
  let isBlock = false;
  let mayBegin = true;
  const parts = tokens.map((token, at) => {
    if (!token.isPlain) {
      if (/^[|>]/.test(token.text)) isBlock = true;
      mayBegin = /^(?:[\r\n,{[]|-$)/.test(token.text) || (mayBegin && /^[ \t]+$/.test(token.text));
      return token.text;
    }
    const isBody = isBlock;
    isBlock = false;
    const begins = mayBegin;
    mayBegin = false;
    if (isBody || !HAS_ODD.test(token.text)) return token.text;
    const isKey = tokens.slice(at + 1, at + 3).find(({ text: next }) => next.trim() !== "")?.text === ":";
    const lines = token.text.split("\n").map((line, row) => {
      if (line.length > MOST_OF_LINE) return line;
      const written = structure(line, begins || isKey || row > 0);
      return atValues || isKey ? written.replace(ENDS, plain) : written;
    });
    return lines.join("\n");
  });
  return changeTo(text, parts.join(""));
}

/** The one change that makes the other text, from the first to the last character that differs. */
function changeTo(text: string, other: string): TextChange | undefined {
  if (text === other) return undefined;
  let from = 0;
  while (text[from] === other[from]) from += 1;
  let [to, end] = [text.length, other.length];
  for (; to > from && end > from && text[to - 1] === other[end - 1]; to -= 1) end -= 1;
  return { from, to, text: other.slice(from, end) };
}
