import { MOST_ROWS, type RowReader, UNUSUAL } from "./row-columns.ts";

const LINE_FEED = 10;

/** Finds rows that are all read as text, one after the other. */
export const textRows: RowReader = (bytes, from, to, into) => {
  let row = 0;
  let at = from;
  for (; at < to && row < MOST_ROWS; row++) {
    into.start[row] = at;
    into.from[row] = UNUSUAL;
    at = bytes.indexOf(LINE_FEED, at) + 1;
  }
  into.start[row] = at;
  return { rows: row, end: at };
};
