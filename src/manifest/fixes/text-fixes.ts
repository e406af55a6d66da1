import type { TextProblem } from "../yaml/text-problem.ts";
import type { TextChange } from "./text-change.ts";
import { proposedChanges } from "./text-proposals.ts";

/** What a text is read as, and what is wrong with it. */
export interface TextReading {
  readonly value: unknown;
  readonly problems: readonly TextProblem[];
}

/** Longer texts are not read again and again. */
const MOST_CHARACTERS = 64 * 1024;
/** Problems of one text for which a fix is looked for. */
const MOST_PROBLEMS = 5;

/**
 * The problems, each with the change of the text that mends it, where only one does: a proposal counts if the text that it makes,
 * read again, has this problem no more and no other instead. Where several count, they must all mean the same.
 */
export function withFixes(
  reading: TextReading,
  text: string,
  read: (text: string) => TextReading,
): readonly TextProblem[] {
  if (text.length > MOST_CHARACTERS) return reading.problems;
  return reading.problems.map((problem, index) => {
    if (index >= MOST_PROBLEMS) return problem;
    const good = proposedChanges(problem, text, index === 0).flatMap(({ change, keepsValue }) => {
      const after = read(text.slice(0, change.from) + change.text + text.slice(change.to));
      const meaning = meaningOf(after);
      const isSame = !keepsValue || meaning === meaningOf(reading);
      return isSame && isMended(problem, reading, after) ? [{ change, meaning }] : [];
    });
    const fix = onlyMeaning(good);
    return fix === undefined ? problem : { ...problem, fix };
  });
}

/** What a text means, as a text; `undefined` where it cannot be read. */
function meaningOf({ value }: TextReading): string | undefined {
  return JSON.stringify(value, (_, inner: unknown) => (typeof inner === "bigint" ? `${inner}n` : inner));
}

function onlyMeaning(
  good: readonly { readonly change: TextChange; readonly meaning: string | undefined }[],
): TextChange | undefined {
  const [first] = good;
  const isOne =
    good.length === 1 || (first?.meaning !== undefined && good.every(({ meaning }) => meaning === first.meaning));
  return isOne ? first?.change : undefined;
}

/** Whether the problem is gone, and no other has come. */
function isMended(problem: TextProblem, before: TextReading, after: TextReading): boolean {
  const known = countsOf(before);
  const left = countsOf(after);
  const key = keyOf(problem);
  return (
    (left.get(key) ?? 0) < (known.get(key) ?? 0) && [...left].every(([one, count]) => count <= (known.get(one) ?? 0))
  );
}

const keyOf = ({ code, message }: TextProblem): string => `${code} ${message}`;

function countsOf({ problems }: TextReading): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const one of problems) counts.set(keyOf(one), (counts.get(keyOf(one)) ?? 0) + 1);
  return counts;
}
