import { describe, expect, test } from "vitest";
import type { Diagnostic } from "../../../src/model/diagnostic.ts";
import { renderDiagnostic, visible } from "../../../src/report/findings/diagnostic-text.ts";
import { PLAIN } from "../../../src/report/style.ts";

const at = (line: number, from: number, to: number, extra: Partial<Diagnostic> = {}): Diagnostic => ({
  severity: "error",
  code: "selector.syntax",
  message: "wrong",
  span: { source: "f.yaml", start: { line, column: from }, end: { line, column: to } },
  ...extra,
});

describe("renderDiagnostic", () => {
  const check = (diagnostic: Diagnostic, text: string | undefined, lines: readonly string[]) =>
    expect(renderDiagnostic(diagnostic, text).split("\n")).toEqual(lines);

  test("with its line", () =>
    check(at(2, 3, 6), "a\n  bcd\n", ["f.yaml:2:3: error: wrong [selector.syntax]", "   2 |   bcd", "     |   ^^^"]));
  test("short help stands beside the carets", () =>
    check(at(1, 1, 2, { help: "do" }), "a", ["f.yaml:1:1: error: wrong [selector.syntax]", "   1 | a", "     | ^ do"]));
  test("long help below", () =>
    check(at(1, 1, 2, { help: "h".repeat(61) }), "a", [
      "f.yaml:1:1: error: wrong [selector.syntax]",
      "   1 | a",
      "     | ^",
      `     = ${"h".repeat(61)}`,
    ]));
  test("without the text", () =>
    check(at(1, 1, 2, { help: "do" }), undefined, ["f.yaml:1:1: error: wrong [selector.syntax]", "     = do"]));
  test("without a place", () =>
    check({ severity: "warning", code: "selector.syntax", message: "odd" }, undefined, [
      "warning: odd [selector.syntax]",
    ]));
  test("a line that is not there", () => check(at(9, 1, 2), "a", ["f.yaml:9:1: error: wrong [selector.syntax]"]));
  test("over several lines, the first", () => {
    const span = { source: "f", start: { line: 1, column: 2 }, end: { line: 3, column: 1 } };
    check({ ...at(1, 1, 1), span }, "abc\nd\n", ["f:1:2: error: wrong [selector.syntax]", "   1 | abc", "     |  ^^"]);
  });
  test("an empty place has one caret", () =>
    check(at(1, 2, 2), "abc", ["f.yaml:1:2: error: wrong [selector.syntax]", "   1 | abc", "     |  ^"]));
  test("past the end of the line", () =>
    check(at(1, 4, 5), "abc", ["f.yaml:1:4: error: wrong [selector.syntax]", "   1 | abc", "     |    ^"]));
  test("CRLF and a byte order mark", () =>
    check(at(1, 1, 2), "\uFEFFa\r\nb", ["f.yaml:1:1: error: wrong [selector.syntax]", "   1 | a", "     | ^"]));
  test("tabs are two blanks wide", () =>
    check(at(1, 2, 3), "\ta", ["f.yaml:1:2: error: wrong [selector.syntax]", "   1 |   a", "     |   ^"]));
  test("wide characters", () =>
    check(at(1, 2, 3), "日本a", ["f.yaml:1:2: error: wrong [selector.syntax]", "   1 | 日本a", "     |   ^^"]));
  test("combining marks", () =>
    check(at(1, 3, 4), "e\u0301x", ["f.yaml:1:3: error: wrong [selector.syntax]", "   1 | e\u0301x", "     |  ^"]));
  test("terminal escapes are shown, not sent", () =>
    check(at(1, 2, 3, { message: "`\u001B[2J`" }), "\u001Ba", [
      "f.yaml:1:2: error: `\\x1b[2J` [selector.syntax]",
      "   1 | \\x1ba",
      "     |     ^",
    ]));
  test("names of sources too", () => {
    const span = { source: "\u0007.yaml", start: { line: 1, column: 1 }, end: { line: 1, column: 2 } };
    check({ ...at(1, 1, 1), span }, undefined, ["\\x07.yaml:1:1: error: wrong [selector.syntax]"]);
  });

  test("long lines are cut around the place", () => {
    const text = `${"a".repeat(1000)}HERE${"b".repeat(100_000)}`;
    const [, line = "", carets = ""] = renderDiagnostic(at(1, 1001, 1005), text).split("\n");
    expect(line).toBe(`   1 | ...${"a".repeat(40)}HERE${"b".repeat(53)}...`);
    expect(carets).toBe(`     | ${" ".repeat(43)}^^^^`);
  });

  test("style dresses the parts", () => {
    const style = { ...PLAIN, red: (text: string) => `<${text}>`, green: (text: string) => `(${text})` };
    expect(renderDiagnostic(at(1, 1, 2), "a", style)).toBe(
      "f.yaml:1:1: <error:> wrong [selector.syntax]\n   1 | a\n     | (^)",
    );
  });
});

describe("visible", () => {
  test.each([
    ["plain é 日", "plain é 日"],
    ["a\u0000b", "a\\x00b"],
    ["\u009B31m", "\\x9b31m"],
    ["\u202Eabc", "\\u202eabc"],
    ["\uD800x", "\\ud800x"],
    ["😀", "😀"],
    ["a\tb\nc", "a  b\\nc"],
  ])("%j", (text, expected) => expect(visible(text)).toBe(expected));
});
