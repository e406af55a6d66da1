import { journalsIn, unfinished } from "../../way-back/journal/open-journals.ts";
import { ownJournals } from "../../way-back/journal/state-folder.ts";
import type { Io } from "../io/io.ts";
import type { Candidate } from "./candidate.ts";

/**
 * The changes of this user that are neither confirmed nor taken back, with the command that made each and when it began. None
 * where the journals cannot be read: the command reports why.
 */
export function waitingChanges(io: Io): readonly Candidate[] {
  try {
    return unfinished(journalsIn(ownJournals(io))).map(({ id, plan }) => ({
      word: id,
      about: `${plan.command}, begun ${plan.begun}`,
    }));
  } catch {
    return [];
  }
}
