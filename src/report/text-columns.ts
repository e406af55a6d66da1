import { textWidth } from "./text-width.ts";
import { widestWord, wrappedCell } from "./wrapped-cell.ts";

const INDENT = "  ";
const GAP = "  ";

/** Columns of the last column below which its sentences are hard to read: it then stands below the others. */
const READABLE = 24;

/** What a cell of the last column that has no room beside the others stands behind, below them. */
const BELOW = "      ";

type Row = readonly string[];

/**
 * Columns side by side for people: no borders, two blanks between; cells may hold colour and several lines. In a `width` that
 * they do not fit into, the widest cells are broken at blanks, and where that leaves too little for the last column, this stands below
 * the others; absent, no cell is.
 */
export function columns(headings: Row, rows: readonly Row[], width = Number.POSITIVE_INFINITY): string {
  const given = [headings, ...rows];
  const natural = naturalWidths(given, headings.length);
  const widths = fitted(natural, given, width);
  const isReadable = (widths.at(-1) ?? 0) >= Math.min(READABLE, natural.at(-1) ?? 0);
  if ((tableWidth(widths) <= width && isReadable) || headings.length < 3)
    return given.map((row) => rowText(row, widths, natural)).join("");
  const first = natural.slice(0, -1);
  const firstWidths = fitted(first, given, width);
  return given
    .map((row) => {
      const last = wrappedCell(row[first.length] ?? "", width - BELOW.length);
      const below = last === "" ? "" : last.replaceAll(/^/gm, BELOW).concat("\n");
      const beside = rowText(row, firstWidths, first);
      return beside.trim() === "" && below !== "" ? below : beside + below;
    })
    .join("");
}

function naturalWidths(given: readonly Row[], count: number): readonly number[] {
  return Array.from({ length: count }, (_, column) => widest(given, column, linesWidth));
}

function tableWidth(widths: readonly number[]): number {
  return INDENT.length + GAP.length * (widths.length - 1) + widths.reduce((sum, width) => sum + width, 0);
}

/** The lines of a row; cells of columns that are narrower than their text are broken. */
function rowText(row: Row, widths: readonly number[], natural: readonly number[]): string {
  const cells = widths.map((width, column) => {
    const cell = row[column] ?? "";
    return (width < (natural[column] ?? 0) ? wrappedCell(cell, width) : cell).split("\n");
  });
  const height = Math.max(1, ...cells.map((cell) => cell.length));
  return Array.from({ length: height }, (_, line) => {
    const parts = widths.map((width, column) => padded(cells[column]?.[line] ?? "", width));
    return `${`${INDENT}${parts.join(GAP)}`.trimEnd()}\n`;
  }).join("");
}

function linesWidth(cell: string): number {
  return Math.max(...cell.split("\n").map(textWidth));
}

function widest(rows: readonly Row[], column: number, widthOf: (cell: string) => number): number {
  return rows.reduce((width, row) => Math.max(width, widthOf(row[column] ?? "")), 1);
}

/** The widths with the widest of them lowered until the table fits into `width`, none below that of its longest word. */
function fitted(natural: readonly number[], given: readonly Row[], width: number): readonly number[] {
  const widths = [...natural];
  let over = tableWidth(widths) - width;
  if (over <= 0) return widths;
  const floors = widths.map((_, column) => widest(given, column, widestWord));
  while (over > 0) {
    let at = -1;
    for (const [column, width] of widths.entries())
      if (width > (floors[column] ?? 0) && width > (widths[at] ?? 0)) at = column;
    if (at < 0) break;
    widths[at] = (widths[at] ?? 0) - 1;
    over--;
  }
  return widths;
}

function padded(text: string, width: number): string {
  return text + " ".repeat(Math.max(0, width - textWidth(text)));
}
