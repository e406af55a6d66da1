import { describe, expect, test } from "vitest";
import { matches } from "../../src/selector/matches.ts";
import { parseSelector } from "../../src/selector/parse.ts";

const LABELS = new Map([
  ["role", "webserver"],
  ["empty", ""],
]);

function check(text: string, labels = LABELS): boolean {
  const result = parseSelector(text);
  if (!result.ok) throw new Error(result.message);
  return matches(result.selector, labels);
}

describe("matches", () => {
  const cases: [string, boolean][] = [
    ["", true],
    ["all()", true],
    ["has(role)", true],
    ["has(gone)", false],
    ["has(empty)", true],
    ["role == 'webserver'", true],
    ["role == 'web'", false],
    ["gone == ''", false],
    ["empty == ''", true],
    ["role != 'db'", true],
    ["role != 'webserver'", false],
    ["gone != 'x'", true],
    ["role contains 'serv'", true],
    ["role contains ''", true],
    ["gone contains ''", false],
    ["role starts with 'web'", true],
    ["role starts with 'server'", false],
    ["gone starts with ''", false],
    ["role ends with 'server'", true],
    ["role ends with 'web'", false],
    ["role in {'db', 'webserver'}", true],
    ["role in {}", false],
    ["gone in {''}", false],
    ["role not in {'db'}", true],
    ["role not in {'webserver'}", false],
    ["gone not in {'x'}", true],
    ["gone not in {}", true],
    ["!has(role)", false],
    ["!role == 'db'", true],
    ["has(role) && has(gone)", false],
    ["has(role) || has(gone)", true],
    ["has(gone) || has(role) && has(empty)", true],
    ["(has(gone) || has(role)) && has(gone)", false],
    ["has(__proto__)", false],
    ["toString != 'x'", true],
  ];
  test.each(cases)("%j", (text, expected) => expect(check(text)).toBe(expected));
  test("a label may be called __proto__", () => {
    expect(check("__proto__ == 'x'", new Map([["__proto__", "x"]]))).toBe(true);
  });
  test("global() says nothing about labels", () => expect(matches({ kind: "global" }, LABELS)).toBe(false));
});
