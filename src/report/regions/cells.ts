import { printable } from "../../model/printable.ts";

/** What a spreadsheet takes for the beginning of a formula. */
const FORMULA = /^[=+\-@\t\r]/;

/**
 * A line of CSV, quoted as RFC 4180 has it. A cell that a spreadsheet would evaluate begins with an apostrophe, which it
 * takes for text; characters that no output shows are escaped.
 */
export function csvLine(cells: readonly string[]): string {
  return `${cells.map(csvCell).join(",")}\n`;
}

function csvCell(text: string): string {
  const shown = printable(text);
  const safe = FORMULA.test(text) || FORMULA.test(shown.trimStart()) ? `'${shown}` : shown;
  return /[",;]|^\s|\s$/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}

/** A row of a Markdown table. */
export function markdownRow(cells: readonly string[]): string {
  return `| ${cells.map(markdownText).join(" | ")} |\n`;
}

/** A text in Markdown, also in a cell: what Markdown or HTML would read in it is escaped. */
export function markdownText(text: string): string {
  const escaped = printable(text).replace(/[\\`*_{}[\]<>()#+!|~$&@]/g, (char) =>
    char === "<" ? "&lt;" : char === ">" ? "&gt;" : char === "&" ? "&amp;" : char === "@" ? "&#64;" : `\\${char}`,
  );
  // A scheme would become a link.
  return escaped.replaceAll("://", ":&#47;&#47;");
}

/**
 * A text as code in Markdown, also within a cell: neither Markdown, HTML nor names of users and issues are read in it. It is fenced by
 * more backticks than it has in a row.
 */
export function markdownCode(text: string): string {
  // A cell ends at a sign that stands behind two backslashes.
  const pipe = (_: string, before: string): string => (before === "" ? "\\|" : `${before}\\u007c`);
  const shown = printable(text).replace(/(\\*)\|/g, pipe);
  if (shown === "") return "";
  const fence = "`".repeat(Math.max(0, ...(shown.match(/`+/g) ?? []).map((run) => run.length)) + 1);
  const edge = /^[` ]|[` ]$/.test(shown) ? " " : "";
  return `${fence}${edge}${shown}${edge}${fence}`;
}

/** A quoted text of Graphviz's language; lines of it are centred. */
export function dotText(text: string): string {
  const lines = text.split("\n").map((line) => printable(line).replace(/["\\]/g, (char) => `\\${char}`));
  return `"${lines.join("\\n")}"`;
}
