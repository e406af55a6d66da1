/** When a time is over. */
export interface Deadline {
  readonly isOver: () => boolean;
}

/**
 * A deadline that many seconds from now: by the clock that nobody sets, and, as that one stands still while the machine is
 * suspended, also by the time of day (`until`, in ms of the epoch); whichever is first.
 */
export function deadlineIn(seconds: number, until: number): Deadline {
  const end = performance.now() + seconds * 1000;
  return { isOver: () => performance.now() >= end || Date.now() >= until };
}
