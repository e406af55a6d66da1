import type { Verdict } from "../../../policy/outcome.ts";
import { goJson } from "../../../report/json.ts";
import type { EndToEndAnswer, FlowAnswer } from "../../../report/outcomes/answer.ts";
import { answerText } from "../../../report/outcomes/answer-text.ts";
import { endToEndData } from "../../../report/outcomes/end-to-end-data.ts";
import { endToEndText } from "../../../report/outcomes/end-to-end-text.ts";
import { answerData } from "../../../report/outcomes/outcome-data.ts";
import { wrappedLines } from "../../../report/wrapped-cell.ts";
import { leftOutOf, type Scenario } from "../../../scenario/scenario.ts";
import type { Io } from "../../shell/io/io.ts";
import { printDiagnostics, styleFor } from "../../shell/io/print-diagnostics.ts";
import type { FoundRepairs } from "../repair/repair-flow.ts";

/** The forms in which `simulate` writes answers. */
export const ANSWER_OUTPUTS = ["table", "json", "yaml", "svg", "html", "markdown", "mermaid"] as const;

/** How answers are written, and the edits that were found for one of them. */
export interface AnswersOutput {
  readonly output: (typeof ANSWER_OUTPUTS)[number];
  readonly allSteps: boolean;
  /** The verdict that the packet is to have after an edit; absent where none is looked for. */
  readonly repair: Verdict | undefined;
  readonly repairs: FoundRepairs | undefined;
}

type Answer = FlowAnswer | EndToEndAnswer;

/** Writes the answers of a scenario; what draws pictures, writes YAML or shows repairs is loaded for them only. */
export async function printAnswers(
  answers: readonly Answer[],
  options: AnswersOutput,
  scenario: Scenario,
  io: Io,
): Promise<void> {
  const { output, allSteps } = options;
  switch (output) {
    case "table":
      return printTable(answers, options, scenario, io);
    case "json":
      io.stdout.writeData(goJson(await dataOf(answers, options, scenario)));
      return;
    case "yaml": {
      const { goYaml } = await import("../../../manifest/yaml/writer/go-yaml.ts");
      io.stdout.writeData(goYaml(await dataOf(answers, options, scenario)));
      return;
    }
    default: {
      const { picturesText } = await import("../../../report/pictures/pictures-text.ts");
      io.stdout.writeData(picturesText(answers, output, allSteps));
      // Pictures show what could not be evaluated; a log shows it as well.
      for (const { outcome } of answers) printDiagnostics(outcome.diagnostics, [], io);
    }
  }
}

async function dataOf(
  answers: readonly Answer[],
  { repair, repairs }: AnswersOutput,
  scenario: Scenario,
): Promise<Record<string, unknown>> {
  const flows = answers.map((one) => ("isEndToEnd" in one ? endToEndData(one) : answerData(one)));
  const edits = repair && repairs && { repair: (await shownRepairs()).repairsData(repairs, repair) };
  return { flows, ...edits, ...leftOutOf(scenario) };
}

function shownRepairs() {
  return import("../repair/repair-text.ts");
}

async function printTable(
  answers: readonly Answer[],
  { allSteps, repair, repairs }: AnswersOutput,
  scenario: Scenario,
  io: Io,
): Promise<void> {
  const style = styleFor(io.stdout);
  for (const [i, one] of answers.entries()) {
    const text = "isEndToEnd" in one ? endToEndText(one, style, allSteps) : answerText(one, style, allSteps);
    io.stdout.write(`${i > 0 ? "\n" : ""}${wrappedLines(text, style.width)}`);
    printDiagnostics(one.outcome.diagnostics, [], io);
  }
  if (repair === undefined || repairs === undefined) return;
  const isEvaluated = answers.every(({ outcome }) => outcome.decidedBy.kind !== "not-evaluated");
  const { repairsText } = await shownRepairs();
  io.stdout.write(`\n${repairsText(repairs, repair, { style, world: scenario.world, isEvaluated })}`);
}
