import { expect, test } from "vitest";
import { applyEdits } from "../../../src/manifest/fixes/apply-edits.ts";
import { read } from "../read.ts";

const HEAD = "apiVersion: projectcalico.org/v3\nkind: GlobalNetworkPolicy\n";
const NAMED = `${HEAD}metadata: {name: a}\n`;

const rules = (rule: string): string =>
  `${NAMED}spec:\n  selector: all()\n  ingress:\n  - ${rule}\n  - {action: Deny}\n`;
const json = (spec: string): string =>
  `{"apiVersion": "projectcalico.org/v3", "kind": "GlobalNetworkPolicy", "metadata": {"name": "a"}, "spec": {${spec}\n`;

/** A text below the head with a mistake, and what its only fix makes of it; `undefined` where what is meant is uncertain. */
type Row = readonly [what: string, wrong: string, right: string | undefined];

const ROWS: readonly Row[] = [
  ["a tab", `${HEAD}metadata:\n\tname: a # one\nspec: {}\n`, `${HEAD}metadata:\n  name: a # one\nspec: {}\n`],
  [
    "tabs in several lines",
    `${HEAD}metadata:\n\tname: a\n\t# two\n\tlabels:\n\t\ta: x\nspec: {}\n`,
    `${HEAD}metadata:\n  name: a\n\t# two\n  labels:\n    a: x\nspec: {}\n`.replace("\t#", "  #"),
  ],
  ["a tab that may be two levels", `${NAMED}spec:\n  ingress:\n  - action: Allow\n\tprotocol: TCP\n`, undefined],
  [
    "no space after a colon",
    `${NAMED}spec:\n  order:10 # x\n  selector: all()\n`,
    `${NAMED}spec:\n  order: 10 # x\n  selector: all()\n`,
  ],
  [
    "no space after a colon, in the last line",
    `${NAMED}spec:\n  selector: all()\n  order:10\n`,
    `${NAMED}spec:\n  selector: all()\n  order: 10\n`,
  ],
  [
    "no space after a colon, in the only line",
    `${NAMED}spec:\n  selector:all()\n`,
    `${NAMED}spec:\n  selector: all()\n`,
  ],
  [
    "no space after a colon, in braces",
    `${NAMED}spec: {order:10, selector: all()}\n`,
    `${NAMED}spec: {order: 10, selector: all()}\n`,
  ],
  ["no colon", `${NAMED}spec:\n  order: 10\n  selector\n`, undefined],
  [
    "no space after dashes",
    `${NAMED}spec:\n  types:\n  -Ingress # in\n  -Egress\n  order: 1\n`,
    `${NAMED}spec:\n  types:\n  - Ingress # in\n  - Egress\n  order: 1\n`,
  ],
  [
    "no space after dashes, without comments",
    `${NAMED}spec:\n  types:\n  -Ingress\n  -Egress\n  order: 1\n`,
    `${NAMED}spec:\n  types:\n  - Ingress\n  - Egress\n  order: 1\n`,
  ],
  [
    "no closing quote",
    `${NAMED}spec:\n  selector: "a == 'b'\n  order: 1\n`,
    `${NAMED}spec:\n  selector: "a == 'b'"\n  order: 1\n`,
  ],
  ["no closing quote in braces", `${HEAD}metadata: {name: 'a}\nspec: {}\n`, `${HEAD}metadata: {name: 'a'}\nspec: {}\n`],
  ["no closing quote before a comma", `${NAMED}spec: {selector: "all(), order: 1}\n`, undefined],
  ["no closing quote before what may be a comment", `${NAMED}spec:\n  selector: "all() # all\n`, undefined],
  ["quotes in quotes", `${NAMED}spec:\n  selector: 'a == 'b'' # x\n`, `${NAMED}spec:\n  selector: "a == 'b'" # x\n`],
  [
    "a reserved sign",
    `${HEAD}metadata:\n  name: a\n  annotations:\n    x: @all\nspec: {}\n`,
    `${HEAD}metadata:\n  name: a\n  annotations:\n    x: "@all"\nspec: {}\n`,
  ],
  ["a second key in a line", `${NAMED}spec:\n  selector: a: b\n`, undefined],
  [
    "a tag that is refused",
    `${NAMED}spec:\n  selector: !has(x) && all()\n`,
    `${NAMED}spec:\n  selector: "!has(x) && all()"\n`,
  ],
  [
    "a tag that is taken",
    `${NAMED}spec:\n  selector: !has(x) # not x\n`,
    `${NAMED}spec:\n  selector: "!has(x)" # not x\n`,
  ],
  [
    "an alias",
    `${HEAD}metadata:\n  name: a\n  annotations:\n    x: *all\nspec: {}\n`,
    `${HEAD}metadata:\n  name: a\n  annotations:\n    x: "*all"\nspec: {}\n`,
  ],
  [
    "an escape of JSON",
    `${HEAD}metadata:\n  name: a\n  annotations:\n    x: "\\\\/ \\/a\\/" # y\nspec: {}\n`,
    `${HEAD}metadata:\n  name: a\n  annotations:\n    x: "\\\\/ /a/" # y\nspec: {}\n`,
  ],
  ["a field twice alike", `${NAMED}spec:\n  order: 10\n  order: 10 # ten\n`, `${NAMED}spec:\n  order: 10\n  # ten\n`],
  ["a field twice with two values", `${NAMED}spec:\n  order: 10\n  order: 20\n`, undefined],
  ["a list twice alike", `${NAMED}spec:\n  types: [Ingress]\n  types: [Ingress]\n`, undefined],
  [
    "no closing bracket",
    `${NAMED}spec:\n  types: [Ingress # in\n  order: 1\n`,
    `${NAMED}spec:\n  types: [Ingress] # in\n  order: 1\n`,
  ],
  [
    "no closing bracket of a list over lines",
    `${NAMED}spec:\n  types: [\n    Ingress,\n    Egress\n  order: 1\n`,
    `${NAMED}spec:\n  types: [\n    Ingress,\n    Egress]\n  order: 1\n`,
  ],
  [
    "no closing bracket in braces",
    rules("{action: Allow, protocol: TCP, destination: {ports: [80, 443}}"),
    rules("{action: Allow, protocol: TCP, destination: {ports: [80, 443]}}"),
  ],
  [
    "several closing brackets missing",
    rules("{action: Allow, protocol: TCP, destination: {ports: [80"),
    rules("{action: Allow, protocol: TCP, destination: {ports: [80]}}"),
  ],
  ["no closing bracket in JSON", json('"types": ["Ingress"}}'), json('"types": ["Ingress"]}}')],
  ["a brace that may end in two places", `${HEAD}metadata: {labels: {a: b, name: c}\nspec: {}\n`, undefined],
  ["an open list without items", `${NAMED}spec:\n  types: [\n  order: 1\n`, undefined],
  ["an open list with a comma", `${NAMED}spec:\n  types: [Ingress,\n  order: 1\n`, undefined],
  ["a text that may be cut off", `${NAMED}spec:\n  order: 1\n  types: [Ingress, Eg`, undefined],
  ["JSON that may be cut off", json('"types": ["Ingress"]\n'), undefined],
  [
    "no space after the colon of the only field of metadata",
    `${HEAD}metadata:\n  name:a\nspec: {}\n`,
    `${HEAD}metadata:\n  name: a\nspec: {}\n`,
  ],
  ["no space after a colon in braces", `${HEAD}metadata: {name:a}\nspec: {}\n`, `${NAMED}spec: {}\n`],
  [
    "no space after the colon of the only label",
    `${HEAD}metadata:\n  name: a\n  labels:\n    a:b\nspec: {}\n`,
    `${HEAD}metadata:\n  name: a\n  labels:\n    a: b\nspec: {}\n`,
  ],
];

