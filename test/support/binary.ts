import { spawn } from "node:child_process";
import { join } from "node:path";
import type { Ran } from "./cli.ts";

/** The built tool. */
export const BINARY = join(import.meta.dirname, "..", "..", "bin", "calicoctl");

/**
 * Runs the built tool as a process of its own, with nothing of this one's environment but what is given. Standard input
 * is a pipe, or nothing at all where `stdin` is null.
 */
export function runBinary(
  argv: readonly string[],
  {
    stdin = "",
    env = {},
    cwd,
  }: { readonly stdin?: string | null; readonly env?: Readonly<Record<string, string>>; readonly cwd?: string } = {},
): Promise<Ran> {
  return new Promise((resolve) => {
    const child = spawn(process.execPath, [BINARY, ...argv], {
      env: { PATH: process.env.PATH ?? "", ...env },
      stdio: [stdin === null ? "ignore" : "pipe", "pipe", "pipe"],
      ...(cwd && { cwd }),
    });
    const written = { stdout: "", stderr: "" };
    for (const stream of ["stdout", "stderr"] as const)
      child[stream]?.setEncoding("utf8").on("data", (text: string) => {
        written[stream] += text;
      });
    child.on("close", (code) => resolve({ code: code ?? -1, ...written }));
    child.stdin?.on("error", () => {});
    child.stdin?.end(stdin);
  });
}
