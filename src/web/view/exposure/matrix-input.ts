import type { MatrixCellQuestion, MatrixPartQuestion } from "../../engine/answers/exposure/matrix-types.ts";

/** What the exposure view is asked: all of it is in the address. */
export interface MatrixInput {
  readonly from: string;
  readonly to: string;
  readonly port: string;
  /** The first row and column that are shown, from 0. */
  readonly row: number;
  readonly column: number;
  /** The cell that is open: its row and column. */
  readonly cell?: readonly [row: number, column: number];
}

/** Rows and columns that are shown at once. */
export const ROWS = 25;
export const COLUMNS = 8;

/** What the parameters of a route ask. */
export function matrixInput(parameters: ReadonlyMap<string, string>): MatrixInput {
  const number = (text = ""): number => (/^\d{1,7}$/.test(text) ? Number(text) : 0);
  const [row, column] = parameters.get("cell")?.split(",") ?? [];
  return {
    from: parameters.get("from") ?? "",
    to: parameters.get("to") ?? "",
    port: parameters.get("port") ?? "",
    row: number(parameters.get("row")),
    column: number(parameters.get("column")),
    ...(column !== undefined && { cell: [number(row), number(column)] as const }),
  };
}

/** The parameters that ask the same. */
export function parametersOf({ from, to, port, row, column, cell }: MatrixInput): Readonly<Record<string, string>> {
  return {
    ...{ from, to, port },
    ...(row > 0 && { row: String(row) }),
    ...(column > 0 && { column: String(column) }),
    ...(cell !== undefined && { cell: cell.join(",") }),
  };
}

/** The part of the matrix that is shown. */
export function partQuestion(input: MatrixInput): MatrixPartQuestion {
  return { kind: "matrix", ...wordsOf(input), row: input.row, rows: ROWS, column: input.column, columns: COLUMNS };
}

/** The cell that is open. */
export function cellQuestion(input: MatrixInput): MatrixCellQuestion | undefined {
  if (input.cell === undefined) return undefined;
  const [row, column] = input.cell;
  return { kind: "matrix-cell", ...wordsOf(input), row, column };
}

/** One word each for the ends: a selector has spaces and commas of its own. Services have neither. */
function wordsOf({ from, to, port }: MatrixInput): Pick<MatrixPartQuestion, "from" | "to" | "port"> {
  const one = (text: string): readonly string[] => (text.trim() === "" ? [] : [text.trim()]);
  return { from: one(from), to: one(to), port: port.split(/[\s,]+/).filter((text) => text !== "") };
}
