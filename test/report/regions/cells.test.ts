import { expect, test } from "vitest";
import { csvLine, dotText, markdownRow } from "../../../src/report/regions/cells.ts";
import { HARMFUL_CHARACTERS, harmfulIn } from "../../model/harmful-characters.ts";

test.each([
  ["plain", "plain"],
  ["a,b", '"a,b"'],
  ['say "x"', '"say ""x"""'],
  ["=1+1", "'=1+1"],
  ["+1", "'+1"],
  ["-2+3", "'-2+3"],
  ["@SUM(A1)", "'@SUM(A1)"],
  ["\t=1", "'\\t=1"],
  [" =1", "' =1"],
  ['=HYPERLINK("http://x","y")', `"'=HYPERLINK(""http://x"",""y"")"`],
  ["two\nlines", "two\\nlines"],
])("a CSV cell of %j", (text, cell) => {
  expect(csvLine([text])).toBe(`${cell}\n`);
});

test.each([
  ["a|b", "a\\|b"],
  ["<script>", "&lt;script&gt;"],
  ["[x](http://y)", "\\[x\\]\\(http:&#47;&#47;y\\)"],
  ["`code` *b* _i_", "\\`code\\` \\*b\\* \\_i\\_"],
  ["@team", "&#64;team"],
])("a Markdown cell of %j", (text, cell) => {
  expect(markdownRow([text])).toBe(`| ${cell} |\n`);
});

test.each([
  ['a"b', '"a\\"b"'],
  ["a\\nb", '"a\\\\nb"'],
  ["two\nlines", '"two\\nlines"'],
])("Graphviz's text of %j", (text, quoted) => {
  expect(dotText(text)).toBe(quoted);
});

test("none of them shows a character that could harm a terminal", () => {
  const all = HARMFUL_CHARACTERS.flatMap((char) => [char, `a${char}b`]).join(" ");
  for (const text of [csvLine([all]), markdownRow([all]), dotText(all)]) {
    expect(harmfulIn(text.trimEnd())).toBeUndefined();
  }
});
