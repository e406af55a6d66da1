import { structuredPatch } from "diff";

/** Lines around a change that are shown with it. */
const CONTEXT = 3;
/** Above so many different lines the whole text counts as changed: the search takes time with their square. */
const MOST_EDITS = 2000;

/** How a line is coloured. */
export interface DiffStyle {
  readonly removed: (text: string) => string;
  readonly added: (text: string) => string;
  readonly place: (text: string) => string;
}

interface NamedText {
  readonly name: string;
  readonly text: string;
}

/** A unified diff of two texts (`--- before`, `+++ after`, hunks with three lines of context); empty where they are equal. */
export function unifiedDiff(before: NamedText, after: NamedText, style: DiffStyle): string {
  if (before.text === after.text) return "";
  const head = [style.removed(`--- ${before.name}`), style.added(`+++ ${after.name}`)];
  const [old, next] = [withLineEnd(before.text), withLineEnd(after.text)];
  const patch = structuredPatch("", "", old, next, "", "", { context: CONTEXT, maxEditLength: MOST_EDITS });
  const hunks = patch?.hunks ?? [whole(old, next)];
  const lines = hunks.flatMap(({ oldStart, oldLines, newStart, newLines, lines }) => [
    style.place(`@@ -${range(oldStart, oldLines)} +${range(newStart, newLines)} @@`),
    ...lines.map((line) =>
      line.startsWith("-") ? style.removed(line) : line.startsWith("+") ? style.added(line) : line,
    ),
  ]);
  return `${[...head, ...lines].join("\n")}\n`;
}

/** All lines of the one text taken away, and all of the other added. */
function whole(before: string, after: string) {
  const [removed, added] = [before, after].map((text) => text.split("\n").slice(0, -1));
  const lines = [...(removed ?? []).map((line) => `-${line}`), ...(added ?? []).map((line) => `+${line}`)];
  const counts = { oldLines: removed?.length ?? 0, newLines: added?.length ?? 0 };
  return { oldStart: 1, newStart: 1, ...counts, lines };
}

/** The first line of a range and how many there are; of none the line before. */
function range(start: number, count: number): string {
  return count === 1 ? String(start) : `${count === 0 ? Math.max(0, start - 1) : start},${count}`;
}

/** A last line without an end counts as one that has it. */
function withLineEnd(text: string): string {
  return text === "" || text.endsWith("\n") ? text : `${text}\n`;
}
