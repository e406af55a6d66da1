import { GO_ESCAPES } from "../model/go-escapes.ts";
import { TemplateError } from "./syntax.ts";

const IDENTIFIER = /[\p{L}_][\p{L}\p{N}_]*/uy;
/** Digits with single `_` between them, of a base. */
const NUMBER =
  /[-+]?(?:0[xX]_?[0-9a-fA-F]+(?:_[0-9a-fA-F]+)*|0[bB]_?[01]+(?:_[01]+)*|0[oO]_?[0-7]+(?:_[0-7]+)*|(?:\d+(?:_\d+)*(?:\.\d*)?|\.\d+)(?:[eE][-+]?\d+)?)/y;
const ESCAPES: ReadonlyMap<string, string> = new Map([...GO_ESCAPES, ['"', '"'], ["'", "'"]]);

/** Reads one template from left to right; lives as long as its parse. */
export class Scanner {
  readonly text: string;
  at = 0;

  constructor(text: string) {
    this.text = text;
  }

  /** What is wrong at a place, by default here; to be thrown. */
  fault(message: string, offset = this.at): TemplateError {
    return new TemplateError(message, offset);
  }

  /** Whether the text goes on with this; if so it is passed. */
  takes(token: string): boolean {
    if (!this.text.startsWith(token, this.at)) return false;
    this.at += token.length;
    return true;
  }

  peeks(token: string): boolean {
    return this.text.startsWith(token, this.at);
  }

  /** Passes blanks; says whether there were any. */
  blanks(): boolean {
    const from = this.at;
    while (/\s/.test(this.text[this.at] ?? "")) this.at++;
    return this.at > from;
  }

  identifier(): string | undefined {
    return this.#match(IDENTIFIER);
  }

  /** A number as Go writes them, an integer unless it has a point or an exponent. */
  number(): { readonly value: number; readonly float: boolean } | undefined {
    const start = this.at;
    const text = this.#match(NUMBER);
    if (text === undefined) return undefined;
    const digits = text.replace(/^[-+]/, "").replaceAll("_", "");
    const octal = /^0[0-7]+$/.test(digits);
    const value = (text.startsWith("-") ? -1 : 1) * Number(octal ? `0o${digits}` : digits);
    const float = !/^0[xX]/.test(digits) && /[.eE]/.test(digits);
    if (!float && !Number.isSafeInteger(value)) throw this.fault("the number is too large", start);
    return { value, float };
  }

  /** A string in double quotes or backquotes, or a character in single ones (its number, as in Go). */
  literal(): string | number | undefined {
    const quote = this.text[this.at];
    if (quote === "`") return this.#raw();
    if (quote !== '"' && quote !== "'") return undefined;
    const start = this.at++;
    let value = "";
    for (;;) {
      const char = this.text[this.at];
      if (char === undefined || char === "\n") throw this.fault("the string does not end", start);
      this.at++;
      if (char === quote) break;
      value += char === "\\" ? this.#escape() : char;
    }
    if (quote === '"') return value;
    const [only, ...more] = [...value];
    if (only === undefined || more.length > 0)
      throw this.fault("a character in single quotes is one; text is in double quotes", start);
    return only.codePointAt(0) ?? 0;
  }

  #raw(): string {
    const start = this.at++;
    const end = this.text.indexOf("`", this.at);
    if (end < 0) throw this.fault("the string does not end", start);
    const value = this.text.slice(this.at, end);
    this.at = end + 1;
    return value;
  }

  #escape(): string {
    const char = this.text[this.at++] ?? "";
    const simple = ESCAPES.get(char);
    if (simple !== undefined) return simple;
    const octal = /^[0-3][0-7]{2}/.exec(this.text.slice(this.at - 1, this.at + 2))?.[0];
    if (octal !== undefined) {
      this.at += 2;
      return String.fromCodePoint(Number.parseInt(octal, 8));
    }
    const digits = { x: 2, u: 4, U: 8 }[char];
    const hex = digits === undefined ? "" : this.text.slice(this.at, this.at + digits);
    const code = Number.parseInt(hex, 16);
    if (digits === undefined || !/^[0-9a-fA-F]+$/.test(hex) || hex.length < digits || code > 0x10ffff)
      throw this.fault(`unknown escape \`\\${char}\``, this.at - 2);
    this.at += digits;
    return String.fromCodePoint(code);
  }

  #match(pattern: RegExp): string | undefined {
    pattern.lastIndex = this.at;
    const text = pattern.exec(this.text)?.[0];
    if (text !== undefined) this.at += text.length;
    return text;
  }
}
