import { describe, expect, test } from "vitest";
import { matches } from "../../src/selector/matches.ts";
import { parseSelector } from "../../src/selector/parse.ts";
import { printSelector } from "../../src/selector/print.ts";
import { negateSelector, renameLabels, type Selector } from "../../src/selector/selector.ts";

/** What is wrong with a text, and at which character. */
function fault(text: string): string {
  const result = parseSelector(text);
  return result.ok ? "nothing" : `${result.offset}: ${result.message}`;
}

const LONG = "x".repeat(60);
const CUT = "x".repeat(40);

describe("diagnostics of an invalid selector", () => {
  test.each<[text: string, message: string]>([
    ["role = 'a'", "5: unknown operator `=`"],
    ["role equals 'a'", "5: unknown operator `equals`"],
    [`role ${LONG} 'a'`, `5: unknown operator \`${CUT}\``],
    ["role ☃ 'a'", "5: unknown operator `☃`"],
    ["role \u{1F600}", "5: unknown operator `\u{1F600}`"],
    ["= 'a'", "0: unexpected character `=`; equality is `==`"],
    ["has(a) & has(b)", "7: unexpected character `&`; and is `&&`"],
    ["has(a) | has(b)", "7: unexpected character `|`; or is `||`"],
    ["#", "0: unexpected character `#`"],
    ["\u{1F600}", "0: unexpected character `\u{1F600}`"],
    ["has(a)\n&& has(b)", "6: a selector must be on one line"],
    ["has(a)\r&& has(b)", "6: a selector must be on one line"],
    ["has(a)\u00a0", "6: unexpected character `\u00a0`"],
    ["role == 'a", "8: this string has no closing quote"],
    ["'", "0: this string has no closing quote"],
    [`role == "a'`, "8: this string has no closing quote"],
    ["role == b", "8: expected a string in quotes, not `b`"],
    [`role == ${LONG}`, `8: expected a string in quotes, not \`${CUT}\``],
    ["role == has(a)", "8: expected a string in quotes, not `has(a)`"],
    [`role == has(${LONG})`, `8: expected a string in quotes, not \`has(${CUT})\``],
    ["role == all()", "8: expected a string in quotes, not `all()`"],
    ["role == &&", "8: expected a string in quotes, not `&&`"],
    ["role in 'a'", "8: expected `{`, not the string `a`"],
    [`role in '${LONG}'`, `8: expected \`{\`, not the string \`${CUT}\``],
    ["role in", "7: expected `{`, not the end"],
    ["role in {a}", "9: expected a string in quotes or `}`, not `a`"],
    ["role in {'a' b}", "13: expected `,` or `}`, not `b`"],
    ["role in {'a', , 'b'}", "14: expected `,` or `}`, not `,`"],
    ["role in {", "9: expected a string in quotes or `}`, not the end"],
    ["role", "4: expected an operator such as `==` or `in` after label `role`, not the end"],
    ["role && has(a)", "5: expected an operator such as `==` or `in` after label `role`, not `&&`"],
    ["role !", "5: expected an operator such as `==` or `in` after label `role`, not `!`"],
    ["(has(a)", "7: expected `)`, not the end"],
    ["(has(a) has(b))", "8: expected `)`, not `has(b)`"],
    ["has(a) has(b)", "7: expected `&&`, `||` or the end, not `has(b)`"],
    ["has(a))", "6: expected `&&`, `||` or the end, not `)`"],
    ["has(a) ||", "9: expected a label, `has(...)`, `all()` or `(`, not the end"],
    ["!", "1: expected a label, `has(...)`, `all()` or `(`, not the end"],
    ["{}", "0: expected a label, `has(...)`, `all()` or `(`, not `{`"],
    ["global()", "0: `global()` is understood only as a rule's whole namespaceSelector, by Calico v3.32"],
    ["has(a) && global()", "10: `global()` is understood only as a rule's whole namespaceSelector, by Calico v3.32"],
  ])("%j", (text, message) => expect(fault(text)).toBe(message));
});

describe("how long a label's name may be", () => {
  const name = (length: number) => "a".repeat(length);
  test.each<[text: string, message: string]>([
    [`${name(512)} == 'x'`, "nothing"],
    [`${name(513)} == 'x'`, "0: a label name has at most 512 characters"],
    [`has(${name(512)})`, "nothing"],
    [`all() && ${name(513)} == 'x'`, "9: a label name has at most 512 characters"],
  ])("%#", (text, message) => expect(fault(text)).toBe(message));
  test("in has() too", () => expect(fault(`has(${name(513)})`)).not.toBe("nothing"));
  test("a string may be of any length", () => expect(fault(`a == '${name(100_000)}'`)).toBe("nothing"));
});

const has = (label: string): Selector => ({ kind: "has", label });

describe("renaming the labels of a selector", () => {
  const all: readonly (readonly [text: string, renamed: string])[] = [
    ["all()", "all()"],
    ["has(a)", "has(p.a)"],
    ["a == 'x'", 'p.a == "x"'],
    ["a != 'x'", 'p.a != "x"'],
    ["a contains 'a'", 'p.a contains "a"'],
    ["a starts with 'a'", 'p.a starts with "a"'],
    ["a ends with 'a'", 'p.a ends with "a"'],
    ["a in {'a', 'b'}", 'p.a in {"a", "b"}'],
    ["a not in {'a'}", 'p.a not in {"a"}'],
    ["!has(a)", "!has(p.a)"],
    ["has(a) && (has(b) || !has(c))", "(has(p.a) && (has(p.b) || !has(p.c)))"],
  ];
  test.each(all)("%s is %s", (text, renamed) => {
    const parsed = parseSelector(text);
    const prefixed = parsed.ok ? renameLabels(parsed.selector, (label) => `p.${label}`) : expect.unreachable();
    const expected = parseSelector(renamed);
    expect(prefixed).toEqual(expected.ok ? expected.selector : expect.unreachable(renamed));
    expect(parsed.ok && printSelector(prefixed).replaceAll("p.", "")).toBe(parsed.ok && printSelector(parsed.selector));
  });
  test("global() has none", () => expect(renameLabels({ kind: "global" }, () => "x")).toEqual({ kind: "global" }));
});

describe("negating", () => {
  test("twice is nothing", () => {
    expect(negateSelector(has("a"))).toEqual({ kind: "not", operand: has("a") });
    expect(negateSelector(negateSelector(has("a")))).toEqual(has("a"));
  });
  test("turns every answer round", () => {
    const labels = new Map([["a", "1"]]);
    for (const text of ["has(a)", "has(b)", "a == '1' && has(b)", "a == '1' || has(b)", "!has(a)", "all()"]) {
      const parsed = parseSelector(text);
      const selector = parsed.ok ? parsed.selector : expect.unreachable(text);
      expect(matches(negateSelector(selector), labels)).toBe(!matches(selector, labels));
    }
  });
});
