import { expect, test } from "vitest";
import { parseDocument } from "../../../src/manifest/yaml/document.ts";

/** A text, the finding (severity, code, what it points at) and the value: `refused` where Go's YAML refuses the text. */
type Row = readonly [text: string, finding: string, value: unknown];
const refused = undefined;

// What each means is what sigs.k8s.io/yaml 1.4.0 says of it, which reads manifests for calicoctl.
const ROWS: readonly Row[] = [
  ["selector: !has(x)", "warning yaml.tag !has(x)", { selector: "" }],
  ["selector: !all() # all", "warning yaml.tag !all()", { selector: "" }],
  ["i: !(has(x))", "warning yaml.tag !(has(x))", { i: "" }],
  ["selector: ! has(x)", "warning yaml.tag !", { selector: "has(x)" }],
  ["selector: !has(a) y", "warning yaml.tag !has(a)", { selector: "y" }],
  ["selector: !x == 1", "warning yaml.tag !x", { selector: "== 1" }],
  // An empty text for Go, which is stored as no value is.
  ["selector: !has(x)&&!has(y)", "warning yaml.tag !has(x)&&!has(y)", { selector: "" }],
  ["selector: !!has(x)", "warning yaml.tag !!has(x)", { selector: "" }],
  ["selector: !!", "error yaml.tag !!", refused],
  ["selector: !! has(x)", "error yaml.tag !!", refused],
  ["selector: !!has(x) && y", "error yaml.tag !!has(x)", refused],
  ["selector: !has(x) && y == 1", "error yaml.tag !has(x)", refused],
  ["selector: !has(x) || y", "error yaml.tag !has(x)", refused],
  ["{selector: !has(x)}", "error yaml.tag !has(x)", refused],
  ["{selector: !has(x) }", "warning yaml.tag !has(x)", { selector: "" }],
  ["{a: !x, b: c}", "error yaml.tag !x", refused],
  ["a: !x{", "error yaml.tag !x", refused],
  ["a: !x!y z", "error yaml.tag !x!y", refused],
  ["a: !é z", "error yaml.tag !", refused],
  ["a: !x\n  b: c", "warning yaml.tag !x", { a: { b: "c" } }],
  ["a: !x\n- b", "warning yaml.tag !x", { a: ["b"] }],
  ["a: !x\nb: c", "warning yaml.tag !x", { a: "", b: "c" }],
  ["a: !has(x)\n  && y", "error yaml.anchor &&", refused],
  ["a: !!str 1", "", { a: "1" }],
  ["a: !<x> y", "", { a: "y" }],
  ["i: *", "error yaml.alias *", refused],
  ["- *", "error yaml.alias *", refused],
  ["i: *.calico", "error yaml.alias *.calico", refused],
  ["i: &", "error yaml.anchor &", refused],
  ["i: && x", "error yaml.anchor &&", refused],
  ["i: &a.b c", "error yaml.anchor &a.b", refused],
  ["i: &x", "warning yaml.anchor &x", { i: null }],
  ["i: &x a", "warning yaml.anchor &x", { i: "a" }],
  ["x: &b c\na: *b", "", { x: "c", a: "c" }],
  ["a: &b {c: d}\ne: &h\n  f: g", "", { a: { c: "d" }, e: { f: "g" } }],
  ["- &x-y_1 b\n- *x-y_1", "", ["b", "b"]],
  ['a: |\n  !x *\nb: "!x"\nc: a && !b', "", { a: "!x *\n", b: "!x", c: "a && !b" }],
];

const read = (text: string) => {
  const { value, diagnostics } = parseDocument("f.yaml", { text, line: 0 }, "");
  const lines = text.split("\n");
  const shown = diagnostics.map(({ severity, code, span }) => {
    const at = lines[(span?.start.line ?? 0) - 1]?.slice((span?.start.column ?? 0) - 1, (span?.end.column ?? 0) - 1);
    return `${severity} ${code} ${at}`;
  });
  return { value, diagnostics, shown: shown.join("\n") };
};

test.each(ROWS)("%j: %s", (text, finding, value) => {
  const found = read(text);
  expect(found.shown).toBe(finding);
  expect(found.value).toEqual(value);
});

test.each([
  ["selector: !has(x)", "the selector is empty, which selects everything", '"!has(x)"'],
  ["selector: ! has(x)", "the value is `has(x)`", '"! has(x)"'],
  ["selector: !has(x) && y == 'b'", "cannot be read", "\"!has(x) && y == 'b'\""],
  ['selector: !has(x) && y == "b"', "cannot be read", "'!has(x) && y == \"b\"'"],
  ["a: *", "cannot be read", '"*"'],
  ["a: *x", "no anchor `&x`", '"*x"'],
])("%s: the message says what is left, the help how to quote it", (text, message, quoted) => {
  const [finding] = read(text).diagnostics;
  expect(finding?.message).toContain(message);
  expect(finding?.help).toBe(`put the whole value in quotes: \`${quoted}\``);
});

test("another mistake in the text is reported beside it", () => {
  expect(read("s: !has(x) && y\nt: !has(z)\nu: [1").diagnostics.map(({ code }) => code)).toEqual([
    "yaml.tag",
    "yaml.syntax",
  ]);
});
