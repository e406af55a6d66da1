import { Chalk } from "chalk";
import type { Diagnostic } from "../../model/diagnostic.ts";
import { printable } from "../../model/printable.ts";
import { displayId, type Located, resourceId } from "../../model/resource.ts";
import { renderDiagnostic } from "../../report/findings/diagnostic-text.ts";
import type { Style } from "../../report/style.ts";
import type { Io, Out } from "../shell/io/io.ts";
import type { Source } from "../sources.ts";

/** Colour for one stream: only on a terminal, never with NO_COLOR; FORCE_COLOR overrules the terminal. */
export function colours(out: Out, io: Io): Style {
  const { NO_COLOR, FORCE_COLOR, TERM } = io.env;
  const wanted = FORCE_COLOR !== undefined && FORCE_COLOR !== "0" ? true : out.isTTY && TERM !== "dumb";
  return new Chalk({ level: wanted && (NO_COLOR ?? "") === "" ? 1 : 0 });
}

/** Most findings of one run that are printed; the rest is counted. */
const MOST = 100;

/** Prints findings on stderr, each with its place and source line. */
export function reportDiagnostics(diagnostics: readonly Diagnostic[], sources: readonly Source[], io: Io): void {
  const texts = new Map(sources.map(({ name, text }) => [name, text]));
  const style = colours(io.stderr, io);
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

/**
 * `2 errors in 1 of 3 resources (GlobalNetworkPolicy allow-nodeport)`: how much is wrong, and where. Of what could not
 * be read as a resource only the findings know.
 */
export function summary(diagnostics: readonly Diagnostic[], resources: readonly Located[]): string {
  const errors = diagnostics.filter(({ severity }) => severity === "error");
  const names = [...new Set(errors.flatMap(({ resource }) => resource ?? []))];
  const count = `${errors.length} error${errors.length === 1 ? "" : "s"}`;
  if (names.length === 0) return count;
  const shown = names.length > 3 ? [...names.slice(0, 3), `${names.length - 3} more`] : names;
  const read = new Set(resources.map(({ resource }) => displayId(resourceId(resource))));
  const total = Math.max(resources.length + names.filter((name) => !read.has(name)).length, names.length);
  return printable(`${count} in ${names.length} of ${total} resource${total === 1 ? "" : "s"} (${shown.join(", ")})`);
}
