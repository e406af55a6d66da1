import { readFileSync, statSync } from "node:fs";

/** Where SQLite's header has what is read here; the format of its files is documented and does not change. */
const HEADER = { pageSize: 16, changeCounter: 24, pageCount: 28, countedAt: 92 } as const;
/** Its log has a header, then frames, each with a header of its own and a page. */
const LOG = { header: 32, salts: 16 } as const;
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
  const log = readLog(path);
  const salts = log.subarray(LOG.salts, LOG.salts + 8);
  const step = FRAME.header + bytesOfEach;
  // A frame with other salts is left from an earlier use of the log.
  for (let at = LOG.header; at + step <= log.length; at += step) {
    if (!log.subarray(at + FRAME.salts, at + FRAME.salts + 8).equals(salts)) break;
    pages.add(log.readUInt32BE(at));
    wanted = log.readUInt32BE(at + FRAME.pagesAfterCommit) || wanted;
  }
  return { pages, wanted };
}

/** The log; empty where there is none. The last process to use the store removes it, at any moment. */
function readLog(path: string): Buffer {
  try {
    return readFileSync(path);
  } catch (error) {
    if (error instanceof Error && "code" in error && error.code === "ENOENT") return Buffer.alloc(0);
    throw error;
  }
}
