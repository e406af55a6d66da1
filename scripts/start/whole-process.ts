import { spawnSync } from "node:child_process";
import { join } from "node:path";

/** A command line, as a whole process. */
export interface CommandLine {
  /** The program and its words. */
  readonly argv: readonly [string, ...string[]];
  readonly env?: Readonly<Record<string, string>>;
}

/** What one run took, in milliseconds. */
export interface Taken {
  readonly wall: number;
  readonly cpu: number;
}

/** The built tool. */
export const CLI = join(import.meta.dirname, "..", "..", "bin", "calicoctl");

/** Certificates that Node reads at every start belong to the machine, not to what is measured. */
const { NODE_EXTRA_CA_CERTS: _, ...environment } = process.env;
const TIME = 'TIMEFORMAT="%3R %3U %3S"; { time "$@" 2>&3; } 3>/dev/null';

/** The environment in which it runs. */
export function environmentOf({ env }: CommandLine): Readonly<Record<string, string | undefined>> {
  return { ...environment, ...env };
}

/** Runs it with pipes for its streams; throws where it does not end with exit code 0. */
export function once(line: CommandLine, input = ""): Taken {
  const ran = spawnSync("bash", ["-c", TIME, "bash", ...line.argv], {
    env: environmentOf(line),
    input,
    encoding: "utf8",
    maxBuffer: 2 ** 28,
  });
  if (ran.status !== 0) throw new Error(`${line.argv.join(" ")}: exit code ${ran.status}`);
  const [wall = Number.NaN, user = Number.NaN, system = Number.NaN] = ran.stderr.trim().split(" ").map(Number);
  return { wall: wall * 1000, cpu: (user + system) * 1000 };
}

/** What each took in turn, so that a machine whose speed drifts slows all alike; a first round only warms the caches. */
export function inTurn(lines: readonly CommandLine[], runs: number): readonly (readonly Taken[])[] {
  for (const line of lines) for (let warm = 0; warm < 2; warm++) once(line);
  const taken = lines.map((): Taken[] => []);
  for (let run = 0; run < runs; run++) {
    for (const [at, line] of lines.entries()) taken[at]?.push(once(line));
  }
  return taken;
}

/** The middle of the numbers. */
export function median(numbers: readonly number[]): number {
  return [...numbers].sort((a, b) => a - b)[Math.floor(numbers.length / 2)] ?? Number.NaN;
}
