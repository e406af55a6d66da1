import type { Description, DescriptionTable, Value } from "../../analysis/describe/description.ts";
import { printable, shortened } from "../../model/printable.ts";
import type { Style } from "../style.ts";
import { columns } from "../text-columns.ts";
import { textLines, wrapped } from "../text-lines.ts";
import { wrappedLines } from "../wrapped-cell.ts";

/** Rows of one table at most; the rest is counted. */
const MOST_ROWS = 40;
/** Values of one field at most; the rest is counted. */
const MOST_VALUES = 20;
/** Columns of the longest cell, and characters that are shown of a value. */
const [CELL_WIDTH, LONGEST] = [48, 300];

/** A description for people: fields, tables, then what is wrong. */
export function descriptionText(description: Description, style: Style): string {
  const { kind, name, namespace, fields, tables, warnings } = description;
  const named = printable(namespace === undefined ? name : `${namespace}/${name}`);
  const width = Object.keys(fields).reduce((most, label) => Math.max(most, label.length), 0);
  const indent = (label: string) => `  ${label.padEnd(width + 3)}`;
  const columnsOfLine = style.width ?? Number.POSITIVE_INFINITY;
  const lines = Object.entries(fields).flatMap(([label, value]) =>
    valuesOf(value).flatMap((text, at) =>
      textLines(text, columnsOfLine, indent(at === 0 ? `${label}:` : ""), indent("")).map((line) => line.trimEnd()),
    ),
  );
  return [
    `${style.bold(`${kind} ${named}`)}\n`,
    ...lines.map((line) => `${line}\n`),
    ...tables.map((table) => tableText(table, style)),
    ...warnings.map((warning) =>
      wrappedLines(`${style.yellow("warning")}: ${printable(shortened(warning, LONGEST))}\n`, style.width),
    ),
  ].join("");
}

function valuesOf(value: Value): readonly string[] {
  const all = typeof value === "object" ? value : [String(value)];
  const shown = all.slice(0, MOST_VALUES).map((text) => printable(shortened(text, LONGEST)));
  const rest = all.length - shown.length;
  return shown.length === 0 ? ["<none>"] : rest > 0 ? [...shown, `... and ${rest} more`] : shown;
}

function tableText({ title, rows, none }: DescriptionTable, style: Style): string {
  const [first] = rows;
  if (first === undefined) return none === undefined ? "" : `${style.bold(`${title}:`)} ${none}\n`;
  const keys = Object.keys(first);
  const cells = rows.slice(0, MOST_ROWS).map((row) => keys.map((key) => cellText(row[key] ?? "")));
  const rest = rows.length - cells.length;
  const headings = keys.map((key) => style.dim(key.replace(/[A-Z]/g, " $&").toUpperCase()));
  const more = rest > 0 ? `  ... and ${rest} more; -o json has everything\n` : "";
  return `${style.bold(`${title}:`)}\n${columns(headings, cells, style.width)}${more}`;
}

function cellText(value: Value): string {
  const text = typeof value === "object" ? value.join(", ") : String(value);
  return wrapped(printable(shortened(text, LONGEST)), CELL_WIDTH);
}

/** A description as data. */
export function descriptionData({ kind, name, namespace, fields, tables, warnings }: Description) {
  return {
    kind,
    ...(namespace !== undefined && { namespace }),
    name,
    ...Object.fromEntries(Object.entries(fields).map(([label, value]) => [camelCase(label), value])),
    ...Object.fromEntries(tables.map(({ key, rows }) => [key, rows])),
    warnings,
  };
}

function camelCase(label: string): string {
  const [first = "", ...rest] = label.split(" ");
  const isWord = /^[A-Z][a-z]*$/.test(first);
  return (
    (isWord ? first.toLowerCase() : first) + rest.map((word) => word.replace(/^./, (c) => c.toUpperCase())).join("")
  );
}
