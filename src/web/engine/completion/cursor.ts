import { enter, type Frame, fieldsAt, items, KEY, leave } from "./block-lines.ts";
import { type FlowCursor, readFlow } from "./flow-reader.ts";

/** Where in a manifest the cursor stands, as far as its lines show it: a text that is being typed is rarely YAML. */
export interface Cursor {
  /** The fields around it in the resource, `[]` for an item of a list: `spec`, `ingress`, `[]`. */
  readonly path: readonly string[];
  /** Whether a field's name is typed there, its value, or an item of a list, which may be either. */
  readonly at: "key" | "value" | "item";
  /** What is typed of it, and the offset where that begins. */
  readonly typed: string;
  readonly from: number;
  /** The column of the field's name, from 0. */
  readonly column: number;
  /** The names of fields that stand beside it. */
  readonly siblings: ReadonlySet<string>;
  /** What the resource says of itself with `kind:`. */
  readonly kind: string | undefined;
  /** Whether it stands between brackets; in JSON, where texts are quoted; and the quote that is open there. */
  readonly style: CursorStyle;
}

/** How a text is written where the cursor stands. */
export interface CursorStyle {
  readonly isFlow: boolean;
  readonly isJson: boolean;
  /** The quote that is open, and whether it is closed behind the cursor. */
  readonly quote?: { readonly sign: string; readonly isClosed: boolean };
}

/** Where the cursor stands; `undefined` in a comment. */
export function cursorAt(text: string, offset: number): Cursor | undefined {
  const mark = text.lastIndexOf("\n---", offset - 1);
  const begin = mark === -1 ? (text.startsWith("---") ? text.indexOf("\n") + 1 : 0) : text.indexOf("\n", mark + 1) + 1;
  if (begin > offset) return undefined;
  const next = text.indexOf("\n---", offset);
  const end = next === -1 ? text.length : next;
  const stack: Frame[] = [];
  for (let at = begin; ; ) {
    const newline = text.indexOf("\n", at);
    const isLast = newline === -1 || newline >= offset;
    const line = text.slice(at, isLast ? offset : newline);
    const bracket = bracketIn(line);
    const around = { text, begin, at, offset, end };
    if (bracket === undefined && isLast) return inBlock(stack, line, around);
    enter(stack, line);
    if (bracket === undefined) {
      at = newline + 1;
      continue;
    }
    const flow = readFlow(text, at + bracket, offset, end);
    if (flow.kind === "open") return inFlow(stack, flow.cursor, around);
    const behind = flow.kind === "closed" ? text.indexOf("\n", flow.at) : -1;
    if (behind === -1 || behind >= offset) return undefined;
    at = behind + 1;
  }
}

/** A document and the line in it in which something begins that the cursor is in. */
interface Around {
  readonly text: string;
  /** Where the document begins and ends, and where the line begins. */
  readonly begin: number;
  readonly end: number;
  readonly at: number;
  readonly offset: number;
}

/** The column of the bracket with which a line begins flow style; `undefined` where it does not. */
function bracketIn(line: string): number | undefined {
  const { rest } = items([], line);
  const value = KEY.exec(rest)?.[3] ?? rest;
  return /^[{[]/.test(value) ? line.length - value.length : undefined;
}

function linesAround({ text, begin, end, at, offset }: Around): readonly [above: string[], below: string[]] {
  return [text.slice(begin, at).split("\n"), text.slice(offset, end).split("\n").slice(1)];
}

/** A cursor in lines that are written one field below the other. */
function inBlock(stack: Frame[], current: string, around: Around): Cursor | undefined {
  if (/(?:^|\s)#/.test(current)) return undefined;
  const { offset } = around;
  const [above, below] = linesAround(around);
  const { column, rest } = items(stack, current);
  const key = KEY.exec(rest);
  const siblings = new Set(fieldsAt(column, above, below).keys());
  leave(stack, column);
  const kind = fieldsAt(columnOfResource(stack, column), [...above, current], below).get("kind");
  const names = stack.map(({ name }) => name);
  const common = { column, siblings, kind };
  const style = { isFlow: false, isJson: false };
  if (key !== null) {
    const value = key[3] ?? "";
    const sign = /^["']/.exec(value)?.[0];
    const typed = value.slice(sign?.length ?? 0);
    const quote = sign !== undefined && { quote: { sign, isClosed: around.text[offset] === sign } };
    const path = inResource([...names, key[2] ?? ""]);
    return { ...common, path, at: "value", typed, from: offset - typed.length, style: { ...style, ...quote } };
  }
  if (!/^"?[\w./-]*$/.test(rest)) return undefined;
  const isItem = stack.at(-1)?.name === "[]" && /^\s*-/.test(current);
  return {
    ...common,
    path: inResource(names),
    at: isItem ? "item" : "key",
    typed: rest,
    from: offset - rest.length,
    style,
  };
}

/** A cursor between brackets. */
function inFlow(stack: readonly Frame[], flow: FlowCursor, around: Around): Cursor {
  const { text, begin, at, offset } = around;
  const { frames, typed, quote } = flow;
  const names = stack.map(({ name }) => name);
  const path = [...names, ...flow.path];
  const column = (stack.at(-1)?.column ?? 0) + 2;
  const siblings = new Set(frames.at(-1)?.fields.keys());
  siblings.delete(flow.at === "key" ? flow.word : "");
  // The resource is between the brackets itself, or they are in one that is written in lines.
  const isWithin = names.length === 0 || (lengthOfList(names) === 0 && lengthOfList(path) > 0);
  const [above, below] = linesAround(around);
  const kind = isWithin
    ? frames[lengthOfList(path) === 0 ? 0 : frames.findIndex((frame) => frame.kind === "list") + 1]?.fields.get("kind")
    : fieldsAt(columnOfResource(stack, column), [...above, text.slice(at, offset)], below).get("kind");
  const style = {
    ...{ isFlow: true, isJson: /^\s*[[{]/.test(text.slice(begin)) },
    ...(quote && { quote: { sign: quote, isClosed: text[offset] === quote } }),
  };
  return { path: inResource(path), at: flow.at, typed, from: offset - typed.length, column, siblings, kind, style };
}

/** How many parts of a path lead to a resource that is an item of a list of resources; none where it is in no list. */
function lengthOfList([first, second]: readonly string[]): number {
  return first === "[]" ? 1 : first === "items" && second === "[]" ? 2 : 0;
}

const inResource = (path: readonly string[]): readonly string[] => path.slice(lengthOfList(path));

/** The column of the fields of the resource around a place, which are behind the dash of an item. */
function columnOfResource(stack: readonly Frame[], column: number): number {
  return stack[lengthOfList(stack.map(({ name }) => name))]?.column ?? column;
}
