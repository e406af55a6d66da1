import { type Diagnostic, type Severity, type Span, STDIN } from "../../model/diagnostic.ts";
import { printable } from "../../model/printable.ts";

/** What is shown at a line of a pull request. */
export interface Annotation {
  readonly severity: Severity;
  /** Its heading: the code of a finding, the name of a flow. */
  readonly title: string;
  readonly message: string;
  readonly span?: Span | undefined;
}

/** Findings as commands that GitHub's workflows turn into annotations at the line. */
export function github(diagnostics: readonly Diagnostic[]): string {
  return annotations(
    diagnostics.map(({ severity, code: title, message, span, help }) => {
      return { severity, title, message: help === undefined ? message : `${message} (${help})`, span };
    }),
  );
}

/** Such commands, a line each; what stands in no file has its place in front of its message. */
export function annotations(list: readonly Annotation[]): string {
  return list
    .map(({ severity, title, message, span }) => {
      const level = severity === "info" ? "notice" : severity;
      const place = span !== undefined && span.source !== STDIN;
      const properties = [
        ...(place ? [`file=${property(span.source)}`, `line=${span.start.line}`, `col=${span.start.column}`] : []),
        `title=${property(title)}`,
      ];
      const at = span !== undefined && !place ? `${span.source}:${span.start.line}:${span.start.column}: ` : "";
      return `::${level} ${properties.join(",")}::${data(at + message)}\n`;
    })
    .join("");
}

/**
 * The text of a command as GitHub asks, which reads line ends back; what it would show as it is and nobody sees is escaped as
 * everywhere.
 */
const data = (text: string): string =>
  text
    .split(/(\r|\n)/)
    .map((part) => ENDS[part] ?? printable(part).replaceAll("%", "%25"))
    .join("");
const ENDS: Readonly<Record<string, string>> = { "\r": "%0D", "\n": "%0A" };
const property = (text: string): string => data(text).replaceAll(":", "%3A").replaceAll(",", "%2C");
