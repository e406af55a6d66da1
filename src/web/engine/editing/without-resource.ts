import { type Candidate, candidatesIn } from "../../../manifest/candidates.ts";
import { parseDocument } from "../../../manifest/yaml/document.ts";
import { type DocumentText, splitDocuments } from "../../../manifest/yaml/split.ts";
import type { SourceText } from "../../../model/diagnostic.ts";
import { isObject } from "../../../model/json.ts";
import { RequestError } from "../../../scenario/request-error.ts";
import { readFlow } from "../completion/flow-reader.ts";

/** A text without one of its resources, which is named for people. */
export interface WithoutResource extends SourceText {
  readonly removed: string;
}

/** A stretch of a text. */
interface Stretch {
  readonly from: number;
  readonly to: number;
}

/** The text without the resource at an offset: a document, or an item of a list. Throws `RequestError` where there is none. */
export function withoutResource({ name, text }: SourceText, offset: number): WithoutResource {
  const { pieces } = splitDocuments(text);
  const line = text.slice(0, offset).split("\n").length - 1;
  // The line of a separator belongs to what follows it.
  const piece = pieces.findLast((one) => one.line - 1 <= line) ?? pieces[0];
  if (piece === undefined) throw new RequestError("there is no resource to delete");
  const begin = text.indexOf(piece.text, offsetOfLine(text, piece.line));
  if (begin === -1) throw notCut();
  const { value, places } = parseDocument(name, piece, "kind");
  const candidates = value === undefined ? [] : candidatesIn(value, () => {});
  const items = candidates
    .filter(({ path }) => path.length > 0)
    .map((candidate) => ({ candidate, ...itemAt(piece.text, places.stretch(candidate.path, "value")[0]) }));
  const item = items.findLast(({ from }) => from <= offset - begin) ?? items[0];
  if (item !== undefined) {
    const { candidate, from, to } = item;
    return { name, text: cut(text, { from: begin + from, to: begin + to }), removed: nameOf(candidate) };
  }
  const [only] = candidates;
  const removed = only === undefined ? "the document" : nameOf(only);
  return { name, text: cut(text, documentAt(text, piece, begin)), removed };
}

const notCut = (): RequestError => new RequestError("the text cannot be cut here", "delete the lines by hand");

const cut = (text: string, { from, to }: Stretch): string => text.slice(0, from) + text.slice(to);

/** A document with the separator before it, or behind it where it is the first. */
function documentAt(text: string, piece: DocumentText, begin: number): Stretch {
  const end = begin + piece.text.length;
  const isFirst = text.slice(0, begin).trim() === "" || /^---[^\n]*\n$/.test(text.slice(0, begin));
  if (!isFirst) return { from: offsetOfLine(text, piece.line - 1), to: end };
  return { from: begin, to: text.startsWith("---", end) ? nextLine(text, end) : end };
}

/** The item of a list that begins at an offset: its lines, or what is between two commas. */
function itemAt(text: string, begin: number): Stretch {
  const start = text.lastIndexOf("\n", begin - 1) + 1;
  const dash = /^( *)-\s+$/.exec(text.slice(start, begin))?.[1]?.length;
  if (dash !== undefined) return { from: start, to: endOfBlock(text, start, dash) };
  const from = text.lastIndexOf("{", begin);
  const read = from === -1 ? undefined : readFlow(text, from, text.length + 1, text.length);
  if (read?.kind !== "closed") throw notCut();
  const behind = /^\s*,\s*/.exec(text.slice(read.at));
  if (behind !== null) return { from, to: read.at + behind[0].length };
  const before = /\s*,\s*$/.exec(text.slice(0, from));
  return { from: from - (before?.[0].length ?? 0), to: read.at };
}

/** Where the lines end that are indented further than a column, from the one behind `start` on. */
function endOfBlock(text: string, start: number, column: number): number {
  let at = nextLine(text, start);
  while (at < text.length) {
    const line = text.slice(at, nextLine(text, at));
    if (line.trim() !== "" && (/^ */.exec(line)?.[0].length ?? 0) <= column) break;
    at += line.length;
  }
  return at;
}

function nextLine(text: string, at: number): number {
  const newline = text.indexOf("\n", at);
  return newline === -1 ? text.length : newline + 1;
}

function offsetOfLine(text: string, line: number): number {
  let at = 0;
  for (let count = 0; count < line; count++) at = nextLine(text, at);
  return at;
}

function nameOf({ kind = "a resource", value }: Candidate): string {
  const { metadata } = value;
  return isObject(metadata) && typeof metadata.name === "string" ? `${kind} ${metadata.name}` : kind;
}
