/** Lines around a change that are shown with it. */
const CONTEXT = 3;
/** Above so many different lines the whole middle counts as changed: the search takes time with their square. */
const MOST_EDITS = 2000;

/** One line of the difference: kept, taken away or added. */
interface Edit {
  readonly sign: " " | "-" | "+";
  readonly line: string;
}

/** How a line is coloured. */
export interface DiffStyle {
  readonly removed: (text: string) => string;
  readonly added: (text: string) => string;
  readonly place: (text: string) => string;
}

/** A unified diff of two texts (`--- before`, `+++ after`, hunks with three lines of context); empty where they are equal. */
export function unifiedDiff(
  before: { readonly name: string; readonly text: string },
  after: { readonly name: string; readonly text: string },
  style: DiffStyle,
): string {
  if (before.text === after.text) return "";
  const edits = lineEdits(linesOf(before.text), linesOf(after.text));
  const head = `${style.removed(`--- ${before.name}`)}\n${style.added(`+++ ${after.name}`)}\n`;
  return (
    head +
    hunks(edits)
      .map((hunk) => printedHunk(edits, hunk, style))
      .join("")
  );
}

function linesOf(text: string): string[] {
  const lines = text.split("\n");
  if (lines.at(-1) === "") lines.pop();
  return lines;
}

/** What turns the one list into the other: equal beginnings and ends are kept, the middle by the shortest edit. */
function lineEdits(a: readonly string[], b: readonly string[]): Edit[] {
  let start = 0;
  while (start < a.length && start < b.length && a[start] === b[start]) start++;
  let [endA, endB] = [a.length, b.length];
  while (endA > start && endB > start && a[endA - 1] === b[endB - 1]) {
    endA--;
    endB--;
  }
  const keep = (lines: readonly string[]): Edit[] => lines.map((line) => ({ sign: " ", line }));
  return [...keep(a.slice(0, start)), ...shortest(a.slice(start, endA), b.slice(start, endB)), ...keep(a.slice(endA))];
}

/** Myers' greedy search: for each number of edits the furthest point on each diagonal; the path back is the edits. */
function shortest(a: readonly string[], b: readonly string[]): Edit[] {
  const whole = (): Edit[] => [
    ...a.map((line) => ({ sign: "-" as const, line })),
    ...b.map((line) => ({ sign: "+" as const, line })),
  ];
  const furthest = new Map<number, number>([[1, 0]]);
  const trail: Map<number, number>[] = [];
  const at = (map: ReadonlyMap<number, number>, k: number): number => map.get(k) ?? -1;
  for (let d = 0; d <= a.length + b.length; d++) {
    if (d > MOST_EDITS) return whole();
    trail.push(new Map(furthest));
    for (let k = -d; k <= d; k += 2) {
      const down = k === -d || (k !== d && at(furthest, k - 1) < at(furthest, k + 1));
      let x = down ? at(furthest, k + 1) : at(furthest, k - 1) + 1;
      while (x < a.length && x - k < b.length && a[x] === b[x - k]) x++;
      furthest.set(k, x);
      if (x >= a.length && x - k >= b.length) return wayBack(a, b, trail);
    }
  }
  return whole();
}

function wayBack(a: readonly string[], b: readonly string[], trail: readonly ReadonlyMap<number, number>[]): Edit[] {
  const edits: Edit[] = [];
  let [x, y] = [a.length, b.length];
  for (let d = trail.length - 1; d >= 0; d--) {
    const map = trail[d] ?? new Map<number, number>();
    const k = x - y;
    const down = k === -d || (k !== d && (map.get(k - 1) ?? -1) < (map.get(k + 1) ?? -1));
    const fromK = down ? k + 1 : k - 1;
    const fromX = d === 0 ? 0 : (map.get(fromK) ?? 0);
    const fromY = d === 0 ? 0 : fromX - fromK;
    while (x > fromX && y > fromY) {
      edits.push({ sign: " ", line: a[--x] ?? "" });
      y--;
    }
    if (d === 0) break;
    edits.push(down ? { sign: "+", line: b[--y] ?? "" } : { sign: "-", line: a[--x] ?? "" });
  }
  return edits.reverse();
}

/** Stretches of edits to show, from and up to (exclusive): changes with their context, joined where they touch. */
function hunks(edits: readonly Edit[]): readonly (readonly [number, number])[] {
  const stretches: [number, number][] = [];
  for (const [i, { sign }] of edits.entries()) {
    if (sign === " ") continue;
    const [from, to] = [Math.max(0, i - CONTEXT), Math.min(edits.length, i + CONTEXT + 1)];
    const last = stretches.at(-1);
    if (last !== undefined && from <= last[1]) last[1] = to;
    else stretches.push([from, to]);
  }
  return stretches;
}

function printedHunk(edits: readonly Edit[], [from, to]: readonly [number, number], style: DiffStyle): string {
  const count = (sign: "-" | "+", start: number, end: number): number =>
    edits.slice(start, end).filter((edit) => edit.sign === " " || edit.sign === sign).length;
  const range = (sign: "-" | "+"): string => {
    const size = count(sign, from, to);
    return `${count(sign, 0, from) + (size === 0 ? 0 : 1)}${size === 1 ? "" : `,${size}`}`;
  };
  const lines = edits.slice(from, to).map(({ sign, line }) => {
    const text = `${sign}${line}`;
    return sign === " " ? text : sign === "-" ? style.removed(text) : style.added(text);
  });
  return `${style.place(`@@ -${range("-")} +${range("+")} @@`)}\n${lines.join("\n")}\n`;
}
