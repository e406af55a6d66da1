import { inspect } from "node:util";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { readFastInline } from "../../../../src/manifest/yaml/fast/fast-inline.ts";
import { parseTree, treeValue } from "../../../../src/manifest/yaml/tree.ts";

/** Holds the quick way to the parser's: the same value and no finding, or nothing. Says whether it read the text. */
function agrees(text: string): boolean {
  const simple = readFastInline(text);
  if (simple === undefined) return false;
  const tree = parseTree(text);
  const reported = [...tree.errors, ...tree.warnings].map(({ code }) => code as string);
  const value = treeValue(tree, text, ({ code }) => reported.push(code));
  expect({ text, reported }).toEqual({ text, reported: [] });
  expect(simple).toStrictEqual(value);
  // The order of fields too.
  expect(inspect(simple, { depth: null })).toBe(inspect(value, { depth: null }));
  return true;
}

const FLOW =
  "{ name: the site, from: { interface: eth0 }, protocol: TCP, srcIP: 203.0.113.9, dstIP: 'fd00::1', dstPort: 443, expect: { verdict: allow, policy: web, rule: 1 } }";

describe("what is read", () => {
  test.each([
    FLOW,
    "[]",
    "{}",
    "[ ]",
    "[a, ]",
    "{a: [1,], b: 2 , }",
    "{ }",
    "[a]",
    "[a,b]",
    "[ a , b ]",
    "[[],{},[{}]]",
    "{a: 1, b: 0x1f, c: 012, d: yes, e: null, f: 1e3, g: -5, h: -x, i: .5, j: 99999999999999999}",
    "{a: fd00::1, b: 80:90, c: http://x/y, d: a:b:c, e: 10.0.0.0/8}",
    "{a: two words, b: a - b, c: two   words , d: (x) $y ^z}",
    "{a: \"two, words\", b: 'it [is]', c: \"\", d: ''}",
    "{a:  1,b:   2}",
    "{from: {interface: eth0}, to: [{process: true}]}",
  ])("%s", (text) => expect(agrees(text)).toBe(true));
});

describe("what goes the other way", () => {
  test.each([
    ["nothing", ""],
    ["no collection", "a"],
    ["more behind it", "{a: 1} "],
    ["a comment", "{a: 1} # x"],
    ["not closed", "{a: [1}"],
    ["not closed at all", "[1, 2"],
    ["a colon without a blank", "{a:1}"],
    ["a key alone", "{a}"],
    ["a key without a value", "{a: }"],
    ["two commas at the end", "[a,,]"],
    ["a comma alone", "[,]"],
    ["two commas", "[a,,b]"],
    ["a repeated key", "{a: 1, a: 2}"],
    ["a reserved key", "{__proto__: 1}"],
    ["a key that is a word of YAML", "{yes: 1}"],
    ["a key that is a number", "{1: 1}"],
    ["a key in quotes", '{"a": 1}'],
    ["a merge", "{<<: {a: 1}}"],
    ["an anchor", "[&a b, *a]"],
    ["a tag", "[!!str 1]"],
    ["an escape", '["\\n"]'],
    ["a quote in quotes", "['it''s']"],
    ["a pair in a list", "[a: 1]"],
    ["a colon at the end of a word", "[a:]"],
    ["a colon at its beginning", "[::1]"],
    ["what may be null", "[~]"],
    ["a number that is invalid", "[.inf]"],
    ["a dash alone", "[-]"],
    ["an indicator", "[?a, @b, `c, %d, |e, >f]"],
    ["nested deeply", `${"[".repeat(60)}${"]".repeat(60)}`],
    ["a very long word", `[${"x".repeat(2000)}]`],
    ["two lines", "[a,\nb]"],
  ])("%s: %s", (_, text) => expect(readFastInline(text)).toBeUndefined());
});

describe("what is read means the same to the parser", () => {
  const PIECES =
    "a b 1 -1 : , [ ] { } ' \" # - ~ = . \\ fd00::1 x:y no null 0x1 012 ( ) $ ^ + / _ & * ! | > % @ ?".split(" ");
  const text = fc.array(fc.constantFrom(...PIECES, " ", "  ", ": ", ", ", "a: ", "{a: ", "[a"), { maxLength: 12 });
  test("of any characters", () => {
    fc.assert(
      fc.property(text, fc.constantFrom("[", "{", "{a: ", "[b, "), (pieces, opening) => {
        const inner = pieces.join("");
        for (const closing of ["]", "}", "]}", "}]", ""]) agrees(opening + inner + closing);
      }),
      { numRuns: 4000, seed: 1 },
    );
  });

  const scalar = fc.constantFrom(
    "a",
    "1",
    "-7",
    "two words",
    "'q, r'",
    '"s]"',
    "fd00::1",
    "80:90",
    "no",
    "x.y/z",
    "-x",
    "(a)",
    "$b",
  );
  const value = fc.letrec<{ value: string }>((tie) => ({
    value: fc.oneof(
      { arbitrary: scalar, weight: 3 },
      { arbitrary: fc.array(tie("value"), { maxLength: 3 }).map((items) => `[${items.join(", ")}]`), weight: 1 },
      {
        arbitrary: fc
          .uniqueArray(fc.tuple(fc.constantFrom("a", "b", "cD", "e.f/g", "h-i"), tie("value")), {
            maxLength: 3,
            selector: ([key]) => key,
          })
          .map((pairs) => `{ ${pairs.map(([key, own]) => `${key}: ${own}`).join(" , ")} }`),
        weight: 1,
      },
    ),
  })).value;
  test("and what is put together from what is read is read", () => {
    fc.assert(
      fc.property(value, (own) => {
        expect(agrees(`[${own}]`)).toBe(true);
        expect(agrees(`{k: ${own}}`)).toBe(true);
      }),
      { numRuns: 2000, seed: 1 },
    );
  });

  test("a megabyte of one thing is read or refused at once", () => {
    const many = (piece: string) => piece.repeat(1_000_000 / piece.length);
    const texts = [
      `[${many("1,")}1]`,
      `[${many("x")}]`,
      `[${many("a ")}]`,
      `[${many("a:")}]`,
      `{${many("[")}`,
      `[${many("{},")}{}]`,
      `["${many("x")}`,
    ];
    for (const one of texts) readFastInline(one);
  });
});
