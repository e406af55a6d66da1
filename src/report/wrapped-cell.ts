import { textLines } from "./text-lines.ts";
import { textWidth } from "./text-width.ts";

// biome-ignore lint/suspicious/noControlCharactersInRegex: colours begin with one
const CODE = /\u001b\[(\d+)m/g;

/**
 * The lines of a cell in at most so many columns, broken at blanks and never inside a word; a colour ends with its line, and goes
 * on in the next.
 */
export function wrappedCell(cell: string, width: number): string {
  return cell
    .split("\n")
    .map((line) => (textWidth(line) <= width ? line : wrappedLine(line, width)))
    .join("\n");
}

/**
 * A text with its lines so broken that they fit into `width`, where there is one; a line goes on below its first word, or the
 * word behind a verdict.
 */
export function wrappedLines(text: string, width: number | undefined): string {
  return width === undefined ? text : wrappedCell(text, width);
}

/** The columns of the longest word of a cell. */
export function widestWord(cell: string): number {
  return Math.max(...cell.split(/[ \n]/).map(textWidth));
}

function wrappedLine(text: string, width: number): string {
  const indent = /^ */.exec(text)?.[0] ?? "";
  const hanging = " ".repeat(
    /^ *(?:- |(?:ALLOW|DENY|UNKNOWN|DIFFERS) {2})?/.exec(text.replaceAll(CODE, ""))?.[0].length ?? 0,
  );
  return colouredLines(textLines(text.slice(indent.length), width, indent, hanging)).join("\n");
}

/** The lines with the colours that are open at their ends closed, and opened again at the beginning of the next. */
function colouredLines(lines: readonly string[]): readonly string[] {
  let open: readonly number[] = [];
  return lines.map((line) => {
    const start = open.map(codeOf).join("");
    for (const [, code] of line.matchAll(CODE)) open = after(open, Number(code));
    return `${start}${line}${open.map(endOf).reverse().map(codeOf).join("")}`;
  });
}

/** The styles that are on behind a code: 22 ends bold and dim, 39 ends a colour. */
function after(open: readonly number[], code: number): readonly number[] {
  if (code !== 22 && code !== 39) return [...open, code];
  return open.filter((one) => endOf(one) !== code);
}

const endOf = (code: number): number => (code < 30 ? 22 : 39);
const codeOf = (code: number): string => `\u001b[${code}m`;
