import { closeSync, existsSync, openSync, readdirSync, statSync } from "node:fs";
import { fileReason } from "../../../datastore/file-reason.ts";
import { readText, TooLarge, textPieces } from "./read-text.ts";

/** An entry of a directory. */
export interface DirectoryEntry {
  readonly name: string;
  readonly isDirectory: boolean;
}

/** Whether there is a file or directory of that name. */
export function exists(path: string): boolean {
  return existsSync(path);
}

/** Whether the name is that of a directory; not where it cannot be read, which reading it will report. */
export function isDirectory(path: string): boolean {
  try {
    return statSync(path).isDirectory();
  } catch {
    return false;
  }
}

/** The entries of a directory in lexical order. Throws the system's error. */
export function directoryEntries(path: string): DirectoryEntry[] {
  const entries = readdirSync(path, { withFileTypes: true });
  return entries
    .map((entry) => ({ name: entry.name, isDirectory: entry.isDirectory() }))
    .sort((a, b) => (a.name < b.name ? -1 : 1));
}

/** The text of a file; throws what `readText` does, and the system's error. */
export function textOfFile(path: string): string {
  const fd = openSync(path, "r");
  try {
    return readText(fd);
  } finally {
    closeSync(fd);
  }
}

/** The text of a file, a piece at a time; throws what `textPieces` does, and the system's error. */
export function* piecesOfFile(path: string): Generator<string> {
  const fd = openSync(path, "r");
  try {
    yield* textPieces(fd);
  } finally {
    closeSync(fd);
  }
}

/** Why a file could not be read, in words for the user. */
export function readFault(error: unknown): string {
  return error instanceof TooLarge ? error.message : fileReason(error);
}
