import { type BigIntStats, statSync } from "node:fs";
import { join } from "node:path";
import { directoryEntries, isDirectory } from "./folder.ts";

/** How often files are looked at, which works on every file system. */
const EVERY_MILLISECONDS = 500;

/** A file or folder that is followed, and whether the folders in it are. */
export interface FollowedPath {
  readonly path: string;
  readonly isDeep: boolean;
}

/**
 * Calls back when files, or what is in folders of these names, may have changed since this was called; returns what ends it. Files
 * that are not there yet count, and so do folders that are made later.
 */
export function followFiles(paths: readonly FollowedPath[], onChange: () => void): () => void {
  let seen = stateOf(paths);
  const timer = setInterval(() => {
    const now = stateOf(paths);
    if (now === seen) return;
    seen = now;
    onChange();
  }, EVERY_MILLISECONDS);
  return () => clearInterval(timer);
}

function stateOf(paths: readonly FollowedPath[]): string {
  return paths.flatMap(statesBelow).join("\n");
}

/** The states of a path and of everything in it, links followed; a folder that cannot be read has nothing in it. */
function statesBelow({ path, isDeep }: FollowedPath): readonly string[] {
  const own = stateOfFile(path);
  if (!isDirectory(path)) return [own];
  try {
    const entries = directoryEntries(path).map((entry) => ({ ...entry, path: join(path, entry.name) }));
    const states = entries.flatMap((entry) =>
      entry.isDirectory && isDeep ? statesBelow({ path: entry.path, isDeep }) : [stateOfFile(entry.path)],
    );
    return [own, ...states];
  } catch {
    return [own];
  }
}

function stateOfFile(path: string): string {
  const stat = statOf(path);
  if (stat === undefined) return `${path}: none`;
  const { dev, ino, size, mtimeNs, ctimeNs } = stat;
  return `${path}: ${[dev, ino, size, mtimeNs, ctimeNs].join(" ")}`;
}

function statOf(path: string): BigIntStats | undefined {
  try {
    return statSync(path, { bigint: true, throwIfNoEntry: false });
  } catch {
    return undefined;
  }
}
