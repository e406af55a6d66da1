import type { Io } from "../../src/cli/shell/io/io.ts";
import { outOf } from "../../src/cli/shell/io/out.ts";
import { runCommandLine } from "../../src/cli/shell/program.ts";
import { waitUntil } from "./wait.ts";

/** What a command line did. */
export interface Ran {
  readonly code: number;
  readonly stdout: string;
  readonly stderr: string;
}

/** The surroundings of a command line under test; nothing of this machine's environment is in them. */
export interface Surroundings {
  readonly stdin?: string | (() => string);
  readonly env?: Readonly<Record<string, string>>;
  readonly tty?: boolean;
  /** Shows the text as commands gave it: what of it the streams would have escaped is a fault of who wrote it. */
  readonly unguarded?: boolean;
  /** What the person at the terminal answers; without it there is no terminal. */
  readonly confirm?: (question: string) => boolean;
  /** Called before anything is written to stdout; lets a test interrupt in mid-run. What it returns may unsubscribe. */
  readonly onInterrupt?: (callback: () => void) => unknown;
  /** Called whenever the command waits for its output to be on its way: a watch does after the list and after each change. */
  readonly onDrained?: () => void;
}

/** Streams that keep what is written, and the rest of what a command sees. */
export function testIo(surroundings: Surroundings = {}): {
  readonly io: Io;
  readonly written: { stdout: string; stderr: string };
} {
  const { tty = false, stdin: given = "", env = {} } = surroundings;
  const stdin = typeof given === "string" ? () => given : given;
  const written = { stdout: "", stderr: "" };
  const out = (stream: "stdout" | "stderr") => {
    const put = (text: string): void => {
      written[stream] += text;
    };
    const drained = () => {
      surroundings.onDrained?.();
      return Promise.resolve();
    };
    const guarded = outOf({ put, drained, onClose: () => () => {}, isTTY: tty }, env);
    return surroundings.unguarded ? { ...guarded, write: put, writeData: put } : guarded;
  };
  const io: Io = {
    stdout: out("stdout"),
    stderr: out("stderr"),
    readStdin: stdin,
    hasPipe: () => given !== "",
    async *stdinPieces() {
      yield Buffer.from(stdin());
    },
    env,
    confirm: surroundings.confirm && (async (question) => surroundings.confirm?.(question) ?? false),
    onInterrupt(callback) {
      const release = surroundings.onInterrupt?.(callback);
      return () => void (typeof release === "function" && release());
    },
  };
  return { io, written };
}

/** Runs a command line in this process, on streams of its own. */
export async function runCli(argv: readonly string[], surroundings: Surroundings = {}): Promise<Ran> {
  const { io, written } = testIo(surroundings);
  const code = await runCommandLine(argv, io);
  return { code, ...written };
}

/** A command line on an embedded store of its own: `run("get hep")`, `run("apply -f -", manifest)`. */
export function session(folder: string, surroundings: Surroundings = {}) {
  const env = { DATASTORE_TYPE: "embedded", CALICO_EMBEDDED_PATH: `${folder}/.store.db`, ...surroundings.env };
  return (line: string, stdin = ""): Promise<Ran> => runCli(words(line), { ...surroundings, stdin, env });
}

/** A command line that goes on until it is interrupted. */
export interface Running {
  readonly written: { readonly stdout: string; readonly stderr: string };
  /** Waits until that much has been written. */
  readonly until: (stream: "stdout" | "stderr", pattern: RegExp) => Promise<void>;
  /** How often it has dealt with news from the datastore: the list, then changes. */
  readonly dealtWith: () => number;
  /** Interrupts it; returns what it did. */
  readonly interrupt: () => Promise<Ran>;
  /** Settles when it ends by itself. */
  readonly ended: Promise<Ran>;
}

/** Starts a command line on the surroundings' store, and does not wait for its end. */
export function start(line: string, surroundings: Surroundings): Running {
  const interrupted = new Set<() => void>();
  let dealtWith = 0;
  const { io, written } = testIo({
    ...surroundings,
    onDrained: () => {
      dealtWith++;
    },
    onInterrupt: (callback) => {
      interrupted.add(callback);
      return () => void interrupted.delete(callback);
    },
  });
  const ended = runCommandLine(words(line), io).then((code) => ({ code, ...written }));
  return {
    written,
    ended,
    dealtWith: () => dealtWith,
    interrupt: () => {
      for (const callback of interrupted) callback();
      return ended;
    },
    until: (stream, pattern) =>
      waitUntil(
        () => pattern.test(written[stream]),
        () => `no ${String(pattern)} in ${JSON.stringify(written)}`,
      ),
  };
}

/** The words of a line; single quotes keep blanks together. */
function words(line: string): string[] {
  return [...line.matchAll(/'([^']*)'|(\S+)/g)].map(([, quoted, bare]) => quoted ?? bare ?? "");
}
