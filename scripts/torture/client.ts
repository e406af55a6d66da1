import { type ChildProcess, spawn } from "node:child_process";
import { join } from "node:path";
import { createInterface } from "node:readline";
import type { Readable } from "node:stream";

/** What a command of the tool answered. */
export interface Answer {
  readonly code: number;
  readonly stdout: string;
  readonly stderr: string;
}

/** A process that runs commands of the built tool, one after the other, without a start for each. */
export interface Client {
  /** Runs a command; `undefined` where the process ended before it answered. */
  readonly run: (...argv: string[]) => Promise<Answer | undefined>;
  /** Ends it at once, as a crash would, and waits until it is gone; what it answered before is not lost. */
  readonly kill: () => Promise<void>;
}

const WORKER = join(import.meta.dirname, "client-worker.cjs");

/** Starts one with that environment, which has nothing of this process's but the path. */
export function startClient(env: Readonly<Record<string, string>>): Client {
  const child: ChildProcess = spawn(process.execPath, [WORKER], {
    env: { PATH: process.env.PATH ?? "", ...env },
    stdio: ["pipe", "ignore", "inherit", "pipe"],
  });
  const waiting: ((answer: Answer | undefined) => void)[] = [];
  const answers = createInterface({ input: child.stdio[3] as Readable });
  answers.on("line", (line) => waiting.shift()?.(JSON.parse(line)));
  let isOver = false;
  // Both: the process is gone, and everything that it wrote is read.
  const ended = new Promise<void>((resolve) => {
    child.once("close", () => {
      isOver = true;
      for (const resolveOne of waiting.splice(0)) resolveOne(undefined);
      resolve();
    });
  });
  child.stdin?.on("error", () => {});
  return {
    run: (...argv) =>
      new Promise((resolve) => {
        if (isOver) return resolve(undefined);
        waiting.push(resolve);
        child.stdin?.write(`${JSON.stringify(argv)}\n`);
      }),
    kill: () => {
      child.kill("SIGKILL");
      return ended;
    },
  };
}
