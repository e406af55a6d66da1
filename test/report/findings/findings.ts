import type { Diagnostic, Span } from "../../../src/model/diagnostic.ts";

/** A stretch of four characters of a file. */
export const at = (source: string): Span => ({ source, start: { line: 3, column: 5 }, end: { line: 3, column: 9 } });

/** An error with all that a finding can have but a fix. */
export const ERROR: Diagnostic = {
  severity: "error",
  code: "field.unknown",
  message: "unknown field `a<b>`",
  span: at("dir/my file.yaml"),
  help: "did you mean `ab`?",
  resource: "HostEndpoint a",
};
