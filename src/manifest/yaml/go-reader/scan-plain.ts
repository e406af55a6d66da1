import { HASH, isBlank, isBlankOrEnd, isBreak, TAB } from "./characters.ts";
import type { Cursor } from "./cursor.ts";
import { TAB_HELP } from "./tabs.ts";

/** Text without quotes: what it says, where it ends, and whether the cursor is on a later line. */
export interface PlainText {
  readonly text: string;
  readonly to: number;
  readonly endsLine: boolean;
}

/** Reads text without quotes, over several lines if they are indented by `indent` or inside brackets. */
export function scanPlain(cursor: Cursor, indent: number, isInBrackets: boolean): PlainText {
  const start = cursor.at;
  let text = "";
  let to = cursor.at;
  let between = new Between();
  while (!cursor.isDocumentMark("---") && !cursor.isDocumentMark("...") && cursor.code() !== HASH) {
    const from = cursor.at;
    cursor.advance(wordLength(cursor.text, from, isInBrackets));
    if (cursor.at > from) {
      text += between.folded() + cursor.text.slice(from, cursor.at);
      between = new Between();
      to = cursor.at;
    }
    if (!isBlank(cursor.code()) && !isBreak(cursor.code())) break;
    while (isBlank(cursor.code()) || isBreak(cursor.code())) {
      if (isBreak(cursor.code())) between.addBreak(cursor.readBreak());
      else {
        if (between.hasBreak && cursor.column < indent && cursor.code() === TAB)
          throw cursor.refusal("a tab cannot indent", cursor.at, { code: "yaml.tab", help: TAB_HELP });
        between.addBlank(cursor.text.charAt(cursor.at));
        cursor.advance();
      }
    }
    if (!isInBrackets && cursor.column < indent) break;
  }
  if (cursor.at === start) throw cursor.refusal("unexpected text");
  return { text, to, endsLine: between.hasBreak };
}

const COLON = 0x3a;
const FLOW_SIGNS = new Set([..."?,[]{}"].map((sign) => sign.charCodeAt(0)));

/** The characters from a place on to the next space, or to a sign that ends text without quotes. */
function wordLength(text: string, from: number, isInBrackets: boolean): number {
  let at = from;
  for (; at < text.length; at += 1) {
    const code = text.charCodeAt(at);
    if (isBlankOrEnd(code) || (isInBrackets && FLOW_SIGNS.has(code))) break;
    if (code === COLON && (at + 1 === text.length || isBlankOrEnd(text.charCodeAt(at + 1)))) break;
  }
  return at - from;
}

/** What stands between two words of a text: spaces, or line breaks, of which the first is folded. */
export class Between {
  #blanks = "";
  #first: string | undefined;
  #others = "";

  get hasBreak(): boolean {
    return this.#first !== undefined;
  }

  addBlank(blank: string): void {
    if (this.#first === undefined) this.#blanks += blank;
  }

  addBreak(lineBreak: string): void {
    if (this.#first === undefined) this.#first = lineBreak;
    else this.#others += lineBreak;
  }

  /** A break that was escaped: it leaves nothing, nor do the spaces behind it. */
  addEscapedBreak(): void {
    this.#first = "";
  }

  /** What is left of it in the text. */
  folded(): string {
    if (this.#first === undefined) return this.#blanks;
    if (this.#first !== "\n") return this.#first + this.#others;
    return this.#others === "" ? " " : this.#others;
  }
}
