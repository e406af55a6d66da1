import { join } from "node:path";
import { fileReason } from "../../../files/file-reason.ts";
import { directoryEntries, isDirectory, strangerInFolder } from "../../../files/folder.ts";
import { isStdin, MAX_MEBIBYTES, TooLarge, textOfFile } from "../../../files/read-text.ts";
import { type Code, type Diagnostic, type SourceText, STDIN } from "../../../model/diagnostic.ts";
import type { Io } from "./io.ts";

/** What could be read, and a finding for each thing that could not. */
export interface Sources {
  readonly sources: readonly SourceText[];
  readonly diagnostics: readonly Diagnostic[];
}

const MANIFEST = /\.(json|ya?ml)$/i;
/** How `fileReason` calls a text in another encoding. */
const NOT_UTF8 = "it is not UTF-8 text";
const MOST_CHARACTERS = MAX_MEBIBYTES * 1024 * 1024;

/**
 * Reads the values of `-f`: files, `-` for standard input, directories (their `.yaml`, `.yml` and `.json` files in lexical
 * order; with `recursive` also those of subdirectories). Unreadable ones become diagnostics, the others are still read.
 */
export function readSources(
  names: readonly string[],
  { recursive = false }: { recursive?: boolean | undefined },
  io: Io,
): Sources {
  const reading = new Reading(io);
  for (const name of names) {
    if (isStdin(name) || !isDirectory(name)) reading.readFile(name);
    else reading.attempt(`\`${name}\``, () => readDirectory(name, recursive, reading));
  }
  return reading;
}

/** Reads one file, or `-`, where a folder would be a mistake. */
export function readSource(name: string, io: Io): Sources {
  const reading = new Reading(io);
  reading.readFile(name);
  return reading;
}

function readDirectory(name: string, recursive: boolean, reading: Reading): void {
  const files = manifestsIn(name, recursive);
  if (files.length === 0) {
    const message = `no .yaml, .yml or .json file in directory \`${name}\``;
    const help = recursive ? undefined : "use --recursive to also read subdirectories";
    reading.fail("source.empty-directory", message, help);
  }
  for (const file of files) {
    const stranger = strangerInFolder(file);
    if (stranger === undefined) reading.readFile(file);
    else reading.diagnostics.push(skippedInFolder(file, stranger));
  }
}

/** The warning that something in a folder has a file's name and is none, as `strangerInFolder` found. */
export function skippedInFolder(path: string, stranger: string): Diagnostic {
  return { severity: "warning", code: "source.skipped", message: `\`${path}\` is not read: it is ${stranger}` };
}

/** What has been read so far; standard input is read once. */
class Reading implements Sources {
  readonly sources: SourceText[] = [];
  readonly diagnostics: Diagnostic[] = [];
  readonly #io: Io;
  #hasStdin = false;
  #characters = 0;

  constructor(io: Io) {
    this.#io = io;
  }

  fail(code: Code, message: string, help?: string): void {
    this.diagnostics.push({ severity: "error", code, message, ...(help && { help }) });
  }

  readFile(name: string): void {
    if (!isStdin(name)) this.attempt(`\`${name}\``, () => this.#keep(name, textOfFile(name)));
    else if (!this.#hasStdin) {
      this.#hasStdin = true;
      this.attempt("standard input", () => this.#keep(STDIN, this.#io.readStdin()));
    }
  }

  /** Runs a read; what it throws becomes a finding. */
  attempt(shown: string, read: () => void): void {
    try {
      read();
    } catch (error) {
      const words = `cannot read ${shown}: ${fileReason(error)}`;
      const help = words.endsWith(NOT_UTF8)
        ? "what `>` of PowerShell wrote is UTF-16: use `| Out-File -Encoding utf8`"
        : shown === "`help`"
          ? "calicoctl help COMMAND, or COMMAND --help, prints help"
          : undefined;
      if (!(error instanceof TooLarge)) this.fail("source.unreadable", words, help);
      else this.fail("source.too-large", words, "of a cluster, `calicoctl snapshot` saves only what is read");
    }
  }

  /** Many files of the largest size would fill the memory as one larger one does. */
  #keep(name: string, text: string): void {
    this.#characters += text.length;
    if (this.#characters > MOST_CHARACTERS) throw new TooLarge(MAX_MEBIBYTES, "with the files before it, ");
    this.sources.push({ name, text });
  }
}

/** The manifest files of a directory, with `recursive` also those of its subdirectories. Throws the system's error. */
function manifestsIn(directory: string, recursive: boolean): string[] {
  return directoryEntries(directory).flatMap((entry) => {
    const path = join(directory, entry.name);
    if (entry.isDirectory) return recursive ? manifestsIn(path, true) : [];
    return MANIFEST.test(entry.name) ? [path] : [];
  });
}
