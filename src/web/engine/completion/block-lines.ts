/** A field around a place, as lines that are written one below the other show it. */
export interface Frame {
  readonly column: number;
  /** The field's name; `[]` for an item of a list. */
  readonly name: string;
}

/** A field at the beginning of a text, with what is behind it. */
export const KEY = /^("?)([A-Za-z][\w./-]*)\1[ \t]*:(?:[ \t]+(.*)|$)/;

/** Puts what a whole line opens on the stack. */
export function enter(stack: Frame[], line: string): void {
  if (/^\s*(?:#.*)?$/.test(line)) return;
  const { column, rest } = items(stack, line);
  const key = KEY.exec(rest);
  if (key === null) return;
  leave(stack, column);
  stack.push({ column, name: key[2] ?? "" });
}

/** Puts the dashes of a line on the stack; returns what stands behind them, and where. */
export function items(stack: Frame[], line: string): { readonly column: number; readonly rest: string } {
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

/** Takes from the stack what a field at this column is not within. */
export function leave(stack: Frame[], column: number): void {
  for (let top = stack.at(-1); top !== undefined && top.column >= column; top = stack.at(-1)) stack.pop();
}

/** The fields at this column with what is behind their names, up and down until something is less indented. */
export function fieldsAt(
  column: number,
  above: readonly string[],
  below: readonly string[],
): ReadonlyMap<string, string> {
  const found = new Map<string, string>();
  for (const lines of [above.toReversed(), below]) {
    for (const line of lines) {
      if (/^\s*(?:#.*)?$/.test(line)) continue;
      const dashes = /^ *(?:- +)*/.exec(line)?.[0] ?? "";
      const isNext = dashes.includes("-") && dashes.length <= column;
      if (dashes.length < column || (isNext && lines === below)) break;
      const key = KEY.exec(line.slice(dashes.length));
      if (dashes.length === column && key?.[2] !== undefined) found.set(key[2], wordOf(key[3] ?? ""));
      if (isNext) break;
    }
  }
  return found;
}

/** A value as a word, without quotes and a comment. */
const wordOf = (value: string): string =>
  value
    .replace(/\s+#.*$/, "")
    .trim()
    .replace(/^(["'])(.*)\1$/, "$2");
