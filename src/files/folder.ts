import {
  closeSync,
  existsSync,
  fsyncSync,
  lstatSync,
  mkdirSync,
  openSync,
  readdirSync,
  type Stats,
  statSync,
  writeFileSync,
} from "node:fs";

/** An entry of a directory. */
export interface DirectoryEntry {
  readonly name: string;
  /** Whether it is a directory itself; a link to one is not. */
  readonly isDirectory: boolean;
}

/** Whether there is a file, directory or link of that name; not where that cannot be found out. */
export function exists(path: string): boolean {
  return existsSync(path) || isLink(path);
}

/** Whether the name is that of a link, wherever it leads. */
export function isLink(path: string): boolean {
  try {
    return lstatSync(path).isSymbolicLink();
  } catch {
    return false;
  }
}

/** Whether the name is that of a directory; not where it cannot be read, which reading it will report. */
export function isDirectory(path: string): boolean {
  return statOf(path)?.isDirectory() ?? false;
}

/** The entries of a directory in lexical order. Throws the system's error. */
export function directoryEntries(path: string): DirectoryEntry[] {
  const entries = readdirSync(path, { withFileTypes: true });
  return entries
    .map((entry) => ({ name: entry.name, isDirectory: entry.isDirectory() }))
    .sort((a, b) => (a.name < b.name ? -1 : 1));
}

/**
 * What stands in a directory in a file's place and is not one, links followed: `a FIFO`, `a socket`, `a device`, `a
 * directory`. Reading it might never end, and no one named it. `undefined` for a file, and for what reading will report.
 */
export function strangerInFolder(path: string): string | undefined {
  const stat = statOf(path);
  if (stat === undefined) return undefined;
  return STRANGERS.find(([is]) => is(stat))?.[1];
}

const STRANGERS: readonly (readonly [is: (entry: Stats) => boolean, words: string])[] = [
  [(entry) => entry.isFIFO(), "a FIFO"],
  [(entry) => entry.isSocket(), "a socket"],
  [(entry) => entry.isCharacterDevice() || entry.isBlockDevice(), "a device"],
  [(entry) => entry.isDirectory(), "a directory"],
];

function statOf(path: string): Stats | undefined {
  try {
    return statSync(path);
  } catch {
    return undefined;
  }
}

/** Writes a file that is not there yet; it is on the disk when this returns. Throws the system's error, `EEXIST` where it is there. */
export function writeDurably(path: string, text: string, mode?: number): void {
  const file = openSync(path, "wx", mode);
  try {
    writeFileSync(file, text);
    fsyncSync(file);
  } finally {
    closeSync(file);
  }
}

/** Makes a folder and those above it, where they do not exist. Throws the system's error. */
export function makeFolder(path: string): void {
  mkdirSync(path, { recursive: true });
}
