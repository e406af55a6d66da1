import type { TextChange } from "../../engine/protocol.ts";

/** Stretches of this length are compared at once. */
const STRETCH = 4096;

/** The change that makes one text of the other, as small as a beginning and an end that both share leave it. */
export function changeBetween(now: string, next: string): TextChange {
  if (now === next) return { from: 0, to: 0, insert: "" };
  const most = Math.min(now.length, next.length);
  let from = 0;
  while (from + STRETCH <= most && now.startsWith(next.slice(from, from + STRETCH), from)) from += STRETCH;
  while (from < most && now[from] === next[from]) from++;
  let end = 0;
  const endsAlike = (length: number): boolean => {
    const [at, nextAt] = [now.length - end - length, next.length - end - length];
    return now.startsWith(next.slice(nextAt, nextAt + length), at);
  };
  while (end + STRETCH <= most - from && endsAlike(STRETCH)) end += STRETCH;
  while (end < most - from && endsAlike(1)) end++;
  return { from, to: now.length - end, insert: next.slice(from, next.length - end) };
}
