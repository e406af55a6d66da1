import { type Dirent, readdirSync, readFileSync, statSync } from "node:fs";
import { join } from "node:path";
import type { Diagnostic } from "../model/diagnostic.ts";
import type { Io } from "./io.ts";

/** The name of standard input in messages. */
export const STDIN = "<stdin>";

/** A text and the name the user knows it by. */
export interface Source {
  readonly name: string;
  readonly text: string;
}

/** What could be read, and a finding for each thing that could not. */
export interface Sources {
  readonly sources: readonly Source[];
  readonly diagnostics: readonly Diagnostic[];
}

const MANIFEST = /\.(json|ya?ml)$/i;
const MAX_BYTES = 64 * 1024 * 1024;

/**
 * Reads what `-f` names: files, `-` for standard input, directories (their `.yaml`, `.yml` and `.json` files in
 * lexical order; with `recursive` those below them too). Unreadable ones become diagnostics, the rest is still read.
 */
export function readSources(names: readonly string[], options: { recursive?: boolean | undefined }, io: Io): Sources {
  const sources: Source[] = [];
  const diagnostics: Diagnostic[] = [];
  const fail = (message: string, code: string, help?: string) =>
    diagnostics.push({ severity: "error", code, message, ...(help && { help }) });
  let stdin = false;

  const readFile = (name: string) => {
    try {
      if (statSync(name).size > MAX_BYTES) fail(`\`${name}\` is larger than 64 MiB`, "source.too-large");
      else sources.push({ name, text: readFileSync(name, "utf8") });
    } catch (error) {
      fail(`cannot read \`${name}\`: ${reason(error)}`, "source.unreadable");
    }
  };
  for (const name of names) {
    if (name === "-") {
      if (stdin) continue;
      stdin = true;
      try {
        sources.push({ name: STDIN, text: io.readStdin() });
      } catch (error) {
        fail(`cannot read standard input: ${reason(error)}`, "source.unreadable");
      }
    } else if (isDirectory(name)) {
      const files = manifestsIn(name, options.recursive ?? false);
      if ("error" in files) fail(`cannot read \`${name}\`: ${files.error}`, "source.unreadable");
      else if (files.length === 0) {
        const help = options.recursive ? undefined : "files in sub-directories are read with --recursive";
        fail(`no .yaml, .yml or .json file in directory \`${name}\``, "source.empty-directory", help);
      } else files.forEach(readFile);
    } else readFile(name);
  }
  return { sources, diagnostics };
}

function isDirectory(name: string): boolean {
  return statSync(name, { throwIfNoEntry: false })?.isDirectory() ?? false;
}

function manifestsIn(directory: string, recursive: boolean): string[] | { error: string } {
  let entries: Dirent[];
  try {
    entries = readdirSync(directory, { withFileTypes: true });
  } catch (error) {
    return { error: reason(error) };
  }
  const files: string[] = [];
  for (const entry of entries.sort((a, b) => (a.name < b.name ? -1 : 1))) {
    const path = join(directory, entry.name);
    if (entry.isDirectory()) {
      const below = recursive ? manifestsIn(path, true) : [];
      if ("error" in below) return below;
      files.push(...below);
    } else if (MANIFEST.test(entry.name)) files.push(path);
  }
  return files;
}

const REASONS: Readonly<Record<string, string>> = {
  ENOENT: "no such file or directory",
  EACCES: "permission denied",
  EISDIR: "it is a directory",
  ENOTDIR: "a part of the path is not a directory",
  ELOOP: "too many symbolic links",
};

/** Why the operating system refused, in words. */
export function reason(error: unknown): string {
  const { code } = error as NodeJS.ErrnoException;
  return (code !== undefined && REASONS[code]) || (error instanceof Error ? error.message : String(error));
}
