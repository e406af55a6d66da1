import { expect, test } from "vitest";
import { readFastJson } from "../../../../src/manifest/yaml/fast/fast-json.ts";

test.each([
  '{"sha": "4e123456789012345678901234567890"}',
  '{"a": "1e999", "b": "1234567890123456"}',
  '{"a": "in JSON: {\\"b\\":\\"c\\\\/d\\"}"}',
  '{"a": 999999999999999, "b": -1.5e10, "c": 0.12345678901234567}',
  '{\n    "a": [\n        {}\n    ]\n}\n',
])("reads %s", (text) => {
  expect(readFastJson(text)).toEqual({ value: JSON.parse(text) });
});

test.each([
  ["a number that is not held as it is", '{"a": 12345678901234567}'],
  ["a number that is too large", '{"a": [1e999]}'],
  ["an escaped slash", '{"a": "b\\/c"}'],
  ["the same behind a backslash", '{"a": "b\\\\\\/c"}'],
  ["half a character", '{"a": "\\ud83d"}'],
  ["a repeated key", '{"a": 1, "a": 2}'],
  ["a long key", `{"${"a".repeat(1001)}": 1}`],
  ["a long gap behind a key", `{"a"${" ".repeat(1001)}: 1}`],
  ["a colon on the next line", '{"a"\n: 1}'],
  ["deep nesting", "[".repeat(200) + "]".repeat(200)],
  ["no JSON", "{a: 1}"],
])("leaves %s to others", (_, text) => {
  expect(readFastJson(text)).toBeUndefined();
});
