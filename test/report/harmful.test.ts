import { describe, expect, test } from "vitest";
import { parse } from "yaml";
import { goYaml } from "../../src/manifest/yaml/writer/go-yaml.ts";
import { isError } from "../../src/model/diagnostic.ts";
import { printable, printableLines } from "../../src/model/printable.ts";
import { renderDiagnostic } from "../../src/report/findings/diagnostic-text.ts";
import { junit } from "../../src/report/findings/findings-junit.ts";
import { github } from "../../src/report/findings/github.ts";
import { gitlab } from "../../src/report/findings/gitlab.ts";
import { sarif } from "../../src/report/findings/sarif.ts";
import { goJson, goJsonLine } from "../../src/report/json.ts";
import { LINE_FORMS } from "../../src/report/lines/line-forms.ts";
import { HARMFUL_CHARACTERS, harmfulIn } from "../model/harmful-characters.ts";

/** All of them in one text: alone, between letters, and behind one another. */
const ALL = HARMFUL_CHARACTERS.flatMap((char) => [char, `a${char}`, `${char}b`]).join(" ");
/** As a reader of text in UTF-8 gets it. */
const WELL_FORMED = ALL.replace(/\p{Surrogate}/gu, "\ufffd");

const finding = {
  severity: "error",
  code: "field.type",
  message: ALL,
  help: ALL,
  resource: ALL,
  span: { source: ALL, start: { line: 1, column: 3 }, end: { line: 1, column: 4 } },
} as const;

const OUTPUTS: Readonly<Record<string, string>> = {
  printable: printable(ALL),
  "printable lines": printableLines(ALL),
  JSON: goJson({ [ALL]: [ALL] }),
  "JSON on one line": goJsonLine({ [ALL]: [ALL] }),
  YAML: goYaml({ [ALL]: [ALL], short: { "a\u202e": "\u2060\nx" } }),
  "a finding with its line": renderDiagnostic(finding, ALL),
  "GitHub's annotations": github([finding]),
  "GitLab's report": gitlab([finding]),
  JUnit: junit({ command: ALL, fails: isError }, [ALL], [finding]),
  SARIF: sarif([{ ...finding, fix: { span: finding.span, text: ALL } }], { version: "1" }),
  "an answer's line": LINE_FORMS.json.problem({ code: "field.type", message: ALL }),
  "an answer's row": LINE_FORMS.csv.problem({ code: "field.type", message: ALL }),
};

test.each(Object.keys(OUTPUTS))("%s has none of them", (name) => {
  expect(harmfulIn(OUTPUTS[name] ?? "")).toBeUndefined();
  expect(OUTPUTS[name]).not.toBe("");
});

test("the check sees each of them", () => {
  const missed = HARMFUL_CHARACTERS.filter((char) => char !== "\n" && harmfulIn(`text ${char}`) === undefined);
  expect(missed).toEqual([]);
});

describe("a reader gets the same value from", () => {
  const each = HARMFUL_CHARACTERS.map((char) => `a${char}b`);
  test("JSON", () => {
    expect(JSON.parse(goJson(each))).toEqual(each);
    expect(JSON.parse(goJsonLine({ [ALL]: ALL }))).toEqual({ [ALL]: ALL });
  });

  test("YAML", () => {
    const wellFormed = each.map((text) => text.replace(/\p{Surrogate}/gu, "\ufffd"));
    expect(parse(goYaml(each))).toEqual(wellFormed);
    expect(parse(goYaml({ a: ALL }))).toEqual({ a: WELL_FORMED });
  });
});

test("GitHub's escapes: what it reads back, and properties", () => {
  const span = { ...finding.span, source: "a,b:c%\r\n.yaml" };
  expect(github([{ severity: "error", code: "field.type", message: "50%\r\n::error::y\u001b", span }])).toBe(
    "::error file=a%2Cb%3Ac%25%0D%0A.yaml,line=1,col=3,title=field.type::50%25%0D%0A::error::y\\x1b\n",
  );
});
