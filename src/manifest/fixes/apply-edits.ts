import type { Position, TextEdit } from "../../model/diagnostic.ts";

/** The text with those changes made; of two that touch the first counts. */
export function applyEdits(text: string, edits: readonly TextEdit[]): string {
  const starts = lineStarts(text);
  const at = ({ line, column }: Position): number => (starts[line - 1] ?? text.length) + column - 1;
  const inOrder = edits
    .map(({ span, text: written }) => ({ from: at(span.start), to: at(span.end), written }))
    .sort((a, b) => a.from - b.from || a.to - b.to);
  const parts: string[] = [];
  let end = 0;
  for (const [index, { from, to, written }] of inOrder.entries()) {
    if (index > 0 && from <= end) continue;
    parts.push(text.slice(end, from), written);
    end = to;
  }
  return parts.join("") + text.slice(end);
}

function lineStarts(text: string): readonly number[] {
  const starts = [0];
  for (let at = text.indexOf("\n"); at !== -1; at = text.indexOf("\n", at + 1)) starts.push(at + 1);
  return starts;
}
