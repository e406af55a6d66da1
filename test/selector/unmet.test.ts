import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { matches } from "../../src/selector/matches.ts";
import { parseSelector } from "../../src/selector/parse.ts";
import { unmetPart } from "../../src/selector/unmet.ts";
import { anyLabels, anySelector } from "./arbitrary.ts";

function check(text: string, labels: Record<string, string>) {
  const result = parseSelector(text);
  if (!result.ok) throw new Error(result.message);
  return unmetPart(result.selector, new Map(Object.entries(labels)));
}

describe("unmet", () => {
  test("names the part that fails and the labels it speaks of", () => {
    expect(check("role == 'webserver'", { role: "db" })).toEqual({ needs: "role == 'webserver'", has: ["role=db"] });
    expect(check("has(host-endpoint)", {})).toEqual({ needs: "has(host-endpoint)", has: ["no label host-endpoint"] });
  });
  test("of several conjuncts, the first that fails", () => {
    expect(check("has(a) && b == '1' && has(c)", { a: "x", b: "2" })).toEqual({ needs: "b == '1'", has: ["b=2"] });
  });
  test("of alternatives, all", () => {
    expect(check("a == '1' || b == '2'", { b: "3" })).toEqual({
      needs: "a == '1' || b == '2'",
      has: ["no label a", "b=3"],
    });
  });
  test("a negation", () => expect(check("!has(a)", { a: "1" })).toEqual({ needs: "!has(a)", has: ["a=1"] }));
  test("without labels", () => expect(check("!all()", {})).toEqual({ needs: "!all()", has: [] }));
  test("nothing where the selector matches, else a part that fails", () => {
    fc.assert(
      fc.property(anySelector, anyLabels, (selector, labels) => {
        const unmet = unmetPart(selector, labels);
        expect(unmet === undefined).toBe(matches(selector, labels));
        const part = unmet && parseSelector(unmet.needs);
        if (part?.ok) expect(matches(part.selector, labels)).toBe(false);
      }),
      { seed: 1 },
    );
  });
});
