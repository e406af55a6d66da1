import { execFile, spawnSync } from "node:child_process";
import { cpSync, mkdirSync, symlinkSync } from "node:fs";
import { dirname, join } from "node:path";
import { BINARY } from "../support/binary.ts";
import { tmpFolder } from "../support/tmp.ts";

const ROOT = join(import.meta.dirname, "..", "..");

/** What a line did; both streams are in the order in which they were written. */
export interface Typed {
  readonly code: number;
  readonly printed: string;
}

/** Runs a line in a folder, as a reader types it. */
export type Shell = (line: string, terminal?: boolean) => Promise<Typed>;

/** The program that runs a command in a terminal of its own. */
const TERMINAL: string = "script";

/** Whether a program is installed here. */
export const hasProgram = (name: string): boolean => spawnSync(name, ["--help"]).error === undefined;

/** Whether a line can be run in a terminal here. */
export const hasTerminal = spawnSync(TERMINAL, ["--version"]).status === 0;

/** A new folder with `examples`, this tool's library and the given files. */
export function newFolder(files: Readonly<Record<string, string>>): string {
  const folder = tmpFolder(files);
  cpSync(join(ROOT, "examples"), join(folder, "examples"), { recursive: true });
  mkdirSync(join(folder, "node_modules"));
  symlinkSync(ROOT, join(folder, "node_modules", "calicoctl-ts"));
  return folder;
}

/** A new folder with all that is in another one. */
export function copyOf(folder: string): string {
  const copy = tmpFolder();
  cpSync(folder, copy, { recursive: true, verbatimSymlinks: true });
  return copy;
}

/** A shell in a folder, with this tool and a store in that folder unless `env` names another. */
export function shellIn(folder: string, env: Readonly<Record<string, string>> = {}): Shell {
  const all = {
    PATH: [dirname(BINARY), dirname(process.execPath), join(ROOT, "node_modules", ".bin"), process.env.PATH].join(":"),
    DATASTORE_TYPE: "embedded",
    CALICO_EMBEDDED_PATH: join(folder, ".store.db"),
    CALICOCTL_STATE_DIR: join(folder, ".state"),
    HOME: folder,
    SHELL: "/bin/sh",
    ...env,
  };
  return (line, terminal = false) => {
    const [program, argv] = terminal
      ? [TERMINAL, ["-qfec", line, "/dev/null"]]
      : ["bash", ["-o", "pipefail", "-c", `exec 2>&1\n${line}`]];
    return new Promise((resolve) => {
      const child = execFile(program, argv, { cwd: folder, env: all }, (error, stdout) => {
        resolve({ code: error === null ? 0 : Number(error.code), printed: stdout.replaceAll("\r\n", "\n") });
      });
      if (!terminal) child.stdin?.end();
    });
  };
}
