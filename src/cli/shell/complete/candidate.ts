import { printable } from "../../../model/printable.ts";

/** What a word may become, and in a few words what that is. */
export interface Candidate {
  readonly word: string;
  readonly about?: string;
}

/** Words of which nothing more is to be told. */
export const plain = (words: readonly string[]): Candidate[] => words.map((word) => ({ word }));

/** Longest text beside a word, so that a list fits into a terminal. */
const LONGEST = 60;

/** What a candidate is, on one line, without anything that a terminal acts on; cut where it is long. */
export function aboutText(about: string): string {
  const line = printable(about.replace(/\s+/g, " ").trim());
  return line.length <= LONGEST ? line : `${line.slice(0, LONGEST - 3).trimEnd()}...`;
}
