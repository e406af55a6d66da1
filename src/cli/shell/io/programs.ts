import { spawn } from "node:child_process";

type Environment = Readonly<Record<string, string | undefined>>;

/** How a program ended: by itself with an exit code, or why it did not. */
export type ProgramEnd =
  | { readonly kind: "ended"; readonly code: number; readonly stdout: string; readonly stderr: string }
  | { readonly kind: "failed"; readonly reason: string };

const MAX_OUTPUT_MEBIBYTES = 256;

/** The operating system, in Node's words: `linux`, `darwin`, `win32`. */
export function operatingSystem(): string {
  return process.platform;
}

/** Runs a program without a terminal, and returns what it wrote; one that does not end within `timeoutMs` is ended. */
export function runProgram(
  [command, ...args]: readonly [string, ...string[]],
  { env, timeoutMs }: { readonly env: Environment; readonly timeoutMs: number },
): Promise<ProgramEnd> {
  return new Promise((resolve) => {
    const child = spawn(command, args, { env, stdio: ["ignore", "pipe", "pipe"] });
    const chunks: Record<"stdout" | "stderr", Buffer[]> = { stdout: [], stderr: [] };
    let bytes = 0;
    const fail = (reason: string): void => {
      clearTimeout(timer);
      child.kill("SIGKILL");
      // A program that it started may hold its output open.
      child.stdout.destroy();
      child.stderr.destroy();
      resolve({ kind: "failed", reason });
    };
    const timer = setTimeout(() => fail(`it did not end within ${timeoutMs / 1000} s`), timeoutMs);
    for (const stream of ["stdout", "stderr"] as const)
      child[stream].on("data", (chunk: Buffer) => {
        bytes += chunk.length;
        if (bytes > MAX_OUTPUT_MEBIBYTES * 1024 * 1024) fail(`it wrote more than ${MAX_OUTPUT_MEBIBYTES} MiB`);
        else chunks[stream].push(chunk);
      });
    child.on("error", (error) => fail(startFault(error)));
    child.on("close", (code, signal) => {
      clearTimeout(timer);
      if (code === null) return resolve({ kind: "failed", reason: `it was ended by ${signal}` });
      const text = (of: readonly Buffer[]) => Buffer.concat(of).toString("utf8");
      resolve({ kind: "ended", code, stdout: text(chunks.stdout), stderr: text(chunks.stderr) });
    });
  });
}

/** Runs a program on this process's terminal, however long it takes. */
export function runOnTerminal(
  [command, ...args]: readonly [string, ...string[]],
  env: Environment,
): Promise<ProgramEnd> {
  return new Promise((resolve) => {
    const child = spawn(command, args, { env, stdio: "inherit" });
    child.on("error", (error) => resolve({ kind: "failed", reason: startFault(error) }));
    child.on("close", (code, signal) => {
      if (code === null) resolve({ kind: "failed", reason: `it was ended by ${signal}` });
      else resolve({ kind: "ended", code, stdout: "", stderr: "" });
    });
  });
}

/** How long a program that is started may take to fail: one that has run for longer did its work. */
const FAILS_WITHIN_MS = 10_000;

/**
 * Starts a program that goes on by itself; resolves with why it did not start or soon failed, or with nothing: then it ended well,
 * or still runs.
 */
export function startProgram(
  [command, ...args]: readonly [string, ...string[]],
  env: Environment,
): Promise<string | undefined> {
  return new Promise((resolve) => {
    const child = spawn(command, args, { env, stdio: "ignore", detached: true });
    child.unref();
    const timer = setTimeout(() => resolve(undefined), FAILS_WITHIN_MS).unref();
    child.on("error", (error) => {
      clearTimeout(timer);
      resolve(startFault(error));
    });
    child.on("exit", (code) => {
      clearTimeout(timer);
      resolve(code === 0 ? undefined : `it ended with exit code ${code}`);
    });
  });
}

/** Why a program could not be started. */
function startFault(error: Error): string {
  const code = "code" in error ? String(error.code) : error.message;
  if (code === "ENOENT") return "no such program on the path";
  return code === "EACCES" ? "permission denied" : code;
}
