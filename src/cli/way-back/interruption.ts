import type { Io } from "../shell/io/io.ts";
import { EXIT } from "../shell/usage.ts";
import type { OpenChange } from "./open-change.ts";

/** How long an interrupted command that has written nothing may take to end by itself, in ms. */
const UNWRITTEN_MS = 1000;

/** What becomes of a change when the user interrupts, or goes away. */
export interface Interruption {
  /** Begins to listen, where it does not yet; until then a signal ends the process, also while that reads standard input. */
  readonly listen: () => void;
  readonly release: () => void;
  /** Why it was interrupted; absent where it was not. */
  readonly reason: () => string | undefined;
  /** The exit code of a command that was interrupted before its first write, and does not end by itself. */
  readonly unwritten: Promise<number>;
}

/** Takes back a change that is interrupted; `change` returns it, once it is open. */
export function interruptible(change: () => OpenChange | undefined, io: Io): Interruption {
  let reason: string | undefined;
  let leave: (code: number) => void = () => {};
  const unwritten = new Promise<number>((resolve) => {
    leave = resolve;
  });
  const releases: ((() => void) | undefined)[] = [];
  let timer: NodeJS.Timeout | undefined;
  const interrupt = (why: string) => (): void => {
    reason ??= why;
    change()?.journal.decide({ kind: "taken-back", why });
    // Nothing is written from now on, so that there is nothing to wait for.
    timer ??= setTimeout(() => {
      if ((change()?.writer.count() ?? 0) > 0) return;
      io.stderr.write(`nothing was written: ${why}\n`);
      io.endSoon?.();
      leave(EXIT.failed);
    }, UNWRITTEN_MS);
  };
  return {
    listen: () => {
      if (releases.length > 0) return;
      releases.push(io.onInterrupt(interrupt("it was interrupted")));
      releases.push(io.onHangUp?.(interrupt("the terminal has gone away")));
    },
    release: () => {
      clearTimeout(timer);
      for (const release of releases) release?.();
    },
    reason: () => reason,
    unwritten,
  };
}
