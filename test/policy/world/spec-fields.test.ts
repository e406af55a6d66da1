import { describe, expect, test } from "vitest";
import {
  fieldOf,
  type Problems,
  readBoolean,
  readLabels,
  readList,
  readNumber,
  readString,
  readStrings,
} from "../../../src/policy/world/spec-fields.ts";

/** What a reader gives for a value under the key `x`, and the paths it complained about. */
function check<T>(read: (value: unknown, problems: Problems) => T, x: unknown): [T, string[]] {
  const problems: Problems = [];
  return [read({ x }, problems), problems.map(({ path }) => path.join("."))];
}

describe("readers", () => {
  test("strings", () => {
    const read = (value: unknown, problems: Problems) => readString(value, "x", ["at"], problems);
    expect(check(read, "a")).toEqual(["a", []]);
    expect(check(read, null)).toEqual(["", []]);
    expect(check(read, 5)).toEqual(["", ["at.x"]]);
  });
  test("booleans", () => {
    const read = (value: unknown, problems: Problems) => readBoolean(value, "x", [], problems);
    expect([check(read, true), check(read, undefined), check(read, "true")]).toEqual([
      [true, []],
      [false, []],
      [false, ["x"]],
    ]);
  });
  test("numbers", () => {
    const read = (value: unknown, problems: Problems) => readNumber(value, "x", { min: 1, max: 9 }, [], problems);
    expect([1, 9, undefined].map((x) => check(read, x))).toEqual([
      [1, []],
      [9, []],
      [undefined, []],
    ]);
    for (const x of [0, 10, 1.5, "1", Number.NaN]) expect(check(read, x)).toEqual([undefined, ["x"]]);
  });
  test("lists", () => {
    const read = (value: unknown, problems: Problems) => readStrings(value, "x", [], problems);
    expect([check(read, ["a"]), check(read, undefined), check(read, null)]).toEqual([
      [["a"], []],
      [[], []],
      [[], []],
    ]);
    expect([check(read, "a"), check(read, ["a", 1])]).toEqual([
      [[], ["x"]],
      [["a"], ["x.1"]],
    ]);
  });
  test("an item that reads as undefined is left out", () => {
    expect(readList({ x: [1, 2] }, "x", [], [], (entry) => (entry === 1 ? "one" : undefined))).toEqual(["one"]);
  });
  test("labels", () => {
    const read = (value: unknown, problems: Problems) => {
      const labels: [string, string][] = [];
      readLabels(value, "x", [], problems, (name, text) => labels.push([name, text]));
      return labels;
    };
    expect(check(read, { a: "b" })).toEqual([[["a", "b"]], []]);
    expect(check(read, { a: 1 })).toEqual([[], ["x.a"]]);
    expect(check(read, ["a"])).toEqual([[], ["x"]]);
    expect(check(read, JSON.parse('{"__proto__": "x"}'))).toEqual([[["__proto__", "x"]], []]);
  });
  test("only own fields count", () => {
    for (const value of [{}, null, "text", 5, ["toString"]]) expect(fieldOf(value, "toString")).toBeUndefined();
    expect(fieldOf(JSON.parse('{"__proto__": {"x": 1}}'), "x")).toBeUndefined();
  });
});
