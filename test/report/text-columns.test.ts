import { Chalk } from "chalk";
import { expect, test } from "vitest";
import { columns } from "../../src/report/text-columns.ts";

const { red } = new Chalk({ level: 1 });

test.each([
  ["headings alone", ["a", "b"], [], "  a  b\n"],
  ["the widest cell decides", ["a", "b"], [["long", "x"]], "  a     b\n  long  x\n"],
  ["several lines in a cell", ["a", "b"], [["x", "one\ntwo"]], "  a  b\n  x  one\n     two\n"],
  [
    "wide characters and combining marks",
    ["a", "b"],
    [
      ["日本", "x"],
      ["e\u0301", "y"],
    ],
    "  a     b\n  日本  x\n  e\u0301     y\n",
  ],
  ["colour has no width", ["a", "b"], [[red("deny"), "x"]], `  a     b\n  ${red("deny")}  x\n`],
  ["a column without text", ["a", "", "c"], [["x", "", "y"]], "  a     c\n  x     y\n"],
  ["a short row", ["a", "b"], [["x"]], "  a  b\n  x\n"],
] as const)("%s", (_, headings, rows, text) => {
  expect(columns(headings, rows)).toBe(text);
});
