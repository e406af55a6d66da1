import { expect, test } from "vitest";
import { firstDocument, UnreadableText } from "../../src/manifest/first-document.ts";

test.each([
  ["a map", "a: 1\n", { a: 1 }],
  ["JSON", '{"a": [1, "x"]}', { a: [1, "x"] }],
  ["carriage returns and a byte order mark", "\uFEFFa: 1\r\nb: x\r\n", { a: 1, b: "x" }],
  ["a separator before and behind", "---\na: 1\n---\n", { a: 1 }],
  ["further documents, unread", "# c\na: 1\n---\n: [{\n", { a: 1 }],
  ["a boolean of Go's", "a: yes\n", { a: true }],
  ["nothing", "# c\n", undefined],
])("%s", (_, text, value) => {
  expect(firstDocument(text)).toEqual(value);
});

test("a text that cannot be read gives its place, and none of its words", () => {
  const read = () => firstDocument("kind: CalicoAPIConfig\nspec: [s3cret-word\n");
  expect(read).toThrow(UnreadableText);
  expect(read).toThrow(/^neither YAML nor JSON$/);
  expect(() => firstDocument("a: 1\na: 2\n")).toThrow(UnreadableText);
  try {
    read();
  } catch (error) {
    expect((error as UnreadableText).linePos).toEqual([{ line: 3, col: 1 }]);
  }
});
