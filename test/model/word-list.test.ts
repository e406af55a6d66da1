import { expect, test } from "vitest";
import { wordList } from "../../src/model/word-list.ts";

test.each([
  [[], "or", ""],
  [["a"], "or", "a"],
  [["a", "b"], "and", "a and b"],
  [["a", "b", "c"], "or", "a, b or c"],
] as const)("%j with %s", (words, conjunction, text) => {
  expect(wordList(words, conjunction)).toBe(text);
});
