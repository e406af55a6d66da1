import { join } from "node:path";
import { type Diagnostic, type SourceText, STDIN } from "../../../model/diagnostic.ts";
import { directoryEntries, isDirectory, readFault, textOfFile } from "./files.ts";
import type { Io } from "./io.ts";
import { TooLarge } from "./read-text.ts";

/** What could be read, and a finding for each thing that could not. */
export interface Sources {
  readonly sources: readonly SourceText[];
  readonly diagnostics: readonly Diagnostic[];
}

const MANIFEST = /\.(json|ya?ml)$/i;

/**
 * Reads the values of `-f`: files, `-` for standard input, directories (their `.yaml`, `.yml` and `.json` files in lexical
 * order; with `recursive` also those of subdirectories). Unreadable ones become diagnostics, the others are still read.
 */
export function readSources(
  names: readonly string[],
  { recursive = false }: { recursive?: boolean | undefined },
  io: Io,
): Sources {
  const sources: SourceText[] = [];
  const diagnostics: Diagnostic[] = [];
  const fail = (message: string, code: string, help?: string) =>
    diagnostics.push({ severity: "error", code, message, ...(help && { help }) });
  let stdin = false;

  /** Runs a read; what it throws becomes a finding. */
  const attempt = (shown: string, read: () => void) => {
    try {
      read();
    } catch (error) {
      const code = error instanceof TooLarge ? "source.too-large" : "source.unreadable";
      fail(`cannot read ${shown}: ${readFault(error)}`, code);
    }
  };
  const readFile = (name: string) => {
    attempt(`\`${name}\``, () => sources.push({ name, text: textOfFile(name) }));
  };
  const readDirectory = (name: string) => {
    const files = manifestsIn(name, recursive);
    const help = recursive ? undefined : "use --recursive to also read subdirectories";
    if (files.length === 0)
      fail(`no .yaml, .yml or .json file in directory \`${name}\``, "source.empty-directory", help);
    for (const file of files) readFile(file);
  };
  for (const name of names) {
    if (name !== "-") {
      if (isDirectory(name)) attempt(`\`${name}\``, () => readDirectory(name));
      else readFile(name);
    } else if (!stdin) {
      stdin = true;
      attempt("standard input", () => sources.push({ name: STDIN, text: io.readStdin() }));
    }
  }
  return { sources, diagnostics };
}

/** The manifest files of a directory, with `recursive` also those of its subdirectories. Throws the system's error. */
function manifestsIn(directory: string, recursive: boolean): string[] {
  return directoryEntries(directory).flatMap((entry) => {
    const path = join(directory, entry.name);
    if (entry.isDirectory) return recursive ? manifestsIn(path, true) : [];
    return MANIFEST.test(entry.name) ? [path] : [];
  });
}
