/** What a text of a question stands for, or why it stands for nothing. */
export type Choice<T> = { readonly ok: true; readonly value: T } | ({ readonly ok: false } & ChoiceProblem);

/** Why a text stands for nothing, and what to write instead. */
export interface ChoiceProblem {
  readonly message: string;
  readonly help?: string;
}

/** What several texts stand for, in their order; the first problem where one stands for nothing. */
export function chooseEach<T>(texts: readonly string[], choose: (text: string) => Choice<readonly T[]>): Choice<T[]> {
  const chosen: T[] = [];
  for (const text of texts) {
    const choice = choose(text);
    if (!choice.ok) return choice;
    chosen.push(...choice.value);
  }
  return { ok: true, value: chosen };
}
