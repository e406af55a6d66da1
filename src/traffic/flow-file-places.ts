import { type Locator, locator } from "../manifest/yaml/locate.ts";
import type { Part } from "../manifest/yaml/pointed.ts";
import type { Span } from "../model/diagnostic.ts";
import type { FieldPath } from "../model/resource.ts";

/** Where a flow's text begins and ends, and what of a path leads to the flow when it is parsed alone. */
interface Pieces {
  readonly starts: readonly number[];
  readonly end: number;
  readonly within: FieldPath;
}

/** Longer texts are not parsed whole to find one flow. */
const SHORT = 64 * 1024;

/**
 * The places of a flow file's fields, paths as `checkFlowFile` returns them. Of a long file only the flow in question
 * is parsed, where its text can be separated from the others; `places` are those of the whole.
 */
export function flowPlaces(
  source: string,
  text: string,
  value: unknown,
  places: Locator,
): (path: FieldPath, part?: Part) => Span {
  const isList = Array.isArray(value);
  const flows: unknown = isList ? value : (value as { flows?: unknown } | undefined)?.flows;
  let pieces: Pieces | undefined;
  const piecesOf = (count: number): Pieces | undefined => {
    pieces ??= jsonPieces(text, count) ?? blockPieces(text, count) ?? { starts: [], end: 0, within: [] };
    return pieces.starts.length === count ? pieces : undefined;
  };
  return (path, part) => {
    const [, index, ...rest] = path;
    const own = Array.isArray(flows) && typeof index === "number" && path[0] === "flows" && text.length > SHORT;
    const pieces = own ? piecesOf(flows.length) : undefined;
    if (pieces === undefined || typeof index !== "number") return places.locate(isList ? path.slice(1) : path, part);
    const from = pieces.starts[index] ?? 0;
    const { start } = places.span(from, from);
    const piece = locator(source, text.slice(from, pieces.starts[index + 1] ?? pieces.end), start.line - 1);
    return shifted(piece.locate([...pieces.within, ...rest], part), start.line, start.column - 1);
  };
}

/** A place in a piece of a line: the columns of its first line begin elsewhere. */
function shifted(span: Span, line: number, columns: number): Span {
  const moved = (position: Span["start"]) =>
    position.line === line ? { line, column: position.column + columns } : position;
  return { ...span, start: moved(span.start), end: moved(span.end) };
}

/** The items of a JSON text's list of flows: the text itself, or its field `flows`. */
function jsonPieces(text: string, count: number): Pieces | undefined {
  const first = /^\s*([[{])/.exec(text)?.[1];
  if (first === undefined) return undefined;
  const starts: number[] = [];
  let depth = 0;
  // The depth of the items; in an object it is known once the field has begun.
  let level = first === "[" ? 1 : undefined;
  let end = 0;
  for (let at = 0; at < text.length && end === 0; at++) {
    const char = text.charCodeAt(at);
    if (char === QUOTE) {
      const from = at;
      for (at += 1; at < text.length && text.charCodeAt(at) !== QUOTE; at++)
        if (text.charCodeAt(at) === ESCAPE) at += 1;
      if (
        depth === 1 &&
        level === undefined &&
        text.slice(from, at + 1) === '"flows"' &&
        COLON.test(text.slice(at + 1, at + 99))
      )
        level = 2;
    } else if (char === 0x5b || char === 0x7b) {
      depth += 1;
      if (depth === level && char === 0x5b && starts.length === 0) starts.push(at + 1);
    } else if (char === 0x5d || char === 0x7d) {
      if (depth === level) end = at;
      depth -= 1;
    } else if (char === 0x2c && depth === level) starts.push(at + 1);
  }
  return starts.length === count && end > 0
    ? { starts: starts.map((at) => skipped(text, at)), end, within: [] }
    : undefined;
}

const COLON = /^\s*:/;
const QUOTE = 0x22;
const ESCAPE = 0x5c;

/** The offset behind blanks, line ends and commas. */
function skipped(text: string, from: number): number {
  let at = from;
  while (/[\s,]/.test(text.charAt(at))) at += 1;
  return at;
}

/** The items of a block list of flows: of the text itself, or of its field `flows`, which begins a line. */
function blockPieces(text: string, count: number): Pieces | undefined {
  const field = /^flows:[ \t\r]*(?:#.*)?$/m.exec(text);
  const from = field === null ? 0 : field.index + field[0].length;
  const column = /^( *)- /m.exec(text.slice(from, from + SHORT))?.[1]?.length;
  if (column === undefined) return undefined;
  const starts: number[] = [];
  let end = text.length;
  const item = new RegExp(`^(?: {${column}}- | {0,${column}}[^\\s#-])`, "gm");
  item.lastIndex = from;
  for (let match = item.exec(text); match !== null; match = item.exec(text)) {
    if (!match[0].endsWith("- ")) {
      end = match.index;
      break;
    }
    starts.push(match.index);
  }
  return starts.length === count ? { starts, end, within: [0] } : undefined;
}
