import { mkdirSync, mkdtempSync, readdirSync, realpathSync, renameSync, rmSync, statSync } from "node:fs";
import { basename, dirname, join, resolve } from "node:path";
import { FileFault } from "./file-reason.ts";
import { writeDurably } from "./folder.ts";

/** A file of a folder. */
export interface FolderFile {
  readonly name: string;
  readonly text: string;
}

/** How a folder that may be replaced is known: it has the file `marker`, and no others than `isOurs` says. */
export interface ReplaceOptions {
  readonly marker: FolderFile;
  readonly isOurs: (name: string) => boolean;
}

/**
 * Makes a folder with these files, or replaces one that it has made before; it is the old one or the new one, whatever
 * happens. Throws `FileFault` for a folder with other contents, before anything is written, and the system's error.
 */
export function replaceFolder(path: string, files: readonly FolderFile[], options: ReplaceOptions): void {
  const folder = checkReplaceable(path, options);
  const scratch = mkdtempSync(join(dirname(folder), `.${basename(folder)}.new-`));
  const made = join(scratch, "new");
  try {
    mkdirSync(made);
    for (const { name, text } of [...files, options.marker]) writeDurably(join(made, name), text);
    if (isThere(folder)) swap(made, folder, join(scratch, "old"));
    else renameSync(made, folder);
  } finally {
    rmSync(scratch, { recursive: true, force: true });
  }
}

/** The folder's real path, where it may be made or replaced. Throws `FileFault` and the system's error. */
export function checkReplaceable(path: string, { marker, isOurs }: ReplaceOptions): string {
  const folder = isThere(path) ? realpathSync(path) : resolve(path);
  if (!isThere(folder)) {
    if (isThere(dirname(folder))) return folder;
    throw new FileFault(`there is no folder \`${dirname(folder)}\` to make it in`);
  }
  if (!statSync(folder).isDirectory()) throw new FileFault("it is a file");
  const names = readdirSync(folder);
  const stranger = names.find((name) => name !== marker.name && !isOurs(name));
  if (names.length > 0 && !names.includes(marker.name)) throw new FileFault("it has other files, and was not made so");
  if (stranger !== undefined) throw new FileFault(`it has a file of another origin, \`${stranger}\``);
  return folder;
}

/** Puts one folder in the place of another; puts the other back where that fails. */
function swap(made: string, folder: string, old: string): void {
  renameSync(folder, old);
  try {
    renameSync(made, folder);
  } catch (error) {
    renameSync(old, folder);
    throw error;
  }
}

function isThere(path: string): boolean {
  return statSync(path, { throwIfNoEntry: false }) !== undefined;
}
