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

const SECRET = "s3cret-word";

test.each([
  ["kind: CalicoAPIConfig\nspec: [s3cret-word\n", "neither YAML nor JSON", 3, undefined],
  ["a: 1\na: s3cret-word\n", "a field is given twice", 2, "a"],
  ["a: 1\nspec:\n  etcdPassword: !x s3cret-word\n", "`!` begins a tag of YAML here, not a value", 3, "etcdPassword"],
  ["---\na: !!str s3cret-word\n", "`!` begins a tag of YAML here, not a value", 2, "a"],
  ["a: &s3cret-word y\n", "`&` begins an anchor of YAML here, not a value", 1, "a"],
  ["a: &x s3cret-word\nb: *x\n", "`&` begins an anchor of YAML here, not a value", 1, "a"],
  ["b: *s3cret-word\n", "`*` begins an alias of YAML here, not a value", 1, "b"],
  ["{etcdPassword: !s3cret-word x}", "`!` begins a tag of YAML here, not a value", 1, "etcdPassword"],
] as const)("what cannot be read has its place, and none of its words: %j", (text, message, line, key) => {
  let thrown: unknown;
  try {
    firstDocument(text);
  } catch (error) {
    thrown = error;
  }
  expect(thrown).toBeInstanceOf(UnreadableText);
  expect(thrown).toMatchObject({ message, key, place: { line } });
  expect(JSON.stringify(thrown) + String(thrown)).not.toContain(SECRET);
});
