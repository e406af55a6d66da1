import type { Diagnostic, Severity } from "../../model/diagnostic.ts";
import { printable, shortened } from "../../model/printable.ts";
import { PLAIN, type Style } from "../style.ts";
import { textWidth } from "../text-width.ts";

/** Columns of a source line that are shown at most, and how many of them before the place. */
const WIDTH = 100;
const BEFORE = 40;
/** Help longer than this stands on a line of its own. */
const SHORT_HELP = 60;
/** Characters of a message or help that are shown; both may repeat a value. */
const LONGEST = 2000;

/**
 * A diagnostic for people, without a final newline:
 * `file:line:column: error: message [code]`, then, given the source's text, the line with carets under the place, and
 * help. Control characters are escaped, tabs widened, long lines cut around the place.
 */
export function renderDiagnostic(diagnostic: Diagnostic, sourceText?: string, style: Style = PLAIN): string {
  const { severity, code, message, span, help } = diagnostic;
  const head = `${severityText(severity, style)} ${visible(shortened(message, LONGEST))} ${style.dim(`[${code}]`)}`;
  const place = span && `${visible(span.source)}:${span.start.line}:${span.start.column}:`;
  const lines = [place === undefined ? head : `${style.bold(place)} ${head}`];
  const line = span && sourceText !== undefined ? lineOf(sourceText, span.start.line) : undefined;
  if (span && line !== undefined) {
    const end = span.end.line === span.start.line ? span.end.column : line.length + 1;
    const shown = excerpt(line, span.start.column - 1, end - 1);
    const number = String(span.start.line).padStart(4);
    const carets = style.green("^".repeat(shown.width));
    const short = help !== undefined && help.length <= SHORT_HELP;
    lines.push(`${number} | ${shown.text}`);
    lines.push(`${" ".repeat(number.length)} | ${" ".repeat(shown.start)}${carets}${short ? ` ${visible(help)}` : ""}`);
    if (help !== undefined && !short) lines.push(`${" ".repeat(number.length)} = ${visible(shortened(help, LONGEST))}`);
  } else if (help !== undefined) {
    lines.push(`     = ${visible(shortened(help, LONGEST))}`);
  }
  return lines.join("\n");
}

function severityText(severity: Severity, style: Style): string {
  const text = `${severity}:`;
  if (severity === "info") return style.cyan(text);
  return severity === "error" ? style.red(style.bold(text)) : style.yellow(style.bold(text));
}

/** The line of that number, from 1, without its end. */
function lineOf(source: string, number: number): string | undefined {
  const text = source.replace(/^\uFEFF/, "");
  let start = 0;
  for (let line = 1; line < number; line++) {
    const newline = text.indexOf("\n", start);
    if (newline === -1) return undefined;
    start = newline + 1;
  }
  const newline = text.indexOf("\n", start);
  return text.slice(start, newline === -1 ? text.length : newline).replace(/\r$/, "");
}

/** A line as it is shown, with the columns of the place in what is shown. */
function excerpt(line: string, from: number, to: number): { text: string; start: number; width: number } {
  const cutFront = from > BEFORE && line.length > WIDTH ? from - BEFORE : 0;
  const window = line.slice(cutFront, cutFront + 4 * WIDTH);
  const before = visible(window.slice(0, from - cutFront));
  const at = visible(window.slice(from - cutFront, Math.max(to, from) - cutFront));
  const after = visible(window.slice(Math.max(to, from) - cutFront));
  const front = cutFront > 0 ? "..." : "";
  const whole = `${front}${before}${at}${after}`;
  const start = textWidth(front + before);
  const text = clip(whole, WIDTH);
  const cut = text.length < whole.length || line.length > cutFront + 4 * WIDTH;
  return { text: cut ? `${text}...` : text, start, width: Math.max(1, Math.min(textWidth(at), WIDTH - start)) };
}

/** The beginning of a text that fits into so many columns. */
function clip(text: string, width: number): string {
  let used = 0;
  let kept = "";
  for (const char of text) {
    used += textWidth(char);
    if (used > width) break;
    kept += char;
  }
  return kept;
}

/**
 * Text that can do no harm on a terminal: control characters, bidirectional overrides and lone surrogates as `\x1b` or
 * `\u202e`, tabs as two blanks.
 */
export function visible(text: string): string {
  return printable(text.replaceAll("\t", "  "));
}
