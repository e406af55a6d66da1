import { read } from "../read.ts";

/**
 * What is reported of one resource, one line for each finding: `code path at POINTED: message (help)`, where POINTED is the stretch of
 * the manifest that people are shown. The manifest is one line of text, as `resource` of `read.ts` makes it.
 */
export function findingsOf(text: string, version?: string): string[] {
  return read(text, "apply", version).diagnostics.map(({ code, path, span, message, help }) => {
    const pointed = span ? ` at ${text.slice(span.start.column - 1, span.end.column - 1)}` : "";
    return `${code} ${path ?? ""}${pointed}: ${message}${help === undefined ? "" : ` (${help})`}`;
  });
}
