import type { Io } from "./io.ts";

const AFTER_MS = 1000;
const EVERY_MS = 200;

/** A line on a terminal that says how far a long run is; nothing for runs under a second, and nothing elsewhere. */
export interface Progress {
  readonly step: (done: number) => void;
  /** Takes the line away. */
  readonly end: () => void;
}

/** `verb` is what was done to so many: `applied 1200 of 10000`; without a `total` the count alone. `now` gives milliseconds. */
export function progress(
  verb: string,
  total: number | undefined,
  { stderr }: Io,
  now: () => number = Date.now,
): Progress {
  if (!stderr.isTTY) return { step: () => {}, end: () => {} };
  let shown = "";
  let next = now() + AFTER_MS;
  return {
    step(done) {
      if (now() < next) return;
      next = now() + EVERY_MS;
      shown = `${verb} ${done}${total === undefined ? "" : ` of ${total}`}`;
      stderr.write(`\r${shown}`);
    },
    end() {
      if (shown !== "") stderr.write(`\r${" ".repeat(shown.length)}\r`);
      shown = "";
    },
  };
}
