import { errorLine } from "./io/error-line.ts";
import { processIo } from "./io/io.ts";
import { runCommandLine } from "./program.ts";

const io = processIo();

/** Whether all output is handed to the system, so that the process may end at once. */
export const isOutputWritten = (): boolean => io.isWritten();

/** What `bin/calicoctl` throws where the package is removed or replaced under a command that runs. */
const FILES_CHANGED = "FilesChanged";

/**
 * The whole tool: runs the command line of this process and returns its exit code. A bug of the tool is reported in one
 * line, with the stack only where `CALICOCTL_DEBUG` is set.
 */
export async function main(argv: readonly string[]): Promise<number> {
  try {
    return await runCommandLine(argv, io);
  } catch (error) {
    const text = error instanceof Error ? error.message : String(error);
    const detail = io.env.CALICOCTL_DEBUG && error instanceof Error ? `${error.stack}\n` : "";
    const isBug = !(error instanceof Error) || error.name !== FILES_CHANGED;
    io.stderr.write(errorLine({ message: isBug ? `internal error, please report it: ${text}` : text }) + detail);
    return 1;
  }
}
