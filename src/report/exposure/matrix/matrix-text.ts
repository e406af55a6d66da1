import type { MatrixCell, MatrixQuestion } from "../../../analysis/exposure/matrix/matrix.ts";
import { printable } from "../../../model/printable.ts";
import { columns } from "../../text-columns.ts";
import { wrapped } from "../../text-lines.ts";
import { textWidth } from "../../text-width.ts";
import { cellText, endName, PARTLY, rowsOfCells } from "./cell-text.ts";

/** Columns of a line for people without a terminal, with the indent; and those of one cell where its words allow it. */
const LINE = 80;
const CELL = 18;

/** A matrix for people: sources down, destinations across, as many of them in one grid as a line has room for. */
export function matrixText(question: MatrixQuestion, cells: readonly MatrixCell[], width = LINE): string {
  const { sources, destinations } = question;
  const names = sources.map((end) => printable(endName(end)));
  const labels = ["from \\ to", ...names];
  const rows = rowsOfCells(question, cells).map((row) => row.map((cell) => wrapped(printable(cellText(cell)), CELL)));
  const heads = destinations.map((end) => printable(endName(end)));
  const widthOf = (text: string) => Math.max(...text.split("\n").map(textWidth));
  const widths = heads.map((head, at) => Math.max(widthOf(head), ...rows.map((row) => widthOf(row[at] ?? ""))));
  const room = width - 2 - Math.max(...labels.map(widthOf));
  const grids = chunksOf(widths, room).map(([from, to]) =>
    columns(
      [labels[0] ?? "", ...heads.slice(from, to)],
      rows.map((row, at) => [names[at] ?? "", ...row.slice(from, to)]),
    ),
  );
  return `${grids.join("\n")}${notes(
    question,
    rows.flat().some((text) => text.includes(PARTLY)),
    width,
  )}`;
}

/** The columns of each grid; at least one. */
function chunksOf(widths: readonly number[], room: number): readonly (readonly [from: number, to: number])[] {
  const chunks: [number, number][] = [];
  let left = 0;
  for (const [at, width] of widths.entries()) {
    const last = chunks.at(-1);
    if (last === undefined || width + 2 > left) {
      chunks.push([at, at + 1]);
      left = room - width - 2;
    } else {
      last[1] = at + 1;
      left -= width + 2;
    }
  }
  return chunks;
}

function notes({ sources, destinations }: MatrixQuestion, isPartly: boolean, width: number): string {
  const unknown = [...sources, ...destinations].filter(({ addresses }) => addresses[4] === undefined);
  const names = [...new Set(unknown.map(endName))].map(printable);
  const lines = [
    ...(isPartly ? [`${PARTLY} between some of the addresses; -o json shows which`] : []),
    ...(names.length > 0 ? [`any address is taken for one of ${names.join(", ")}: its addresses are unknown`] : []),
  ];
  return lines.length === 0 ? "" : `\n${lines.map((line) => `${wrapped(line, width)}\n`).join("")}`;
}
