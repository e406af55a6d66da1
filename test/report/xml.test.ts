import { expect, test } from "vitest";
import { element, xmlDocument, xmlText } from "../../src/report/xml.ts";

test.each([
  ['a<b>&"c"', "a&lt;b&gt;&amp;&quot;c&quot;"],
  ["two\nlines", "two\nlines"],
  ["::error::x\n  ::y a::b ##[z] ##", "&#58;:error::x\n  &#58;:y a::b &#35;#[z] ##"],
  ["a\n\u00a0\u3000::error::x", "a\n\u00a0\u3000&#58;:error::x"],
  ["\u0000\u001b[2J", "\\x00\\x1b[2J"],
  ["\uFFFE\uFFFF", "\uFFFD\uFFFD"],
])("the text %j", (text, written) => {
  expect(xmlText(text)).toBe(written);
});

test.each([
  [element("e", { a: 1 }, [], "  "), '  <e a="1"/>'],
  [element("e", { a: "x\n<" }, ["text"], ""), '<e a="x\\n&lt;">text</e>'],
  [element("e", {}, [element("f", {}, [], "  ")], ""), "<e>\n  <f/>\n</e>"],
  [xmlDocument("<e/>"), '<?xml version="1.0" encoding="UTF-8"?>\n<e/>\n'],
])("%s", (written, wanted) => {
  expect(written).toBe(wanted);
});
