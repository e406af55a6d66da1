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

const LONG = "rule 1 matches everything (policies.yaml:129)";
test.each([
  ["a table that fits is left alone", 60, [["deny", LONG]], `  a     b\n  deny  ${LONG}\n`],
  [
    "the widest column is broken at blanks",
    40,
    [["deny", LONG]],
    "  a     b\n  deny  rule 1 matches everything\n        (policies.yaml:129)\n",
  ],
  ["no word is broken", 20, [["x", LONG]], "  a  b\n  x  rule 1 matches\n     everything\n     (policies.yaml:129)\n"],
  [
    "wide characters and combining marks",
    14,
    [["x", "日本 e\u0301e\u0301 日本 ee"]],
    "  a  b\n  x  日本 e\u0301e\u0301\n     日本 ee\n",
  ],
  ["a colour goes on in the next line", 14, [[red("no match"), "x"]], `  a         b\n  ${red("no match")}  x\n`],
  ["a colour ends with its line", 9, [[red("no match"), "x"]], `  a      b\n  ${red("no")}     x\n  ${red("match")}\n`],
  [
    "an indented line goes on below itself",
    15,
    [["x", "one\n  two three four"]],
    "  a  b\n  x  one\n       two\n       three\n       four\n",
  ],
] as const)("in a width: %s", (_, width, rows, text) => {
  expect(columns(["a", "b"], rows, width)).toBe(text);
});

test.each([
  [
    "beside the others where 24 columns are left",
    55,
    "  a-long-stage  a-long-policy  it is long, and says\n                               much, so that it needs\n                               room\n",
  ],
  [
    "below them where fewer are",
    54,
    "  a-long-stage  a-long-policy\n      it is long, and says much, so that it needs room\n",
  ],
] as const)("the last column stands %s", (_, width, text) => {
  const rows = [["a-long-stage", "a-long-policy", "it is long, and says much, so that it needs room"]];
  expect(columns(["stage", "policy", "why"], rows, width)).toContain(text);
});

test("a row with nothing but its last cell is that cell", () => {
  expect(
    columns(
      ["a", "b", "c"],
      [
        ["stage", "", "somewhere"],
        ["", "", "else"],
      ],
      16,
    ),
  ).toBe("  a      b\n      c\n  stage\n      somewhere\n      else\n");
});
