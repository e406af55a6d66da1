/** A cell of the whole matrix, from 0. */
export type CellPlace = readonly [row: number, column: number];

/** How far keys lead: rows, then columns; Home and End along the row, with Page keys ten rows. */
const KEYS: ReadonlyMap<string, CellPlace> = new Map([
  ["ArrowUp", [-1, 0]],
  ["ArrowDown", [1, 0]],
  ["ArrowLeft", [0, -1]],
  ["ArrowRight", [0, 1]],
  ["PageUp", [-10, 0]],
  ["PageDown", [10, 0]],
  ["Home", [0, -Infinity]],
  ["End", [0, Infinity]],
]);

/** The cell that a key leads to from another; `undefined` for other keys, and where there is none that way. */
export function cellFrom(
  [row, column]: CellPlace,
  key: string,
  { rowCount, columnCount }: { readonly rowCount: number; readonly columnCount: number },
): CellPlace | undefined {
  const step = KEYS.get(key);
  if (step === undefined) return undefined;
  const next: CellPlace = [within(row + step[0], rowCount), within(column + step[1], columnCount)];
  return next[0] === row && next[1] === column ? undefined : next;
}

const within = (number: number, count: number): number => Math.min(Math.max(0, number), Math.max(0, count - 1));

/** The first row or column of the part that has one: as far from the shown part as a step of its buttons, or several. */
export function partWith(wanted: number, first: number, step: number): number {
  return Math.max(0, first + Math.floor((wanted - first) / step) * step);
}
