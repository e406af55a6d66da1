import { describe, expect, test } from "vitest";
import { splitDocuments } from "../../../src/manifest/yaml/split.ts";

describe("splitDocuments", () => {
  const check = (text: string, pieces: readonly (readonly [number, string])[], dropped: readonly string[] = []) => {
    const split = splitDocuments(text);
    expect(split.pieces.map((piece) => [piece.line, piece.text])).toEqual(pieces);
    expect(split.problems.map(({ code, from, to }) => `${code} ${from} ${text.slice(from, to)}`)).toEqual(dropped);
  };

  test("nothing", () => check("", []));
  test("one document without a final newline", () => check("a: 1", [[0, "a: 1"]]));
  test("a byte order mark", () => check("\uFEFFa: 1\n", [[0, "a: 1\n"]]));
  test("a leading separator", () => check("---\na: 1\n", [[1, "a: 1\n"]]));
  test("several documents", () =>
    check("a: 1\n---\nb: 2\n", [
      [0, "a: 1\n"],
      [2, "b: 2\n"],
    ]));
  test("empty documents between", () =>
    check("a: 1\n---\n---\n\n---\nb: 2\n", [
      [0, "a: 1\n"],
      [5, "b: 2\n"],
    ]));
  test("comments only", () => check("# licence\n  # more\n---\na: 1\n", [[3, "a: 1\n"]]));
  test("document end marks", () => check("a: 1\n...\n---\n...\n", [[0, "a: 1\n...\n"]]));
  test("four dashes", () =>
    check("a: 1\n----\nb: 2\n", [
      [0, "a: 1\n"],
      [2, "b: 2\n"],
    ]));
  test("a comment at the separator", () =>
    check("a: 1\n--- # next\nb: 2\n", [
      [0, "a: 1\n"],
      [2, "b: 2\n"],
    ]));
  test("text at the separator is reported", () => check("a: 1\n--- foo\n", [[0, "a: 1\n"]], ["yaml.separator 9 foo"]));
  test("CRLF", () =>
    check("a: 1\r\n---\r\nb: 2\r\n", [
      [0, "a: 1\r\n"],
      [2, "b: 2\r\n"],
    ]));
  test("a byte order mark at the beginning of each document", () =>
    check("\uFEFFa: 1\n---\n\uFEFFb: 2\n---\n\uFEFF\n", [
      [0, "a: 1\n"],
      [2, "b: 2\n"],
    ]));
  test.each([
    ["a: 1\rb: 2\r", "a: 1\nb: 2\n"],
    ["a: 1\r\r\nb: 2\r\r\n", "a: 1\n\r\nb: 2\n\r\n"],
  ])("carriage returns as line breaks: %j", (text, read) => check(text, [[0, read]]));
  test.each(["a: 1\rb: 2\n", "a: 1\r---\rb: 2\r"])("carriage returns that stay: %j", (text) =>
    check(text, [[0, text]]),
  );
  test.each([
    ["a: 1\n...\nb: 2\n", "yaml.separator 9 b: 2"],
    ["a: 1\n... b\n", "yaml.separator 9 b"],
    ["a: 1\n...\n\n# c\n  b: 2\n", "yaml.separator 16 b: 2"],
  ])("text behind the mark that ends a document is reported: %j", (text, dropped) =>
    check(text, [[0, text]], [dropped]),
  );
  test.each(["a: 1\n...\n# c\n", "a: 1\n...\n...\n", "a: 1\n....\n"])("no text behind it: %j", (text) =>
    check(text, [[0, text]]),
  );
  test("indented dashes are text", () => check("a: |\n  ---\n", [[0, "a: |\n  ---\n"]]));
  test("a directive is not a comment", () =>
    check("%YAML 1.1\n---\na: 1\n", [
      [0, "%YAML 1.1\n"],
      [2, "a: 1\n"],
    ]));
});
