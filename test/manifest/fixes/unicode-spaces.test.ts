import { expect, test } from "vitest";
import { applyEdits } from "../../../src/manifest/fixes/apply-edits.ts";
import { read } from "../read.ts";

const HEAD = "apiVersion: projectcalico.org/v3\nkind: GlobalNetworkPolicy\n";
const NAMED = `${HEAD}metadata: {name: a}\n`;

/** Texts in which `_` stands for a space of another kind, wherever spaces make the structure. */
const STRUCTURE: readonly (readonly [where: string, text: string])[] = [
  ["before a key", `${HEAD}metadata:\n__name: a\nspec: {}\n`],
  ["before a key, behind a space", `${HEAD}metadata:\n _name: a\nspec: {}\n`],
  ["before all keys", `${NAMED}spec:\n__order: 1\n__selector: all()\n`],
  ["before one of two keys", `${NAMED}spec:\n  order: 1\n__selector: all()\n`],
  ["behind a colon", `${NAMED}spec:\n  order:_1\n`],
  ["behind the first colon", `${HEAD.replace(" ", "_")}metadata: {name: a}\nspec: {}\n`],
  ["behind a colon and a space", `${NAMED}spec:\n  order: _1\n`],
  ["before a colon", `${NAMED}spec:\n  order_: 1\n`],
  ["behind dashes", `${NAMED}spec:\n  types:\n  -_Ingress\n  -_Egress\n`],
  ["before a dash", `${NAMED}spec:\n  types:\n__- Ingress\n`],
  ["behind a colon in braces", `${NAMED}spec: {order:_1, selector: all()}\n`],
  ["behind a comma and a brace", `${NAMED}spec: {_order: 1,_selector: all()}\n`],
  ["before a bracket", `${NAMED}spec:\n  types:_[Ingress]\n`],
  ["at the end of a line", `${NAMED}spec:_\n  order: 1_\n`],
  ["alone in a line", `${NAMED}spec:\n__\n  order: 1\n`],
  ["before a comment", `${NAMED}spec:\n  order: 1_# one\n`],
];

const SPACES = ["\u00a0", "\u2003", "\u3000"];
const findings = (text: string) => read(text, "validate", "v3.32").diagnostics;

/** All fixes made, again where a mended text shows more. */
function mended(text: string): string {
  const edits = findings(text).flatMap(({ fix }) => fix ?? []);
  return edits.length === 0 ? text : mended(applyEdits(text, edits));
}

test.each(STRUCTURE)("a space of another kind %s is replaced by one", (_, text) => {
  for (const space of SPACES) {
    for (const lineEnd of ["\n", "\r\n"]) {
      const wrong = text.replaceAll("_", space).replaceAll("\n", lineEnd);
      const [first, ...others] = findings(wrong);
      const column = wrong
        .split(lineEnd)
        [(first?.span?.start.line ?? 0) - 1]?.charAt((first?.span?.start.column ?? 0) - 1);
      expect([first?.code, first?.help, column, others]).toEqual(["yaml.syntax", "type a space", space, []]);
      const spaces = / {1,4}/g;
      const plain = (one: string): string => one.replace(spaces, " ");
      expect(plain(mended(wrong))).toBe(plain(text.replaceAll("_", " ").replaceAll("\n", lineEnd)));
      expect(findings(mended(wrong))).toEqual([]);
    }
  }
});

test("a character that looks like nothing is left out", () => {
  expect(mended(`${NAMED}spec:\n  \u200border\u2060: 1\n`)).toBe(`${NAMED}spec:\n  order: 1\n`);
});

/** Texts in which other spaces are meant, or may be. */
test.each([
  ["a value", `${HEAD}metadata:\n  name: a\n  annotations: {x: a_b}\nspec: {}\n`],
  ["quotes", `${HEAD}metadata:\n  name: a\n  annotations: {x: "_a:_b_"}\nspec: {}\n`],
  ["a block of text", `${HEAD}metadata:\n  name: a\n  annotations:\n    x: |\n      _a:_b\nspec: {}\n`],
  ["the end of a value", `${HEAD}metadata:\n  name: a\n  annotations:\n    x: a_\nspec: {}\n`],
  ["a comment", `${NAMED}spec: {} #_a:_b\n`],
])("they stay in %s, also where the document is mended elsewhere", (_, text) => {
  const right = text.replaceAll("_", "\u00a0");
  expect(findings(right)).toEqual([]);
  const wrong = `${right.replace("spec: {}", "spec:\n\u00a0order: 1").replace(/: 1( #.*)/, ": 1$1")}`;
  expect(mended(wrong)).toBe(wrong.replace("\u00a0order", " order"));
});

test("what else is wrong stays as it is", () => {
  const text = `${NAMED}spec:\n  order:\u00a01\n  selector: a\u00a0== 'b'\n`;
  expect(findings(text).map(({ message }) => message)).toEqual(["a no-break space (U+00A0) is not a space"]);
  const left = findings(mended(text)).map(({ code, help }) => `${code}: ${help}`);
  expect(left).toEqual(["selector.syntax: a no-break space (U+00A0) is in it: type a space"]);
});

test.each([
  ["a long text", `${NAMED}spec:\n\u00a0order: 1\n${"# a line\n".repeat(80_000)}`, 0],
  ["a long line", `${NAMED}spec:\n${"\u00a0".repeat(50_000)}order: 1\n`, 0],
  ["very many documents", `${NAMED}spec:\n\u00a0order: 1\n#${"x".repeat(10_000)}\n---\n`.repeat(100), 60],
])("%s is not read again and again", (_, text, most) => {
  expect(findings(text).filter(({ fix }) => fix !== undefined).length).toBeLessThanOrEqual(most);
});
