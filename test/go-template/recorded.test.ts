import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { compileTemplate } from "../../src/go-template/evaluate.ts";
import { TemplateError } from "../../src/go-template/syntax.ts";
import { jsonValue } from "../../src/go-template/values.ts";

/**
 * Templates with what Go's own text/template (go1.26) makes of them and of `data`, decoded as `any` with whole numbers as
 * int; `error` says whether parsing or executing fails there.
 */
const { data, cases } = JSON.parse(readFileSync(join(import.meta.dirname, "recorded.json"), "utf8")) as {
  readonly data: unknown;
  readonly cases: readonly (readonly [string, string | { readonly error: string }])[];
};

/** Where ours is otherwise, with what it makes of it. */
const DIFFERENT: Readonly<Record<string, string | RegExp>> = {
  // Whole and other numbers are compared as numbers: a field of Calico's may be either.
  "{{eq 1 1.0}}": "true",
  "{{lt 1 2.5}}": "true",
  // Resources hold no complex numbers, and no whole ones that need more than 53 bits.
  "{{1i}}": /blank is missing/,
  "{{9223372036854775807}} {{-9223372036854775808}}": /too large/,
};

function applied(template: string): string | TemplateError {
  try {
    return compileTemplate(template).apply(jsonValue(data));
  } catch (error) {
    if (error instanceof TemplateError) return error;
    throw error;
  }
}

test.each(cases)("%s", (template, recorded) => {
  const made = applied(template);
  const expected = DIFFERENT[template] ?? recorded;
  if (typeof expected === "string") expect(made).toBe(expected);
  else {
    expect(made).toBeInstanceOf(TemplateError);
    if (expected instanceof RegExp) expect(String(made)).toMatch(expected);
  }
});

test("the table was read, and each difference is one", () => {
  expect(cases.length).toBeGreaterThan(260);
  expect(cases.filter(([, recorded]) => typeof recorded !== "string").length).toBeGreaterThan(90);
  for (const template of Object.keys(DIFFERENT)) {
    const recorded = cases.find(([known]) => known === template)?.[1];
    expect(recorded, template).toBeDefined();
    expect(DIFFERENT[template]).not.toBe(recorded);
  }
});

/** What Go's limits or a reader's patience would end; ours ends it in a line, soon. */
describe("hostile templates", () => {
  const DOUBLING = `{{$x := "0123456789"}}${"{{$x = print $x $x}}".repeat(40)}`;
  test.each([
    [
      "a template that calls itself",
      '{{define "x"}}{{template "x" .}}{{end}}{{template "x" .}}',
      "call each other too deep",
    ],
    [
      "two that call each other, in blocks",
      `{{define "a"}}${"{{if true}}".repeat(50)}{{template "b"}}${"{{end}}".repeat(50)}{{end}}{{define "b"}}{{template "a"}}{{end}}{{template "a"}}`,
      "call each other too deep",
    ],
    [
      "calls that grow twofold",
      `${Array.from({ length: 60 }, (_, i) => `{{define "t${i}"}}{{template "t${i + 1}"}}{{template "t${i + 1}"}}{{end}}`).join("")}{{define "t60"}}x{{end}}{{template "t0"}}`,
      "takes too long",
    ],
    ["counting without end", "{{range 9007199254740991}}{{end}}", "takes too long"],
    ["counting in counting", "{{range 100000}}{{range 100000}}{{end}}{{end}}", "takes too long"],
    ["text that doubles", DOUBLING, "too much text"],
    ["text that is long and is printed often", '{{range 100000}}{{printf "%9999d" 1}}{{end}}', "too much text"],
    ["blocks without end", "{{if true}}".repeat(5000), "nested deeper"],
    ["parentheses without end", `{{${"(".repeat(5000)}1`, "nested deeper"],
    ["defines without end", '{{define "x"}}'.repeat(5000), "`define` stands in no other block"],
    ["a name that is almost right", '{{define "row"}}{{end}}{{template "rwo"}}', "did you mean `row`?"],
  ])("%s", (_, template, message) => {
    const made = applied(template);
    expect(made).toBeInstanceOf(TemplateError);
    expect(String(made)).toContain(message);
  });

  test.each([
    ["wide", '{{printf "%99999999d" 1}}', 10_000],
    ["precise", '{{printf "%.99999999f" 1.5}}', 102],
    ["by an operand", '{{printf "%*d" 99999999 1}}', 10_000],
  ])("a number made very %s stays small", (_, template, length) => {
    expect(String(applied(template))).toHaveLength(length);
  });

  test("a deep but honest use of templates works", () => {
    const nested =
      '{{define "count"}}{{if .}}{{len .}}{{template "count" (slice . 1)}}{{end}}{{end}}{{template "count" .list}}';
    expect(applied(nested)).toBe("321");
  });
});
