import { coverageTargets, percentage } from "../../../../analysis/coverage.ts";
import type { SourceText } from "../../../../model/diagnostic.ts";
import { type CoveredTarget, coveredTargets } from "../../../../report/flow-tests/html/covered-text.ts";
import { coverageText, targetText } from "../../../../report/flow-tests/test-report.ts";
import { unreachableText } from "../../../../report/flow-tests/unreachable-text.ts";
import type { Scenario } from "../../../../scenario/scenario.ts";
import type { PageData } from "../../page-data.ts";
import { coverageReport } from "./run-tests.ts";

/** What flow tests reach of policy, over the text of the manifests. */
export interface CoverageAnswer {
  /** `63.6 % (7 of 11): 5 of 8 rules, 2 of 3 default denies`. */
  readonly text: string;
  readonly percent: number;
  /** How many can never be reached, in words; absent where all can. */
  readonly unreachable?: string;
  /** The manifests with rules or endpoints. */
  readonly manifests: readonly CoveredText[];
  /** Marks of what is stored, of which there is no text. */
  readonly stored: readonly TextMark[];
}

/** A text, and what flow tests reach of it. */
export interface CoveredText extends SourceText {
  /** In the order of their lines. */
  readonly marks: readonly TextMark[];
}

/** What flow tests reach of a rule or of the default deny of an endpoint. */
export interface TextMark extends Pick<CoveredTarget, "state" | "words"> {
  /** Lines of the text, from 1; 0 where there is no text. */
  readonly line: number;
  readonly endLine: number;
  /** `policy allow-ssh, ingress rule 2 (Allow)`. */
  readonly text: string;
  /** The policy, profile or endpoint by its name for people. */
  readonly resource: string;
  /** The rule of it: `ingress 2`. */
  readonly rule?: string;
}

/** What the flow files of a page reach. */
export function coverageAnswer(scenario: Scenario, data: PageData): CoverageAnswer {
  const { files, coverage } = coverageReport(scenario, data);
  if (coverage === undefined) throw new Error("the report has no coverage");
  const texts = new Map(scenario.sources.map((source) => [source.name, linesOf(source)]));
  const stored: TextMark[] = [];
  for (const mark of coveredTargets(files, coverage, coverageTargets(scenario.world))) {
    const { span } = mark.target;
    const text = span && texts.get(span.source);
    if (text === undefined) stored.push(textMark(mark, []));
    else text.marks.push(textMark(mark, text.lines));
  }
  const unreachable = unreachableText(coverage);
  return {
    text: coverageText(coverage),
    percent: percentage(coverage),
    ...(unreachable !== undefined && { unreachable }),
    manifests: scenario.sources.flatMap(({ name, text }) => {
      const { marks = [] } = texts.get(name) ?? {};
      return marks.length === 0 ? [] : [{ name, text, marks: marks.sort((one, other) => one.line - other.line) }];
    }),
    stored,
  };
}

function linesOf({ text }: SourceText): { readonly lines: readonly string[]; readonly marks: TextMark[] } {
  return { lines: text.split(/\r?\n/), marks: [] };
}

function textMark({ target, state, words }: CoveredTarget, lines: readonly string[]): TextMark {
  const { line = 0, column = 0 } = target.span?.start ?? {};
  return {
    line,
    endLine: target.kind === "rule" ? lastLine(lines, line, column) : line,
    state,
    words,
    text: targetText(target),
    resource: resourceOf(target),
    ...(target.kind === "rule" && { rule: `${target.direction} ${target.rule}` }),
  };
}

/** The last line of an entry of a list that begins there: those that follow are indented as far. */
function lastLine(lines: readonly string[], line: number, column: number): number {
  let last = line;
  for (let next = line; next < lines.length; next++) {
    const text = lines[next] ?? "";
    if (text.trim() === "") continue;
    if (text.search(/\S/) < column - 1) break;
    last = next + 1;
  }
  return last;
}

function resourceOf(target: CoveredTarget["target"]): string {
  if (target.kind === "rule" && "profile" in target) return `Profile ${target.profile}`;
  const { kind, namespace, name } = target.kind === "rule" ? target.policy : target.endpoint;
  return `${kind} ${namespace === undefined ? "" : `${namespace}/`}${name}`;
}
