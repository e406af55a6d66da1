import { BYTE } from "./row-cells.ts";
import { MOST_ROWS, type RowColumns, type RowReader, UNUSUAL } from "./row-columns.ts";

/**
 * Reads the row that begins at `start`, of bytes that `words` has four at a time; returns where its line ends, or -1 where it is
 * not usual.
 */
export type ReadRow = (bytes: Uint8Array, words: DataView, start: number, row: number, into: RowColumns) => number;

/** The reader of rows one after the other, of which `readRow` reads the usual ones. */
export function eachRow(readRow: ReadRow): RowReader {
  return (bytes, from, to, into) => {
    const words = new DataView(bytes.buffer, bytes.byteOffset);
    let row = 0;
    let at = from;
    for (; at < to && row < MOST_ROWS; row++) {
      into.start[row] = at;
      let end = readRow(bytes, words, at, row, into);
      if (end === -1) {
        into.from[row] = UNUSUAL;
        end = bytes.indexOf(BYTE.lineFeed, at);
      }
      at = end + 1;
    }
    into.start[row] = at;
    return { rows: row, end: at };
  };
}
