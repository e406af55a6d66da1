import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { readFastBlock } from "../../../../src/manifest/yaml/fast/fast-block.ts";
import { splitDocuments } from "../../../../src/manifest/yaml/split.ts";
import { agrees } from "./agrees.ts";

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
    "a: it\n  goes\n  on 1\nb:\n- x\n  y\n- z\n",
    "a: 'it''s\n  here'\nb: \"x \\\"y\\\" \\\\ \\t\\n\n  \\ z\" # c\n",
    "a:\n- 'one\n  two'\n- \"three\n  four\"\n- b: 'five\n    six'\n",
    "a: |\n  one\n\n    two: # three\n  - four\nb: |-\n    five\n\n\n# c\nc:\n- |\n  six\n- 1\n",
    'f:metadata:\n  .: {}\n  f:labels:\n    f:kubernetes.io/os: {}\n  k:{"name":"main","port":80}:\n    v:"x": {}\n',
    "a:\n- --v=2\n- -x\n- <none>\n",
    "a:\n    b: 1\nc:\n        - d\n",
  ])("%j", (text) => {
    expect(agrees(text)).toBe(true);
  });
  test("nearly all of the project's own examples", () => {
    const folder = join(import.meta.dirname, "..", "..", "..", "..", "examples");
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
    ["a literal that keeps line ends", "a: |+\n  text\n"],
    ["a literal that says its indent", "a: |2\n  text\n"],
    ["a literal that begins with an empty line", "a: |\n\n  text\n"],
    ["a literal with a line of spaces", "a: |\n  text\n   \n  more\n"],
    ["a literal without an end of its line", "a: |\n  text"],
    ["an empty literal", "a: |\nb: 1\n"],
    ["a folded text", "a: >\n  text\n"],
    ["text over lines with an empty one", "a: one\n\n  two\n"],
    ["text over lines with a comment", "a: one # c\n  two\n"],
    ["text over lines that holds a key", "a: one\n  b: two\n"],
    ["text over lines with an item", "a: one\n  - two\n"],
    ["quoted text over lines with an empty one", 'a: "one\n\n  two"\n'],
    ["quoted text that goes on too far out", "a: 'one\ntwo'\n"],
    ["quoted text without an end", "a: 'one\n"],
    ["an escaped line end", 'a: "x\\\n  y"\n'],
    ["another escape", 'a: "\\x41"\n'],
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
