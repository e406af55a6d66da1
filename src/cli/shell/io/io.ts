import { createInterface } from "node:readline";
import { isatty, ReadStream } from "node:tty";
import { fileReason } from "../../../files/file-reason.ts";
import { isStdinPiped, piecesOfStdin, textOfStdin } from "../../../files/read-text.ts";
import { isInForeground } from "../../../files/running-process.ts";
import { isDevice, openTerminal } from "../../../files/terminal.ts";
import { printable } from "../../../model/printable.ts";
import type { Link } from "./apart.ts";
import { type Keyboard, keyboardOn } from "./enter-key.ts";
import { errorLine } from "./error-line.ts";
import { type Out, outOf } from "./out.ts";
import { standardStream } from "./standard-stream.ts";

/** What a command sees of its process: streams and environment. Tests pass their own; only this file uses `process`. */
export interface Io {
  readonly stdout: Out;
  readonly stderr: Out;
  /** All of standard input, as text. */
  readStdin(): string;
  /** Its bytes, a piece at a time as they come, for input without end; ends when the signal aborts. */
  stdinPieces(signal: AbortSignal): AsyncIterable<Uint8Array>;
  /** Whether standard input is a pipe, a socket or a file: neither a terminal nor nothing. */
  hasPipe?(): boolean;
  readonly env: Readonly<Record<string, string | undefined>>;
  /** Asks a yes-or-no question on the terminal; `undefined` without a terminal. */
  readonly confirm?: ((question: string) => Promise<boolean>) | undefined;
  /** Calls back when the user interrupts (Ctrl-C, SIGTERM); returns an unsubscribe function. */
  onInterrupt(callback: () => void): () => void;
  /** Calls back when the terminal goes away (SIGHUP); returns an unsubscribe function. */
  onHangUp?(callback: () => void): () => void;
  /** The keyboard of this process's terminal, whatever standard input is; `undefined` where it has none, or is in the background. */
  readonly openKeyboard?: () => Keyboard | undefined;
  /** Runs this tool again, apart from the terminal, with these words. */
  readonly startApart?: (words: readonly string[]) => Promise<Link>;
  /** The connection to the process that started this one so. */
  readonly linkToStarter?: () => Promise<Link>;
  /** The work is done: what still waits (a call to a silent server) keeps the process for half a second at most. */
  readonly endSoon?: () => void;
}

/**
 * The real one. A reader that goes away (`| head`) ends the output without a word; output that cannot be written for
 * another reason (a full disk) is reported, and fails the command.
 */
export function processIo(): Io & { readonly isWritten: () => boolean } {
  const failed = (): void => {
    process.exitCode = 1;
    process.on("exit", () => {
      process.exitCode = 1;
    });
  };
  const err = standardStream(
    { descriptor: 2, isTerminal: () => isTerminal(2), open: () => process.stderr },
    (error) => {
      if (error.code !== "EPIPE") failed();
    },
  );
  const stderr = outOf(err, process.env);
  const out = standardStream(
    { descriptor: 1, isTerminal: () => isTerminal(1), open: () => process.stdout },
    (error) => {
      if (error.code === "EPIPE") return;
      stderr.write(errorLine({ message: `cannot write the output: ${fileReason(error)}` }));
      failed();
    },
  );
  // While a signal is waited for, a reader that reads nothing must not keep it from being heard.
  const hearSignals = (): void => {
    for (const stream of [out, err]) stream.neverWait();
  };
  return {
    stdout: outOf(out, process.env),
    stderr,
    readStdin: () => endedBySignals(textOfStdin),
    hasPipe: isStdinPiped,
    stdinPieces: (signal) => piecesOfStdin(() => process.stdin, signal),
    env: process.env,
    get confirm() {
      return isTerminal(0) && isTerminal(2) ? confirmOnTerminal : undefined;
    },
    onInterrupt(callback) {
      hearSignals();
      process.once("SIGINT", callback).once("SIGTERM", callback);
      return () => void process.off("SIGINT", callback).off("SIGTERM", callback);
    },
    onHangUp(callback) {
      hearSignals();
      process.on("SIGHUP", callback);
      return () => void process.off("SIGHUP", callback);
    },
    openKeyboard,
    // Few commands start a process, and none needs to load how until then.
    startApart: async (words) => (await import("./apart.ts")).startApart(words),
    linkToStarter: async () => (await import("./apart.ts")).linkToStarter(),
    endSoon: () => void setTimeout(() => process.exit(), 500).unref(),
    isWritten: () => out.isWritten() && err.isWritten(),
  };
}

const SIGNALS = ["SIGINT", "SIGTERM", "SIGHUP"] as const;

/** Runs work that blocks the process, and so its listeners: a signal during the work ends the process, as without a listener. */
function endedBySignals<T>(work: () => T): T {
  const listeners = SIGNALS.map((signal) => ({ signal, all: process.rawListeners(signal) }));
  for (const { signal } of listeners) process.removeAllListeners(signal);
  try {
    return work();
  } finally {
    for (const { signal, all } of listeners) for (const one of all) process.on(signal, one as NodeJS.SignalsListener);
  }
}

/** Whether the descriptor is a terminal: what is no device need not be asked by what takes time to load. */
function isTerminal(descriptor: number): boolean {
  return isDevice(descriptor) && isatty(descriptor);
}

/** A process in the background would be stopped if it read from the terminal. */
function openKeyboard(): Keyboard | undefined {
  if (!isInForeground()) return undefined;
  if (process.stdin.isTTY === true) return keyboardOn(process.stdin, () => void process.stdin.pause().unref());
  const file = openTerminal();
  if (file === undefined) return undefined;
  const stream = new ReadStream(file);
  return keyboardOn(stream, () => void stream.destroy());
}

/** Only `y` and `yes` are a yes; the end of the input is a no. */
function confirmOnTerminal(question: string): Promise<boolean> {
  const lines = createInterface({ input: process.stdin, output: process.stderr });
  return new Promise((resolve) => {
    lines.on("close", () => resolve(false));
    lines.question(`${printable(question)} [y/N] `, (answer) => {
      resolve(/^y(es)?$/i.test(answer.trim()));
      lines.close();
    });
  });
}
