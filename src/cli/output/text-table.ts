import { type CellContext, type Column, namespace } from "../../model/columns.ts";
import { printable } from "../../model/printable.ts";
import type { Resource } from "../../model/resource.ts";

const MIN_WIDTH = 5;
const GAP = 3;

/**
 * A table as calicoctl's `get` prints it (recorded byte for byte): 3 blanks after each cell, the last one too, at least
 * 5 columns in all, and an empty line below. Control characters of stored values are shown escaped.
 */
export function textTable(headings: readonly string[], rows: readonly (readonly string[])[]): string {
  const lines = [headings, ...rows.map((row) => row.map(printable))];
  const widths = headings.map((_, i) =>
    lines.reduce((width, line) => Math.max(width, [...(line[i] ?? "")].length + GAP), MIN_WIDTH),
  );
  const pad = (cell: string, width: number) => cell + " ".repeat(Math.max(0, width - [...cell].length));
  return `${lines.map((line) => line.map((cell, i) => pad(cell, widths[i] ?? 0)).join("")).join("\n")}\n\n`;
}

/** The `get` table of resources of one kind; `namespaces` adds the NAMESPACE column in front. */
export function resourceTable(
  columns: readonly Column[],
  resources: readonly Resource[],
  options: { readonly namespaces: boolean; readonly context: CellContext },
): string {
  const shown = options.namespaces ? [namespace, ...columns] : columns;
  return textTable(
    shown.map(({ heading }) => heading),
    resources.map((resource) => shown.map(({ cell }) => cell(resource, options.context))),
  );
}
