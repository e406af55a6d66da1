import { readFileSync } from "node:fs";
import { join } from "node:path";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { parse } from "yaml";
import { parseDocument } from "../../../../src/manifest/yaml/document.ts";
import { goYaml, goYamlPieces } from "../../../../src/manifest/yaml/writer/go-yaml.ts";
import { naturalOrder } from "../../../../src/manifest/yaml/writer/key-order.ts";
import { isPlainWord, scalarStyle } from "../../../../src/manifest/yaml/writer/scalar-style.ts";
import { harmfulIn } from "../../../model/harmful-characters.ts";

/** A string and how it stands in YAML after `a: `. Recorded (families yaml, gnp, badkv), or what Go's library writes. */
const SCALARS: readonly (readonly [string, string])[] = [
  ["eth0", "eth0"],
  ["role == 'webserver'", "role == 'webserver'"],
  ["*", "'*'"],
  ['  role   ==  "webserver"  &&has( x )', "'  role   ==  \"webserver\"  &&has( x )'"],
  ["a: b", "'a: b'"],
  ["a #b", "'a #b'"],
  ["!has(x)", "'!has(x)'"],
  ["'a'", "'''a'''"],
  ["n", '"n"'],
  ["no", '"no"'],
  ["null", '"null"'],
  ["~", '"~"'],
  ["", '""'],
  ["<<", '"<<"'],
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

test.each(SCALARS)("%j is written as calicoctl does", (text, written) => {
  expect(goYaml({ a: text })).toBe(`a: ${written}\n`);
});

test("maps, lists and empty ones", () => {
  const value = { b: [{ y: 1, x: [1, 2] }], a: {}, c: [], d: null, e: 1e21, f: 1e8, g: true };
  expect(goYaml(value)).toBe(
    'a: {}\nb:\n- x:\n  - 1\n  - 2\n  "y": 1\nc: []\nd: null\ne: 1e+21\nf: 100000000\ng: true\n',
  );
});

test("the keys of an object are in their order whatever objects were written before", () => {
  const written = (...keys: readonly string[]) => goYaml(Object.fromEntries(keys.map((key) => [key, 1])));
  expect(written("c", "a", "b")).toBe("a: 1\nb: 1\nc: 1\n");
  expect(written("c\0a", "b")).toBe('b: 1\n"c\\0a": 1\n');
  expect(written("c", "a\0b")).toBe('"a\\0b": 1\nc: 1\n');
  expect(written("c", "a", "b")).toBe("a: 1\nb: 1\nc: 1\n");
});

test("a word that is taken for plain without a look is plain", () => {
  const word = fc.stringMatching(/^[A-Za-z0-9_./-]{4,9}$/);
  const odd = fc.constantFrom("falsee", "FALSES", "Infinity", "nullnull", "a.....", "x-----", "e10e10", "y/n/yes");
  fc.assert(
    fc.property(fc.oneof(word, odd), (text) => {
      if (isPlainWord(text)) expect(scalarStyle(text, { isSimpleKey: false })).toBe("plain");
    }),
    { numRuns: 5000, seed: 1 },
  );
  expect(["policy-7", "node1-k8s-pod--7-eth0", "projectcalico.org/v3"].every(isPlainWord)).toBe(true);
});

const words = (count: number, word = "word"): string => Array.from({ length: count }, () => word).join(" ");
const fourteen = words(14, '"quoted"').replaceAll('"', "'");

/** Text that is folded: at the first single blank behind 80 characters of a line. */
const FOLDED: readonly (readonly [string, unknown, string])[] = [
  ["a line of 80", { a: `${words(15)} xx` }, `a: ${words(15)} xx\n`],
  ["behind 80 characters", { a: words(18) }, `a: ${words(16)}\n  ${words(2)}\n`],
  ["deeper", { a: { b: [words(17)] } }, `a:\n  b:\n  - ${words(16)}\n    word\n`],
  ["no blank to fold at", { a: "x".repeat(200) }, `a: ${"x".repeat(200)}\n`],
  ["two blanks stay together", { a: `${words(16)}  ${words(3)}` }, `a: ${words(16)}  word\n  ${words(2)}\n`],
  ["in single quotes", { a: `*${words(17)}` }, `a: '*${words(16)}\n  word'\n`],
  [
    "single quotes count twice",
    { a: `*${fourteen}` },
    `a: '*${words(7, "''quoted''")}\n  ${words(7, "''quoted''")}'\n`,
  ],
  ["in double quotes", { a: `\t${words(17)}` }, `a: "\\t${words(16)}\n  word"\n`],
  ["blanks in double quotes", { a: `\t${words(16)}  word` }, `a: "\\t${words(16)}\n  \\ word"\n`],
  ["a long key stands on one line", { [words(18)]: 1 }, `${words(18)}: 1\n`],
  [
    "no line begins as a command of GitHub's workflows does",
    { a: `${words(16)} ::error::x` },
    `a: ${words(16)} ::error::x\n`,
  ],
  ["nor one of a block", { a: "b\n  ::error::x\n" }, 'a: "b\\n  ::error::x\\n"\n'],
  ["whatever white space is before it", { a: "b\n\u3000::error::x\n" }, 'a: "b\\n\u3000::error::x\\n"\n'],
  ["nor with a key", { "::error::x": 1 }, "'::error::x': 1\n"],
  ["nor is one anywhere", { a: "x ##[error]y ##" }, 'a: "x \\x23#[error]y ##"\n'],
  ["an address may", { a: "::1", b: ["::/0"] }, "a: ::1\nb:\n- ::/0\n"],
  ["a key of more than 128", { [words(26)]: 1 }, `? ${words(16)}\n  ${words(10)}\n: 1\n`],
];

test.each(FOLDED)("%s", (_, value, text) => {
  expect(goYaml(value)).toBe(text);
});

/** Values with what Go's own library (sigs.k8s.io/yaml v1.6.0, which is go-yaml v2.4.2) writes of their JSON. */
const FROM_GO = JSON.parse(readFileSync(join(import.meta.dirname, "go-yaml.json"), "utf8")) as readonly {
  readonly value: unknown;
  readonly yaml: string;
}[];

test("in pieces it is the same text, and a long list is more than one", () => {
  const values = [
    ...FROM_GO.map(({ value }) => value),
    ...FOLDED.map(([, value]) => value),
    ...SCALARS.map(([text]) => text),
  ];
  for (const value of values) {
    for (const whole of [
      value,
      [value, value],
      { kind: "List", items: [value, value], a: [], z: value, [words(26)]: [value] },
    ])
      expect([...goYamlPieces(whole)].join("")).toBe(goYaml(whole));
  }
  const long = { items: Array.from({ length: 3000 }, () => words(10)) };
  const pieces = [...goYamlPieces(long)];
  expect(pieces.join("")).toBe(goYaml(long));
  expect(pieces.length).toBe(3);
});

test("what Go's library writes, to the byte", () => {
  const shown = FROM_GO.filter(({ yaml }) => harmfulIn(yaml) === undefined);
  expect(FROM_GO.length).toBeGreaterThan(200);
  for (const { value, yaml } of shown) expect(goYaml(value)).toBe(yaml);
});

test("where Go's library writes characters that nobody sees, they are escaped, and the value is the same", () => {
  const unseen = FROM_GO.filter(({ yaml }) => harmfulIn(yaml) !== undefined);
  expect(unseen.length).toBe(16);
  for (const { value, yaml } of unseen) {
    expect(harmfulIn(goYaml(value))).toBeUndefined();
    expect(parse(goYaml(value))).toEqual(parse(yaml));
  }
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

/** What is read back: Go's library writes U+FFFD for a broken character, and 0 for -0. */
function read(value: unknown): unknown {
  const text = JSON.stringify(value, (_, item: unknown) => (typeof item === "string" ? wellFormed(item) : item));
  return JSON.parse(text);
}
/** Integers of more than 53 bits are read exactly, and printed as the numbers they are kept as. */
const numbers = (value: unknown): unknown =>
  JSON.parse(JSON.stringify(value, (_, item: unknown) => (typeof item === "bigint" ? Number(item) : item)));
const wellFormed = (text: string): string => text.replace(/\p{Surrogate}/gu, "\ufffd");

describe("whatever is written reads back the same", () => {
  const readers: readonly (readonly [string, (text: string) => unknown])[] = [
    ["by a YAML 1.2 reader", (text) => parse(text, { version: "1.2" })],
    ["by our own", (text) => numbers(parseDocument("-", { text, line: 1 }, "value").value)],
  ];
  const texts = fc.oneof(
    fc.string({ unit: "binary", maxLength: 120 }),
    fc.string({ unit: fc.constantFrom(..."ab1._-+eE:xo# '\"\n\t\\{[,&*!|>%@`?~=\u0085\u2028\u00a0é"), maxLength: 30 }),
    fc.array(fc.constantFrom(...WORDS), { minLength: 12, maxLength: 40 }).map((list) => list.join(" ")),
  );
  const json = fc.json({ maxDepth: 4 }).map((text) => JSON.parse(text) as unknown);
  test.each(readers)("%s", (_, reader) => {
    fc.assert(
      fc.property(fc.oneof(values, texts, json), (value) => {
        expect(reader(goYaml({ value }))).toEqual(read({ value }));
      }),
      { numRuns: 3000, seed: 1 },
    );
  });
});

test.each([
  ["text", "text\n"],
  [[], "[]\n"],
  [{}, "{}\n"],
  [null, "null\n"],
  [[1, [2]], "- 1\n- - 2\n"],
])("%j stands alone", (value, text) => {
  expect(goYaml(value)).toBe(text);
});
