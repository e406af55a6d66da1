import type { Coverage } from "../../../analysis/coverage.ts";
import { pillOf } from "../../html/page.ts";
import { el, type Markup } from "../../markup.ts";
import { type TestFile, targetText } from "../test-report.ts";
import { targetWithPlace } from "../unreachable-text.ts";
import { type CoverageScene, type CoveredTarget, type CoveredText, coveredTexts } from "./covered-text.ts";

/** Lines of all texts that are shown. */
const MOST_LINES = 6000;
/** Lines around what can be reached; longer runs of others are folded. */
const AROUND = 3;

const TONES: Readonly<Record<CoveredTarget["state"], string>> = { reached: "good", missed: "bad", shadowed: "odd" };
const SIGNS: Readonly<Record<CoveredTarget["state"], string>> = { reached: "✓", missed: "✗", shadowed: "○" };

/** The style of policies with what was reached. */
export const COVERAGE_STYLE = [
  ".label { display: none; }",
  "@media (max-width: 700px) { .label { display: inline; } }",
  ".code { width: 100%; border: 1px solid var(--edge); border-radius: 8px; border-collapse: separate; border-spacing: 0; margin: 8px 0 16px; }",
  ".code th, .code td { padding: 0 10px; border: 0; line-height: 1.6; max-width: none; }",
  ".code tr.first th, .code tr.first td { border-top: 1px solid var(--edge); }",
  ".code th { color: var(--muted); font-weight: 400; text-align: right; font-size: 12.5px; user-select: none; width: 1px; }",
  ".code td.sign { padding: 0; width: 16px; text-align: center; font-weight: 700; }",
  ".code pre { margin: 0; white-space: pre-wrap; overflow-wrap: anywhere; font-size: 13px; }",
  ".code td.says { text-align: right; width: 1px; white-space: nowrap; font-size: 12.5px; }",
  ".code .fold td { color: var(--muted); font-size: 12.5px; padding: 2px 10px; }",
  ...Object.values(TONES).map(
    (tone) =>
      `.code tr.${tone} { background: var(--${tone}-tint); } .code tr.${tone} .sign { color: var(--${tone}-ink); }`,
  ),
  ".code tr.good th, .code tr.bad th, .code tr.odd th { color: var(--text); }",
  "@media (max-width: 700px) { .code td.says { white-space: normal; } .code th { padding: 0 4px; } }",
].join("\n");

/** What flows reached, drawn over the text of the policies. */
export function coverageSection(files: readonly TestFile[], coverage: Coverage, scene: CoverageScene): Markup {
  const texts = coveredTexts(files, coverage, scene);
  const elsewhere = coverage.unreached.filter(({ span }) => span === undefined);
  let left = MOST_LINES;
  const shown = texts.flatMap((text) => {
    if (left <= 0) return [];
    const drawn = textTable(text);
    left -= drawn.lines;
    return [el("h3", {}, text.source.name), drawn.table];
  });
  const rest = texts.length - shown.length / 2;
  return el(
    "section",
    { id: "coverage" },
    el("h2", {}, "Coverage"),
    el("p", { class: "muted" }, "Each rule and each default deny of an endpoint: ", ...legend()),
    ...shown,
    ...(rest > 0 ? [el("p", {}, `... and ${rest} more files`)] : []),
    ...(elsewhere.length === 0
      ? []
      : [
          el("h3", {}, "not reached, and in no file"),
          el("ul", {}, ...elsewhere.map((target) => el("li", {}, targetWithPlace(target)))),
        ]),
  );
}

function legend(): readonly Markup[] {
  const word = (state: CoveredTarget["state"], text: string) => pillOf(`${SIGNS[state]} ${text}`, TONES[state]);
  return [word("reached", "reached"), word("missed", "not reached"), word("shadowed", "never reached: shadowed")];
}

/** A text with line numbers; of a line the sign and the ground say what was reached, and words at the first line of a rule. */
function textTable({ source, targets }: CoveredText): { readonly table: Markup; readonly lines: number } {
  const lines = source.text.replace(/\n$/, "").split("\n");
  const states = new Map<number, CoveredTarget["state"]>();
  const byLine = new Map<number, CoveredTarget[]>();
  for (const one of targets) {
    const { span } = one.target;
    if (span === undefined) continue;
    byLine.set(span.start.line, [...(byLine.get(span.start.line) ?? []), one]);
    const last = one.target.kind === "default" ? span.start.line : lastLine(span.start.line, lines);
    for (let line = span.start.line; line <= last; line++) states.set(line, worse(states.get(line), one.state));
  }
  const rows: Markup[] = [];
  let count = 0;
  for (let line = 1; line <= lines.length; line++) {
    const end = foldEnd(line, lines.length, byLine, states);
    if (end > line + 1) {
      rows.push(
        el("tr", { class: "fold" }, el("th", {}, "⋯"), el("td", { colspan: 3 }, `${end - line} lines without rules`)),
      );
      line = end - 1;
      continue;
    }
    count++;
    rows.push(lineRow(line, lines[line - 1] ?? "", states.get(line), byLine.get(line) ?? []));
  }
  const table = el("table", { class: "code", "aria-label": `coverage of ${source.name}` }, el("tbody", {}, ...rows));
  return { table, lines: count };
}

/** The first line behind a run of lines that nothing can be reached in nor near; the line itself where there is none. */
function foldEnd(
  line: number,
  most: number,
  byLine: ReadonlyMap<number, unknown>,
  states: ReadonlyMap<number, unknown>,
): number {
  const isNear = (at: number) => {
    for (let near = at - AROUND; near <= at + AROUND; near++) if (states.has(near) || byLine.has(near)) return true;
    return false;
  };
  let end = line;
  while (end <= most && !isNear(end)) end++;
  return end;
}

/** The last line of a rule that begins on a line: those below it that are indented further. */
function lastLine(start: number, lines: readonly string[]): number {
  const indentOf = (line: string) => line.length - line.trimStart().length;
  const indent = indentOf(lines[start - 1] ?? "");
  let last = start;
  for (let line = start + 1; line <= lines.length; line++) {
    const text = lines[line - 1] ?? "";
    if (text.trim() === "") continue;
    if (indentOf(text) <= indent) break;
    last = line;
  }
  return last;
}

function worse(a: CoveredTarget["state"] | undefined, b: CoveredTarget["state"]): CoveredTarget["state"] {
  return a === "missed" || b === "missed" ? "missed" : a === "shadowed" || b === "shadowed" ? "shadowed" : "reached";
}

function lineRow(
  line: number,
  text: string,
  state: CoveredTarget["state"] | undefined,
  targets: readonly CoveredTarget[],
): Markup {
  const words = targets.map((one) =>
    el("div", {}, el("span", { class: `ink ${TONES[one.state]}`, title: targetText(one.target) }, wordsOf(one))),
  );
  return el(
    "tr",
    state === undefined ? {} : { class: targets.length > 0 ? `first ${TONES[state]}` : TONES[state] },
    el("th", { scope: "row" }, String(line)),
    el("td", { class: "sign", "aria-hidden": "true" }, state === undefined ? "" : SIGNS[state]),
    el("td", {}, el("pre", {}, text)),
    el("td", { class: "says" }, ...words),
  );
}

function wordsOf({ target, words }: CoveredTarget): string {
  return target.kind === "default" ? `default deny of ${target.stage} ${target.direction} ${words}` : words;
}
