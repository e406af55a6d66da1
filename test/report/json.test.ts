import { expect, test } from "vitest";
import { goJson, goJsonLine } from "../../src/report/json.ts";

/** A text and how it stands in JSON: as Go escapes it, and so that no terminal acts on it. */
test.each([
  ["eth0", '"eth0"'],
  ['"', '"\\""'],
  ["a<b>&c", '"a\\u003cb\\u003e\\u0026c"'],
  ["\u2028\u2029", '"\\u2028\\u2029"'],
  ["\u001b[31m", '"\\u001b[31m"'],
  ["\u009b31m", '"\\u009b31m"'],
  ["\u007f\u0080\u00a0", '"\\u007f\\u0080\u00a0"'],
  ["##[error]x # ##", '"\\u0023#[error]x # ##"'],
  ["caf\u00e9", '"caf\u00e9"'],
])("%j is %s", (text, written) => {
  expect(goJsonLine(text)).toBe(`${written}\n`);
  expect(goJson({ a: text })).toBe(`{\n  "a": ${written}\n}\n`);
  expect(JSON.parse(goJson({ a: text }))).toEqual({ a: text });
});
