/** Where in a manifest the cursor stands, as far as its lines show it: a text that is being typed is rarely YAML. */
export interface Cursor {
  /** The fields around it, `[]` for an item of a list: `spec`, `ingress`, `[]`. */
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
  /** What the document says of itself with `kind:`. */
  readonly kind: string | undefined;
}

interface Frame {
  readonly column: number;
  /** The field's name; `[]` for an item of a list. */
  readonly name: string;
}

const KEY = /^("?)([A-Za-z][\w./-]*)\1[ \t]*:(?:[ \t]+(.*)|$)/;

/** Where the cursor stands; `undefined` in a comment. */
export function cursorAt(text: string, offset: number): Cursor | undefined {
  const mark = text.lastIndexOf("\n---", offset - 1);
  const begin = mark === -1 ? (text.startsWith("---") ? text.indexOf("\n") + 1 : 0) : text.indexOf("\n", mark + 1) + 1;
  if (begin > offset) return undefined;
  const end = text.indexOf("\n---", offset);
  const document = text.slice(begin, end === -1 ? text.length : end);
  const lines = text.slice(begin, offset).split("\n");
  const current = lines.pop() ?? "";
  if (/(?:^|\s)#/.test(current)) return undefined;
  const stack: Frame[] = [];
  for (const line of lines) enter(stack, line);
  const { column, rest } = items(stack, current);
  const key = KEY.exec(rest);
  const kind = /^kind:[ \t]*"?(\w+)/m.exec(document)?.[1];
  const below = text
    .slice(offset, end === -1 ? text.length : end)
    .split("\n")
    .slice(1);
  const siblings = siblingsOf(column, lines, below);
  if (key !== null) {
    leave(stack, column);
    const value = key[3] ?? "";
    const inList = /^\[(?:.*,)?[ \t]*([^\]]*)$/.exec(value);
    const typed = inList?.[1] ?? value.replace(/^["']/, "");
    const path = [...stack.map(({ name }) => name), key[2] ?? "", ...(inList === null ? [] : ["[]"])];
    return { path, at: "value", typed, from: offset - typed.length, column, siblings, kind };
  }
  if (!/^"?[\w./-]*$/.test(rest)) return undefined;
  leave(stack, column);
  const isItem = stack.at(-1)?.name === "[]" && /^\s*-/.test(current);
  const path = stack.map(({ name }) => name);
  return { path, at: isItem ? "item" : "key", typed: rest, from: offset - rest.length, column, siblings, kind };
}

/** Puts what a whole line opens on the stack. */
function enter(stack: Frame[], line: string): void {
  if (/^\s*(?:#.*)?$/.test(line)) return;
  const { column, rest } = items(stack, line);
  const key = KEY.exec(rest);
  if (key === null) return;
  leave(stack, column);
  stack.push({ column, name: key[2] ?? "" });
}

/** Puts the dashes of a line on the stack; returns what stands behind them, and where. */
function items(stack: Frame[], line: string): { readonly column: number; readonly rest: string } {
  let column = /^ */.exec(line)?.[0].length ?? 0;
  let rest = line.slice(column);
  for (let dash = /^-(?: +|$)/.exec(rest); dash !== null; dash = /^-(?: +|$)/.exec(rest)) {
    // A list may begin at the column of the field that it is the value of.
    for (let top = stack.at(-1); top !== undefined; top = stack.at(-1)) {
      if (top.column < column || (top.column === column && top.name !== "[]")) break;
      stack.pop();
    }
    stack.push({ column, name: "[]" });
    column += dash[0].length;
    rest = rest.slice(dash[0].length);
  }
  return { column, rest };
}

function leave(stack: Frame[], column: number): void {
  for (let top = stack.at(-1); top !== undefined && top.column >= column; top = stack.at(-1)) stack.pop();
}

/** The names of fields at this column, up and down until something is less indented. */
function siblingsOf(column: number, above: readonly string[], below: readonly string[]): ReadonlySet<string> {
  const found = new Set<string>();
  for (const lines of [above.toReversed(), below]) {
    for (const line of lines) {
      if (/^\s*(?:#.*)?$/.test(line)) continue;
      const dashes = /^ *(?:- +)*/.exec(line)?.[0] ?? "";
      const name = KEY.exec(line.slice(dashes.length))?.[2];
      if (dashes.length === column && name !== undefined) found.add(name);
      if (dashes.length < column || dashes.includes("-")) break;
    }
  }
  return found;
}
