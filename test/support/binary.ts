import { execFile } from "node:child_process";
import { join } from "node:path";
import type { Ran } from "./cli.ts";

/** The built tool. */
export const BINARY = join(import.meta.dirname, "..", "..", "bin", "calicoctl");

/** Runs the built tool as a process of its own, with nothing of this one's environment but what is given. */
export function runBinary(
  argv: readonly string[],
  {
    stdin = "",
    env = {},
    cwd,
  }: { readonly stdin?: string; readonly env?: Record<string, string>; readonly cwd?: string } = {},
): Promise<Ran> {
  return new Promise((resolve) => {
    const options = {
      env: { PATH: process.env.PATH ?? "", ...env },
      maxBuffer: 256 * 1024 * 1024,
      ...(cwd && { cwd }),
    };
    const child = execFile(process.execPath, [BINARY, ...argv], options, (error, stdout, stderr) => {
      const code = error === null ? 0 : typeof error.code === "number" ? error.code : -1;
      resolve({ code, stdout, stderr });
    });
    child.stdin?.on("error", () => {});
    child.stdin?.end(stdin);
  });
}
