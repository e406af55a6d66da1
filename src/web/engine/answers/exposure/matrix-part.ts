import type { MatrixEnd } from "../../../../analysis/exposure/matrix/matrix-ends.ts";
import { displayId, resourceId } from "../../../../model/resource.ts";
import { cellText, endName, NOTHING, rowsOfCells } from "../../../../report/exposure/matrix/cell-text.ts";
import { addressesText } from "../../../../report/regions/address-nets.ts";
import type { Scenario } from "../../../../scenario/scenario.ts";
import { commandOfWords, provedPart, questionOfWords } from "./matrix-question.ts";
import type { MatrixPart, MatrixPartQuestion, PartCell, PartEnd } from "./matrix-types.ts";

/** The rows and columns that are asked for; throws `RequestError` where a word of the question stands for nothing. */
export function answerMatrixPart(scenario: Scenario, question: MatrixPartQuestion): MatrixPart {
  const { row, rows, column, columns } = question;
  const whole = questionOfWords(scenario, question);
  const part = {
    sources: whole.sources.slice(row, row + rows),
    destinations: whole.destinations.slice(column, column + columns),
    services: whole.services,
  };
  const proved = provedPart(scenario, part);
  const cells = proved.exact ? rowsOfCells(part, proved.value.cells) : [];
  return {
    rowCount: whole.sources.length,
    columnCount: whole.destinations.length,
    row,
    column,
    sources: part.sources.map(partEnd),
    destinations: part.destinations.map(partEnd),
    cells: cells.map((list) => list.map((cell) => partCell(cellText(cell)))),
    ...(!proved.exact && { notProved: proved.why }),
    assumptions: proved.exact ? proved.value.assumptions : [],
    command: commandOfWords(question),
  };
}

/** An end as the page shows it. */
export function partEnd(end: MatrixEnd): PartEnd {
  const name = endName(end);
  if (end.kind === "elsewhere") return { name, about: "all other addresses" };
  const addresses = ([4, 6] as const).flatMap((family) => {
    const list = end.addresses[family];
    return list === undefined || list.length === 0 ? [] : [addressesText(family, list)];
  });
  const known = addresses.join(", ") || "addresses unknown";
  if (end.kind === "addresses") return { name, about: known };
  const { node, located } = end.endpoint;
  return { name, about: `${node}, ${known}`, resource: displayId(resourceId(located.resource)) };
}

function partCell(text: string): PartCell {
  if (text === NOTHING) return { text, kind: "none" };
  if (text === "own node" || text === "no common IP version") return { text, kind: "other" };
  return { text, kind: text === "all" ? "all" : "some" };
}
