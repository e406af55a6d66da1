import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";

const FOLDER = join(import.meta.dirname, "..", "..", "..", "shared", "conformance");

/** Whether the recorded behaviour of real Calico is there; a clone alone does not have it. */
export const hasCorpus: boolean = existsSync(FOLDER);

/** What to add to a suite's name, so that a skipped one says why. */
export const needsCorpus = hasCorpus ? "" : " [skipped: ../shared/conformance is absent, 0 of its cases ran]";

/** The lines of one recorded file, each a case; none where the corpus is absent. */
export function recordedLines<Case>(file: string): Case[] {
  if (!hasCorpus) return [];
  const text = readFileSync(join(FOLDER, file), "utf8");
  return text.split("\n").flatMap((line) => (line === "" ? [] : [JSON.parse(line) as Case]));
}

/** One recorded file that is a single JSON value. */
export function recordedFile<Value>(file: string): Value {
  return JSON.parse(readFileSync(join(FOLDER, file), "utf8")) as Value;
}
