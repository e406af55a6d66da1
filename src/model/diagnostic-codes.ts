import { CODES } from "../generated/codes.ts";
import { didYouMean, nearest } from "./nearest.ts";

/** Hints are of `simulate`: no finding has their codes. */
const known = CODES.filter((code) => !code.startsWith("hint."));
const isKnown: ReadonlySet<string> = new Set(known);

/** Whether a finding can have this code. */
export function isCode(word: string): boolean {
  return isKnown.has(word);
}

/** What to do about an unknown code: the code that it could mean (`log-only`, `lint.log-onl`), else where the codes are. */
export function unknownCodeHelp(word: string): string {
  const meant = codeNamed(word) ?? nearest(word, known) ?? nearest(`lint.${word}`, known);
  return didYouMean(meant) ?? "docs/codes.md lists the codes";
}

/** The code of `lint` that a word is the second half of, or the code that it is in other letters (`LINT.LOG-ONLY`). */
export function codeNamed(word: string): string | undefined {
  const lower = word.toLowerCase();
  return [lower, `lint.${lower.slice(lower.indexOf(".") + 1)}`].find(isCode);
}
