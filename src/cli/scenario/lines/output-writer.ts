import { writeNow } from "../../../files/terminal.ts";

/** Where several threads write, one after the other. */
export interface ThreadOutput {
  readonly descriptor: number;
  /** One number, of the turn whose writing is next; `OVER` where nothing more is written. */
  readonly currentTurn: Int32Array;
}

/** No turn follows. */
const OVER = -1;

/** Lets nobody begin another piece: not after one that was not written, and not where whoever has the turn may never end it. */
export function endOutput(currentTurn: Int32Array): void {
  Atomics.store(currentTurn, 0, OVER);
  Atomics.notify(currentTurn, 0);
}

/**
 * Writes the pieces that `next` makes, until it makes none, when it is the turn of this; returns the code of the system's error
 * where it did not take them. `next` is asked for a piece when the one before is written, and no more where the output has ended.
 */
export type WriteOutput = (turn: number, next: () => Uint8Array | undefined) => string | undefined;

/** How many milliseconds a reader is waited for that takes nothing more, at first and at most: it may stand still for hours (`| less`). */
const [FIRST_WAIT, LONGEST_WAIT] = [0.05, 10];

/**
 * Writes to an output that several threads share. The first piece of a turn is made before those before it have ended. The thread
 * waits here for a slow reader: the output does not (`EAGAIN`), or a thread could not be ended while it waits.
 */
export function outputWriter({ descriptor, currentTurn }: ThreadOutput): WriteOutput {
  /** Nobody changes it: to wait for that is to sleep. */
  const unchanged = new Int32Array(new SharedArrayBuffer(4));

  function write(bytes: Uint8Array): string | undefined {
    let wait = FIRST_WAIT;
    for (let at = 0; ; ) {
      const { bytes: written, error } = writeNow(descriptor, bytes.subarray(at));
      if (error === undefined) return undefined;
      if (error.code !== "EAGAIN") return error.code ?? error.message;
      at += written;
      wait = written > 0 ? FIRST_WAIT : Math.min(2 * wait, LONGEST_WAIT);
      Atomics.wait(unchanged, 0, 0, wait);
    }
  }

  return (turn, next) => {
    let piece = next();
    for (let now = Atomics.load(currentTurn, 0); now !== turn && now !== OVER; now = Atomics.load(currentTurn, 0)) {
      Atomics.wait(currentTurn, 0, now);
    }
    for (; piece !== undefined && Atomics.load(currentTurn, 0) === turn; piece = next()) {
      const error = write(piece);
      if (error === undefined) continue;
      endOutput(currentTurn);
      return error;
    }
    if (Atomics.compareExchange(currentTurn, 0, turn, turn + 1) === turn) Atomics.notify(currentTurn, 0);
    return undefined;
  };
}
