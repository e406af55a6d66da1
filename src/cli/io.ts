import { readFileSync } from "node:fs";

/** One output stream. */
export interface Out {
  write(text: string): void;
  readonly isTTY: boolean;
}

/** The world a command sees: streams and environment. Tests give their own; `process` is used nowhere else. */
export interface Io {
  readonly stdout: Out;
  readonly stderr: Out;
  /** All of standard input, as text. */
  readStdin(): string;
  readonly env: Readonly<Record<string, string | undefined>>;
  /** Calls back when the user interrupts (Ctrl-C, SIGTERM); gives what takes the wish back. */
  onInterrupt(callback: () => void): () => void;
}

/** The real one. A reader that goes away (`| head`) ends the output without a word. */
export function processIo(): Io {
  for (const stream of [process.stdout, process.stderr]) {
    stream.on("error", (error: NodeJS.ErrnoException) => {
      if (error.code !== "EPIPE") throw error;
    });
  }
  return {
    stdout: { write: (text) => void process.stdout.write(text), isTTY: process.stdout.isTTY === true },
    stderr: { write: (text) => void process.stderr.write(text), isTTY: process.stderr.isTTY === true },
    readStdin: () => readFileSync(0, "utf8"),
    env: process.env,
    onInterrupt(callback) {
      process.once("SIGINT", callback).once("SIGTERM", callback);
      return () => void process.off("SIGINT", callback).off("SIGTERM", callback);
    },
  };
}
