import { didYouMean, nearest } from "./nearest.ts";

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
  const help = didYouMean(nearest(text, known)) ?? `${what}s: ${listed || "none"}${others}`;
  return { message: `unknown ${what}${where} \`${text}\``, help };
}
