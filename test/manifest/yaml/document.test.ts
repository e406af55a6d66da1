import { describe, expect, test } from "vitest";
import { parseDocument } from "../../../src/manifest/yaml/document.ts";
import { offsetOf } from "../read.ts";

const parse = (text: string) => parseDocument("f.yaml", { text, line: 0 }, "apiVersion");

describe("values", () => {
  const check = (text: string, value: unknown) => {
    const parsed = parse(text);
    expect(parsed.diagnostics).toEqual([]);
    expect(parsed.value).toEqual(value);
  };

  test("a map", () => check("a: 1\nb: [x, z]\n", { a: 1, b: ["x", "z"] }));
  test("quoted scalars are text", () => check(`a: "1"\nb: 'yes'\nc: |\n  n\n`, { a: "1", b: "yes", c: "n\n" }));
  test("plain scalars are YAML 1.1", () =>
    check("a: yes\nb: 012\nc: ~\nd:\ne: 22:22\n", { a: true, b: 10, c: null, d: null, e: "22:22" }));
  test("tags", () => check('a: !!str true\nb: !!int "5"\nc: !<mine> x\n', { a: "true", b: 5, c: "x" }));
  test("anchors", () => check("a: &x {b: 1}\nc: *x\n", { a: { b: 1 }, c: { b: 1 } }));
  test("merge keys", () =>
    check("a: &x {b: 1, c: 2}\nd:\n  <<: *x\n  e: 3\n", { a: { b: 1, c: 2 }, d: { b: 1, c: 2, e: 3 } }));
  test("keys that are numbers or booleans", () => check("{true: a, 1: b, 012: c}", { true: "a", 1: "b", 10: "c" }));
  test("JSON", () => check('{"a": [1, "x", null, true]}', { a: [1, "x", null, true] }));
  test("JSON with a trailing comma", () => check('{"a": 1,}', { a: 1 }));
  test("JSON with large integers keeps their digits", () =>
    check('{"a": 12345678901234567890}', { a: 12345678901234567890n }));
  test("CRLF", () => check("a: 1\r\nb: x\r\n", { a: 1, b: "x" }));
  test("only null", () => check("~\n", null));

  test.each(["__proto__: {x: 1}\n", '{"__proto__": {"x": 1}}'])("%j is a key like others", (text) => {
    const { value } = parse(text);
    expect(Object.hasOwn(value as object, "__proto__")).toBe(true);
    expect(Object.hasOwn(Object.prototype, "x")).toBe(false);
  });
});

describe("problems", () => {
  const check = (text: string, expected: readonly string[]) => {
    const { diagnostics } = parse(text);
    expect(diagnostics.map(({ severity, code, span }) => `${severity} ${code} ${offsetOf(text, span)}`)).toEqual(
      expected,
    );
  };

  test("a repeated key", () => check("a: 1\nb: 2\na: 3\n", ["warning yaml.duplicate-key 10"]));
  test("a key that is also merged: v3.32 refuses it", () =>
    check("a: &x {c: 2}\nd:\n  <<: *x\n  c: 3\n", ["warning yaml.duplicate-key 27"]));
  test("a repeated key in JSON", () => check('{"a": 1, "a": 2}', ["warning yaml.duplicate-key 9"]));
  test("an unknown alias", () => check("a: *x\n", ["error yaml.alias 3"]));
  test("an alias inside its anchor", () => check("a: &x [*x]\n", ["error yaml.alias 7"]));
  test("a number that is invalid", () => check("a: .inf\n", ["error yaml.number 3"]));
  test("a key that is not text", () => check("{null: 1, [a]: 2}", ["error yaml.key 1", "error yaml.key 10"]));
  test("a tab", () => check("a:\n\tb: 1\n", ["error yaml.syntax 3"]));
  test("a no-break space as indentation", () => {
    for (const text of ["a:\n  b: 1\n \u00a0c: 2\n", "a:\n  b: 1\n  e: 2\n \u00a0 c: [2]\n"])
      expect(parse(text).diagnostics.map(({ message, help }) => `${message}; ${help}`)).toEqual([
        "a no-break space (U+00A0) is not a space; type a space",
      ]);
  });
  test("a directive", () => check("# c\n%YAML 1.1\n", ["error yaml.directive 4"]));
  test("control characters", () => check("a: b\u0000\n", ["error yaml.control-character 4"]));
  test("escapes of a terminal", () => check("a: \u001B[2J\n", ["error yaml.control-character 3"]));
  test("an escaped control character is text", () => check('a: "\\0"\n', []));
  test("nesting", () => check("[".repeat(5000), ["error yaml.too-deep 200"]));
  test("nesting of what parses", () => check(`${"[".repeat(150)}a${"]".repeat(150)}`, ["error yaml.too-deep 101"]));
  test("reports only the first errors of a text full of them", () =>
    expect(parse("]\n".repeat(1000)).diagnostics).toHaveLength(5));

  test("an alias bomb", () => {
    const lines = Array.from(
      { length: 25 },
      (_, i) => `a${i + 1}: &a${i + 1} [${Array(9).fill(`*a${i}`).join(",")}]\n`,
    );
    check(`a0: &a0 x\n${lines.join("")}`, [expect.stringMatching(/^error yaml.alias/)] as unknown[] as string[]);
  });
});

describe("large texts that are not manifests are refused quickly", () => {
  test.each<[string, string]>([
    ["brackets", "[".repeat(1_000_000)],
    ["dashes", "- ".repeat(500_000)],
    ["NUL", "\0".repeat(1_000_000)],
    ["words", "foo bar }{ : ] baz @ %\n".repeat(40_000)],
    ["colons", "a: b: c\n".repeat(120_000)],
    ["quotes", '"'.repeat(1_000_000)],
    ["braces", "{}".repeat(500_000)],
    ["anchors", "&a ".repeat(300_000)],
    ["directives", "%a\n".repeat(300_000)],
    ["one word", "x".repeat(10_000_000)],
  ])("%s", (_name, text) => {
    const { value, diagnostics } = parse(text);
    expect(typeof value === "string" || diagnostics.length > 0).toBe(true);
    expect(diagnostics.length).toBeLessThanOrEqual(5);
  });
});
