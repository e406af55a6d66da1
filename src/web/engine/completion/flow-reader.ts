/** An open bracket of YAML's flow style, or of JSON. */
export interface FlowFrame {
  readonly kind: "map" | "list";
  /** The names of its fields, with the words that are their values: all of them, once all is read. */
  readonly fields: Map<string, string>;
}

/** Where in flow style a cursor stands. */
export interface FlowCursor {
  /** The brackets around it, the outermost first. */
  readonly frames: readonly FlowFrame[];
  /** The fields around it, `[]` for an item of a list. */
  readonly path: readonly string[];
  readonly at: "key" | "value";
  /** The word at it, and what of it is before the cursor. */
  readonly word: string;
  readonly typed: string;
  readonly quote: '"' | "'" | undefined;
}

/** `closed`: the brackets end before the cursor, at that offset. */
export type FlowReading =
  | { readonly kind: "closed"; readonly at: number }
  | { readonly kind: "open"; readonly cursor: FlowCursor }
  | { readonly kind: "comment" };

/** A bracket with the field whose value is written: none where a name is next. */
interface Open extends FlowFrame {
  key: string | undefined;
}

/**
 * Reads flow style from the bracket at `start`, until it is closed or the text ends. A text that is being typed is rarely whole:
 * a quote that is not closed ends with its line, and any bracket closes the last one.
 */
export function readFlow(text: string, start: number, offset: number, end: number): FlowReading {
  const frames: Open[] = [];
  let word: string | undefined;
  let cursor: FlowCursor | undefined;
  const stand = (here: string, typed: string, quote: FlowCursor["quote"]): void => {
    const top = frames.at(-1);
    const path = frames.flatMap(({ kind, key }) => (kind === "list" ? "[]" : (key ?? [])));
    const at = top?.kind === "map" && top.key === undefined ? "key" : "value";
    cursor = { frames: [...frames], path, at, word: here, typed, quote };
  };
  const take = (): void => {
    const top = frames.at(-1);
    if (word !== undefined && top?.kind === "map") top.fields.set(top.key ?? word, top.key === undefined ? "" : word);
    word = undefined;
  };
  for (let at = start; at < end || (at === end && cursor === undefined); ) {
    if (at >= offset && cursor === undefined) stand("", "", undefined);
    const top = frames.at(-1);
    const sign = text[at] ?? "";
    if (at === end) break;
    if (/\s/.test(sign)) at++;
    else if (sign === "#" && /\s/.test(text[at - 1] ?? "")) {
      const behind = lineEnd(text, at, end);
      if (cursor === undefined && offset <= behind) return { kind: "comment" };
      at = behind;
    } else if (sign === "{" || sign === "[") {
      frames.push({ kind: sign === "{" ? "map" : "list", key: undefined, fields: new Map() });
      at++;
    } else if (sign === "}" || sign === "]") {
      take();
      frames.pop();
      at++;
      if (frames.length === 0 && cursor === undefined) return { kind: "closed", at };
      if (frames.length === 0) break;
    } else if (sign === ",") {
      take();
      if (top !== undefined) top.key = undefined;
      at++;
    } else if (sign === ":" && top?.kind === "map" && top.key === undefined && word !== undefined) {
      const name = word;
      take();
      top.key = name;
      at++;
    } else {
      const { from, to, behind, quote } = wordAt(text, at, end);
      if (cursor === undefined && offset >= from && offset <= to)
        stand(text.slice(from, to).trimEnd(), text.slice(from, offset), quote);
      word = text.slice(from, to).trimEnd();
      at = behind;
    }
  }
  return cursor === undefined ? { kind: "closed", at: end } : { kind: "open", cursor };
}

/** A word at an offset: its text, without quotes, and the offset behind it. */
function wordAt(text: string, at: number, end: number) {
  const quote = text[at];
  if (quote === '"' || quote === "'") {
    const from = at + 1;
    const last = lineEnd(text, from, end);
    for (let to = from; to < last; to++) {
      if (quote === '"' && text[to] === "\\") to++;
      else if (text[to] === quote) return { from, to, behind: to + 1, quote } as const;
    }
    return { from, to: last, behind: last, quote } as const;
  }
  const plain = /(?:[^,{}[\]\n:]|:(?![\s,{}[\]"']|$))*/y;
  plain.lastIndex = at;
  // A colon that is no end of a name stands for itself.
  const length = Math.min(Math.max(1, plain.exec(text)?.[0].length ?? 0), end - at);
  return { from: at, to: at + length, behind: at + length, quote: undefined } as const;
}

function lineEnd(text: string, at: number, end: number): number {
  const newline = text.indexOf("\n", at);
  return newline === -1 || newline > end ? end : newline;
}
