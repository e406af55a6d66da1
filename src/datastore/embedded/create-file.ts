import { randomBytes } from "node:crypto";
import { closeSync, existsSync, fsyncSync, linkSync, mkdirSync, openSync, renameSync, rmSync } from "node:fs";
import { dirname } from "node:path";
import type { EmbeddedConfig } from "../config.ts";
import { NEW_FILE, onFile } from "./check-file.ts";

/**
 * Creates the file completely or not at all: `fill` writes a new file beside it (readable by its owner only), which then
 * gets the name unless another process was first. With `makeDirectory` missing directories are created.
 */
export function createFile(setting: EmbeddedConfig, fill: (temporary: string) => void): void {
  const { path, makeDirectory } = setting;
  // A random name, because two processes that share the directory may have the same id (two containers).
  const temporary = `${path}${NEW_FILE}${randomBytes(8).toString("hex")}`;
  onFile(setting, () => {
    if (makeDirectory) mkdirSync(dirname(path), { recursive: true, mode: 0o700 });
    closeSync(openSync(temporary, "wx", 0o600));
    try {
      fill(temporary);
      if (!existsSync(path)) giveName(temporary, path);
      syncFolder(dirname(path));
    } catch (error) {
      if (!(error instanceof Error && "code" in error && error.code === "EEXIST")) throw error;
    } finally {
      for (const suffix of ["", "-wal", "-shm", "-journal"]) rmSync(temporary + suffix, { force: true });
    }
  });
}

/** Writes the new name to the disk: what is acknowledged afterwards must not be lost with it when the power fails. */
function syncFolder(folder: string): void {
  const opened = openSync(folder, "r");
  try {
    fsyncSync(opened);
  } catch {
    // A file system that cannot do it for a directory.
  } finally {
    closeSync(opened);
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
