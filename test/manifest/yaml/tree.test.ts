import { describe, expect, test } from "vitest";
import type { TextProblem } from "../../../src/manifest/yaml/text-problem.ts";
import { parseTree, treeValue } from "../../../src/manifest/yaml/tree.ts";

describe("treeValue", () => {
  const check = (text: string, value: unknown, reported: readonly string[] = []) => {
    const problems: TextProblem[] = [];
    expect(treeValue(parseTree(text), text, (problem) => problems.push(problem))).toEqual(value);
    expect(problems.map(({ code, from, to }) => `${code} ${text.slice(from, to)}`)).toEqual(reported);
  };

  test("scalars by how they are written", () =>
    check(`[n, "n", 'n', !!str n, 012, "012", ~, "~"]`, [false, "n", "n", "n", 10, "012", null, "~"]));
  test("block scalars are text", () => check("a: |\n  12\nb: >-\n  no\n", { a: "12\n", b: "no" }));
  test.each([
    ['a: "x\\"\n# y"\n', ['yaml.syntax "x\\"']],
    ['- k: "\\"\n# y"\n', ['yaml.syntax "\\"']],
  ])("a quote that does not close: %j", (text, reported) => {
    const problems: TextProblem[] = [];
    treeValue(parseTree(text), text, (problem) => problems.push(problem));
    expect(problems.map(({ code, from, to }) => `${code} ${text.slice(from, to)}`)).toEqual(reported);
  });
  test("quotes that do", () =>
    check('["", "\\"", "x\\\\", "\\\\\\"", "a\n b\\"\n c"]', ["", '"', "x\\", '\\"', 'a b" c']));
  test("tags that ask for a number", () =>
    check('[!!int "012", !!bool "yes", !!null "", !!float "1e3"]', [10, true, null, 1000]));
  // Measured with sigs.k8s.io/yaml 1.4.
  test("base64, on one line or several", () => check("[!!binary aGk=, !!binary w6Q=]", ["hi", "\u00e4"]));
  test("base64 in a block", () => check("a: !!binary |\n  aG\n  k=\n", { a: "hi" }));
  test.each(["x", "'aG k='", "aGk"])("what is not base64: %s", (text) =>
    check(`a: !!binary ${text}\n`, { a: undefined }, [`yaml.syntax ${text}`]),
  );
  test("other tags are text", () => check("[!x 12, !!str 12, !!set no]", ["12", "12", "no"]));
  test.each(["!!timestamp 2001-01-01", "!!int x", "!!int 1.5", "!!null x", '!!bool "x"', "!!float 1#"])(
    "a tag that does not fit: %s",
    (text) => check(`[${text}]`, [undefined], [`yaml.tag ${text.replace(/^\S+ /, "")}`]),
  );
  test("aliases share their value", () => {
    const value = treeValue(parseTree("[&a {x: 1}, *a]"), "[&a {x: 1}, *a]", () => undefined) as readonly unknown[];
    expect(value[1]).toBe(value[0]);
  });
  test("an anchor that is set again", () => check("[&a 1, *a, &a 2, *a]", [1, 1, 2, 2]));
  test("an anchor inside itself", () => check("&a {x: *a}", { x: undefined }, ["yaml.alias *a"]));
  test("merged maps, the first wins over the second, own fields over both", () =>
    check(
      "[&a {x: 1, z: 1}, &b {x: 2, q: 2}, {<<: [*a, *b], z: 3}]",
      [
        { x: 1, z: 1 },
        { x: 2, q: 2 },
        { x: 1, q: 2, z: 3 },
      ],
      ["yaml.duplicate-key <<", "yaml.duplicate-key z"],
    ));
  test("what is written later counts, as for Go", () =>
    check(
      "[&a {x: 1}, {x: 2, <<: *a}, {<<: *a, <<: {x: 3}}]",
      [{ x: 1 }, { x: 1 }, { x: 3 }],
      ["yaml.duplicate-key <<", "yaml.duplicate-key <<"],
    ));
  test.each(["<<: x", "<<:", "<<: [x]", "<<: [[{a: 1}]]", "<<: 1", "l: &l [{a: 1}]\n<<: *l"])(
    "what cannot be merged: %j",
    (text) => {
      const problems: TextProblem[] = [];
      treeValue(parseTree(text), text, (problem) => problems.push(problem));
      expect(problems.map(({ code }) => code)).toEqual(["yaml.merge"]);
    },
  );
  test.each(['{1: a, "1": b}', "{yes: a, true: b}", "{1: a, 1.0: b}", "{.nan: a, .nan: b}"])(
    "a key in two ways: %s",
    (text) => {
      const problems: TextProblem[] = [];
      treeValue(parseTree(text), text, (problem) => problems.push(problem));
      expect(problems.map(({ code, severity }) => `${severity} ${code}`)).toEqual(["error yaml.key"]);
    },
  );
  test("keys of numbers JSON has not", () =>
    check("{.inf: a, -.inf: b, -0.0: c, 09999999: d}", { ".inf": "a", "-.inf": "b", "-0": "c", "9.999999e+06": "d" }));
  test("the last line break of a block, as it is written", () => {
    check("a: |\n  x", { a: "x" });
    check("a: |+\n  x\n\n", { a: "x\n\n" });
    check("a: >\n  x\n  y", { a: "x y" });
  });
  test("a quoted merge key is a key", () => check('{"<<": {x: 1}}', { "<<": { x: 1 } }));
  test("repeated keys, the last wins", () => check("{a: 1, b: 2, a: 3}", { a: 3, b: 2 }, ["yaml.duplicate-key a"]));
  test("keys as they are stored", () =>
    check("{1: a, 012: b, yes: c, 1.50: d}", { 1: "a", 10: "b", true: "c", 1.5: "d" }));
  test("keys that are invalid", () =>
    check("{~: 1, ? {a: b} : 2, ok: 3}", { ok: 3 }, ["yaml.key ~", "yaml.key {a: b}"]));
  test("numbers JSON has not", () =>
    check(
      "[.inf, -.inf, .nan]",
      [undefined, undefined, undefined],
      ["yaml.number .inf", "yaml.number -.inf", "yaml.number .nan"],
    ));
});
