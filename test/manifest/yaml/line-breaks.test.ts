import { describe, expect, test } from "vitest";
import { parseDocument } from "../../../src/manifest/yaml/document.ts";
import { findings, offsetOf, read, resource } from "../read.ts";

const CHARACTERS = ["\r", "\x85", "\u2028", "\u2029"] as const;
const SEPARATORS = ["\u2028", "\u2029"] as const;
const shown = (char: string): string => `U+${(char.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, "0")}`;
const parse = (text: string) => parseDocument("f.yaml", { text, line: 0 }, "apiVersion");

/** What Go's YAML (sigs.k8s.io/yaml 1.4) takes for a line break, or folds, and this tool's parser does not: `~` is the character. */
const REFUSED: readonly (readonly [what: string, text: string])[] = [
  ["a comment that ends in the middle", "a: x # c~b: y\n"],
  ["a comment on its own line", "# c~b: y\na: 1\n"],
  ["plain text", "a: x~b: y\n"],
  ["plain text, no field behind", "a: x~y\n"],
  ["a key without quotes", "a~b: c\n"],
  ["a key in quotes", '"a~b": c\n'],
  ["a key in quotes, in JSON", '{"a~b": 1}'],
  ["a key in single quotes with blanks behind", "'a~b'  : c\n"],
  ["the end of a line", "a: x~\nb: y\n"],
  ["a block of text", "a: |\n  x~  y\n"],
  ["a folded block", "a: >\n  x~  y\n"],
  ["a flow list", "a: [x,~y]\n"],
  ["between JSON's fields", '{"a": 1,~"b": 2}'],
  ["in quotes beside a blank", 'a: "x ~y"\n'],
  ["in quotes before a blank", "a: 'x~ y'\n"],
  ["in quotes behind a backslash", 'a: "x\\~y"\n'],
  ["in quotes at the end of a line", 'a: "x~\n  y"\n'],
  ["in quotes before what ends a document", 'a: "x~--- y"\n'],
  ["in JSON's quotes beside a blank", '{"a": "x~ y"}'],
];

describe.each(CHARACTERS)("%j", (char) => {
  const refused = REFUSED.filter(([, pattern]) => char !== "\r" || !pattern.includes("~\n"));
  test.each(refused)("is refused: %s", (_, pattern) => {
    const text = pattern.replace("~", char);
    const { value, diagnostics } = parse(text);
    expect(value).toBeUndefined();
    expect(
      diagnostics.map(({ severity, code, span, message }) => `${severity} ${code} ${offsetOf(text, span)} ${message}`),
    ).toEqual([
      `error yaml.line-break ${text.indexOf(char)} the character ${shown(char)} is not allowed here: Calico reads it as the end of a line`,
    ]);
  });

  test("escaped in double quotes is text", () => {
    expect(parse('a: "x\\u2028\\u2029\\x85y"\n')).toMatchObject({
      value: { a: "x\u2028\u2029\x85y" },
      diagnostics: [],
    });
    expect(parse('{"a": "x\\u2028y\\u0085"}')).toMatchObject({ value: { a: "x\u2028y\x85" }, diagnostics: [] });
  });

  test("a document of comments alone, and the line of a separator, are not passed over", () => {
    const good = resource("Profile", {});
    expect(findings(`# c${char}kind: Profile\n`)).toEqual(["error yaml.line-break 1:4"]);
    expect(findings(`${good}\n--- # c${char}kind: Profile\n`)).toEqual(["error yaml.line-break 2:4"]);
    expect(findings(`${good}\n---${char}kind: Profile\n${resource("Profile", {}, { name: "b" })}`)).toEqual([
      "error yaml.line-break 2:4",
    ]);
  });

  test("has its place in a manifest", () => {
    const lines = ["apiVersion: projectcalico.org/v3", "kind: GlobalNetworkPolicy", "metadata: {name: p}"];
    const text = [...lines, `# allow nothing${char}spec: {ingress: [{action: Allow}]}`, ""].join("\n");
    expect(findings(text)).toEqual(["error yaml.line-break 4:16"]);
    expect(read(text).resources).toEqual([]);
  });
});

test.each(["\r", "\x85"])("%j becomes a space in quotes, so it is refused there too", (char) => {
  expect(parse(`a: "x${char}y"\n`).diagnostics.map(({ code }) => code)).toEqual(["yaml.line-break"]);
  expect(parse(`{"a": "x${char}y"}`).diagnostics.map(({ code }) => code)).toEqual(["yaml.line-break"]);
});

describe.each(SEPARATORS)("%j inside quotes is text for both readers", (char) => {
  test.each([
    ["in double quotes", 'a: "x~y"\n'],
    ["in single quotes", "a: 'x~y'\n"],
    ["at the beginning", 'a: "~xy"\n'],
    ["at the end", 'a: "xy~"\n'],
    ["twice", 'a: "x~~y"\n'],
    ["before a number sign", 'a: "x~# y"\n'],
    ["in JSON", '{"a": "x~y"}'],
    ["in a flow map", "{a: 'x~y'}"],
  ])("%s", (_, pattern) => {
    const text = pattern.replaceAll("~", char);
    const value = /["'](?!a")([^"']+)["']\}?\n?$/.exec(text)?.[1];
    expect(parse(text)).toMatchObject({ value: { a: value }, diagnostics: [] });
  });
});

test("of very many the first are reported", () => {
  expect(parse(`a: 1\n${"# \u2028\n".repeat(1000)}`).diagnostics).toHaveLength(5);
});
