import type { MatrixCell, MatrixQuestion } from "../../../analysis/exposure/matrix/matrix.ts";
import { csvLine, dotText, markdownRow } from "../../regions/cells.ts";
import { cellText, endName, NOTHING, rowsOfCells } from "./cell-text.ts";

/** A matrix as CSV: a line for each source, a column for each destination. */
export function matrixCsv(question: MatrixQuestion, cells: readonly MatrixCell[]): string {
  return grid(question, cells).map(csvLine).join("");
}

/** A matrix as a table of Markdown. */
export function matrixMarkdown(question: MatrixQuestion, cells: readonly MatrixCell[]): string {
  const [headings = [], ...rows] = grid(question, cells);
  return [markdownRow(headings), `|${headings.map(() => " --- |").join("")}\n`, ...rows.map(markdownRow)].join("");
}

/** A graph for Graphviz: an edge for each pair between which something may pass. */
export function matrixDot(cells: readonly MatrixCell[]): string {
  const edges = cells.flatMap((cell) => {
    const text = cellText(cell);
    const isEmpty = text === NOTHING || cell.answers.every(({ allowed }) => allowed === "own node");
    if (isEmpty) return [];
    return [`  ${dotText(endName(cell.source))} -> ${dotText(endName(cell.destination))} [label=${dotText(text)}];\n`];
  });
  const ends = [...new Set(cells.flatMap(({ source, destination }) => [endName(source), endName(destination)]))];
  return `digraph exposure {\n  rankdir=LR;\n${ends.map((name) => `  ${dotText(name)} [shape=box];\n`).join("")}${edges.join("")}}\n`;
}

function grid(question: MatrixQuestion, cells: readonly MatrixCell[]): readonly (readonly string[])[] {
  return [
    ["from", ...question.destinations.map(endName)],
    ...rowsOfCells(question, cells).map((row, at) => {
      const source = question.sources[at];
      return [source === undefined ? "" : endName(source), ...row.map(cellText)];
    }),
  ];
}
