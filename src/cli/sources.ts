import { closeSync, type Dirent, openSync, readdirSync, statSync } from "node:fs";
import { join } from "node:path";
import { fileReason } from "../datastore/file-reason.ts";
import { type Diagnostic, STDIN } from "../model/diagnostic.ts";
import type { Io } from "./shell/io/io.ts";
import { readText, TooLarge } from "./shell/io/read-text.ts";

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

  const read = (name: string, shown: string, text: () => string) => {
    try {
      sources.push({ name, text: text() });
    } catch (error) {
      const code = error instanceof TooLarge ? "source.too-large" : "source.unreadable";
      fail(`cannot read ${shown}: ${error instanceof TooLarge ? error.message : fileReason(error)}`, code);
    }
  };
  const readFile = (name: string) => read(name, `\`${name}\``, () => textOf(name));
  for (const name of names) {
    if (name === "-") {
      if (stdin) continue;
      stdin = true;
      read(STDIN, "standard input", () => io.readStdin());
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

/** Whether the name is that of a directory. */
export function isDirectory(name: string): boolean {
  try {
    return statSync(name).isDirectory();
  } catch {
    return false; // reading it will say why
  }
}

function textOf(name: string): string {
  const fd = openSync(name, "r");
  try {
    return readText(fd);
  } finally {
    closeSync(fd);
  }
}

function manifestsIn(directory: string, recursive: boolean): string[] | { error: string } {
  let entries: Dirent[];
  try {
    entries = readdirSync(directory, { withFileTypes: true });
  } catch (error) {
    return { error: fileReason(error) };
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
