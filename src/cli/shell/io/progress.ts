import type { Io } from "./io.ts";

const AFTER_MS = 1000;
const EVERY_MS = 200;

/** A line on a terminal with the progress of a run; nothing for runs under a second, and nothing without a terminal. */
export interface Progress {
  readonly step: (done: number) => void;
  /** Removes the line. */
  readonly end: () => void;
}

/** `applied 1200 of 10000`, where `verb` is `applied`; without a `total` the count alone. `now` returns milliseconds. */
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
      stderr.overwrite(shown);
    },
    end() {
      if (shown !== "") {
        stderr.overwrite(" ".repeat(shown.length));
        stderr.overwrite("");
      }
      shown = "";
    },
  };
}
