import { describe, expect, test } from "vitest";
import { meantSelector } from "../../src/selector/meant-selector.ts";
import { parseSelector } from "../../src/selector/parse.ts";

/** What people write, and the selector that is proposed; `undefined`: none. */
const GUESSES: readonly (readonly [text: string, guess: string | undefined])[] = [
  ["role = 'x'", "role == 'x'"],
  ["role=x", "role == 'x'"],
  ["role == x", "role == 'x'"],
  ["role != x", "role != 'x'"],
  ["all", "all()"],
  ["role", "has(role)"],
  ["!role", "!has(role)"],
  ["has(role", "has(role)"],
  ["has role", "has(role)"],
  ["not has(role)", "!has(role)"],
  ["a == 'x' and not has role", "a == 'x' && !has(role)"],
  ["not (role == x)", "!(role == 'x')"],
  ["role === 'x'", "role == 'x'"],
  ["(role == 'x'", "(role == 'x')"],
  ["a == 'x' and b == 'y'", "a == 'x' && b == 'y'"],
  ["a == 'x' OR b == 'y'", "a == 'x' || b == 'y'"],
  ["a == 'x' & b == 'y'", "a == 'x' && b == 'y'"],
  ["role in ['a', 'b']", "role in {'a', 'b'}"],
  ["role in (a,b)", "role in {'a', 'b'}"],
  ["role notin (a)", "role not in {'a'}"],
  ["role not in [a]", "role not in {'a'}"],
  ["role in {a, b}", "role in {'a', 'b'}"],
  ["role=web,env=prod", "role == 'web' && env == 'prod'"],
  ["role contains x", "role contains 'x'"],
  ["role starts with x", "role starts with 'x'"],
  ["example.com/role = my-web.1", "example.com/role == 'my-web.1'"],
  ["a = 'and = or'", "a == 'and = or'"],
  ["role == ", undefined],
  ["== 'x'", undefined],
  ["role == 'x", undefined],
  ["role > 5", undefined],
  ["%", undefined],
  ["x".repeat(1000), undefined],
];

describe("the selector that was probably meant", () => {
  test.each(GUESSES)("%s", (text, guess) => {
    expect(parseSelector(text).ok).toBe(false);
    expect(meantSelector(text)).toBe(guess);
    if (guess !== undefined) expect(parseSelector(guess).ok).toBe(true);
  });
});
