import type { PicturedStage, StageState } from "./picture-types.ts";

const WORDS: Readonly<Record<StageState, string>> = {
  allowed: "allowed",
  passed: "passed",
  denied: "dropped here",
  "no policy": "no policy applies",
  translated: "translated",
  "not reached": "not reached",
};

/** What became of a packet at a stage, in words; with `decides` where that is the verdict of the whole path. */
export function stateWord({ state, isDecisive }: Pick<PicturedStage, "state" | "isDecisive">): string {
  return isDecisive && state !== "denied" ? `${WORDS[state]}, decides` : WORDS[state];
}
