import { describe, expect, test } from "vitest";
import { successLine } from "../../../../src/cli/resources/output/success.ts";
import { textTable } from "../../../../src/cli/resources/output/text-table.ts";
import type { Diagnostic } from "../../../../src/model/diagnostic.ts";
import { printable } from "../../../../src/model/printable.ts";
import { errorSummary } from "../../../../src/report/findings/summary.ts";
import { goJson } from "../../../../src/report/json.ts";

describe("tables", () => {
  test.each([
    ["headings alone", ["NAME", "NODE"], [], "NAME   NODE   \n\n"],
    ["a short heading", ["NAME", "ASN"], [["node1", ""]], "NAME    ASN   \nnode1         \n\n"],
    ["widest cell rules", ["NAME"], [["a-long-name"], ["b"]], "NAME          \na-long-name   \nb             \n\n"],
    ["a one-letter column is 5 wide", ["N"], [["x"]], "N    \nx    \n\n"],
    ["a control character is shown", ["NAME"], [["a\u001b[2J"]], "NAME       \na\\x1b[2J   \n\n"],
  ] as const)("%s", (_, headings, rows, text) => {
    expect(textTable(headings, rows)).toBe(text);
  });
});

test.each([
  ["plain", "plain"],
  ["a\nb\tc\r", "a\\nb\\tc\\r"],
  ["\u001b]0;x\u0007", "\\x1b]0;x\\x07"],
  ["\u0000\u009b", "\\x00\\x9b"],
  ["\u202eevil\u2066", "\\u202eevil\\u2066"],
  ["größe ✓ 日本", "größe ✓ 日本"],
])("%j is shown as %j", (text, shown) => {
  expect(printable(text)).toBe(shown);
});

test("JSON is escaped as Go does", () => {
  expect(goJson({ d: "<&>", s: "\u2028", e: "é" })).toBe(
    '{\n  "d": "\\u003c\\u0026\\u003e",\n  "s": "\\u2028",\n  "e": "é"\n}\n',
  );
});

test.each([
  ["created", 1, ["Node"], "Successfully created 1 'Node' resource(s)\n"],
  ["applied", 2, ["Node", "Node"], "Successfully applied 2 'Node' resource(s)\n"],
  ["deleted", 2, ["Node", "HostEndpoint"], "Successfully deleted 2 resource(s)\n"],
] as const)("%s %i of %j", (done, count, kinds, line) => {
  expect(successLine(done, count, kinds)).toBe(line);
});

const error = (resource?: string): Diagnostic => ({
  severity: "error",
  code: "field.type",
  message: "m",
  ...(resource !== undefined && { resource }),
});

/** Resources of which several have one name are told apart by their places. */
test.each([
  ["a-a", [1, 4], "2 errors in 2 of 2 resources (Node a)"],
  ["a-a", [4, 5], "2 errors in 1 of 2 resources (Node a)"],
  ["a-b-a", [8], "1 error in 1 of 3 resources (Node a)"],
] as const)("summary of %s with errors in lines %j", (nodes, lines, text) => {
  const span = (line: number) => ({ source: "x", start: { line, column: 1 }, end: { line, column: 2 } });
  const resources = nodes.split("-").map((name, at) => ({
    resource: { apiVersion: "projectcalico.org/v3", kind: "Node", metadata: { name } },
    locate: () => span(1 + 3 * at),
  }));
  const errors = lines.map((line) => ({ ...error("Node a"), span: span(line) }));
  expect(errorSummary(errors, resources)).toBe(text);
});

test.each([
  [[error()], "", "1 error"],
  [[error("Node")], [""], "1 error in 1 of 1 resource (Node)"],
  [[error("Node a"), error("Node a")], "abc", "2 errors in 1 of 3 resources (Node a)"],
  // Of one that could not be read at all only the finding knows.
  [[error("Tier t"), error("Node a")], "ab", "2 errors in 2 of 3 resources (Tier t, Node a)"],
  [["a", "b", "c", "d", "e"].map((name) => error(name)), "", "5 errors in 5 of 5 resources (a, b, c, 2 more)"],
] as const)("summary %#", (diagnostics, nodes, text) => {
  const resources = [...nodes].map((name) => ({
    resource: { apiVersion: "projectcalico.org/v3", kind: "Node", metadata: { name } },
    locate: () => undefined,
  }));
  expect(errorSummary(diagnostics, resources)).toBe(text);
});
