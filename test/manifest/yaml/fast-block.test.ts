import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { inspect } from "node:util";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { readFastBlock } from "../../../src/manifest/yaml/fast-block.ts";
import { splitDocuments } from "../../../src/manifest/yaml/split.ts";
import { parseTree, treeValue } from "../../../src/manifest/yaml/tree.ts";

/** What the parser makes of a text: its value, and everything it says about it. */
function parsed(text: string): { readonly value: unknown; readonly reported: readonly string[] } {
  const tree = parseTree(text);
  const reported = [...tree.errors, ...tree.warnings].map(({ code }) => code as string);
  const value = treeValue(tree, text, ({ code }) => reported.push(code));
  return { value, reported };
}

/** Holds the quick way to the parser's: the same value and no finding, or nothing. Says whether it read the text. */
function agrees(text: string): boolean {
  const simple = readFastBlock(text);
  if (simple === undefined) return false;
  const { value, reported } = parsed(text);
  expect({ text, reported }).toEqual({ text, reported: [] });
  expect(simple.value).toStrictEqual(value);
  // The order of fields too.
  expect(inspect(simple.value, { depth: null })).toBe(inspect(value, { depth: null }));
  return true;
}

const POLICY = `# what people write
apiVersion: projectcalico.org/v3
kind: GlobalNetworkPolicy
metadata:
  name: allow-web
  labels:
    team: "web"
    empty: ''
spec:
  order: 10.5
  selector: role == 'web' && has(tier)
  types: [Ingress, Egress]

  ingress:
  # the load balancers
  - action: Allow
    protocol: TCP
    source:
      nets:
        - 10.0.0.0/8
        - "fd00::/8"
    destination: {}
    http:
      methods: []
  -   action: Deny
      notProtocol: ~
  egress:
    - action: Allow
  applyOnForward: true
  doNotTrack:
  preDNAT: no
`;

describe("what is read", () => {
  test("a policy as people write it", () => {
    expect(agrees(POLICY)).toBe(true);
    expect(readFastBlock(POLICY)?.value).toMatchObject({
      metadata: { labels: { team: "web", empty: "" } },
      spec: { order: 10.5, types: ["Ingress", "Egress"], doNotTrack: null, preDNAT: false, ingress: [{}, {}] },
    });
  });
  test.each([
    "a: 1",
    "a:\n",
    "a:\n- 1\n- x\nb: 2\n",
    "- a: 1\n  b:\n  - c: x\n    d: y\n- z",
    "  a: 1\n  b: 2\n",
    "a: 0x1f\nb: 012\nc: 1_000\nd: 1e3\ne: yes\nf: -3\ng: 99999999999999999\nh: .5\n",
    "a: x:y\nb: a#b\nc: it's\nd: 80:90\ne: http://x/y\nf: ...\ng: a - b\n",
    "a: b   \n   \n# end\n",
    "a.b/c: x\na-b: y\n_c: z\n",
    "a: [1, 'b', \"c d\" , 10.0.0.0/8]\n",
    "- {from: {interface: eth0}, protocol: TCP, srcIP: fd00::1, ports: [80, 443]}\n- {}\n",
    "a: b # c\nd: 'e' # f\ng: \"h\"   #i\nj: [k, l] # m\nm: {o: p} #\n",
    "a: # c\n  b: # d\n  - e # f\n  # g\n  - h: i # j\nk: # l\n",
    "a: caf\u00e9 \u65e5\u672c # \u00fc\nb: '\ud83d\ude00'\n# \u00e4\n",
    "a: [b, 'c#d'] # g: h, i\n",
    "a:    b\n",
    "a:\n    b: 1\nc:\n        - d\n",
  ])("%j", (text) => {
    expect(agrees(text)).toBe(true);
  });
  test("nearly all of the project's own examples", () => {
    const folder = join(import.meta.dirname, "..", "..", "..", "examples");
    const files = readdirSync(folder, { recursive: true, encoding: "utf8" }).filter((name) => name.endsWith(".yaml"));
    const texts = files.flatMap((name) =>
      splitDocuments(readFileSync(join(folder, name), "utf8")).pieces.map(({ text }) => text),
    );
    expect(texts.length).toBeGreaterThan(10);
    expect(texts.filter(agrees).length / texts.length).toBeGreaterThan(0.4);
  });
});

describe("what is left to the parser", () => {
  test.each([
    ["nothing", ""],
    ["comments only", "# a\n"],
    ["a scalar alone", "hello\n"],
    ["JSON", '{"a": 1}'],
    ["a key twice", "a: 1\na: 2\n"],
    ["an anchor", "a: &x 1\nb: *x\n"],
    ["a tag", "a: !!str 1\n"],
    ["a merge key", "<<: x\na: 1\n"],
    ["a literal", "a: |\n  text\n"],
    ["text over two lines", "a: one\n  two\n"],
    ["quoted text over two lines", 'a: "one\n  two"\n'],
    ["an escape", 'a: "x\\n"\n'],
    ["two quotes", "a: 'it''s'\n"],
    ["a flow map that is not simple", "a: {b}\n"],
    ["a flow list of maps", "a: [b: c]\n"],
    ["a comment behind an item's dash", "- # c\n  a\n"],
    ["a number sign that begins no comment", "a: [b, c] d # e\n"],
    ["a tab", "a:\t1\n"],
    ["a carriage return", "a: 1\r\n"],
    ["another script's blank", "a: b\u00a0\n"],
    ["another script's line end", "a: b\u2028c\n"],
    ["a byte order mark inside", "a: b\ufeff\n"],
    ["other letters at the start of plain text", "a: \u00e9\n"],
    ["a key in quotes", '"a": 1\n'],
    ["a number as a key", "1: a\n"],
    ["a boolean as a key", "on: a\n"],
    ["null as a key", "null: a\n"],
    ["the key __proto__", "__proto__: 1\n"],
    ["a key with a question mark", "? a\n: b\n"],
    ["a value that holds a key", "a: b: c\n"],
    ["a value that ends like a key", "a: b:\n"],
    ["a list in a list", "- - a\n"],
    ["a dash alone", "-\n  a: 1\n"],
    ["a list where a key should be", "a: 1\n- b\n"],
    ["a map where an item should be", "- a\nb: 1\n"],
    ["a value below its key", "a:\n  b\n"],
    ["lines too far in", "a: 1\n  b: 2\n"],
    ["lines too far out", "  a: 1\nb: 2\n"],
    ["items between columns", "a:\n    - b\n  - c\n"],
    ["an end mark", "a: 1\n...\n"],
    ["a directive", "%YAML 1.2\n"],
    ["infinity", "a: .inf\n"],
    ["a selector that begins with !", "a: !has(x)\n"],
    ["two hundred levels", Array.from({ length: 200 }, (_, i) => `${" ".repeat(i)}a:\n`).join("")],
    ["two hundred brackets", `a: x${"[".repeat(201)}\n`],
  ])("%s", (_, text) => {
    expect(readFastBlock(text)).toBeUndefined();
  });
});

/** Lines of YAML that are nearly right, so that texts are often read and often just not. */
const KEYS = ["a", "b", "c", "on", "x.y/z", "k-", "__proto__", '"q"', "a b", "1", "-a", "null"];
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
      { numRuns: 10_000 },
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
      { numRuns: 5000 },
    );
    expect(whole).toBeGreaterThan(100);
    expect(changed).toBeGreaterThan(100);
  });
});
