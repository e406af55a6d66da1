import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { matches } from "../../src/selector/matches.ts";
import { parseSelector } from "../../src/selector/parse.ts";
import { printSelector } from "../../src/selector/print.ts";
import { anyLabels, anySelector } from "./arbitrary.ts";

describe("printSelector", () => {
  const cases: [string, string][] = [
    ["", "all()"],
    ["a=='b'&&(c in{'d',}||! has( e ))", "a == 'b' && (c in {'d'} || !has(e))"],
    [`a == "it's"`, `a == "it's"`],
    ["!a=='b'", "!(a == 'b')"],
    ["!!all()", "all()"],
    ["a startswith 'x' || b endswith 'y'", "a starts with 'x' || b ends with 'y'"],
    ["a notin {} || (b contains 'c')", "a not in {} || b contains 'c'"],
    ["!(has(a)&&has(b))", "!(has(a) && has(b))"],
  ];
  test.each(cases)("%j", (text, printed) => {
    const result = parseSelector(text);
    expect(result.ok && printSelector(result.selector)).toBe(printed);
  });
  test("global()", () => expect(printSelector({ kind: "global" })).toBe("global()"));
  test("parsing what was printed gives the same tree", () => {
    fc.assert(
      fc.property(anySelector, (selector) => {
        expect(parseSelector(printSelector(selector))).toEqual({ ok: true, selector });
      }),
      { numRuns: 500, seed: 1 },
    );
  });
  test("and means the same", () => {
    fc.assert(
      fc.property(anySelector, anyLabels, (selector, labels) => {
        const again = parseSelector(printSelector(selector));
        expect(again.ok && matches(again.selector, labels)).toBe(matches(selector, labels));
      }),
      { numRuns: 500, seed: 1 },
    );
  });
  test("any text parses or gives a message", () => {
    const pieces = fc.constantFrom(
      "a",
      "'x'",
      "==",
      "in",
      "{",
      "}",
      "(",
      ")",
      "&&",
      "||",
      "!",
      "has(a)",
      " ",
      "all()",
      ",",
    );
    fc.assert(
      fc.property(
        fc.oneof(
          fc.string(),
          fc.array(pieces).map((parts) => parts.join("")),
        ),
        (text) => {
          const result = parseSelector(text);
          if (result.ok) expect(parseSelector(printSelector(result.selector))).toEqual(result);
          else expect(result.offset).toBeLessThanOrEqual(text.length);
        },
      ),
      { numRuns: 2000, seed: 1 },
    );
  });
});
