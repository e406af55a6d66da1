import { randomUUID } from "node:crypto";
import { chmodSync, realpathSync, renameSync, rmSync, statSync } from "node:fs";
import { writeDurably } from "./folder.ts";
import { textOfFile } from "./read-text.ts";

/**
 * Puts another text into a file, whole or not at all, if its text is still `before`; false where it is not. A link stays one,
 * and the file keeps its permissions. Throws the system's error.
 */
export function rewriteFile(path: string, before: string, after: string): boolean {
  const file = realpathSync(path);
  const { mode } = statSync(file);
  const written = `${file}.${randomUUID()}`;
  try {
    writeDurably(written, after, mode & 0o777);
    chmodSync(written, mode & 0o7777);
    if (textOfFile(file) !== before) return false;
    renameSync(written, file);
    return true;
  } finally {
    rmSync(written, { force: true });
  }
}
