import { nearest } from "../../model/nearest.ts";
import type { ChoiceProblem } from "./choice.ts";

/** Names that a help line lists. */
const MOST = 10;

/** The problem of a text that names no `what` (`node`): the name that it probably stands for, else some that there are. */
export function unknownName(what: string, text: string, known: readonly string[], where = ""): ChoiceProblem {
  const near = nearest(text, known);
  const listed = known.slice(0, MOST).join(", ");
  const others = known.length > MOST ? ` and ${known.length - MOST} more` : "";
  const help = near === undefined ? `${what}s: ${listed || "none"}${others}` : `did you mean \`${near}\`?`;
  return { message: `unknown ${what}${where} \`${text}\``, help };
}
