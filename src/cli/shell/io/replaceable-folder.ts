import { FileFault, fileReason } from "../../../files/file-reason.ts";
import type { ReplaceOptions } from "../../../files/replace-folder.ts";
import type { Code } from "../../../model/diagnostic.ts";
import type { Io } from "./io.ts";
import { printDiagnostics } from "./print-diagnostics.ts";

/** What is said where a folder that a command replaces cannot be written. */
export interface FolderRefusal {
  readonly code: Code;
  /** What to do where the folder is not one that the command made. */
  readonly help: string;
}

/** Does something with a folder that is replaced as a whole. Prints why it cannot be done; returns whether it was. */
export function attemptFolder(folder: string, work: () => void, { code, help }: FolderRefusal, io: Io): boolean {
  try {
    work();
    return true;
  } catch (error) {
    const message = `cannot write \`${folder}\`: ${fileReason(error)}`;
    const isOfOthers = error instanceof FileFault;
    printDiagnostics([{ severity: "error", code, message, ...(isOfOthers && { help }) }], [], io);
    return false;
  }
}

/** The same folder, whose marker also says what it lacks, a line each. */
export function withMissing({ marker, isOurs }: ReplaceOptions, lines: readonly string[]): ReplaceOptions {
  return { isOurs, marker: { ...marker, text: marker.text + lines.map((line) => `${line}\n`).join("") } };
}