test.each(ROWS)("%s", (_, wrong, right) => {
  for (const lineEnd of ["\n", "\r\n"]) {
    const text = (one: string) => one.replaceAll("\n", lineEnd);
    const { diagnostics } = read(text(wrong), "validate", "v3.32");
    expect(diagnostics).not.toEqual([]);
    const edits = diagnostics.flatMap(({ fix }) => fix ?? []);
    expect(edits).toHaveLength(right === undefined ? 0 : 1);
    if (right === undefined) continue;
    const after = applyEdits(text(wrong), edits);
    expect(after).toBe(text(right));
    expect(read(after, "validate", "v3.32").diagnostics).toEqual([]);
  }
});

test("a fix of a second document is at its place in the file", () => {
  const text = `${NAMED}spec: {}\n---\n${HEAD}metadata:\n\tname: b\nspec: {}\n`;
  const edits = read(text, "validate", "v3.32").diagnostics.flatMap(({ fix }) => fix ?? []);
  expect(applyEdits(text, edits)).toBe(text.replace("\t", "  "));
});

const fixesOf = (text: string) => read(text, "validate", "v3.32").diagnostics.flatMap(({ fix }) => fix ?? []);
test.each([
  ["a long text", `${HEAD}metadata:\n\tname: b\n${"# a line\n".repeat(8000)}spec: {}\n`, 0],
  ["a line with very many places for a quote", `a: "${",}]".repeat(20_000)}`, 0],
  ["a line with many places for a quote", `a: "${",}]".repeat(20)}`, 0],
  ["a line of tabs", `a:\n${"\t".repeat(50_000)}\n\t- b: [\n`, 0],
  ["an open list of many lines", `${NAMED}spec:\n  types: [a,\n${"    b,\n".repeat(40_000)}  order: 1\n`, 0],
  ["many open lists", `${NAMED}spec: ${"[".repeat(60)}${"a, ".repeat(20_000)}\nb: 1\n`, 0],
  ["a line of spaces", `a: "b${" ".repeat(50_000)}c\n`, 0],
  ["very many documents: the first are mended", `${HEAD}metadata:\n\tname: b\nspec: {}\n---\n`.repeat(3000), 800],
])("%s is not read again and again", (_, text, most) => {
  expect(fixesOf(text).length).toBeLessThanOrEqual(most);
});
