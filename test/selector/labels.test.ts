import { expect, test } from "vitest";
import { labelNames } from "../../src/selector/labels.ts";
import { parseSelector } from "../../src/selector/parse.ts";

test.each([
  ["has(b) && (a == '1' || !b in {'x'}) && all()", "b a"],
  ["a != 'x' || b contains 'x' || c starts with 'x' || d ends with 'x' || e not in {'x'}", "a b c d e"],
  ["all()", ""],
])("%s reads the labels %s", (text, names) => {
  const parsed = parseSelector(text);
  expect(parsed.ok && [...labelNames(parsed.selector)].join(" ")).toBe(names);
});
