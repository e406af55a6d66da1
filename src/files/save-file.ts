import { randomUUID } from "node:crypto";
import { chmodSync, realpathSync, renameSync, rmSync, statSync } from "node:fs";
import { FileFault } from "./file-reason.ts";
import { exists, isDirectory, strangerInFolder, writeDurably } from "./folder.ts";
import { textOfFile } from "./read-text.ts";

/**
 * Makes a file with this text, or replaces one that `isOurs` knows by its text; it is the old one or the new one, whatever happens.
 * A link stays one. Throws `FileFault` for a file of another origin, before anything is written, and the system's error.
 */
export function saveFile(path: string, text: string, isOurs: (text: string) => boolean): void {
  const isThere = exists(path);
  if (isThere && isDirectory(path)) throw new FileFault("it is a folder");
  const stranger = isThere ? strangerInFolder(path) : undefined;
  if (stranger !== undefined) throw new FileFault(`it is ${stranger}`);
  if (isThere && !isOurs(textOfFile(path))) throw new FileFault("there is a file of another origin");
  const file = isThere ? realpathSync(path) : path;
  const written = `${file}.${randomUUID()}`;
  try {
    writeDurably(written, text, isThere ? statSync(file).mode & 0o777 : 0o666);
    if (isThere) chmodSync(written, statSync(file).mode & 0o7777);
    renameSync(written, file);
  } finally {
    rmSync(written, { force: true });
  }
}
