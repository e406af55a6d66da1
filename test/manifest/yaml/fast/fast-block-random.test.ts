import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { readFastBlock } from "../../../../src/manifest/yaml/fast/fast-block.ts";
import { agrees } from "./agrees.ts";

/** Lines of YAML that are nearly right, so that texts are often read and often just not. */
const KEYS = [
  "a",
  "b",
  "c",
  "on",
  "x.y/z",
  "k-",
  "__proto__",
  '"q"',
  "a b",
  "1",
  "-a",
  "null",
  "f:a",
  ".",
  'k:{"n":"x"}',
];
const VALUES = [
  ...[
    "caf\u00e9",
    "'\u00fc'",
    "a\u00a0",
    "\u00a0a",
    "a\u2028b",
    "\u0085",
    "a\u3000b",
    "\ud83d\ude00",
    "a\u200bb",
    "\u65e5",
  ],
  ...["'a' # b", '"a" # b', "[a] # b", "[a] # ]", "{a: b} # c", "[a]# b", "'a'# b", "a # b # c", "[a, # b", "# b"],
  ...["--a", "<a>", "'it''s'", '"\\t"', '"a \\" b"', "'a", '"b', "|-", "'''"],
  ...["", "1", "x", "yes", "~", "-1", "- x", "-", "[]", "{}", "[a, b]", "[a,", "'s'", '"d"', "'s' x", '"d\\n"', "0o7"],
  ...["a: b", "a:", "a:b", "a #b", "#b", "a# b", "&a", "*a", "!t", "|", ">-", "? a", "a, b", "[a b]", "[[]]", "[a: b]"],
  ...[
    "99999999999999999999",
    ".inf",
    ".nan",
    "0x_1",
    "1e999",
    "2001-01-01",
    "<<",
    "=",
    "(",
    "%a",
    "@a",
    "`a",
    "...",
    "---",
  ],
  ...[
    "[\"a\", 'b']",
    "[.]",
    "[/]",
    "[ a ]",
    "[a, ]",
    "[-1]",
    "[~]",
    "{a: b}",
    "\\",
    "^a$",
    "+1",
    "a'b\"c",
    "a\\",
    "$",
    "~x",
  ],
];
const line = fc
  .tuple(
    fc.constantFrom("", "  ", "    ", " ", "   ", "      ", "\t"),
    fc.constantFrom("", "", "", "- ", "-  ", "- - ", "-", "# ", "? "),
    fc.constantFrom(...KEYS.map((key) => `${key}:`), ...KEYS.map((key) => `${key}: `), "", "", "a :"),
    fc.constantFrom(...VALUES),
    fc.constantFrom("", "", "", " ", "  # c", "\r"),
  )
  .map((parts) => parts.join(""));

/** A random tree written with random but valid layout, some of its characters then changed. */
const tree = fc.letrec((tie) => ({
  node: fc.oneof(
    { maxDepth: 5, depthSize: "medium" },
    fc.constantFrom(...VALUES.filter((value) => readFastBlock(`a: ${value}`) !== undefined)),
    fc.array(tie("node"), { minLength: 1, maxLength: 3 }),
    fc
      .uniqueArray(fc.tuple(fc.constantFrom("a", "b", "c", "x.y/z"), tie("node")), {
        selector: ([key]) => key,
        minLength: 1,
        maxLength: 3,
      })
      .map((fields) => Object.fromEntries(fields) as object),
  ),
})).node;

function written(node: unknown, column: number, step: number): string {
  const pad = " ".repeat(column);
  if (Array.isArray(node)) {
    const items = node.map((item) => `${pad}- ${written(item, column + 2, step).trimStart()}`);
    return items.join("");
  }
  if (typeof node !== "object" || node === null) return ` ${String(node)}\n`;
  return Object.entries(node)
    .map(([key, value]) => {
      const below = typeof value === "object" && value !== null;
      const inner = column + (Array.isArray(value) ? step % 3 : 1 + step);
      return `${pad}${key}:${below ? "\n" : ""}${written(value, inner, step)}`;
    })
    .join("");
}

describe("the quick way reads as the parser does", () => {
  test("lines at random", () => {
    let read = 0;
    fc.assert(
      fc.property(fc.array(line, { minLength: 1, maxLength: 5 }), (lines) => {
        if (agrees(lines.join("\n"))) read++;
      }),
      { numRuns: 10_000, seed: 1 },
    );
    expect(read).toBeGreaterThan(100);
  });
  test("trees, laid out at random, with a few characters changed", () => {
    let [whole, changed] = [0, 0];
    const edits = fc.array(fc.tuple(fc.nat(), fc.constantFrom(..." \n:-#'\"[]{},&*!|>%ab1\t")), { maxLength: 2 });
    fc.assert(
      fc.property(tree, fc.nat(3), edits, fc.boolean(), (node, step, places, insert) => {
        const text = written(node, 0, step);
        const edited = places.reduce((before, [place, char]) => {
          const at = place % (before.length + 1);
          return before.slice(0, at) + char + before.slice(insert ? at : at + 1);
        }, text);
        if (agrees(edited)) {
          if (edited === text) whole++;
          else changed++;
        }
      }),
      { numRuns: 5000, seed: 1 },
    );
    expect(whole).toBeGreaterThan(100);
    expect(changed).toBeGreaterThan(100);
  });
});
