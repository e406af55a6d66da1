import fc from "fast-check";
import { expect, test } from "vitest";
import { parse } from "yaml";
import { goYaml, naturalOrder } from "../../../../src/cli/resources/output/yaml.ts";

/** A string and how it stands in YAML after `a: `. Plain, double and single quotes as recorded (families yaml, gnp, badkv). */
const SCALARS: readonly (readonly [string, string])[] = [
  ["eth0", "eth0"],
  ["role == 'webserver'", "role == 'webserver'"],
  ["*", "'*'"],
  ['  role   ==  "webserver"  &&has( x )', "'  role   ==  \"webserver\"  &&has( x )'"],
  ["a: b", "'a: b'"],
  ["a #b", "'a #b'"],
  ["!has(x)", "'!has(x)'"],
  ["'a'", "\"'a'\""],
  ["n", '"n"'],
  ["no", '"no"'],
  ["null", '"null"'],
  ["~", '"~"'],
  ["", '""'],
  ["1", '"1"'],
  ["1e3", '"1e3"'],
  ["0x10", '"0x10"'],
  ["012", '"012"'],
  ["1_000", '"1_000"'],
  ["22:22", '"22:22"'],
  [".5", '".5"'],
  ["2020-01-01", '"2020-01-01"'],
  ["2026-01-01T00:00:00Z", '"2026-01-01T00:00:00Z"'],
  ["1.2.3", "1.2.3"],
  ["10.0.0.0/8", "10.0.0.0/8"],
  ["tab\there", '"tab\\there"'],
  ["\u001b[31m", '"\\e[31m"'],
  ["\u009b31m", '"\\x9B31m"'],
  ["\u007f\u0080", '"\\x7F\\x80"'],
  ["two\nlines\n", "|\n  two\n  lines"],
];

test.each(SCALARS)("%j is written as recorded", (text, written) => {
  expect(goYaml({ a: text })).toBe(`a: ${written}\n`);
});

test("maps, lists and empty ones", () => {
  const value = { b: [{ y: 1, x: [1, 2] }], a: {}, c: [], d: null, e: 1e21, f: 1e8, g: true };
  expect(goYaml(value)).toBe(
    'a: {}\nb:\n- x:\n  - 1\n  - 2\n  "y": 1\nc: []\nd: null\ne: 1e+21\nf: 100000000\ng: true\n',
  );
});

test("no long line is folded", () => {
  const selector = Array.from({ length: 40 }, (_, i) => `has(label-${i})`).join(" || ");
  expect(goYaml({ selector })).toBe(`selector: ${selector}\n`);
});

test.each([
  ["a2", "a10"],
  ["a", "b"],
  ["1", "a"],
  ["A", "a"],
  ["a", "ab"],
  ["x9y", "x10a"],
  ["projectcalico.org/namespace", "role"],
  ["a-b", "ab"],
])("%j comes before %j", (first, second) => {
  expect(naturalOrder(first, second)).toBeLessThan(0);
  expect(naturalOrder(second, first)).toBeGreaterThan(0);
});

test("whatever is written reads back the same", () => {
  const json = fc.json({ maxDepth: 4 }).map((text) => JSON.parse(text) as unknown);
  fc.assert(
    fc.property(json, (value) => {
      expect(parse(goYaml({ value }), { version: "1.2" })).toEqual({ value });
    }),
    { numRuns: 500 },
  );
});

/** What the package writes of it: a key that needs quotes has it write the whole. */
function byPackage(value: unknown): string {
  const [first, ...lines] = goYaml({ "{": 1, a: value }).split("\n");
  expect(first).toBe("'{': 1");
  return lines.join("\n");
}

const WORDS = [
  ...["Allow", "10.0.0.0/16", "role == 'web'", "y", "no", "null", "~", "1e3", "0x1f", "12", "1.5", "-", "--- a", "..."],
  ...["a: b", "a #b", "#", "a:", " a", "a ", "a-", "two\nlines", "two\n\n\nlines\n", "\n", "a\n", "\na", "  a\n  b"],
  ...[
    "a\n  \nb",
    "a\n ",
    "x\n\n",
    'say "x"',
    "it's",
    "'\"",
    "{}",
    "[a]",
    "&a",
    "*",
    "!t",
    "%",
    "@",
    "`",
    "|",
    ">",
    "?",
  ],
  ...["tab\t", "\u00e9", "\u001b", "\u2028", "\ud800", "2020-01-01T00:00:00Z", "=", "<<", "key: |\n  x", "- a", "? b"],
  ...[`${"long ".repeat(30)}end`, `${"line\n".repeat(12)}"end"`, "a, b", "a]", "/path", "_x", "(a)", "trailing\\", ""],
];
const KEYS = [
  "a",
  "b2",
  "b10",
  "Kind",
  "y",
  "on",
  "1",
  "a.b/c",
  "x y",
  "x-",
  "#",
  "",
  "it's",
  "k:",
  "__proto__",
  "Z9a",
];

const values = fc.letrec((tie) => ({
  value: fc.oneof(
    { depthSize: "medium", withCrossShrink: true },
    fc.constantFrom<unknown>(...WORDS, true, false, null, 0, -1, 1e21, 1.5, -0),
    fc.string({ unit: fc.constantFrom(..."ab:# -'\"\n\t\\{[,") }),
    fc.array(tie("value"), { maxLength: 4 }),
    fc
      .uniqueArray(fc.tuple(fc.constantFrom(...KEYS), tie("value")), { selector: ([key]) => key, maxLength: 4 })
      .map((fields) => Object.fromEntries(fields)),
  ),
})).value;

test("what is written here is what the package writes, to the byte", () => {
  fc.assert(
    fc.property(values, (value) => {
      expect(goYaml({ a: value })).toBe(byPackage(value));
    }),
    { numRuns: 3000 },
  );
});

test.each(WORDS.map((word) => [word]))(
  "%j alone, in a list and in lists of maps is written as the package does",
  (word) => {
    for (const value of [
      word,
      [word],
      [[word], { k: word, l: [word, [word]] }],
      { m: { n: { o: word } }, p: undefined },
    ]) {
      expect(goYaml({ a: value })).toBe(byPackage(value));
    }
  },
);

test.each([
  ["text", "text\n"],
  [[], "[]\n"],
  [{}, "{}\n"],
  [null, "null\n"],
  [[1, [2]], "- 1\n- - 2\n"],
])("%j stands alone", (value, text) => {
  expect(goYaml(value)).toBe(text);
});
