import type { TextProblem } from "../yaml/text-problem.ts";
import type { TextChange } from "./text-change.ts";
import { proposedChanges } from "./text-proposals.ts";

/** What a text is read as, and what is wrong with it. */
export interface TextReading {
  readonly value: unknown;
  readonly problems: readonly TextProblem[];
}

/** Problems of one text for which a fix is looked for. */
const MOST_PROBLEMS = 5;
/** With more proposals for one problem, what is meant is uncertain. */
const MOST_PROPOSALS = 12;

/** How many characters may still be read again for fixes, of all texts that are read together. */
export class RereadBudget {
  #left = 512 * 1024;

  /** Takes that many, if there are as many left. */
  take(characters: number): boolean {
    if (characters > this.#left) return false;
    this.#left -= characters;
    return true;
  }
}

/**
 * The problems, each with the change of the text that mends it, where only one does: a proposal counts if the text that it makes,
 * read again, has this problem no more and no other instead. Where several count, they must all mean the same.
 */
export function withFixes(
  reading: TextReading,
  text: string,
  read: (text: string) => TextReading,
  budget: RereadBudget,
): readonly TextProblem[] {
  return reading.problems.map((problem, index) => {
    if (index >= MOST_PROBLEMS) return problem;
    const proposals = proposedChanges(problem, text, index === 0);
    if (proposals.length > MOST_PROPOSALS || !budget.take(proposals.length * text.length)) return problem;
    const good = proposals.flatMap(({ change, keepsValue }) => {
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
