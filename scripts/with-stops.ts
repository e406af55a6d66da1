import { spawn } from "node:child_process";
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { constants } from "node:os";
import { setTimeout } from "node:timers/promises";

/**
 * `npx tsx scripts/with-stops.ts COMMAND...`: runs a command while random processes below it stand still for up to 1.5 s, as on
 * a machine that does much else. A test that believes more of another process than it has seen fails then, or waits for ever:
 * `npx tsx scripts/with-stops.ts npx vitest run test/cli`. Ends with the command's exit code.
 */
const [program, ...argv] = process.argv.slice(2);

/** Shells and terminals that take a stopped process for one that its user has stopped: they and what they run are left alone. */
const JOB_CONTROL = ["script", "fish", "zsh"];
/** The chance of each process to be stopped at a time. */
const CHANCE = 1 / 6;
/** The longest stop, in ms; most are much shorter. */
const LONGEST_MS = 1500;
/** All go on for up to that long, in ms. */
const BETWEEN_MS = 100;

/** A process as the system lists it. */
interface Listed {
  readonly parent: number;
  readonly name: string;
  /** `T` where it is stopped, `Z` where it has ended. */
  readonly state: string;
}

if (program === undefined || !existsSync("/proc/self/stat")) {
  process.stderr.write("usage: npx tsx scripts/with-stops.ts COMMAND...   (on Linux)\n");
  process.exit(2);
}
const child = spawn(program, argv, { stdio: "inherit" });
let code: number | undefined;
child.on("error", ({ message }) => {
  process.stderr.write(`${message}\n`);
  code = 127;
});
child.on("exit", (status, signal) => {
  code = status ?? 128 + constants.signals[signal ?? "SIGKILL"];
});
// The command gets the signal as well, and says when it is done.
for (const signal of ["SIGINT", "SIGTERM"] as const) process.on(signal, () => {});

/** All that was below the command once: what has lost its parent is below no other process any more. */
let known = new Set<number>();
let stops = 0;
while (code === undefined) {
  const listed = listedProcesses();
  known = new Set([...known].filter((pid) => listed.has(pid)).concat(processesBelow(child.pid, listed)));
  const stoppable = [...known].filter((pid) => isRunning(listed.get(pid)) && !isOfJobControl(pid, listed));
  const stopped = stoppable.filter(() => Math.random() < CHANCE);
  for (const pid of stopped) signalTo(pid, "SIGSTOP");
  await setTimeout(LONGEST_MS * Math.random() ** 3);
  for (const pid of stopped) signalTo(pid, "SIGCONT");
  stops += stopped.length;
  await setTimeout(Math.random() * BETWEEN_MS);
}
process.stderr.write(`${stops} times a process was stopped\n`);
process.exitCode = code;

function listedProcesses(): ReadonlyMap<number, Listed> {
  const listed = new Map<number, Listed>();
  for (const pid of readdirSync("/proc")) {
    const [, name = "", state = "", parent = ""] = /\((.*)\) (\S) (\d+)/s.exec(statOf(pid)) ?? [];
    if (name !== "") listed.set(Number(pid), { parent: Number(parent), name, state });
  }
  return listed;
}

/** What the system says of a process; empty where it has ended, and for what is no process. */
function statOf(pid: string): string {
  try {
    return /^\d+$/.test(pid) ? readFileSync(`/proc/${pid}/stat`, "latin1") : "";
  } catch {
    return "";
  }
}

function processesBelow(pid: number | undefined, listed: ReadonlyMap<number, Listed>): readonly number[] {
  const children = [...listed].flatMap(([one, { parent }]) => (parent === pid ? [one] : []));
  return children.flatMap((one) => [one, ...processesBelow(one, listed)]);
}

/** Whether it neither has ended nor is stopped: who has stopped it wants it so. */
function isRunning(process: Listed | undefined): boolean {
  return process !== undefined && !"TtZ".includes(process.state);
}

function isOfJobControl(pid: number, listed: ReadonlyMap<number, Listed>): boolean {
  const one = listed.get(pid);
  return one !== undefined && (JOB_CONTROL.includes(one.name) || isOfJobControl(one.parent, listed));
}

function signalTo(pid: number, signal: NodeJS.Signals): void {
  try {
    process.kill(pid, signal);
  } catch {
    // It has ended.
  }
}
