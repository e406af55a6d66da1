/** The longest pause before another attempt, in ms: with it many writers of one resource still get their turns. */
const LONGEST_PAUSE_MS = 100;

/** Waits before the next attempt at a write that lost to another writer; false where no time is left for one. */
export type NextAttempt = () => Promise<boolean>;

/**
 * The attempts at one write, for as long as `timeoutMs` from now on. The pauses between them are random, and longer after
 * each, so that writers of one key do not collide again.
 */
export function attempts(timeoutMs: number): NextAttempt {
  const end = performance.now() + timeoutMs;
  let longest = 2;
  return async () => {
    longest = Math.min(LONGEST_PAUSE_MS, 2 * longest);
    const pause = Math.random() * longest;
    if (performance.now() + pause >= end) return false;
    await new Promise((resolve) => setTimeout(resolve, pause));
    return true;
  };
}
