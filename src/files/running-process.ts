import { readFileSync } from "node:fs";

/** A process of this machine, distinguished from any later one that gets its number. */
export interface ProcessIdentity {
  readonly pid: number;
  /** When it started, in ticks since the machine did, and the machine's start; absent where the system says neither. */
  readonly started?: string;
  readonly boot?: string;
}

/** This process. */
export function thisProcess(): ProcessIdentity {
  return identityOf(process.pid, startOf(process.pid));
}

/** Whether the user of this process is root. */
export function isRoot(): boolean {
  return process.getuid?.() === 0;
}

/** Whether that process still runs; one that has ended and that its parent has not asked for yet does not. */
export function isRunning({ pid, started, boot }: ProcessIdentity): boolean {
  if (boot !== undefined && boot !== bootId()) return false;
  const now = startOf(pid);
  if (now !== undefined) return !now.isDead && (started === undefined || started === now.started);
  if (started !== undefined) return false;
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return error instanceof Error && "code" in error && error.code === "EPERM";
  }
}

/** Ends that process at once, if it still runs. */
export function killProcess(one: ProcessIdentity): void {
  if (isRunning(one)) process.kill(one.pid, "SIGKILL");
}

/** Whether this process may read from its terminal: one in the background would be stopped. Unknown counts as yes. */
export function isInForeground(): boolean {
  const [, , group, , , foreground] = statOf("self") ?? [];
  return group === undefined || group === foreground;
}

/** How long ago the machine was started, in ms, with the time that it was suspended; `undefined` where the system does not say. */
export function uptimeMs(): number | undefined {
  const seconds = Number(textOf("/proc/uptime")?.split(" ")[0]);
  return Number.isFinite(seconds) ? seconds * 1000 : undefined;
}

function identityOf(pid: number, start: Start | undefined): ProcessIdentity {
  const boot = bootId();
  return { pid, ...(start && { started: start.started }), ...(boot !== undefined && { boot }) };
}

interface Start {
  readonly started: string;
  readonly isDead: boolean;
}

function startOf(pid: number): Start | undefined {
  const fields = statOf(String(pid));
  const started = fields?.[19];
  return started === undefined ? undefined : { started, isDead: /^[ZXx]$/.test(fields?.[0] ?? "") };
}

/** What Linux says of a process after its name (proc(5)): state, parent, group, session, terminal, its foreground group, ... */
function statOf(pid: string): readonly string[] | undefined {
  const text = textOf(`/proc/${pid}/stat`);
  return text?.slice(text.lastIndexOf(")") + 2).split(" ");
}

function bootId(): string | undefined {
  return textOf("/proc/sys/kernel/random/boot_id")?.trim();
}

function textOf(path: string): string | undefined {
  try {
    return readFileSync(path, "latin1");
  } catch {
    return undefined;
  }
}
