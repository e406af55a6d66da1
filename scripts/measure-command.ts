import { spawnSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { join } from "node:path";

const CLI = join(import.meta.dirname, "..", "bin", "calicoctl");
const USAGE = join(import.meta.dirname, "bench-usage.cjs");

/** A command line that was run as a process of its own. */
interface MeasuredCommand {
  readonly code: number | null;
  /** Wall time and CPU time in seconds, peak memory in MB. */
  readonly wall: number;
  readonly cpu: number;
  readonly peak: number;
  readonly stdout: string;
  readonly stderr: string;
}

/** Runs the built tool with these arguments; `folder` is for what it leaves about itself. */
export function measureCommand(argv: readonly string[], folder: string): MeasuredCommand {
  const usage = join(folder, "usage.json");
  const started = process.hrtime.bigint();
  const env = { ...process.env, BENCH_USAGE: usage };
  const options = { env, cwd: folder, encoding: "utf8", maxBuffer: 2 ** 30 } as const;
  const { status, stdout, stderr } = spawnSync(process.execPath, ["--require", USAGE, CLI, ...argv], options);
  const wall = Number(process.hrtime.bigint() - started) / 1e9;
  const used = JSON.parse(readFileSync(usage, "utf8")) as { readonly cpu: number; readonly peak: number };
  return { code: status, wall, ...used, stdout, stderr };
}
