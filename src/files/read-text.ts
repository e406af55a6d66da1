import { closeSync, constants, fstatSync, openSync, readSync, realpathSync, type Stats, statSync } from "node:fs";
import { addAbortSignal, type Readable } from "node:stream";
import { FileFault } from "./file-reason.ts";
import { isLink } from "./folder.ts";

/** The most that is read of manifests, flows and facts: dumps of whole clusters are large, and `/dev/zero` is endless. */
export const MAX_MEBIBYTES = 128;
/** The most that is read of a configuration, a template or a certificate. */
export const MAX_SETTING_MEBIBYTES = 1;

const MEBIBYTE = 1024 * 1024;
const PIECE = 256 * 1024;
const RETRY_MS = 20;
/** How long a FIFO by name may have no writer. */
const WRITER_WAIT_MS = 30_000;

/** More than the limit. */
export class TooLarge extends FileFault {
  constructor(mebibytes: number, withWhat = "") {
    super(`${withWhat}it is larger than ${mebibytes} MiB`);
    this.name = "TooLarge";
  }
}

/** How a file is read; what is left out has the usual value. */
export interface ReadOptions {
  /** The most that is read of it. */
  readonly mebibytes?: number;
  /** How long a FIFO by name may have no writer. */
  readonly writerWaitMs?: number;
}

/**
 * The text of a file that the user names: a regular file, or a FIFO, a device or a process's pipe (`/dev/fd/63`) as a
 * stream. Throws the system's error, one for text that is not UTF-8, or `FileFault`.
 */
export function textOfFile(path: string, options: ReadOptions = {}): string {
  return textOf(decoded(bytePieces(path, options)), options);
}

/** The same as bytes, for files whose comments need not be UTF-8. */
export function bytesOfFile(path: string, options: ReadOptions = {}): Buffer {
  const pieces: Buffer[] = [];
  for (const piece of limited(bytePieces(path, options), options)) pieces.push(Buffer.from(piece));
  return Buffer.concat(pieces);
}

/**
 * The bytes of a file, a piece at a time as they come, without a limit; each is valid until the next is asked for. Throws as
 * `bytesOfFile`. It waits without holding up anything else, and ends when the signal aborts.
 */
export async function* piecesOfFile(path: string, signal: AbortSignal): AsyncGenerator<Uint8Array> {
  const { file, isPipe, writerWaitMs } = openToRead(path, { mebibytes: Number.POSITIVE_INFINITY });
  let isOpen = true;
  try {
    for (const piece of openPieces(file, writerWaitMs, true)) {
      if (piece.length > 0) yield piece;
      else await new Promise((resolve) => setTimeout(resolve, RETRY_MS));
      if (signal.aborted) return;
      if (!isPipe || piece.length === 0) continue;
      // It has a writer, so that the system says from now on when there is more.
      isOpen = false;
      const { piecesOfPipe } = await import("./pieces-of-pipe.ts");
      return yield* piecesOfPipe(file, signal);
    }
  } finally {
    if (isOpen) closeSync(file);
  }
}

/**
 * The same for standard input, which `open` opens as a stream where it is neither a pipe nor a socket; a directory would be an
 * empty one.
 */
export async function* piecesOfStdin(open: () => Readable, signal: AbortSignal): AsyncGenerator<Uint8Array> {
  if (isStdinA((stat) => stat.isDirectory())) throw new FileFault("is a directory");
  if (isStdinA((stat) => stat.isFIFO() || stat.isSocket())) {
    const { piecesOfPipe } = await import("./pieces-of-pipe.ts");
    return yield* piecesOfPipe(STDIN, signal);
  }
  try {
    for await (const piece of addAbortSignal(signal, open())) yield piece;
  } catch (error) {
    if (!signal.aborted) throw error;
  }
}

/** The bytes of a regular file that an option names; 0 for a FIFO and the like, and where it cannot be read. */
export function sizeOfFile(name: string): number {
  try {
    const stat = isStdin(name) ? fstatSync(STDIN) : statSync(name);
    return stat.isFile() ? stat.size : 0;
  } catch {
    return 0;
  }
}

/** All of standard input; throws as `textOfFile`. */
export function textOfStdin(): string {
  return textOf(decoded(openPieces(STDIN)), {});
}

const STDIN = 0;

/** Whether standard input is a pipe, a socket or a file: neither a terminal or another device, nor closed. */
export function isStdinPiped(): boolean {
  return isStdinA((stat) => stat.isFIFO() || stat.isSocket() || stat.isFile());
}

/** Returns whether standard input is of a kind, by what the system says of it; `false` where it is closed. */
function isStdinA(kind: (stat: Stats) => boolean): boolean {
  try {
    return kind(fstatSync(STDIN));
  } catch {
    return false;
  }
}

