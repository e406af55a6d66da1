/** How waiting for Enter ended; `closed`: the terminal has gone, or the user has closed it (Ctrl-D). */
export type Entered = "entered" | "closed" | "stopped";

/** What is typed on a terminal. */
export interface Keyboard {
  /** Resolves with the next Enter from now on; `stopped` when the signal aborts. */
  readonly enter: (signal: AbortSignal) => Promise<Entered>;
  readonly close: () => void;
}

/** What a terminal's stream has of a stream to read. */
export interface TerminalStream {
  on(event: "data", callback: (bytes: Buffer) => void): unknown;
  on(event: "end" | "close" | "error", callback: () => void): unknown;
  resume(): unknown;
}

/** A keyboard on a terminal's stream. What was typed before `enter` is called does not count. */
export function keyboardOn(stream: TerminalStream, close: () => void): Keyboard {
  let tell: (how: Entered) => void = () => {};
  let isClosed = false;
  const closed = (): void => {
    isClosed = true;
    tell("closed");
  };
  stream.on("data", (bytes) => {
    if (/[\r\n]/.test(bytes.toString("latin1"))) tell("entered");
  });
  for (const event of ["end", "close", "error"] as const) stream.on(event, closed);
  stream.resume();
  return {
    enter: (signal) =>
      new Promise((resolve) => {
        tell = resolve;
        signal.addEventListener("abort", () => resolve("stopped"));
        if (isClosed) resolve("closed");
        if (signal.aborted) resolve("stopped");
      }),
    close,
  };
}
