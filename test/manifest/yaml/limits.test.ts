import { describe, expect, test } from "vitest";
import { MAX_NESTING, offsetTooDeep } from "../../../src/manifest/yaml/limits.ts";

describe("tooDeep", () => {
  const check = (text: string, deep: boolean) => expect(offsetTooDeep(text) !== undefined).toBe(deep);
  const limit = 2 * MAX_NESTING;

  test("an ordinary manifest", () => check("a:\n  b:\n  - c: [1, {d: 2}]\n  - e\n", false));
  test("brackets up to the limit", () => check("[".repeat(limit) + "]".repeat(limit), false));
  test("brackets beyond the limit", () => check("[".repeat(limit + 1), true));
  test("braces", () => check("{a: ".repeat(limit + 1), true));
  test("many brackets side by side", () => check("[],".repeat(10_000), false));
  test("closing brackets without opening ones", () => check("]".repeat(10_000), false));
  test("lists in lists on one line", () => check("- ".repeat(limit + 2), true));
  test("keys in keys on one line", () => check("? ".repeat(limit + 2), true));
  test("indentation", () => check(Array.from({ length: limit + 1 }, (_, i) => `${" ".repeat(i)}a:\n`).join(""), true));
  test("many lines of one indentation", () => check("  - a: 1\n".repeat(10_000), false));
  test("a megabyte in no time", () => {
    offsetTooDeep("- a: [b]\n".repeat(120_000));
  });
});
