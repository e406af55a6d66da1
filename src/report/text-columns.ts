import { textWidth } from "./text-width.ts";
import { widestWord, wrappedCell } from "./wrapped-cell.ts";

const INDENT = "  ";
const GAP = "  ";

/**
 * Columns side by side for people: no borders, two blanks between; cells may hold colour and several lines. In a `width` that
 * they do not fit into, the widest cells are broken at blanks; absent, no cell is.
 */
export function columns(
  headings: readonly string[],
  rows: readonly (readonly string[])[],
  width = Number.POSITIVE_INFINITY,
): string {
  const given = [headings, ...rows];
  const natural = headings.map((_, column) => widest(given, column, linesWidth));
  const widths = fitted(natural, width - INDENT.length - GAP.length * (natural.length - 1), (column) =>
    widest(given, column, widestWord),
  );
  const isCut = widths.map((one, column) => one < (natural[column] ?? 0));
  const table = given.map((row) =>
    row.map((cell, column) => (isCut[column] ? wrappedCell(cell, widths[column] ?? 0) : cell).split("\n")),
  );
  return table
    .flatMap((row) => {
      const height = Math.max(1, ...row.map((cell) => cell.length));
      return Array.from({ length: height }, (_, line) => {
        const cells = widths.map((width, column) => padded(row[column]?.[line] ?? "", width));
        return `${INDENT}${cells.join(GAP)}`.trimEnd();
      });
    })
    .map((line) => `${line}\n`)
    .join("");
}

function linesWidth(cell: string): number {
  return Math.max(...cell.split("\n").map(textWidth));
}

function widest(rows: readonly (readonly string[])[], column: number, widthOf: (cell: string) => number): number {
  return rows.reduce((width, row) => Math.max(width, widthOf(row[column] ?? "")), 1);
}

/** The widths with the widest of them lowered until all fit into `room`, none below its `least`. */
function fitted(natural: readonly number[], room: number, least: (column: number) => number): readonly number[] {
  const widths = [...natural];
  let over = widths.reduce((sum, width) => sum + width, 0) - room;
  if (over <= 0) return widths;
  const floors = widths.map((_, column) => least(column));
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
