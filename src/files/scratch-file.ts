import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { writeDurably } from "./folder.ts";

/** Nobody but the owner reads or writes it. */
const PRIVATE_FILE = 0o600;

/** Makes a private file in a private folder of its own among the temporary files, and returns its path. Throws the system's error. */
export function makeScratchFile(name: string, text: string): string {
  const path = join(mkdtempSync(join(tmpdir(), "calicoctl-")), name);
  writeDurably(path, text, PRIVATE_FILE);
  return path;
}

/** Writes another text into such a file. Throws the system's error. */
export function rewriteScratchFile(path: string, text: string): void {
  writeFileSync(path, text, { mode: PRIVATE_FILE });
}

/** Removes such a file, with its folder. */
export function removeScratchFile(path: string): void {
  rmSync(dirname(path), { recursive: true, force: true });
}
