import type { CODES } from "../generated/codes.ts";

/** The code of a finding: one of those that schemas/codes/ documents, which is how the compiler knows that each is. */
export type Code = (typeof CODES)[number];

/** How bad a finding is: an `error` stops every write, a `warning` does not, `info` is for information. */
export type Severity = "error" | "warning" | "info";

/** A text with the name that findings show: the file's name as given, or `<stdin>`. */
export interface SourceText {
  readonly name: string;
  readonly text: string;
}

/** A place in a text; `line` and `column` count from 1, `column` in UTF-16 units. */
export interface Position {
  readonly line: number;
  readonly column: number;
}

/** The name of standard input in messages. */
export const STDIN = "<stdin>";

/** A stretch of one source text; `source` is the file's name as the user gave it, or `<stdin>`; `end` is exclusive. */
export interface Span {
  readonly source: string;
  readonly start: Position;
  readonly end: Position;
}

/** A stretch of a text, and what to write in its place. */
export interface TextEdit {
  readonly span: Span;
  readonly text: string;
}

/**
 * One finding about the user's input, as data. `code` is stable and documented (`field.unknown`), `message` is one
 * lower-case line without a full stop, user text in backticks; `path` is the field (`spec.ingress[0].action`);
 * `help` is what to do about it, `fix` the same as a change of the text where nothing has to be decided for it; `resource` is the
 * resource's name for people (`GlobalNetworkPolicy allow-nodeport`).
 */
export interface Diagnostic {
  readonly severity: Severity;
  readonly code: Code;
  readonly message: string;
  readonly span?: Span;
  readonly path?: string;
  readonly help?: string;
  readonly fix?: TextEdit;
  readonly resource?: string;
}

/** The findings with every warning as an error, as `--warnings-as-errors` asks. */
export function warningsAsErrors<T extends Diagnostic>(diagnostics: readonly T[]): readonly T[] {
  return diagnostics.map((one) => (one.severity === "warning" ? { ...one, severity: "error" } : one));
}

/** Whether the finding is an error. */
export function isError({ severity }: Diagnostic): boolean {
  return severity === "error";
}

/** Whether any finding is an error. */
export function hasErrors(diagnostics: readonly Diagnostic[]): boolean {
  return diagnostics.some(isError);
}
