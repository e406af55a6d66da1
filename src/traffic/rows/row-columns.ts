/** Most rows that are read at a time. */
export const MOST_ROWS = 32_768;

/** In `from`: the row must be read as text. */
export const UNUSUAL = -2;
/** In `to`: the row names no end. */
export const NO_TEXT = -1;

/**
 * Rows of traffic as columns of numbers. Usual ones are IPv4 packets with ports that open a connection, and have all their
 * numbers here; of the others, valid or not, only the place is.
 */
export interface RowColumns {
  /** The ends as numbers of their texts (`TextNumbers`); `UNUSUAL`, `NO_TEXT`. */
  readonly from: Int32Array;
  readonly to: Int32Array;
  readonly protocol: Uint8Array;
  readonly source: Uint32Array;
  readonly destination: Uint32Array;
  readonly sourcePort: Uint16Array;
  readonly destinationPort: Uint16Array;
  /** Where the row begins among the bytes; the next one begins behind its line's end. */
  readonly start: Uint32Array;
}

/** The bytes of one row in all columns. */
const ROW_BYTES = 4 * 5 + 2 * 2 + 1;
/** The size of the columns in bytes, a multiple of eight. */
export const COLUMNS_BYTES = Math.ceil(((MOST_ROWS + 1) * ROW_BYTES + 8) / 8) * 8;

/** The columns for `MOST_ROWS` rows, and the end of the last one, at a place in memory that is a multiple of four. */
export function rowColumns(memory: ArrayBufferLike, at: number): RowColumns {
  const length = MOST_ROWS + 1;
  const wide = (column: number) => at + 4 * length * column;
  const narrow = (column: number) => wide(5) + 2 * length * column;
  return {
    from: new Int32Array(memory, wide(0), length),
    to: new Int32Array(memory, wide(1), length),
    source: new Uint32Array(memory, wide(2), length),
    destination: new Uint32Array(memory, wide(3), length),
    start: new Uint32Array(memory, wide(4), length),
    sourcePort: new Uint16Array(memory, narrow(0), length),
    destinationPort: new Uint16Array(memory, narrow(1), length),
    protocol: new Uint8Array(memory, narrow(2), length),
  };
}

/** How far rows were read: their number, and where the next one begins. */
export interface ReadRows {
  readonly rows: number;
  readonly end: number;
}

/**
 * Reads rows at `from` up to `to`, behind the end of a line, into columns: so many as there is room for. The memory of the bytes
 * goes on for three bytes at least behind `to`, as four are read at a time. Total: a row that it cannot read is `UNUSUAL`.
 */
export type RowReader = (bytes: Uint8Array, from: number, to: number, into: RowColumns) => ReadRows;
