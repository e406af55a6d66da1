/** The words as a list in a sentence: `a, b or c`, with `conjunction` before the last. */
export function wordList(words: readonly string[], conjunction: "and" | "or"): string {
  return words.length < 2 ? words.join("") : `${words.slice(0, -1).join(", ")} ${conjunction} ${words.at(-1)}`;
}
