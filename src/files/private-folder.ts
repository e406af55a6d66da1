import {
  closeSync,
  constants,
  fstatSync,
  fsyncSync,
  ftruncateSync,
  linkSync,
  lstatSync,
  mkdirSync,
  mkdtempSync,
  openSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from "node:fs";
import { basename, dirname, join, resolve } from "node:path";
import { FileFault } from "./file-reason.ts";
import { writeDurably } from "./folder.ts";

/** Nobody but the owner reads or writes it. */
const PRIVATE_FILE = 0o600;
const PRIVATE_FOLDER = 0o700;
/** A folder in which every user can rename what is in it, unless it has the sticky bit, as /tmp has. */
const [OTHERS_WRITE, STICKY_AND_OTHERS] = [0o002, 0o1002];

/**
 * Makes a folder that only its owner may use, with the folders above it, on the disk when it returns. Throws `FileFault` for
 * one that is there and that another user owns, can use or can replace, and the system's error.
 */
export function makePrivateFolder(path: string): void {
  const first = mkdirSync(path, { recursive: true, mode: PRIVATE_FOLDER });
  checkPrivateFolder(path);
  const above = dirname(resolve(path));
  if ((statSync(above).mode & STICKY_AND_OTHERS) === OTHERS_WRITE)
    throw new FileFault(`other users can put another in its place: \`chmod o-w ${above}\``);
  if (first === undefined) return;
  // A name is on the disk when the folder that it is in is.
  const there = dirname(resolve(first));
  for (let folder = resolve(path); folder !== there; ) {
    folder = dirname(folder);
    syncFolder(folder);
  }
}

/** Throws `FileFault` for a folder that another user owns or can use: what it holds cannot be trusted. */
export function checkPrivateFolder(path: string): void {
  const stat = lstatSync(path);
  if (!stat.isDirectory()) throw new FileFault("it is not a folder");
  if (!isOwn(stat.uid)) throw new FileFault("it belongs to another user");
  if ((stat.mode & 0o077) !== 0) throw new FileFault("other users can use it: `chmod 700` it");
}

/**
 * Makes a private folder with these files, or nothing: it appears at once, and it and they are on the disk when this returns.
 * Throws the system's error, for a folder that is there with the code `EEXIST` or `ENOTEMPTY`.
 */
export function makeFolderOf(path: string, files: Readonly<Record<string, string>>): void {
  const made = mkdtempSync(join(dirname(path), `.${basename(path)}.new-`));
  try {
    for (const [name, text] of Object.entries(files)) writeDurably(join(made, name), text, PRIVATE_FILE);
    syncFolder(made);
    renameSync(made, path);
  } catch (error) {
    rmSync(made, { recursive: true, force: true });
    throw error;
  }
  syncFolder(dirname(path));
}

/**
 * Writes a file that does not exist yet, whole or not at all, on the disk when this returns; false where it is there
 * already. Of several processes that do this at once, one succeeds.
 */
export function writeOnce(path: string, text: string): boolean {
  const folder = mkdtempSync(join(dirname(path), `.${basename(path)}.new-`));
  const made = join(folder, "new");
  try {
    writeDurably(made, text, PRIVATE_FILE);
    linkSync(made, path);
  } catch (error) {
    if (codeOf(error) === "EEXIST") return false;
    throw error;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
  syncFolder(dirname(path));
  return true;
}

/** A file that is only ever made longer. */
export interface GrowingFile {
  /**
   * Adds a text; with `durably` it is on the disk when this returns, and with it all that was added before. Throws the system's
   * error: then nothing of the text is in the file, or, where that cannot be done, nothing can be added any more.
   */
  readonly append: (text: string, durably: boolean) => void;
  readonly close: () => void;
}

/** Opens a private file that is there, to add to its end. Throws the system's error. */
export function openGrowing(path: string): GrowingFile {
  const file = openSync(path, constants.O_WRONLY | constants.O_APPEND | constants.O_NOFOLLOW);
  let isOpen = true;
  let torn: { readonly why: unknown } | undefined;
  return {
    append(text, durably) {
      if (torn !== undefined) throw torn.why;
      const { size } = fstatSync(file);
      try {
        writeFileSync(file, text);
        if (durably) fsyncSync(file);
      } catch (error) {
        torn = { why: error };
        ftruncateSync(file, size);
        torn = undefined;
        throw error;
      }
    },
    close() {
      if (isOpen) closeSync(file);
      isOpen = false;
    },
  };
}

/**
 * The text of a private file; `undefined` where there is none. Throws `FileFault` for one that is not private or has more bytes
 * than `most`.
 */
export function privateText(path: string, most: number): string | undefined {
  let file: number;
  try {
    file = openSync(path, constants.O_RDONLY | constants.O_NOFOLLOW | constants.O_NONBLOCK);
  } catch (error) {
    if (codeOf(error) === "ENOENT") return undefined;
    throw error;
  }
  try {
    const stat = fstatSync(file);
    if (!stat.isFile()) throw new FileFault("it is not a file");
    if (!isOwn(stat.uid)) throw new FileFault("it belongs to another user");
    if ((stat.mode & 0o077) !== 0) throw new FileFault("other users can use it: `chmod 600` it");
    if (stat.size > most) throw new FileFault(`it has more than ${most} bytes`);
    return readFileSync(file, "utf8");
  } finally {
    closeSync(file);
  }
}

/** The names in a folder in lexical order; none where there is no folder. */
export function namesIn(path: string): string[] {
  try {
    return readdirSync(path).sort();
  } catch (error) {
    if (codeOf(error) === "ENOENT") return [];
    throw error;
  }
}

/** Removes a private folder and what is in it; nothing where there is none. */
export function removeFolder(path: string): void {
  rmSync(path, { recursive: true, force: true });
}

/** Brings the names in a folder to the disk. */
function syncFolder(path: string): void {
  const folder = openSync(path, constants.O_RDONLY);
  try {
    fsyncSync(folder);
  } finally {
    closeSync(folder);
  }
}

function isOwn(uid: number): boolean {
  return process.getuid === undefined || uid === process.getuid();
}

function codeOf(error: unknown): string | undefined {
  return error instanceof Error && "code" in error ? String(error.code) : undefined;
}
