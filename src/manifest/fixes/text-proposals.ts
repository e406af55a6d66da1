import { inQuotes, QUOTE_HELP, withoutComment } from "../yaml/quote-help.ts";
import type { TextProblem } from "../yaml/text-problem.ts";
import { closingBrackets } from "./closing-brackets.ts";
import { removal, type TextChange } from "./text-change.ts";
import { oddSpaceIn, withPlainSpaces } from "./unicode-spaces.ts";

/** A change of the text that may mend a problem. */
export interface Proposal {
  readonly change: TextChange;
  /** Whether it counts only where the text means the same afterwards. */
  readonly keepsValue?: boolean;
}

/** Longer lines are left as they are. */
const MOST_OF_LINE = 1000;

/** One line of a text: its first offset, and what is on it without the line break. */
interface Line {
  readonly start: number;
  readonly text: string;
}

/**
 * What may be meant by a text that cannot be read. `isFirst`: of the problems of a text, the first has the change that mends
 * the same mistake in all lines.
 */
export function proposedChanges(problem: TextProblem, text: string, isFirst: boolean): readonly Proposal[] {
  const line = lineAt(text, problem.from);
  if (line.text.length > MOST_OF_LINE) return [];
  if (problem.help?.startsWith(QUOTE_HELP)) return quotedValue(line);
  switch (problem.code) {
    case "yaml.tab":
      return isFirst ? spacesForTabs(text) : [];
    case "yaml.escape":
      return /^\\\//.test(text.slice(problem.from)) ? slashes(line, problem.from) : [];
    case "yaml.duplicate-key":
      return secondOfTwo(text, line, problem);
    case "yaml.syntax":
      if (text.slice(problem.from, problem.to).includes("\t") || /^ *\t/.test(line.text))
        return isFirst ? spacesForTabs(text) : [];
      if (/^["']$/.test(text.slice(problem.from, problem.to))) return closingQuotes(line, problem.from);
      if (/^the closing `[\]}]` is missing$/.test(problem.message))
        return isFirst ? closingBrackets(text, problem.from).map((change) => ({ change })) : [];
      if (oddSpaceIn(text.slice(problem.from, problem.to)) !== undefined)
        return isFirst ? withPlainSpaces(text).map((change) => ({ change })) : [];
      return [
        ...[lineAt(text, line.start - 1), line].flatMap(spaceAfterColon),
        ...(isFirst ? spacesAfterDashes(text, problem.from) : []),
      ];
    default:
      return [];
  }
}

/** Spaces in place of each tab at the beginning of a line; how many a tab stands for is unknown. */
function spacesForTabs(text: string): readonly Proposal[] {
  const lines = linesOf(text).filter((line) => {
    const indent = /^[ \t]*/.exec(line.text)?.[0] ?? "";
    return indent.includes("\t") && indent.length < Math.min(line.text.length, MOST_OF_LINE);
  });
  const [first, last] = [lines[0], lines.at(-1)];
  if (first === undefined || last === undefined) return [];
  const [from, to] = [first.start, last.start + (/^[ \t]*/.exec(last.text)?.[0].length ?? 0)];
  return [2, 4, 8, 1, 3, 5, 6, 7].map((width) => {
    const written = text.slice(from, to).replace(/^[ \t]+/gm, (indent) => indent.replaceAll("\t", " ".repeat(width)));
    return { change: { from, to, text: written } };
  });
}

/** `order:10` with the space that follows the colon of a key. */
function spaceAfterColon({ start, text }: Line): readonly Proposal[] {
  const key = /^\s*(?:- +)*[A-Za-z][\w.-]*:(?=[^\s:/])/.exec(text);
  const at = start + (key?.[0].length ?? 0);
  return key === null ? [] : [{ change: { from: at, to: at, text: " " } }];
}

/** `-Ingress` with the space that follows the dash of an item, in all lines that are so together. */
function spacesAfterDashes(text: string, from: number): readonly Proposal[] {
  const lines = linesOf(text);
  const at = lines.findLastIndex(({ start }) => start <= from);
  const isItem = (index: number): boolean => /^ *-[A-Za-z\d]/.test(lines[index]?.text ?? "");
  let [first, last] = [at, at];
  while (isItem(first - 1)) first--;
  while (isItem(last + 1)) last++;
  const [start, end] = [lines[first], lines[last]];
  if (!isItem(at) || start === undefined || end === undefined) return [];
  const to = end.start + end.text.length;
  return [{ change: { from: start.start, to, text: text.slice(start.start, to).replace(/^( *-)(?=\S)/gm, "$1 ") } }];
}

/** The closing quote wherever it may be missing on the line: at its end, before a comment, before signs of lists and objects. */
function closingQuotes({ start, text }: Line, from: number): readonly Proposal[] {
  const quote = text.charAt(from - start);
  const rest = text.slice(from - start + 1);
  const places = [...rest.matchAll(/\s*[,\]}]|\s+#|\s*$/g)].map(({ index }) => from + 1 + index);
  return [...new Set(places)].map((at) => ({ change: { from: at, to: at, text: quote } }));
}

/** The value of a line in quotes, as its help says. */
function quotedValue({ start, text }: Line): readonly Proposal[] {
  const key = /^\s*(?:- +)*(?:["']?[\w./-]+["']?:\s+|(?<=- ))/.exec(text);
  if (key === null) return [];
  const rest = text.slice(key[0].length);
  // No selector begins with these signs: its text would still be refused.
  const isRefused = /selector["']?:\s+$/i.test(key[0]) && /^[^\w!('"]/.test(rest);
  const quoted = isRefused ? undefined : inQuotes(rest);
  const from = start + key[0].length;
  return quoted === undefined ? [] : [{ change: { from, to: from + withoutComment(rest).length, text: quoted } }];
}

/** `\/`, which JSON has and Go's reader of YAML does not, without its backslash. */
function slashes({ start, text }: Line, from: number): readonly Proposal[] {
  const rest = text.slice(from - start, text.lastIndexOf("\\/") + 2);
  const written = rest.replace(/\\(.)/g, (pair, sign: string) => (sign === "/" ? sign : pair));
  return [{ change: { from, to: from + rest.length, text: written } }];
}

/** A field that is given twice alike, without the second. */
function secondOfTwo(text: string, { start, text: line }: Line, { from }: TextProblem): readonly Proposal[] {
  const field = /^[\w"'./-]+:[ \t]+[^\s[{|>&*!#][^#]*?(?=\s*(?:#|$))/.exec(line.slice(from - start));
  const change = field && removal(text, from, from + field[0].length);
  return change ? [{ change, keepsValue: true }] : [];
}

function lineAt(text: string, offset: number): Line {
  const start = text.lastIndexOf("\n", offset - 1) + 1;
  const end = text.indexOf("\n", offset);
  return { start, text: text.slice(start, end === -1 ? undefined : end).replace(/\r$/, "") };
}

function linesOf(text: string): readonly Line[] {
  let start = 0;
  return text.split("\n").map((line) => {
    const one = { start, text: line.replace(/\r$/, "") };
    start += line.length + 1;
    return one;
  });
}
