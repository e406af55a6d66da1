import { execFile, spawnSync } from "node:child_process";
import { BINARY } from "../../../support/binary.ts";
import type { Ran } from "../../../support/cli.ts";

/** A file system of its own for one process and its children, which ends with them; who is not root needs a user namespace, too. */
const UNSHARE = ["--mount", ...(process.getuid?.() === 0 ? [] : ["--user", "--map-root-user"])];
const mounted = (kibibytes: number, folder: string): string =>
  `mount -t tmpfs -o size=${kibibytes}k,mode=700 tmpfs '${folder}' && exec "$@"`;

/** Whether a small file system can be mounted here. */
const canMount = spawnSync("unshare", [...UNSHARE, "sh", "-c", mounted(64, "/mnt"), "sh", "true"]).status === 0;

/** Whether tests of a full disk are skipped. */
export const hasNoSmallDisk = !canMount;

/** What to add to a suite's name, so that a skipped one says why. */
export const needsSmallDisk = canMount ? "" : " [skipped: nothing can be mounted (needs root or user namespaces)]";

/** Runs the built tool with a file system of that size in place of a folder. */
export function runOnSmallDisk(
  kibibytes: number,
  folder: string,
  argv: readonly string[],
  { stdin, env }: { readonly stdin: string; readonly env: Readonly<Record<string, string>> },
): Promise<Ran> {
  const line = [...UNSHARE, "sh", "-c", mounted(kibibytes, folder), "sh", process.execPath, BINARY, ...argv];
  return new Promise((resolve) => {
    const child = execFile(
      "unshare",
      line,
      { env: { PATH: process.env.PATH ?? "", ...env } },
      (error, stdout, stderr) => {
        resolve({ code: error === null ? 0 : Number(error.code ?? -1), stdout, stderr });
      },
    );
    child.stdin?.end(stdin);
  });
}
