import { describe, expect, test } from "vitest";
import { printable } from "../../src/model/printable.ts";

/** Text from outside, and what of it reaches a terminal. Codes here, as the characters would not be seen. */
const CASES: readonly (readonly [what: string, text: string, shown: string])[] = [
  ["plain text", "Hello, world! 'x' \"y\" \\ `z`", "Hello, world! 'x' \"y\" \\ `z`"],
  ["letters of any language", "Zürich, Łódź, 東京, \u{1F600}", "Zürich, Łódź, 東京, \u{1F600}"],
  ["a line end", "a\nb", "a\\nb"],
  ["a carriage return, which writes over the line", "a\rb", "a\\rb"],
  ["a tab", "a\tb", "a\\tb"],
  ["the escape of colours and titles", "\u001b[31mred\u001b]0;title\u0007", "\\x1b[31mred\\x1b]0;title\\x07"],
  ["NUL", "a\u0000b", "a\\x00b"],
  ["a backspace", "a\u0008b", "a\\x08b"],
  ["DEL", "a\u007fb", "a\\x7fb"],
  ["C1 controls, the one-byte escape among them", "a\u0080b\u009b31m", "a\\x80b\\x9b31m"],
  ["a line separator", "a\u2028b\u2029c", "a\\u2028b\\u2029c"],
  ["text turned round", "a\u202egpj.exe", "a\\u202egpj.exe"],
  ["the other embeddings and overrides", "\u202a\u202b\u202c\u202d", "\\u202a\\u202b\\u202c\\u202d"],
  ["isolates", "\u2066\u2067\u2068\u2069", "\\u2066\\u2067\\u2068\\u2069"],
  ["direction marks", "\u200e\u200f", "\\u200e\\u200f"],
  ["blanks of no width", "a\u200bb\u200c\u200dc", "a\\u200bb\\u200c\\u200dc"],
  ["a byte order mark", "\ufeffa", "\\ufeffa"],
  ["the first half of a pair", "a\ud83db", "a\\ud83db"],
  ["the second half of a pair", "a\ude00b", "a\\ude00b"],
  ["halves the wrong way round", "\ude00\ud83d", "\\ude00\\ud83d"],
  ["a half at the end", "a\ud83d", "a\\ud83d"],
  ["a soft hyphen, the Arabic letter mark", "a\u00adb\u061c", "a\\xadb\\u061c"],
  ["the word joiner and invisible operators", "\u2060\u2061\u2064\u206f", "\\u2060\\u2061\\u2064\\u206f"],
  ["a variation selector, a blank letter", "a\ufe0f\u3164", "a\\ufe0f\\u3164"],
  ["annotation marks", "\ufff9\ufffb", "\\ufff9\\ufffb"],
  ["tags, which spell text that nobody sees", "a\u{e0041}\u{e007f}", "a\\u{e0041}\\u{e007f}"],
  ["what stands next to those is shown", "\u200a\u2010\u2027\u202f\ufffc", "\u200a\u2010\u2027\u202f\ufffc"],
  ["several in a row", "\n\n\u0000\u0000", "\\n\\n\\x00\\x00"],
  ["nothing", "", ""],
];

describe("text that a terminal may be given", () => {
  test.each(CASES)("%s", (_what, text, shown) => expect(printable(text)).toBe(shown));
  test.each(CASES)("once is enough: %s", (_what, text) => expect(printable(printable(text))).toBe(printable(text)));
});
