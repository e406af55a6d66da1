import { exposureMatrix } from "../../../analysis/exposure/matrix/matrix.ts";
import { SharedBudget } from "../../../analysis/sets/budget.ts";
import { matrixData } from "../../../report/exposure/matrix/matrix-data.ts";
import { matrixCsv, matrixDot, matrixMarkdown } from "../../../report/exposure/matrix/matrix-tables.ts";
import { matrixText } from "../../../report/exposure/matrix/matrix-text.ts";
import { goJson } from "../../../report/json.ts";
import type { ExposureOptions } from "../../../scenario/exposure/exposure-question.ts";
import { matrixQuestion } from "../../../scenario/exposure/matrix-question.ts";
import { factsOfNode } from "../../../scenario/node-facts.ts";
import { leftOutOf, type Scenario } from "../../../scenario/scenario.ts";
import type { Io } from "../../shell/io/io.ts";

/** Prints who may reach whom as a grid; returns whether all of it was proved. Without a proof no cell is printed. */
export async function printMatrix(
  scenario: Scenario,
  given: ExposureOptions,
  output: "table" | "json" | "csv" | "dot" | "markdown" | "svg" | "html",
  io: Io,
): Promise<boolean> {
  const question = matrixQuestion(scenario, given);
  const { sources, destinations } = question;
  const nodes = new Set(
    [...sources, ...destinations].flatMap((end) => (end.kind === "endpoint" ? [end.endpoint.node] : [])),
  );
  const facts = [...nodes].map((node) => factsOfNode(scenario.saved, node));
  const result = exposureMatrix(scenario.world, facts, question, new SharedBudget());
  if (output === "json") {
    io.stdout.writeData(goJson({ ...matrixData(question, result), ...leftOutOf(scenario) }));
    return result.exact;
  }
  if (!result.exact) {
    io.stderr.write(`not proved: ${result.why}\n`);
    return false;
  }
  const { cells, assumptions } = result.value;
  if (output === "csv") io.stdout.writeData(matrixCsv(question, cells));
  else if (output === "markdown") io.stdout.writeData(matrixMarkdown(question, cells));
  else if (output === "dot") io.stdout.writeData(matrixDot(cells));
  else if (output === "svg" || output === "html") {
    const { matrixHtml, matrixSvg } = await import("../../../report/exposure/pictures/matrix-pictures.ts");
    const text = output === "html" ? matrixHtml(question, cells, assumptions) : `${matrixSvg(question, cells)}\n`;
    io.stdout.writeData(text);
  } else {
    io.stdout.write(matrixText(question, cells, io.stdout.columns));
    for (const text of assumptions) io.stderr.write(`assumed: ${text}\n`);
  }
  return true;
}
