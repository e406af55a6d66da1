import { statSync, unwatchFile, watchFile } from "node:fs";
import { join } from "node:path";
import { directoryEntries, isDirectory } from "./folder.ts";

/** How often files are looked at, which works on every file system. */
const EVERY_MILLISECONDS = 500;

/**
 * Calls back when files, or what is in folders of these names, may have changed; returns what ends it. Files that are not there
 * yet count.
 */
export function followFiles(names: readonly string[], onChange: () => void): () => void {
  const followed = new Set(names.flatMap((name) => [name, ...below(name)]));
  for (const name of followed) watchFile(name, { interval: EVERY_MILLISECONDS }, onChange);
  return () => {
    for (const name of followed) unwatchFile(name, onChange);
  };
}

/** Everything in a folder and its folders; nothing where it is no folder, or cannot be read. */
function below(name: string): readonly string[] {
  if (!isDirectory(name)) return [];
  try {
    return directoryEntries(name).flatMap((entry) => {
      const path = join(name, entry.name);
      return entry.isDirectory ? [path, ...below(path)] : statSync(path, { throwIfNoEntry: false }) ? [path] : [];
    });
  } catch {
    return [];
  }
}
