import { randomBytes } from "node:crypto";
import { closeSync, existsSync, linkSync, mkdirSync, openSync, readSync, renameSync, rmSync, statSync } from "node:fs";
import { dirname } from "node:path";
import { fileReason } from "../../files/file-reason.ts";
import { DatastoreError } from "../datastore-error.ts";

/** SQLite's application_id of our files ("cali"), so that another program's file is never written to. */
export const APPLICATION_ID = 0x63616c69;

/** The error for a file that cannot be used; `error` is the system's, `from` the setting that names the path. */
export function fileFault(path: string, error: unknown, from: string): DatastoreError {
  return new DatastoreError(
    "datastore.file",
    `cannot use the embedded store \`${path}\`: ${fileReason(error)}`,
    `the path is from ${from}`,
  );
}

/**
 * Whether the file is a calicoctl embedded store; `false` if there is no file yet. Throws `DatastoreError` for any other
 * file, of which only the first bytes are read.
 */
export function checkFile(path: string, from: string): boolean {
  const header = Buffer.alloc(100);
  let length: number;
  try {
    const stat = statSync(path, { throwIfNoEntry: false });
    if (stat === undefined) return false;
    if (!stat.isFile())
      throw notOurStore(path, stat.isDirectory() ? "it is a directory" : "it is not a regular file", from);
    const file = openSync(path, "r");
    try {
      length = readSync(file, header);
    } finally {
      closeSync(file);
    }
  } catch (error) {
    throw error instanceof DatastoreError ? error : fileFault(path, error, from);
  }
  if (length === 0) throw notOurStore(path, "it is an empty file", from);
  if (length < 100 || header.toString("latin1", 0, 16) !== "SQLite format 3\0")
    throw notOurStore(path, "it is not a calicoctl embedded store", from);
  if (header.readUInt32BE(68) !== APPLICATION_ID) throw notOurStore(path, "it is another program's SQLite file", from);
  return true;
}

/** The error for a file that is not a calicoctl embedded store. */
export function notOurStore(path: string, why: string, from: string): DatastoreError {
  return new DatastoreError(
    "datastore.not-ours",
    `refusing to use \`${path}\` as the embedded store: ${why}`,
    `the path is from ${from}; name another file`,
  );
}

/**
 * Creates the file completely or not at all: `fill` writes a new file beside it (readable by its owner only), which then
 * gets the name unless another process was first. With `makeDirectory` missing directories are created.
 */
export function createFile(
  path: string,
  from: string,
  makeDirectory: boolean,
  fill: (temporary: string) => void,
): void {
  // A random name, because two processes that share the directory may have the same id (two containers).
  const temporary = `${path}.new-${randomBytes(8).toString("hex")}`;
  try {
    if (makeDirectory) mkdirSync(dirname(path), { recursive: true, mode: 0o700 });
    closeSync(openSync(temporary, "wx", 0o600));
    try {
      fill(temporary);
      if (!existsSync(path)) giveName(temporary, path);
    } finally {
      for (const suffix of ["", "-wal", "-shm", "-journal"]) rmSync(temporary + suffix, { force: true });
    }
  } catch (error) {
    if (error instanceof DatastoreError) throw error;
    if (!(error instanceof Error && "code" in error && error.code === "EEXIST")) throw fileFault(path, error, from);
  }
}

/** Links the file to its name, which never replaces a file; on file systems without links, renames it. */
function giveName(temporary: string, path: string): void {
  try {
    linkSync(temporary, path);
  } catch (error) {
    const code = error instanceof Error && "code" in error ? error.code : undefined;
    if (code !== "EPERM" && code !== "ENOTSUP" && code !== "ENOSYS") throw error;
    renameSync(temporary, path);
  }
}
