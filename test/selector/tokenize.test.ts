import { describe, expect, test } from "vitest";
import { tokenize } from "../../src/selector/tokenize.ts";

/** The token kinds of a text, labels and strings with their text; or the message and offset. */
function shape(text: string): string[] | string {
  const result = tokenize(text);
  if (!result.ok) return `${result.offset}: ${result.message}`;
  return result.tokens.map(({ kind, text: held }) => (held === "" ? kind : `${kind}<${held}>`));
}

describe("tokenize", () => {
  const cases: [string, string[] | string][] = [
    ["", ["end"]],
    [" \t ", ["end"]],
    ["a == 'b'", ["label<a>", "==", "string<b>", "end"]],
    ["a=='b'", ["label<a>", "==", "string<b>", "end"]],
    [`a != "it's"`, ["label<a>", "!=", "string<it's>", "end"]],
    ["has( a/b.c-d_e )", ["has<a/b.c-d_e>", "end"]],
    ["has(\na)", ["has<a>", "end"]],
    ["all( )||global()", ["all", "||", "global", "end"]],
    ["!a in{'1',}", ["!", "label<a>", "in", "{", "string<1>", ",", "}", "end"]],
    ["a notin {}", ["label<a>", "not in", "{", "}", "end"]],
    ["a not  in {}", ["label<a>", "not in", "{", "}", "end"]],
    ["a startswith 'x'", ["label<a>", "starts with", "string<x>", "end"]],
    ["a starts \t with 'x'", ["label<a>", "starts with", "string<x>", "end"]],
    ["a ends with 'x'", ["label<a>", "ends with", "string<x>", "end"]],
    ["in in {'x'}", ["label<in>", "in", "{", "string<x>", "}", "end"]],
    ["contains contains 'x'", ["label<contains>", "contains", "string<x>", "end"]],
    ["not == 'x' && all == 'y'", ["label<not>", "==", "string<x>", "&&", "label<all>", "==", "string<y>", "end"]],
    ["1a == '1'", ["label<1a>", "==", "string<1>", "end"]],
    ["a == 'b", "5: this string has no closing quote"],
    ["a = 'b'", "2: unknown operator `=`"],
    ["a == 'b' & c", "9: unexpected character `&`; and is `&&`"],
    ["has(a) | has(b)", "7: unexpected character `|`; or is `||`"],
    ["= 'b'", "0: unexpected character `=`; equality is `==`"],
    ["a == 'b'\n&& c", "8: a selector must be on one line"],
    ["é == 'x'", "0: unexpected character `é`"],
    ["a like 'x'", "2: unknown operator `like`"],
    ["a inside {}", "2: unknown operator `inside`"],
    [`${"a".repeat(513)} == 'x'`, "0: a label name has at most 512 characters"],
  ];
  test.each(cases)("%j", (text, expected) => expect(shape(text)).toEqual(expected));

  test("offsets count UTF-16 units from 0", () => {
    const result = tokenize("  a == 'b'");
    expect(result.ok && result.tokens.map(({ offset }) => offset)).toEqual([2, 4, 7, 10]);
  });
});
