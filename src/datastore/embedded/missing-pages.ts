import { closeSync, constants, fstatSync, openSync, readSync, statSync } from "node:fs";
import { FileFault } from "../../files/file-reason.ts";

/** Where SQLite's header has what is read here; the format of its files is documented and does not change. */
const HEADER = { pageSize: 16, changeCounter: 24, pageCount: 28, countedAt: 92 } as const;
/** Its log has a header, then frames, each with a header of its own and a page. */
const LOG = { header: 32, salts: 16, saltBytes: 8 } as const;
const FRAME = { header: 24, pagesAfterCommit: 4, salts: 8 } as const;

/** How much of a file is there. */
export interface FilePages {
  readonly wanted: number;
  readonly missing: number;
  readonly bytesOfEach: number;
}

/**
 * How many pages a store's file should have, and how many of them are neither in it nor in its log: SQLite itself would read
 * those as empty. `header` is the beginning of the file. Opens the log only, on which SQLite has no locks.
 */
export function filePages(real: string, header: Buffer): FilePages {
  const bytesOfEach = header.readUInt16BE(HEADER.pageSize) === 1 ? 65_536 : header.readUInt16BE(HEADER.pageSize);
  const isCounted = header.readUInt32BE(HEADER.changeCounter) === header.readUInt32BE(HEADER.countedAt);
  const logged = pagesInLog(`${real}-wal`, bytesOfEach);
  // The size is read last: a page that has left the log was in the file before.
  const there = Math.floor(statSync(real).size / bytesOfEach);
  const wanted = logged.wanted ?? (isCounted ? header.readUInt32BE(HEADER.pageCount) : there);
  const inLogOnly = [...logged.pages].filter((page) => page > there && page <= wanted).length;
  return { wanted, missing: Math.max(0, wanted - there - inLogOnly), bytesOfEach };
}

/** The numbers of the pages in a log, and how many pages the file has with them; `undefined`: the log does not say. */
function pagesInLog(path: string, bytesOfEach: number): { pages: ReadonlySet<number>; wanted: number | undefined } {
  const pages = new Set<number>();
  let wanted: number | undefined;
  const log = openLog(path);
  if (log === undefined) return { pages, wanted };
  try {
    const salts = Buffer.alloc(LOG.saltBytes);
    const frame = Buffer.alloc(FRAME.header);
    const step = FRAME.header + bytesOfEach;
    const { size } = fstatSync(log);
    readSync(log, salts, { position: LOG.salts });
    // Of each frame only its header is read: a log may be larger than the memory.
    for (let at = LOG.header; at + step <= size; at += step) {
      // A log that is emptied meanwhile ends here; a frame with other salts is left from an earlier use of it.
      if (readSync(log, frame, { position: at }) < FRAME.header) break;
      if (!frame.subarray(FRAME.salts, FRAME.salts + LOG.saltBytes).equals(salts)) break;
      pages.add(frame.readUInt32BE(0));
      wanted = frame.readUInt32BE(FRAME.pagesAfterCommit) || wanted;
    }
  } finally {
    closeSync(log);
  }
  return { pages, wanted };
}

/**
 * Opens the log; `undefined` where there is none: the last process to use the store removes it, at any moment. Throws a
 * `FileFault` for what is not a regular file, which might never end (a FIFO, a link to a device).
 */
function openLog(path: string): number | undefined {
  let log: number;
  try {
    log = openSync(path, constants.O_RDONLY | (constants.O_NONBLOCK ?? 0));
  } catch (error) {
    if (error instanceof Error && "code" in error && error.code === "ENOENT") return undefined;
    throw error;
  }
  if (fstatSync(log).isFile()) return log;
  closeSync(log);
  throw new FileFault(`its log \`${path}\` is not a regular file`);
}
