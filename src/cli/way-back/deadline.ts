import { uptimeMs } from "../../files/running-process.ts";

/** When a time is over. */
export interface Deadline {
  readonly isOver: () => boolean;
}

/** Clocks that show how much time has passed, each in ms. */
export interface Clocks {
  /** Nobody sets it, and it stands still while the machine is suspended. */
  readonly awake: () => number;
  /** Nobody sets it, and it goes on while the machine is suspended; `undefined` where the system has none. */
  readonly sinceStart: () => number | undefined;
  /** The time of day, since the epoch: users and time servers set it. */
  readonly timeOfDay: () => number;
}

const CLOCKS: Clocks = {
  awake: () => performance.now(),
  sinceStart: uptimeMs,
  timeOfDay: () => Date.now(),
};

/**
 * A deadline that many seconds from now, or at that time of day (`until`, in ms of the epoch), by whichever clock is first. So
 * no clock that is set back and no suspended machine makes it later, also not a virtual machine that its host has
 * stopped, which only the time of day shows; a clock that is set forward makes it earlier, which is the safe side.
 */
export function deadlineIn(seconds: number, until: number, clocks: Clocks = CLOCKS): Deadline {
  const { awake, sinceStart, timeOfDay } = clocks;
  const end = awake() + seconds * 1000;
  const start = sinceStart();
  const endOfStart = start === undefined ? Number.POSITIVE_INFINITY : start + seconds * 1000;
  return { isOver: () => awake() >= end || (sinceStart() ?? 0) >= endOfStart || timeOfDay() >= until };
}
