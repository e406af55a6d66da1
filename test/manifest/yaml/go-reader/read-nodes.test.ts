import { expect, test } from "vitest";
import { parseDocument } from "../../../../src/manifest/yaml/document.ts";
import { readAsGo } from "../../../../src/manifest/yaml/go-reader/read-nodes.ts";
import type { YamlNode } from "../../../../src/manifest/yaml/nodes/node.ts";

/** A node in short: text with its marks, `[...]` for a list, `{...}` for a map, `?` before what has no quotes. */
function shown(node: YamlNode): string {
  if (node.kind === "alias") return `*${node.name}`;
  const properties = [node.anchor && `&${node.anchor} `, node.tag && `<${node.tag}> `].filter(Boolean).join("");
  if (node.kind === "list") return `${properties}[${node.items.map(shown).join(", ")}]`;
  if (node.kind === "map")
    return `${properties}{${node.entries.map(({ key, value }) => `${shown(key)}: ${shown(value)}`).join(", ")}}`;
  return `${properties}${node.isPlain ? "?" : ""}${JSON.stringify(node.text)}`;
}

/** What is read, or the code and the stretch of the text that is refused. */
function read(text: string): string {
  const reading = readAsGo(text);
  if (reading.ok) return shown(reading.node);
  const { code, from, to } = reading.refusal;
  return `${code} ${JSON.stringify(text.slice(from, to))}`;
}

/** Measured with sigs.k8s.io/yaml 1.4.0. */
const READ: readonly (readonly [text: string, nodes: string])[] = [
  ["a: b\n", '{?"a": ?"b"}'],
  ["- a\n-\n- - b\n", '[?"a", ?"", [?"b"]]'],
  ["a:\n- b\nc:", '{?"a": [?"b"], ?"c": ?""}'],
  ["? a\n: b\n? c\n", '{?"a": ?"b", ?"c": ?""}'],
  ["a: &x !t b\nc: *x\n", '{?"a": &x <!t> ?"b", ?"c": *x}'],
  ["a: !!int 1", '{?"a": <tag:yaml.org,2002:int> ?"1"}'],
  ["[a: b, c]", '[{?"a": ?"b"}, ?"c"]'],
  ['{"a":b, c: , d}', '{"a": ?"b", ?"c": ?"", ?"d": ?""}'],
  ["a: b\n  c\n\n  d", '{?"a": ?"b c\\nd"}'],
  ["a: |\n  x\n   y\n\nb: >-\n  x\n  y\n\n", '{?"a": "x\\n y\\n", ?"b": "x y"}'],
  ["a: |+\n  x\n\nb: |2\n   x", '{?"a": "x\\n\\n", ?"b": " x"}'],
  ['a: "x\\\n  y\\x41\\u00e9\\N"', '{?"a": "xyAé\u0085"}'],
  ["a: 'it''s\n\n b'", '{?"a": "it\'s\\nb"}'],
  ["a: b # c\n# d\n", '{?"a": ?"b"}'],
  // Each of these ends a line, and with it a comment.
  ["a: b # c\u2028d: e", '{?"a": ?"b", ?"d": ?"e"}'],
  ["a: b # c\u0085d: e", '{?"a": ?"b", ?"d": ?"e"}'],
  ["a: b # c\rd: e", '{?"a": ?"b", ?"d": ?"e"}'],
  ['"a\u2028 b"', '"a\u2028b"'],
  ["a: b\n...\n]", '{?"a": ?"b"}'],
];

test.each(READ)("%j", (text, nodes) => expect(read(text)).toBe(nodes));

const REFUSED: readonly (readonly [text: string, code: string])[] = [
  ["- \ta: b\n", 'yaml.tab "\\t"'],
  ["\ta: b", 'yaml.tab "\\t"'],
  ["a: b\n\tc", 'yaml.tab "\\t"'],
  ["a: |\n\tb", 'yaml.tab "\\t"'],
  ['a: "\\/"', 'yaml.escape "\\\\/"'],
  ['a: "\\ud800"', 'yaml.escape "\\\\u"'],
  ['a: "\\xg"', 'yaml.escape "\\\\x"'],
  ["a: b: c", 'yaml.syntax ":"'],
  ["a: - b", 'yaml.syntax "-"'],
  ["a: @b", 'yaml.syntax "@"'],
  ["%a: b", 'yaml.syntax "%"'],
  ["a: [b", 'yaml.syntax "'],
  ["a: 'b", 'yaml.syntax "\'b"'],
  ["'a\n---\nb'", 'yaml.syntax "-"'],
  ["a: |0\n b", 'yaml.syntax "|0"'],
  ["a: | b", 'yaml.syntax "b"'],
  ["a: &", 'yaml.syntax "&"'],
  ["a: !x!y z", 'yaml.syntax "!x!y"'],
  ["a\nb: c", 'yaml.syntax "'],
  ["a: b\n c: d", 'yaml.syntax ":"'],
  ["...\na: b", 'yaml.syntax "..."'],
  [`${"k".repeat(1025)}: a`, 'yaml.syntax "'],
];

test.each(REFUSED)("refuses %j", (text, start) => expect(read(text).slice(0, start.length)).toBe(start));

/** JSON that `JSON.parse` takes, and Go's YAML does not. */
test.each(['{"a": "\\/"}', '{"a": "\\ud83d\\ude00"}', '{"a"\n: 1}', `{"${"k".repeat(1030)}": 1}`, "\t{}", "{}\n\t"])(
  "JSON that is refused: %j",
  (text) => {
    const { diagnostics } = parseDocument("f.json", { text, line: 0 }, "");
    expect(diagnostics.map(({ severity }) => severity)).toContain("error");
  },
);
