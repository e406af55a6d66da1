import { type Diagnostic, STDIN } from "../../model/diagnostic.ts";
import { printable } from "../../model/printable.ts";

/** Findings as commands that GitHub's workflows turn into annotations at the line. */
export function github(diagnostics: readonly Diagnostic[]): string {
  return diagnostics
    .map(({ severity, code, message, span, help }) => {
      const level = severity === "info" ? "notice" : severity;
      const place = span !== undefined && span.source !== STDIN;
      const properties = [
        ...(place ? [`file=${property(span.source)}`, `line=${span.start.line}`, `col=${span.start.column}`] : []),
        `title=${property(code)}`,
      ];
      const at = span !== undefined && !place ? `${span.source}:${span.start.line}:${span.start.column}: ` : "";
      return `::${level} ${properties.join(",")}::${data(at + message + (help === undefined ? "" : ` (${help})`))}\n`;
    })
    .join("");
}

/** The text of a command as GitHub asks, which reads line ends back; what it would show as it is and nobody sees is escaped as everywhere. */
const data = (text: string): string =>
  text
    .split(/(\r|\n)/)
    .map((part) => ENDS[part] ?? printable(part).replaceAll("%", "%25"))
    .join("");
const ENDS: Readonly<Record<string, string>> = { "\r": "%0D", "\n": "%0A" };
const property = (text: string): string => data(text).replaceAll(":", "%3A").replaceAll(",", "%2C");
