import fc from "fast-check";
import { expect, test } from "vitest";
import { renderJsonPath } from "../../src/json-path/json-path.ts";

const DATA = {
  items: [
    { a: { b: "c" }, n: 1 },
    { a: null, list: [[1], [2, 3]] },
  ],
  __proto__x: 1,
};
const PIECES = [
  "{",
  "}",
  ".",
  "..",
  "[",
  "]",
  "*",
  "[?(",
  ")]",
  "@",
  "==",
  "<",
  '"',
  "'",
  "\\",
  ":",
  ",",
  "-1",
  "0",
  "range",
  "end",
  "items",
  "a",
  " ",
  "\n",
  "é",
];

test("any text prints something or is refused with a message of one line", () => {
  const texts = fc.array(fc.constantFrom(...PIECES), { maxLength: 14 }).map((pieces) => pieces.join(""));
  fc.assert(
    fc.property(
      fc.oneof(
        texts,
        texts.map((text) => `{${text}}`),
      ),
      (text) => {
        const rendered = renderJsonPath(text, DATA);
        if (!rendered.ok) expect(rendered.message).toMatch(/^.+$/);
      },
    ),
    { numRuns: 20_000, seed: 1 },
  );
});

/** Templates that are long, deep or select much. */
test.each([
  "{".repeat(50_000),
  `{${"[?(".repeat(20_000)}}`,
  `{${"[?(@.a".repeat(2_000)}${")]".repeat(2_000)}}`,
  `{${".a".repeat(20_000)}}`,
  "{range .items[*]}".repeat(5_000),
  `${"{range .items[*]}".repeat(40)}x${"{end}".repeat(40)}`,
])("%.20s... ends", (text) => {
  expect(renderJsonPath(text, DATA)).toHaveProperty("ok");
});

test("a template that selects too much ends with a message", () => {
  const nested = `${"{range ['a','a']}".repeat(24)}x${"{end}".repeat(24)}`;
  const loop: Record<string, unknown> = {};
  loop.a = loop;
  expect(renderJsonPath(nested, loop)).toEqual({ ok: false, message: "the template selects too many values" });
});

test("names that every object inherits select nothing", () => {
  expect(renderJsonPath("{.constructor}{.toString}{.__proto__}", DATA)).toEqual({ ok: true, text: "" });
});
