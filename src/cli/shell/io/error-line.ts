import { printable, printableLines } from "../../../model/printable.ts";

/** An error of the command line or of the tool itself as it stands on stderr, help on a second line; findings about input are diagnostics. */
export function errorLine(error: {
  readonly message: string;
  readonly code?: string;
  readonly help?: string | undefined;
}): string {
  const { message, code, help } = error;
  const first = `error: ${printable(message)}${code === undefined ? "" : ` [${code}]`}\n`;
  return help === undefined ? first : `${first}  ${printableLines(help)}\n`;
}

/** A warning that is not about the user's input, as it stands on stderr. */
export function warningLine(message: string): string {
  return `warning: ${printable(message)}\n`;
}
