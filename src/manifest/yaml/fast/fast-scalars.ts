/** A scalar of one or several lines, and where the line behind it begins. */
export interface FastScalar {
  readonly value: string;
  readonly next: number;
  /** Where its own text ends, if that is one line. */
  readonly end?: number;
}

/** What may follow a scalar on its line. */
const NOTHING = / *(?: #[^\n]*)?(?:\n|$)/y;
/** The escapes of double quotes that are read here. */
const ESCAPES: Readonly<Record<string, string>> = { '"': '"', "\\": "\\", n: "\n", t: "\t", " ": " " };

/**
 * Reads a text in quotes, which may go on on lines that are further in than `column`. Returns `undefined` for other escapes,
 * empty lines, and whatever else is not written so by tools.
 */
export function readQuoted(text: string, from: number, column: number): FastScalar | undefined {
  const isDouble = text.charAt(from) === '"';
  const end = isDouble ? endOfDouble(text, from + 1) : endOfSingle(text, from + 1);
  if (end === undefined) return undefined;
  NOTHING.lastIndex = end + 1;
  if (!NOTHING.test(text)) return undefined;
  const next = NOTHING.lastIndex;
  const written = text.slice(from + 1, end);
  const folded = foldedLines(written, column);
  if (folded === undefined) return undefined;
  const places = written.includes("\n") ? { next } : { next, end: end + 1 };
  if (!isDouble) return { value: folded.replaceAll("''", "'"), ...places };
  const value = folded.includes("\\") ? unescaped(folded) : folded;
  return value === undefined ? undefined : { value, ...places };
}

function endOfDouble(text: string, from: number): number | undefined {
  for (let at = from; at < text.length; at++) {
    const char = text.charCodeAt(at);
    if (char === 0x22) return at;
    if (char === 0x5c) at++;
  }
  return undefined;
}

function endOfSingle(text: string, from: number): number | undefined {
  for (let at = text.indexOf("'", from); at !== -1; at = text.indexOf("'", at + 2)) {
    if (text.charCodeAt(at + 1) !== 0x27) return at;
  }
  return undefined;
}

/** The lines of a quoted text as one, a space for each line end. */
function foldedLines(written: string, column: number): string | undefined {
  if (!written.includes("\n")) return written;
  const lines = written.split("\n");
  const parts: string[] = [];
  for (const [index, line] of lines.entries()) {
    const content = line.trim();
    const isFirst = index === 0;
    const isLast = index === lines.length - 1;
    // An escaped line end or space is left to others, as are empty lines, which stand for line ends.
    if (content === "" || /(?:^|[^\\])(?:\\\\)*\\$/.test(content)) return undefined;
    if (!isFirst && line.length - line.trimStart().length <= column) return undefined;
    parts.push(isFirst ? line.trimEnd() : isLast ? line.trimStart() : content);
  }
  return parts.join(" ");
}

function unescaped(text: string): string | undefined {
  let isKnown = true;
  const value = text.replace(/\\(.)/gs, (_, char: string) => {
    const meant = Object.hasOwn(ESCAPES, char) ? ESCAPES[char] : undefined;
    if (meant === undefined) isKnown = false;
    return meant ?? "";
  });
  return isKnown ? value : undefined;
}

/**
 * Reads a literal text (`|`, `|-`), whose lines are further in than `column`. Returns `undefined` for other marks, and for
 * lines of spaces.
 */
export function readLiteral(text: string, from: number, column: number): FastScalar | undefined {
  const mark = /\|(-?) *\n( +)(?=[^ \n])/y;
  mark.lastIndex = from;
  const match = mark.exec(text);
  const indent = match?.[2]?.length ?? 0;
  if (match === null || indent <= column) return undefined;
  const lines: string[] = [];
  let line = mark.lastIndex - indent;
  for (;;) {
    const newline = text.indexOf("\n", line);
    const end = newline === -1 ? text.length : newline;
    let at = line;
    while (at < end && text.charCodeAt(at) === 0x20) at++;
    if (at === end && at > line) return undefined;
    if (at < end && at - line < indent) break;
    if (at < end && newline === -1) return undefined;
    if (at === end && newline === -1) break;
    lines.push(at === end ? "" : text.slice(line + indent, end));
    line = end + 1;
  }
  while (lines.at(-1) === "") lines.pop();
  return { value: `${lines.join("\n")}${match[1] === "-" ? "" : "\n"}`, next: line };
}

/** What a line of plain text that goes on must not be or hold: a comment, a key, an item. */
const NOT_GOING_ON = /^(?:#|[-?:](?: |$))|: | #|:$/;

/**
 * Reads the lines further in than `column` that go on a plain text which begins on the line before `from`. Returns `undefined`
 * where there is none, and for empty lines between.
 */
export function readGoingOn(text: string, from: number, column: number): FastScalar | undefined {
  const parts: string[] = [];
  let line = from;
  while (line < text.length) {
    const newline = text.indexOf("\n", line);
    const end = newline === -1 ? text.length : newline;
    const written = text.slice(line, end);
    const content = written.trim();
    if (content === "" || written.length - written.trimStart().length <= column) break;
    if (NOT_GOING_ON.test(content)) return undefined;
    parts.push(content);
    line = end + 1;
  }
  return parts.length === 0 ? undefined : { value: parts.join(" "), next: line };
}
