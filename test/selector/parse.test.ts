import { describe, expect, test } from "vitest";
import { MAX_DEPTH, parseSelector } from "../../src/selector/parse.ts";
import type { Selector } from "../../src/selector/selector.ts";

const has = (label: string): Selector => ({ kind: "has", label });
const equal = (label: string, value: string): Selector => ({ kind: "equal", label, value });

describe("parseSelector reads", () => {
  const cases: [string, Selector][] = [
    ["", { kind: "all" }],
    ["   ", { kind: "all" }],
    ["all()", { kind: "all" }],
    ["  all( )  ", { kind: "all" }],
    ["has( a )", has("a")],
    ["a == 'b'", equal("a", "b")],
    ['a != ""', { kind: "not-equal", label: "a", value: "" }],
    ["a contains 'x'", { kind: "contains", label: "a", value: "x" }],
    ["a startswith 'x'", { kind: "starts-with", label: "a", value: "x" }],
    ["a ends with 'x'", { kind: "ends-with", label: "a", value: "x" }],
    ["a in {}", { kind: "in", label: "a", values: [] }],
    ["a in {'x', \"y\",}", { kind: "in", label: "a", values: ["x", "y"] }],
    ["a notin {'x'}", { kind: "not-in", label: "a", values: ["x"] }],
    ["!has(a)", { kind: "not", operand: has("a") }],
    ["!a == 'b'", { kind: "not", operand: equal("a", "b") }],
    ["! ! has(a)", has("a")],
    ["!!!has(a)", { kind: "not", operand: has("a") }],
    ["has(a) && has(b) && has(c)", { kind: "and", operands: [has("a"), has("b"), has("c")] }],
    ["(has(a) && has(b)) && has(c)", { kind: "and", operands: [has("a"), has("b"), has("c")] }],
    ["has(a)||has(b)&&has(c)", { kind: "or", operands: [has("a"), { kind: "and", operands: [has("b"), has("c")] }] }],
    ["(has(a)||has(b))&&has(c)", { kind: "and", operands: [{ kind: "or", operands: [has("a"), has("b")] }, has("c")] }],
    ["(((has(a))))", has("a")],
    ["__proto__ == 'x'", equal("__proto__", "x")],
  ];
  test.each(cases)("%j", (text, selector) => expect(parseSelector(text)).toEqual({ ok: true, selector }));
});

describe("parseSelector refuses", () => {
  const cases: [string, number, string][] = [
    ["a", 1, "after label `a`, not the end"],
    ["a ==", 4, "expected a string in quotes, not the end"],
    ["a == b", 5, "`b`"],
    ["'1' == a", 0, "not the string `1`"],
    ["has()", 3, "not `(`"],
    ["has(a", 3, "not `(`"],
    ["(a == 'b'", 9, "expected `)`, not the end"],
    ["a == 'b')", 8, "expected `&&`, `||` or the end, not `)`"],
    ["a == 'b' && ", 12, "not the end"],
    ["&& a == 'b'", 0, "not `&&`"],
    ["all() all()", 6, "not `all()`"],
    ["()", 1, "not `)`"],
    ["!", 1, "not the end"],
    ["a ! = 'b'", 4, "unexpected character `=`"],
    ["a ! 'b'", 2, "not `!`"],
    ["a in 'x'", 5, "expected `{`"],
    ["a in {'x'", 9, "expected `,` or `}`"],
    ["a in {'x' 'y'}", 10, "expected `,` or `}`"],
    ["a in {,}", 6, "expected a string in quotes or `}`"],
    ["a in {'x',,}", 10, "or `}`"],
    ["global()", 0, "`global()` is understood only"],
    ["a,b", 1, "not `,`"],
    ["not has(a)", 4, "unknown operator"],
  ];
  test.each(cases)("%j", (text, offset, message) => {
    const result = parseSelector(text);
    expect(result).toMatchObject({ ok: false, offset });
    expect(!result.ok && result.message).toContain(message);
    expect(!result.ok && result.message).not.toMatch(/\n|\.$/);
  });
});

describe("global()", () => {
  const alone = { global: "alone" } as const;
  test("stands alone", () =>
    expect(parseSelector(" global() ", alone)).toEqual({ ok: true, selector: { kind: "global" } }));
  test.each(["!global()", "global() && has(a)", "has(a) || global()", "(global())"])("is not combined: %j", (text) =>
    expect(parseSelector(text, alone).ok).toBe(false),
  );
  test("anywhere, it means `all()`", () =>
    expect(parseSelector("!global() || has(a)", { global: "anywhere" })).toEqual(parseSelector("!all() || has(a)")));
});

describe("depth", () => {
  const nested = (depth: number) => `${"(".repeat(depth)}has(a)${")".repeat(depth)}`;
  test("as deep as allowed", () => expect(parseSelector(nested(MAX_DEPTH)).ok).toBe(true));
  test("deeper is an error, not a stack overflow", () => {
    expect(parseSelector(nested(MAX_DEPTH + 1))).toMatchObject({ ok: false, offset: MAX_DEPTH });
    expect(parseSelector("(".repeat(500_000)).ok).toBe(false);
  });
  test("many parentheses side by side are not deep", () =>
    expect(parseSelector(Array(3000).fill("(has(a))").join(" && ")).ok).toBe(true));
  test("any number of negations", () => expect(parseSelector(`${"!".repeat(300_001)}has(a)`).ok).toBe(true));
});
