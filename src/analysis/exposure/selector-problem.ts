import { didYouMean } from "../../model/nearest.ts";
import { meantSelector } from "../../selector/meant-selector.ts";
import { parseSelector } from "../../selector/parse.ts";
import type { ChoiceProblem } from "./choice.ts";

/** Signs that no name has: such a text is meant as a selector. */
const SIGNS = /[=!(){}'"&|\s]/;

/** What is wrong with a text that is meant as a selector and is none; `undefined` for texts that are names or selectors. */
export function selectorProblem(text: string): ChoiceProblem | undefined {
  const parsed = parseSelector(text);
  if (parsed.ok || !SIGNS.test(text.trim())) return undefined;
  const meant = meantSelector(text);
  const help = didYouMean(meant) ?? "write it as policies do: role == 'web' && !has(old)";
  return { message: `invalid selector \`${text}\`: ${parsed.message} (at character ${parsed.offset + 1})`, help };
}
