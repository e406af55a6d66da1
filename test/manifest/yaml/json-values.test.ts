import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { parseDocument } from "../../../src/manifest/yaml/document.ts";
import { severalJsonValues } from "../../../src/manifest/yaml/json-values.ts";

const read = (text: string) => {
  const { value, diagnostics } = parseDocument("x", { text, line: 0 }, "a");
  return { value, found: diagnostics.map(({ code, span }) => `${code} ${span?.start.line}:${span?.start.column}`) };
};

/**
 * Texts, the value that is read and the findings. go-yaml, behind both calicoctl, reads the first of several documents of
 * a text and no further; recorded in the notes on input: a second JSON value after the first is ignored.
 */
const CASES: readonly (readonly [text: string, value: unknown, found: readonly string[]])[] = [
  ['{"a":1}', { a: 1 }, []],
  ['{"a":1}\n', { a: 1 }, []],
  ['{"a":1}{"b":2}', { a: 1 }, ["json.further-value 1:8"]],
  ['{"a":1}\n{"b":2}\n', { a: 1 }, ["json.further-value 2:1"]],
  ['\n {"a":1}\n\n {"b":2}\n[3]', { a: 1 }, ["json.further-value 4:2"]],
  ['[{"a":1}] [{"b":2}]', [{ a: 1 }], ["json.further-value 1:11"]],
  ['{"a":"}{\\"["}{"b":2}', { a: '}{"[' }, ["json.further-value 1:14"]],
  ['{"a":12345678901234567890}{"b":2}', { a: 12345678901234567890n }, ["json.further-value 1:27"]],
  ['{"a":1,"a":2}{"b":2}', { a: 2 }, ["yaml.duplicate-key 1:8", "json.further-value 1:14"]],
  // Anything else behind a value is an error: it may be what is left of a broken text.
  ['{"a":1}}', undefined, ["yaml.syntax"]],
  ['{"a":1} x', undefined, ["yaml.syntax"]],
  ['{"a":1}{"b":', undefined, ["yaml.syntax"]],
  ['{"a":1},{"b":2}', undefined, ["yaml.syntax"]],
];

test.each(CASES)("%j", (text, value, found) => {
  const got = read(text);
  expect(got.value).toEqual(value);
  if (value === undefined) expect(got.found[0]).toMatch(/^yaml\.syntax /);
  else expect(got.found).toEqual(found);
});

describe("any JSON objects and lists, one after another", () => {
  const value = fc.oneof(fc.dictionary(fc.string(), fc.jsonValue()), fc.array(fc.jsonValue()));
  const blank = fc.constantFrom("", " ", "\n", "\t\n ");
  test("the first ends where it ends", () => {
    fc.assert(
      fc.property(blank, value, blank, fc.array(value, { maxLength: 3 }), (before, first, between, others) => {
        const json = JSON.stringify(first);
        const text = [before + json, ...others.map((other) => JSON.stringify(other))].join(between);
        const found = severalJsonValues(text);
        if (others.length === 0) expect(found).toBeUndefined();
        else {
          expect(text.slice(0, found?.firstEnd)).toBe(before + json);
          expect(text.slice(found?.second.from, found?.second.to)).toBe(JSON.stringify(others[0]));
        }
      }),
      { seed: 1 },
    );
  });
});