/** Whether what an option names is standard input: `-`, or a path that is it. Another `-` is a file of that name. */
export function isStdin(name: string): boolean {
  return name === "-" || isPathOfStdin(name);
}

/** Whether a path is standard input; opened anew, a socket behind it would be refused. */
function isPathOfStdin(path: string): boolean {
  return /^\/(?:dev\/stdin|(?:dev|proc\/self)\/fd\/0)$/.test(path);
}

function textOf(pieces: Iterable<string>, options: ReadOptions): string {
  return [...limited(pieces, options)].join("");
}

/** The pieces up to the limit; throws `TooLarge` beyond it. */
function* limited<Piece extends { readonly length: number }>(
  pieces: Iterable<Piece>,
  { mebibytes = MAX_MEBIBYTES }: ReadOptions,
): Generator<Piece> {
  let length = 0;
  for (const piece of pieces) {
    length += piece.length;
    if (length > mebibytes * MEBIBYTE) throw new TooLarge(mebibytes);
    yield piece;
  }
}

/** With replacement characters a name would silently become another, so bytes that are not UTF-8 are an error. */
function strictDecoder() {
  return new TextDecoder("utf-8", { fatal: true, ignoreBOM: true });
}

function* decoded(pieces: Iterable<Buffer>): Generator<string> {
  const decoder = strictDecoder();
  for (const piece of pieces) yield decoder.decode(piece, { stream: true });
  yield decoder.decode();
}

/** A named file in pieces, each valid until the next. */
function* bytePieces(path: string, options: ReadOptions): Generator<Buffer> {
  if (isPathOfStdin(path)) return yield* openPieces(STDIN);
  const { file, writerWaitMs } = openToRead(path, options);
  try {
    yield* openPieces(file, writerWaitMs);
  } finally {
    closeSync(file);
  }
}

/** Opens a named file that may be read. To open a FIFO without a writer would block, so it is opened without. */
function openToRead(path: string, { mebibytes = MAX_MEBIBYTES, writerWaitMs = WRITER_WAIT_MS }: ReadOptions) {
  const file = openWithoutWaiting(path);
  try {
    const stat = fstatSync(file);
    if (stat.isBlockDevice()) throw new FileFault("it is a block device");
    if (stat.isFile() && stat.size > mebibytes * MEBIBYTE) throw new TooLarge(mebibytes);
    const isPipe = stat.isFIFO();
    return { file, isPipe, writerWaitMs: isPipe && hasName(path) ? writerWaitMs : 0 };
  } catch (error) {
    closeSync(file);
    throw error;
  }
}

function openWithoutWaiting(path: string): number {
  try {
    return openSync(path, constants.O_RDONLY | (constants.O_NONBLOCK ?? 0) | (constants.O_NOCTTY ?? 0));
  } catch (error) {
    const isMissing = error instanceof Error && "code" in error && error.code === "ENOENT";
    throw isMissing && isLink(path) ? new FileFault("it is a link to a file that does not exist") : error;
  }
}

/** Whether another process can still open the pipe: that of a process substitution has no name in the file system. */
function hasName(path: string): boolean {
  try {
    return !/^\/(?:dev|proc)\//.test(realpathSync.native(path));
  } catch {
    return false;
  }
}

/**
 * What an open file has, in pieces. A pipe or terminal that is not blocking returns EAGAIN while it is empty, and a FIFO
 * ends at once before its first writer is there; then this waits. With `marksWaits` it gives an empty piece instead, and who
 * reads on waits first.
 */
function* openPieces(file: number, writerWaitMs = 0, marksWaits = false): Generator<Buffer> {
  const buffer = Buffer.allocUnsafe(PIECE);
  for (let waited = 0, hasWriter = writerWaitMs === 0; ; ) {
    const length = readPiece(file, buffer);
    if (length === 0 && hasWriter) return;
    if (length === 0 && waited >= writerWaitMs)
      throw new FileFault(`it is a FIFO that no process has written to for ${writerWaitMs / 1000} seconds`);
    if (length === 0) waited += RETRY_MS;
    if (length === undefined || length > 0) hasWriter = true;
    if (length || marksWaits) yield buffer.subarray(0, length ?? 0);
    else Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, RETRY_MS);
  }
}

/** The length of the next piece, 0 at the end, `undefined` while there is nothing to read. */
function readPiece(file: number, buffer: Buffer): number | undefined {
  try {
    return readSync(file, buffer);
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (code === "EOF") return 0;
    if (code === "EAGAIN") return undefined;
    throw error;
  }
}
