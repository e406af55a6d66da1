import { expect, test } from "vitest";
import { parseDocument } from "../../../src/manifest/yaml/document.ts";
import { offsetOf } from "../read.ts";

/** Texts with one mistake, and all that is reported: the offset, the message and the help. */
const MISTAKES: readonly (readonly [text: string, findings: string])[] = [
  [
    "a: [1, 2\nb: 3\n",
    "9 the closing `]` is missing (`[1, 2` is not closed: add it, or indent the lines before this one)",
  ],
  [
    "a: {x: 1\nb: 3\n",
    "9 the closing `}` is missing (`{x: 1` is not closed: add it, or indent the lines before this one)",
  ],
  ["a: [1, 2", "8 the closing `]` is missing (`[1, 2` is not closed: add it, or indent the lines before this one)"],
  ['a: "x\nb: 3\n', "3 the closing quote is missing (it is opened here)"],
  ["z: 'y'\na: 'x\nb: 3\n", "10 the closing quote is missing (it is opened here)"],
  ["z: 1\na:\u00a0x\n", "7 a no-break space (U+00A0) is not a space (type a space)"],
  ["z: 1\na b\nc: d\n", "5 a `:` or `,` is missing here (a space follows the `:` of a key)"],
  [
    "z: 1\na:b\nc: d\n",
    "5 a key must be on one line (a `:` may be missing on the line before, or the space behind it)",
  ],
  ["a: b: c\n", "3 a second `key: value` cannot begin here (quote the value, or begin a new line)"],
  ["a:\n\tb: 1\n", "3 a tab cannot indent (indent with spaces)"],
  ["a:\n  b: 1\n c: 2\n", "10 wrong indentation (undefined)"],
  ['a: "x" y\n', "7 unexpected text (put the whole value in quotes: `'\"x\" y'`)"],
  ["a: \"x\" == 'y'\n", "7 unexpected text (put the whole value in quotes)"],
  ["- > 5\n", '4 unexpected text (put the whole value in quotes: `"> 5"`)'],
  ["a: @x\n", '3 plain value cannot start with reserved character @ (put the whole value in quotes: `"@x"`)'],
  [`a: {b: \${X}}\nc: d\n`, `7 unexpected text (\`\${X}\` is a placeholder: fill it in)`],
  [`a: [\${X}, \${Y}]\n`, `4 unexpected text (\`\${X}\` is a placeholder: fill it in)`],
  [
    "a:\n  b: 1\n   c: 2\n",
    "8 the next line is indented deeper than the key of this value (indent it as the line with this key)",
  ],
  ["a: {{ x }}\n", "3 this is a template, not YAML (render it first)"],
];

test.each(MISTAKES)("%j", (text, expected) => {
  const { diagnostics } = parseDocument("f.yaml", { text, line: 0 }, "");
  const shown = diagnostics.map(({ span, message, help }) => `${offsetOf(text, span)} ${message} (${help})`);
  expect(shown.join("\n")).toBe(expected);
});

test("a template's block is reported as one", () => {
  const { diagnostics } = parseDocument("f.yaml", { text: "{{- if x }}\na: b\n", line: 0 }, "");
  expect(diagnostics[0]).toMatchObject({ code: "yaml.template", message: "this is a template, not YAML" });
});
