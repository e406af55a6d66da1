import type { CellContext, Column } from "../../../model/kinds/columns.ts";
import { printable } from "../../../model/printable.ts";
import type { Resource } from "../../../model/resource.ts";

const MIN_WIDTH = 5;
const GAP = 3;

/** A row of cells as wide as their columns, the last one too; a wider cell makes its column wider from here on. */
export function textRow(cells: readonly string[], widths: number[]): string {
  return cells
    .map((cell, i) => {
      const length = [...cell].length;
      widths[i] = Math.max(widths[i] ?? MIN_WIDTH, length + GAP);
      return cell + " ".repeat(widths[i] - length);
    })
    .join("");
}

/** The widths that columns with these cells have: 3 blanks after each cell, at least 5 columns in all. */
export function columnWidths(rows: readonly (readonly string[])[]): number[] {
  const widths: number[] = [];
  for (const row of rows) textRow(row, widths);
  return widths;
}

/**
 * A table as calicoctl's `get` prints it (recorded byte for byte), with an empty line below. Control characters of
 * stored values are shown escaped.
 */
export function textTable(headings: readonly string[], rows: readonly (readonly string[])[]): string {
  const lines = [headings, ...rows.map((row) => row.map(printable))];
  const widths = columnWidths(lines);
  return `${lines.map((line) => textRow(line, widths)).join("\n")}\n\n`;
}

/** The `get` table of resources of one kind. */
export function resourceTable(
  columns: readonly Column[],
  resources: readonly Resource[],
  context: CellContext,
): string {
  return textTable(
    columns.map(({ heading }) => heading),
    resources.map((resource) => columns.map(({ cell }) => cell(resource, context))),
  );
}

/** The rows of that table without headings, empty line and blanks at their ends: for scripts, which read it by lines. */
export function resourceRows(columns: readonly Column[], resources: readonly Resource[], context: CellContext): string {
  const rows = resources.map((resource) => columns.map(({ cell }) => printable(cell(resource, context))));
  const widths = columnWidths(rows);
  return rows.map((row) => `${textRow(row, widths).trimEnd()}\n`).join("");
}
