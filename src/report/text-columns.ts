import { textWidth } from "./text-width.ts";

const INDENT = "  ";
const GAP = "  ";

/** Columns side by side for people: no borders, two blanks between; cells may hold colour and several lines. */
export function columns(headings: readonly string[], rows: readonly (readonly string[])[]): string {
  const table = [headings, ...rows].map((row) => row.map((cell) => cell.split("\n")));
  const widths = headings.map((_, column) =>
    table.reduce((width, row) => Math.max(width, ...(row[column] ?? []).map(textWidth)), 1),
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

function padded(text: string, width: number): string {
  return text + " ".repeat(width - textWidth(text));
}
