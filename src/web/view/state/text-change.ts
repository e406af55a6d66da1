import type { TextChange } from "../../engine/protocol.ts";

/** The change that makes one text of the other, as small as a beginning and an end that both share leave it. */
export function changeBetween(now: string, next: string): TextChange {
  if (now === next) return { from: 0, to: 0, insert: "" };
  const most = Math.min(now.length, next.length);
  const from = sharedLength(most, (at, length) => now.slice(at, at + length) === next.slice(at, at + length));
  const end = sharedLength(most - from, (at, length) => {
    const [to, nextTo] = [now.length - at, next.length - at];
    return now.slice(to - length, to) === next.slice(nextTo - length, nextTo);
  });
  return { from, to: now.length - end, insert: next.slice(from, next.length - end) };
}

/** How many characters are alike, at most `most`: long stretches are compared at once, shorter ones where these differ. */
function sharedLength(most: number, isAlike: (at: number, length: number) => boolean): number {
  let shared = 0;
  for (let stretch = 2 ** 16; stretch >= 1; stretch /= 16) {
    while (shared + stretch <= most && isAlike(shared, stretch)) shared += stretch;
  }
  return shared;
}
