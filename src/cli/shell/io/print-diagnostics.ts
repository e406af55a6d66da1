import { Chalk } from "chalk";
import type { Diagnostic, SourceText } from "../../../model/diagnostic.ts";
import { renderDiagnostic } from "../../../report/findings/diagnostic-text.ts";
import type { Style } from "../../../report/style.ts";
import type { Io } from "./io.ts";
import type { Out } from "./out.ts";

/** The colours of one stream, where it has colours, and its width. */
export function styleFor(out: Out): Style {
  return Object.assign(new Chalk({ level: out.hasColours ? 1 : 0 }), { width: out.columns });
}

/** Most findings of one run that are printed; the rest is counted. */
const MOST = 100;

/** Prints findings on stderr, each with its place and source line. */
export function printDiagnostics(diagnostics: readonly Diagnostic[], sources: readonly SourceText[], io: Io): void {
  if (diagnostics.length === 0) return;
  const texts = new Map(sources.map(({ name, text }) => [name, text]));
  const style = styleFor(io.stderr);
  // Where not all are shown, errors come before warnings.
  const isError = ({ severity }: Diagnostic) => severity === "error";
  const shown =
    diagnostics.length <= MOST
      ? diagnostics
      : [...diagnostics.filter(isError), ...diagnostics.filter((one) => !isError(one))].slice(0, MOST);
  for (const diagnostic of shown) {
    const text = diagnostic.span && texts.get(diagnostic.span.source);
    io.stderr.write(`${renderDiagnostic(diagnostic, text, style)}\n`);
  }
  if (diagnostics.length > MOST) io.stderr.write(`... and ${diagnostics.length - MOST} more\n`);
}
