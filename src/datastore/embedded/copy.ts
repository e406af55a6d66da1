import { chmodSync, copyFileSync, mkdtempSync, rmSync, statSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileReason } from "../../files/file-reason.ts";
import { DatastoreError } from "../datastore-error.ts";
import { type FileSetting, fileFault, onFile } from "./check-file.ts";

/** How often the copy is made again because the file was written meanwhile. */
const ATTEMPTS = 5;

/** What differs after every write to a file or its log: their inodes, sizes and times. Opens nothing. */
export function fileState(path: string): string {
  const states = ["", "-wal"].map((suffix) => {
    const stat = statSync(path + suffix, { throwIfNoEntry: false, bigint: true });
    return stat && `${stat.dev}:${stat.ino}:${stat.size}:${stat.mtimeNs}`;
  });
  return states.join(" ");
}

/**
 * Opens a copy of a file that this user cannot write: SQLite must write beside a file even to read it, and without its log
 * the file may lack what was acknowledged. The copy has both, and is deleted as soon as it is open. Returns what `open`
 * does, and the state that was copied. Throws a `DatastoreError` where another user writes the file all the time.
 */
export function openCopy<T>(
  setting: FileSetting,
  real: string,
  open: (copy: string) => T,
): { opened: T; state: string } {
  return onFile(setting, () => {
    const folder = newFolder(setting);
    try {
      const copy = join(folder, "copy");
      const state = copyUnchanged(setting, real, copy);
      return { opened: open(copy), state };
    } finally {
      rmSync(folder, { recursive: true, force: true });
    }
  });
}

function newFolder(setting: FileSetting): string {
  try {
    return mkdtempSync(join(tmpdir(), "calicoctl-copy-"));
  } catch (error) {
    const why = `it cannot be written, and no copy of it can be made in \`${tmpdir()}\`: ${fileReason(error)}`;
    throw fileFault(setting, why, "set TMPDIR to a directory that can be written");
  }
}

function copyUnchanged(setting: FileSetting, real: string, copy: string): string {
  for (let attempt = 0; attempt < ATTEMPTS; attempt++) {
    const state = fileState(real);
    for (const suffix of ["", "-wal"]) {
      rmSync(copy + suffix, { force: true });
      copyFile(real + suffix, copy + suffix, suffix === "");
    }
    if (fileState(real) === state) return state;
  }
  const message = `cannot use the embedded store \`${setting.path}\`: another user was writing it while it was read`;
  throw new DatastoreError("datastore.locked", message, `the path is from ${setting.from}; try again`);
}

/** Copies a file; the log may be gone: the last process to use a store removes it. */
function copyFile(from: string, to: string, isNeeded: boolean): void {
  try {
    copyFileSync(from, to);
    chmodSync(to, 0o600);
  } catch (error) {
    if (isNeeded || !(error instanceof Error && "code" in error && error.code === "ENOENT")) throw error;
  }
}
