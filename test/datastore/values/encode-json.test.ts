import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { encodeValue } from "../../../src/datastore/values/encode-json.ts";
import type { FieldNode } from "../../../src/generated/order.ts";
import { encodeString } from "../../../src/model/go-json.ts";

describe("strings as Go writes them", () => {
  const cases: readonly (readonly [string, string])[] = [
    ["plain", '"plain"'],
    ["<a> & b", '"\\u003ca\\u003e \\u0026 b"'],
    ["\u2028\u2029", '"\\u2028\\u2029"'],
    ['"\\/', '"\\"\\\\/"'],
    ["\n\r\t", '"\\n\\r\\t"'],
    ["\u0000\u001f\u007f", '"\\u0000\\u001f\u007f"'],
    ["é😀", '"é😀"'],
    ["a\ud800b", '"a\ufffdb"'],
    ["\udc00", '"\ufffd"'],
  ];
  it.each(cases)("%j", (text, json) => expect(encodeString(text)).toBe(json));
});

describe("numbers as Go writes them", () => {
  const cases: readonly (readonly [number, string])[] = [
    [0, "0"],
    [-0, "-0"],
    [10, "10"],
    [1.5, "1.5"],
    [1e20, "100000000000000000000"],
    [1e21, "1e+21"],
    [1.5e300, "1.5e+300"],
    [0.000001, "0.000001"],
    [1e-7, "1e-7"],
    [-2.5e-10, "-2.5e-10"],
    [4294967295, "4294967295"],
  ];
  it.each(cases)("%d", (value, json) => expect(encodeValue(value, undefined, "v3.7")).toBe(json));
  it("that are not valid throw", () => expect(() => encodeValue(Number.NaN, undefined, "v3.7")).toThrow(TypeError));
});

const string: FieldNode = { kind: "string" };
const NODE: FieldNode = {
  kind: "object",
  fields: {
    zebra: { node: string },
    apple: { node: string, keepZero: true },
    labels: { node: { kind: "map" } },
    count: { node: { kind: "integer" } },
    pointer: { node: { kind: "integer" }, keepZero: true },
    rules: { node: { kind: "list", items: { kind: "object", fields: { b: { node: string }, a: { node: string } } } } },
    inner: {
      node: { kind: "object", fields: { always: { node: string, stored: { "v3.7": "" } } } },
      stored: { "v3.7": {} },
    },
    later: { node: string, stored: { "v3.32": "x" } },
    never: { node: string, stored: { "v3.7": null } },
  },
};
const REST = '"inner":{"always":""},"never":null';

describe("values in stored order", () => {
  const cases: readonly { readonly name: string; readonly value: unknown; readonly json: string }[] = [
    {
      name: "fields as the table has them",
      value: { apple: "1", zebra: "2" },
      json: `{"zebra":"2","apple":"1",${REST}}`,
    },
    {
      name: "empty values only where kept",
      value: { zebra: "", apple: "", count: 0, pointer: 0, labels: {}, rules: [] },
      json: `{"apple":"","pointer":0,${REST}}`,
    },
    { name: "null counts as empty", value: { zebra: null, count: null }, json: `{${REST}}` },
    {
      name: "maps by key",
      value: { labels: { b: "1", a: "2", B: "3" } },
      json: `{"labels":{"B":"3","a":"2","b":"1"},${REST}}`,
    },
    {
      name: "items of lists",
      value: { rules: [{ a: "1", b: "2" }, {}] },
      json: `{"rules":[{"b":"2","a":"1"},{}],${REST}}`,
    },
    {
      name: "unknown fields last, by name",
      value: { z: 1, y: { b: 1, a: [true] }, zebra: "2" },
      json: `{"zebra":"2",${REST},"y":{"b":1,"a":[true]},"z":1}`,
    },
    {
      name: "given values before the stored ones",
      value: { never: "x", inner: { always: "y", more: "z" } },
      json: '{"inner":{"always":"y","more":"z"},"never":"x"}',
    },
    {
      name: "fields named as an object's own",
      value: JSON.parse('{"__proto__":1,"constructor":2,"labels":{"__proto__":"3"}}'),
      json: `{"labels":{"__proto__":"3"},${REST},"__proto__":1,"constructor":2}`,
    },
    {
      name: "a value of another type than the table's",
      value: { rules: "x", labels: [1], zebra: { b: 1 } },
      json: `{"zebra":{"b":1},"labels":[1],"rules":"x",${REST}}`,
    },
  ];
  it.each(cases)("$name", ({ value, json }) => expect(encodeValue(value, NODE, "v3.7")).toBe(json));

  it("any JSON value without a table comes back as it was", () => {
    fc.assert(
      fc.property(fc.jsonValue({ noUnicodeString: false }), (value) => {
        const text = encodeValue(value, undefined, "v3.7");
        // Go writes -0 as such, JavaScript as 0: both are the number 0.
        expect(JSON.stringify(JSON.parse(text))).toEqual(JSON.stringify(value));
        expect(text).not.toMatch(/[<>&\u2028\u2029]/);
      }),
      { seed: 1 },
    );
  });

  it("refuses endless nesting", () => {
    let value: unknown = 1;
    for (let i = 0; i < 100_000; i++) value = [value];
    expect(() => encodeValue(value, undefined, "v3.7")).toThrow(/nested more than 200 levels/);
  });
});
