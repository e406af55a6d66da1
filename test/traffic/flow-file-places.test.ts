import { describe, expect, test } from "vitest";
import { parseDocument } from "../../src/manifest/yaml/document.ts";
import { locator } from "../../src/manifest/yaml/locate.ts";
import type { FieldPath } from "../../src/model/resource.ts";
import { flowPlaces } from "../../src/traffic/flow-file-places.ts";

/** More flows than a short file has. */
const MANY = 3000;
const many = (piece: (i: number) => string): string => Array.from({ length: MANY }, (_, i) => piece(i)).join("");
const json = (i: number) => `{"name":"n${i}, [x]","from":{"process":true},"dst\\"IP":"${i}"}`;
const block = (i: number, indent: string) =>
  `${indent}- name: n${i}\n${indent}  from: { process: true }\n\n# between\n${indent}  ports:\n${indent}  - 1\n${indent}  - 2\n`;

/** Texts whose flows are found one by one; the others are parsed whole, with the same places. */
const TEXTS: readonly (readonly [what: string, text: string])[] = [
  ["a bare list in blocks", many((i) => block(i, ""))],
  ["flows at the column of their field", `node: n\nflows:\n${many((i) => block(i, ""))}routes: []\n`],
  ["flows further in", `node: n\nflows: # all\n${many((i) => block(i, "  "))}routes:\n  - {dst: a}\n`],
  ["one a line", `flows:\n${many((i) => `  - {name: n${i}, from: {process: true}}\n`)}`],
  ["one over several lines", many((i) => `- {name: n${i},\n   from: {process: true}}\n`)],
  ["CRLF", many((i) => block(i, "")).replaceAll("\n", "\r\n")],
  ["JSON in one line", `[${many((i) => `${json(i)},`).slice(0, -1)}]`],
  ["JSON, one a line", `[\n${many((i) => `  ${json(i)},\n`).slice(0, -2)}\n]\n`],
  ["JSON of a file", `{"name":"flows","routes":[1,2],"flows":[${many((i) => `${json(i)},`).slice(0, -1)}],"dnat":[3]}`],
  [
    "JSON of a file, over lines",
    JSON.stringify(
      { node: "n", flows: Array.from({ length: MANY }, (_, i) => ({ name: `${i}`, from: { process: true } })) },
      null,
      2,
    ),
  ],
  ["dashes alone, which are parsed whole", many((i) => `-\n  name: n${i}\n  from: {process: true}\n`)],
  ["flow style, which is parsed whole", `{flows: [${many((i) => `{name: 'it''s [${i}', from: {process: true}},`)}]}`],
];

const PATHS: readonly (readonly [FieldPath, "key" | "value"])[] = [
  [[], "value"],
  [["name"], "value"],
  [["name"], "key"],
  [["from", "process"], "value"],
  [["ports", 1], "value"],
  [["absent"], "key"],
];

describe("the places in a long file are those that parsing it whole gives", () => {
  test.each(TEXTS)("%s", (_, text) => {
    expect(text.length).toBeGreaterThan(64 * 1024);
    const { value } = parseDocument("f", { text, line: 0 }, "from");
    const isList = Array.isArray(value);
    const whole = locator("f", text, 0);
    const locate = flowPlaces("f", text, value, locator("f", text, 0));
    for (const flow of [0, 1, 1234, MANY - 1]) {
      for (const [path, part] of PATHS) {
        const expected = whole.locate([...(isList ? [] : ["flows"]), flow, ...path], part);
        expect([flow, path, locate(["flows", flow, ...path], part)]).toEqual([flow, path, expected]);
      }
    }
    for (const path of [["routes", 0, "dst"], ["node"], []]) {
      if (!isList) expect(locate(path)).toEqual(whole.locate(path));
    }
  });
});

test("a short file, and one that is not a list, is located as a whole", () => {
  const places = locator("f", "- {a: 1}\n", 0);
  expect(flowPlaces("f", "- {a: 1}\n", [{ a: 1 }], places)(["flows", 0, "a"])).toEqual(places.locate([0, "a"]));
  const text = `flows: {a: 1}\n# ${"x".repeat(70_000)}\n`;
  const other = locator("f", text, 0);
  expect(flowPlaces("f", text, { flows: { a: 1 } }, other)(["flows", 0])).toEqual(other.locate(["flows", 0]));
});
