import { wordList } from "../model/word-list.ts";

/** Most choices that a help text lists. */
const MOST = 20;

/**
 * The help for a question that only the user can answer: `choose one: --node n1 or --node n2`, or where nothing fits,
 * what to use instead. `written` is how a choice is written.
 */
export function chooseHelp(choices: readonly string[], written: (choice: string) => string, otherwise: string): string {
  if (choices.length === 0) return `use ${otherwise}`;
  const shown = choices.slice(0, MOST).map(written);
  if (choices.length > MOST) return `choose one: ${shown.join(", ")}, ...`;
  return `${shown.length === 1 ? "use" : "choose one:"} ${wordList(shown, "or")}`;
}
