/** A change of a document's text: what stands between two offsets, and what to write in its place. */
export interface TextChange {
  readonly from: number;
  readonly to: number;
  readonly text: string;
}

/** Leaves out a field: its lines in a block, but for a comment, and in braces it with a comma. */
export function removal(text: string, from: number, to: number): TextChange | undefined {
  const after = /^[ \t]*,\s*/.exec(text.slice(to));
  const comma = /,\s*$/.exec(text.slice(0, from));
  if (/[{,]\s*$/.test(text.slice(0, from))) {
    if (after !== null) return { from, to: to + after[0].length, text: "" };
    return { from: comma === null ? from : from - comma[0].length, to, text: "" };
  }
  const line = text.lastIndexOf("\n", from - 1) + 1;
  const rest = /^[ \t]*(?:(?=#)|\r?\n|$)/.exec(text.slice(to));
  if (text.slice(line, from).trim() !== "" || rest === null) return undefined;
  const end = to + rest[0].length;
  return { from: text.charAt(end) === "#" ? from : line, to: end, text: "" };
}

/** Writes several items in place of one of a list: in brackets with commas, in a block a line each. */
export function severalItems(
  text: string,
  from: number,
  to: number,
  values: readonly string[],
): TextChange | undefined {
  if (/[[,]\s*$/.test(text.slice(0, from))) return { from, to, text: values.join(", ") };
  const before = text.slice(text.lastIndexOf("\n", from - 1) + 1, from);
  const lineEnd = text.includes("\r\n") ? "\r\n" : "\n";
  return /^ *- +$/.test(before) ? { from, to, text: values.join(`${lineEnd}${before}`) } : undefined;
}

/** Whether a scalar is written on one line, without an anchor or tag: only such a one can be written anew. */
export function isPlainScalar(text: string, from: number, to: number): boolean {
  const before = text.slice(text.lastIndexOf("\n", from - 1) + 1, from);
  return from < to && !/^[&*!|>]|\n/.test(text.slice(from, to)) && !/(?:^|[\s[{,])[&!]\S*\s+$/.test(before);
}
