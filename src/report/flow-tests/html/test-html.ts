import { htmlPage, pillOf, tableOf } from "../../html/page.ts";
import { type Child, el, type Markup } from "../../markup.ts";
import { fileAndLine } from "../../place-text.ts";
import { proofDecider, proofGot, proofMessage, proofName, scopeText } from "../proof-text.ts";
import {
  actualText,
  belowThresholdText,
  caseName,
  counts,
  countsText,
  coverageText,
  decidedByWithPlace,
  errorsOf,
  expectedText,
  failureText,
  messageOf,
  type TestCase,
  type TestFile,
  type TestProof,
  type TestReport,
} from "../test-report.ts";
import { COVERAGE_STYLE, coverageSection } from "./coverage-section.ts";
import type { CoverageScene } from "./covered-text.ts";

/** Rows of one file that are shown; those that did not pass come first. */
const MOST = 1000;

const WORDS: Readonly<Record<TestCase["result"] | TestProof["result"], readonly [word: string, tone: string]>> = {
  passed: ["pass", "good"],
  failed: ["FAIL", "bad"],
  "not-proved": ["NOT PROVED", "bad"],
  error: ["ERROR", "bad"],
  "no-expectation": ["no expectation", "faint"],
};

/** A run of flow tests as an HTML document: the results, and what the flows reached drawn over the text of the policies. */
export function testHtml(report: TestReport, scene: CoverageScene): string {
  const { files, coverage, leftOut = [] } = report;
  const sums = counts(files);
  const isGood = sums.failed + sums.errors + sums.notProved === 0 && belowThresholdText(report) === undefined;
  return htmlPage({
    title: "Flow tests",
    lead: [
      el("p", {}, pillOf(isGood ? "PASS" : "FAIL", isGood ? "good" : "bad"), ` ${countsText(sums)}`),
      ...(coverage === undefined ? [] : [el("p", {}, `coverage ${coverageText(coverage)}`)]),
      ...leftOut.map((line) => el("p", {}, pillOf("left out", "bad"), ` ${line}`)),
    ],
    body: [...files.map(fileSection), ...(coverage === undefined ? [] : [coverageSection(files, coverage, scene)])],
    style: COVERAGE_STYLE,
  });
}

function fileSection(file: TestFile): Markup {
  const { name, cases, proofs } = file;
  const rows = [...cases.map(caseRow), ...proofs.map(proofRow)];
  const sorted = [...rows.filter(({ isPassed }) => !isPassed), ...rows.filter(({ isPassed }) => isPassed)];
  const shown = sorted.length <= MOST ? rows : sorted.slice(0, MOST);
  const rest = rows.length - shown.length;
  return el(
    "section",
    {},
    el("h2", {}, name),
    ...errorsOf(file).map(({ message }) => el("p", {}, pillOf("ERROR", "bad"), ` ${message}`)),
    ...(rows.length === 0
      ? []
      : [
          tableOf(
            ["result", "flow", "expected", "got", "decided by"],
            shown.map(({ cells }) => cells),
            name,
          ),
        ]),
    ...(rest > 0 ? [el("p", { class: "muted" }, `... and ${rest} more; -o json lists every flow`)] : []),
  );
}

interface Row {
  readonly isPassed: boolean;
  readonly cells: readonly Child[];
}

function caseRow(one: TestCase): Row {
  const { result, span, answer, difference } = one;
  const why = result === "error" ? messageOf(one) : decidedByWithPlace(answer.outcome.decidedBy);
  const more = result === "failed" ? [failureText(one), ...(difference === undefined ? [] : [difference])] : [];
  return {
    isPassed: result === "passed",
    cells: [
      resultPill(result),
      named(caseName(one), fileAndLine(span)),
      labelled("expected", expectedText(answer.flow.expect) || "-"),
      labelled("got", actualText(one)),
      el("div", {}, why, ...more.map((line) => el("div", { class: "ink bad" }, line))),
    ],
  };
}

function proofRow(proof: TestProof): Row {
  const { result, span, list } = proof;
  const lines = result === "passed" ? [scopeText(proof)] : [proofMessage(proof), proofDecider(proof)];
  return {
    isPassed: result === "passed",
    cells: [
      resultPill(result),
      named(proofName(proof), fileAndLine(span)),
      labelled("expected", list),
      labelled("got", proofGot(proof)),
      el("div", {}, ...lines.filter((line) => line !== "").map((line) => el("div", {}, line))),
    ],
  };
}

function resultPill(result: TestCase["result"] | TestProof["result"]): Markup {
  const [word, tone] = WORDS[result];
  return pillOf(word, tone);
}

function named(name: string, place: string): Markup {
  return el("div", {}, el("strong", {}, name), el("div", {}, el("code", { class: "muted" }, place)));
}

/** A cell that says what it is where its column has no heading, on narrow screens. */
function labelled(label: string, text: string): Markup {
  return el("span", {}, el("span", { class: "label muted", "aria-hidden": "true" }, `${label} `), text);
}
