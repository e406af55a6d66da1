import type { Code } from "../../../model/diagnostic.ts";
import { printable, printableLines, shortened } from "../../../model/printable.ts";

/** Characters of a message or help that are shown; both may repeat a value. */
const LONGEST = 2000;

/**
 * An error of the command line or of the tool itself as it stands on stderr, help on a second line; findings about input are
 * diagnostics.
 */
export function errorLine(error: {
  readonly message: string;
  readonly code?: Code;
  readonly help?: string | undefined;
}): string {
  const { message, code, help } = error;
  const first = `error: ${printable(shortened(message, LONGEST))}${code === undefined ? "" : ` [${code}]`}\n`;
  return help === undefined ? first : `${first}  ${printableLines(shortened(help, LONGEST))}\n`;
}

/** A warning that is not about the user's input, as it stands on stderr. */
export function warningLine(message: string): string {
  return `warning: ${printable(message)}\n`;
}
