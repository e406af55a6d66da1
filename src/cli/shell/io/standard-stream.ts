import { writeNow } from "../../../files/terminal.ts";
import type { Sink } from "./out.ts";

/** Standard output or standard error of this process, as a sink. */
export interface StandardStream extends Sink {
  /** From now on nothing that is written holds up the process: its reader may be slow, and signals must still be heard. */
  readonly neverWait: () => void;
  /** Whether all that was written is handed to the system. Where it could not be, Node says so only a moment later. */
  readonly isWritten: () => boolean;
}

/** Where a standard stream leads, as Node knows it. */
export interface Destination {
  readonly descriptor: 1 | 2;
  readonly isTerminal: () => boolean;
  /** Makes Node's stream for it. */
  readonly open: () => NodeJS.WriteStream;
}

/**
 * A standard stream that Node makes only when it is needed: it costs more than most commands do. Until then text is written
 * straight to the descriptor, which waits for a slow reader as any other program does. `failed` is called once, with the
 * system's error, when nothing can be written any more.
 */
export function standardStream(
  { descriptor, isTerminal, open }: Destination,
  failed: (error: NodeJS.ErrnoException) => void,
): StandardStream {
  let stream: NodeJS.WriteStream | undefined;
  let isBroken = false;
  let neverWaits = false;
  const whenBroken = new Set<() => void>();
  const broken = (error: NodeJS.ErrnoException): void => {
    if (isBroken) return;
    isBroken = true;
    failed(error);
    // Whoever waits for it may be the one who writes just now.
    process.nextTick(() => {
      for (const callback of whenBroken) callback();
    });
  };
  const opened = (): NodeJS.WriteStream => {
    stream ??= open().on("error", broken);
    return stream;
  };
  const put = (text: string): void => {
    if (stream !== undefined || neverWaits) return void opened().write(text);
    if (isBroken) return;
    const bytes = Buffer.from(text);
    const { bytes: written, error } = writeNow(descriptor, bytes);
    // The reader is slow, and another process has set the pipe so that a write does not wait.
    if (error?.code === "EAGAIN") opened().write(bytes.subarray(written));
    else if (error !== undefined) broken(error);
  };
  return {
    put,
    // Called also where it is not written: the stream's error says so.
    putBytes: (bytes) => new Promise((resolve) => opened().write(bytes, () => resolve())),
    descriptor: () => {
      if (isTerminal()) return undefined;
      // Node's stream for a pipe sets it so that no write waits.
      opened();
      return descriptor;
    },
    broken: (code) => broken(Object.assign(new Error(code), { code })),
    drained: () => (stream === undefined ? Promise.resolve() : drained(stream)),
    onClose: (callback) => {
      whenBroken.add(callback);
      return () => void whenBroken.delete(callback);
    },
    get isTTY() {
      return isTerminal();
    },
    columns: () => (isTerminal() ? open().columns : undefined),
    neverWait: () => {
      neverWaits = true;
    },
    isWritten: () => stream === undefined || (stream.writableLength === 0 && stream.errored === null),
  };
}

function drained(stream: NodeJS.WriteStream): Promise<void> {
  if (!stream.writableNeedDrain || stream.destroyed) return Promise.resolve();
  return new Promise((resolve) => {
    const events = ["drain", "error", "close"];
    const done = () => {
      for (const event of events) stream.off(event, done);
      resolve();
    };
    for (const event of events) stream.on(event, done);
  });
}
