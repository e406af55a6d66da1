/**
 * The candidate nearest to a mistyped word, for "did you mean": at most a third of its letters differ (a swap of
 * neighbours counts once, case does not count). `undefined` if none is near.
 */
export function nearest(word: string, candidates: readonly string[]): string | undefined {
  const limit = Math.max(1, Math.floor(Math.min(word.length, 64) / 3));
  let best: { candidate: string; distance: number } | undefined;
  for (const candidate of candidates) {
    if (Math.abs(candidate.length - word.length) > limit) continue;
    const distance = editDistance(word.toLowerCase(), candidate.toLowerCase());
    if (distance <= limit && (best === undefined || distance < best.distance)) best = { candidate, distance };
  }
  return best?.candidate;
}

/** Letters from which on the beginning of a word stands for it. */
const BEGINNING = 3;

/** The candidate that a word probably stands for: the nearest one, else the only one that begins with it (`val`, `validate`). */
export function probable(word: string, candidates: readonly string[]): string | undefined {
  const near = nearest(word, candidates);
  if (near !== undefined || word.length < BEGINNING) return near;
  const beginning = word.toLowerCase();
  const longer = candidates.filter((candidate) => candidate.toLowerCase().startsWith(beginning));
  const shortest = longer.reduce((least, one) => (one.length < least.length ? one : least), longer[0] ?? "");
  // Two forms of one word, `hostendpoint` and `hostendpoints`, are one.
  return shortest !== "" && longer.every((one) => one.startsWith(shortest)) ? shortest : undefined;
}

/** The help that proposes a word; `undefined` where there is none to propose. */
export function didYouMean(word: string): string;
export function didYouMean(word: string | undefined): string | undefined;
export function didYouMean(word: string | undefined): string | undefined {
  return word === undefined ? undefined : `did you mean \`${word}\`?`;
}

/** Names that a help line lists. */
const MOST = 10;

/** The problem of a text that names no `what` (`node`): the name that it probably stands for, else some that there are. */
export function unknownName(
  what: string,
  text: string,
  known: readonly string[],
  where = "",
): { readonly message: string; readonly help: string } {
  const listed = known.slice(0, MOST).join(", ");
  const others = known.length > MOST ? ` and ${known.length - MOST} more` : "";
  const help = didYouMean(probable(text, known)) ?? `${what}s: ${listed || "none"}${others}`;
  return { message: `unknown ${what}${where} \`${text}\``, help };
}

/** Edits (insert, delete, replace, swap neighbours) that make one word the other. */
function editDistance(a: string, b: string): number {
  let beforeLast: number[] = [];
  let last = Array.from({ length: b.length + 1 }, (_, j) => j);
  for (let i = 1; i <= a.length; i++) {
    const row = [i];
    for (let j = 1; j <= b.length; j++) {
      const cost = a[i - 1] === b[j - 1] ? 0 : 1;
      let value = Math.min((last[j] ?? 0) + 1, (row[j - 1] ?? 0) + 1, (last[j - 1] ?? 0) + cost);
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1])
        value = Math.min(value, (beforeLast[j - 2] ?? 0) + 1);
      row.push(value);
    }
    beforeLast = last;
    last = row;
  }
  return last[b.length] ?? 0;
}
