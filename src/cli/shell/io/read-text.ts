import { readSync } from "node:fs";

/** The most that is read of one file or of standard input; `/dev/zero` is endless. */
export const MAX_MEBIBYTES = 64;

const MAX_BYTES = MAX_MEBIBYTES * 1024 * 1024;
const PIECE = 256 * 1024;
const RETRY_MS = 20;

/** A text longer than the limit. */
export class TooLarge extends Error {
  constructor() {
    super(`it is larger than ${MAX_MEBIBYTES} MiB`);
    this.name = "TooLarge";
  }
}

/** All of an open file, pipe or terminal, as UTF-8. Throws the system's error, one for text that is not UTF-8, or `TooLarge`. */
export function readText(fd: number): string {
  const pieces: string[] = [];
  let length = 0;
  for (const piece of textPieces(fd)) {
    length += piece.length;
    if (length > MAX_BYTES) throw new TooLarge();
    pieces.push(piece);
  }
  return pieces.join("");
}

/**
 * An open file, pipe or terminal as UTF-8, a piece at a time. Throws the system's error, and one for bytes that are not
 * UTF-8: with replacement characters a name would silently become another. A pipe or terminal that another process made
 * non-blocking returns EAGAIN while it is empty; then this waits.
 */
export function* textPieces(fd: number): Generator<string> {
  const decoder = new TextDecoder("utf-8", { fatal: true, ignoreBOM: true });
  const piece = Buffer.allocUnsafe(PIECE);
  for (let length = readPiece(fd, piece); length > 0; length = readPiece(fd, piece)) {
    yield decoder.decode(piece.subarray(0, length), { stream: true });
  }
  yield decoder.decode();
}

function readPiece(fd: number, piece: Buffer): number {
  for (;;) {
    try {
      return readSync(fd, piece);
    } catch (error) {
      const { code } = error as NodeJS.ErrnoException;
      if (code === "EOF") return 0;
      if (code !== "EAGAIN") throw error;
      Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, RETRY_MS);
    }
  }
}
