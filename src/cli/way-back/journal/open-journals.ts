import { fileReason } from "../../../files/file-reason.ts";
import { type Journal, journalIds, openJournal } from "./journal.ts";
import { JournalFault } from "./journal-form.ts";

/** A journal, or why it cannot be read. */
export type Found =
  | { readonly id: string; readonly journal: Journal }
  | { readonly id: string; readonly journal: undefined; readonly fault: string };

/** All journals in a folder, in the order in which they were begun; those that cannot be read last. */
export function journalsIn(folder: string): readonly Found[] {
  const found = journalIds(folder).flatMap((id): Found[] => {
    try {
      const journal = openJournal(folder, id);
      // What cannot be read shows here.
      void [journal?.decision(), journal?.ending()];
      return journal === undefined ? [] : [{ id, journal }];
    } catch (error) {
      return [{ id, journal: undefined, fault: journalFault(error) }];
    }
  });
  return found.sort((a, b) => compare(begunOf(a), begunOf(b)));
}

/** Those that have not ended, neither confirmed nor taken back. */
export function unfinished(found: readonly Found[]): readonly Journal[] {
  return found.flatMap(({ journal }) => {
    const hasEnded = journal?.ending() !== undefined || journal?.decision()?.kind === "confirmed";
    return journal === undefined || hasEnded ? [] : [journal];
  });
}

/** Why a journal cannot be read or written, in words. */
export function journalFault(error: unknown): string {
  return error instanceof JournalFault ? error.message : fileReason(error);
}

/** What to do about a journal in that folder that cannot be used. */
export function damageHelp(path: string): string {
  return `compare the resources with what they should be (each line there has what was \`before\`), then remove ${path}`;
}

function begunOf({ journal }: Found): string {
  return journal?.plan.begun ?? "~";
}

function compare(a: string, b: string): number {
  if (a === b) return 0;
  return a < b ? -1 : 1;
}
