import { GO_ESCAPES } from "../model/go-escapes.ts";

/** What Go's `unicode.IsPrint` takes: letters, marks, numbers, punctuation, symbols, and of all blanks the common one. */
const PRINTS = /^[\p{L}\p{M}\p{N}\p{P}\p{S} ]$/u;
const LETTERS: ReadonlyMap<string, string> = new Map([...GO_ESCAPES].map(([letter, char]) => [char, letter]));

/**
 * The text in quotes as Go writes it, in double ones for `%q` of text, in single ones for a character; with `ascii` nothing else
 * (`%+q`).
 */
export function goQuote(value: string, quote: '"' | "'", ascii: boolean): string {
  const inner = [...value].map((char) => {
    if (char === quote) return `\\${char}`;
    const letter = LETTERS.get(char);
    if (letter !== undefined) return `\\${letter}`;
    const code = char.codePointAt(0) ?? 0;
    if (PRINTS.test(char) && !(ascii && code > 0x7e)) return char;
    if (code < 0x80) return `\\x${hex(code, 2)}`;
    return code > 0xffff ? `\\U${hex(code, 8)}` : `\\u${hex(code, 4)}`;
  });
  return quote + inner.join("") + quote;
}

/** The text in backquotes where it can stand in them (`%#q`), else as `goQuote`. */
export function goBackquote(value: string, ascii: boolean): string {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what this looks for
  return /[`\u0000-\u0008\u000a-\u001f\u007f\ufeff]/.test(value) ? goQuote(value, '"', ascii) : `\`${value}\``;
}

/** Text that may stand in a string of JavaScript, as `js` writes it. */
export function goJs(value: string): string {
  return [...value]
    .map((char) => {
      if ("\\'\"".includes(char)) return `\\${char}`;
      const code = char.codePointAt(0) ?? 0;
      const stays = code < 0x80 ? code >= 0x20 && !"<>&=".includes(char) : PRINTS.test(char);
      return stays ? char : `\\u${hex(code, 4).toUpperCase()}`;
    })
    .join("");
}

const HTML: Readonly<Record<string, string>> = {
  "&": "&amp;",
  "<": "&lt;",
  ">": "&gt;",
  '"': "&#34;",
  "'": "&#39;",
  "\0": "\ufffd",
};

/** Text that may stand in HTML, as `html` writes it. */
export function goHtml(value: string): string {
  return value.replace(/[&<>"'\0]/g, (char) => HTML[char] ?? char);
}

/** Text that may stand in a URL's query, as `urlquery` writes it. */
export function goQuery(value: string): string {
  return encodeURIComponent(Buffer.from(value).toString()).replace(/%20|[!'()*]/g, (char) =>
    char === "%20" ? "+" : `%${hex(char.charCodeAt(0), 2).toUpperCase()}`,
  );
}

const hex = (code: number, digits: number): string => code.toString(16).padStart(digits, "0");
