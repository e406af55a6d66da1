import { DatastoreError } from "../../datastore/datastore-error.ts";
import { restore } from "../../datastore/way-back/restore.ts";
import { wordList } from "../../model/word-list.ts";
import type { CommandContext } from "../shell/context.ts";
import { errorLine } from "../shell/io/error-line.ts";
import type { Io } from "../shell/io/io.ts";
import { EXIT } from "../shell/usage.ts";
import { keyValuesOf } from "../shell/with-datastore.ts";
import { contextOfAccess, missingSettings } from "./access.ts";
import { reportTakenBack } from "./ending-report.ts";
import type { Journal } from "./journal/journal.ts";
import { JournalFault } from "./journal/journal-form.ts";
import { journalFault, journalsIn, unfinished } from "./journal/open-journals.ts";
import { ownJournals } from "./journal/state-folder.ts";
import { takeBack } from "./take-back.ts";

/**
 * Takes back one change for the user, and returns the exit code: 0 where nothing is left to take back, 3 where it was taken
 * back, 1 where it could not be, or it was confirmed.
 */
export async function rollBack(journal: Journal, isDry: boolean, { io }: CommandContext): Promise<number> {
  try {
    return await rollBackOrThrow(journal, isDry, io);
  } catch (error) {
    if (!(error instanceof DatastoreError) && !(error instanceof JournalFault)) throw error;
    const { message, code, help } = error instanceof DatastoreError ? error : asError(error);
    io.stderr.write(errorLine({ message, code, help }));
    io.stderr.write(`not taken back yet: \`calicoctl rollback ${journal.id}\` tries again\n`);
    return EXIT.failed;
  }
}

/** The changes that have not ended and whose time is over, or that no process waits for any more; a message for those that cannot be read. */
export function expiredJournals(io: Io): readonly Journal[] {
  const found = journalsIn(ownJournals(io));
  for (const one of found) {
    if (one.journal !== undefined) continue;
    const message = `the journal ${ownJournals(io)}/${one.id} cannot be used: ${one.fault}`;
    io.stderr.write(errorLine({ message, code: "way-back.journal" }));
  }
  return unfinished(found).filter((journal) => {
    const decision = journal.decision();
    if (decision !== undefined) return true;
    const { until, all } = journal.read();
    return !journal.isHeld() || (all && until !== undefined && until <= Date.now());
  });
}

async function rollBackOrThrow(journal: Journal, isDry: boolean, io: Io): Promise<number> {
  const { id, plan } = journal;
  const ended = journal.ending();
  if (ended?.kind === "taken-back") {
    io.stderr.write(`the change ${id} was taken back already: ${ended.why}\n`);
    return EXIT.ok;
  }
  const missing = missingSettings(plan.access, io);
  if (missing.length > 0) {
    const message = `${wordList(missing, "and")} must be set: \`${plan.command}\` had it, and no secret is kept`;
    throw new DatastoreError("way-back.settings", message, `the datastore is ${plan.datastore}`);
  }
  const open = () => keyValuesOf(contextOfAccess(plan.access, io));
  if (isDry && journal.decision()?.kind !== "confirmed") {
    const kv = await open();
    try {
      reportTakenBack(await restore(kv, journal.read().writes, { dry: true }), io, true);
    } finally {
      await kv.close();
    }
    return EXIT.ok;
  }
  const decision = journal.decide({ kind: "taken-back", why: "`calicoctl rollback` was run" });
  if (decision.kind === "confirmed") {
    const message = `the change ${id} was confirmed: ${decision.why}`;
    io.stderr.write(errorLine({ message, code: "way-back.decided" }));
    return EXIT.failed;
  }
  io.stderr.write(`taking back what \`${plan.command}\` wrote to ${plan.datastore}: ${decision.why}\n`);
  const ending = await takeBack(journal, { open, untilDone: false });
  if (ending.kind === "confirmed") return EXIT.failed;
  if (ending.keys.length > 0) return reportTakenBack(ending.keys, io);
  io.stderr.write("nothing was written: there is nothing to take back\n");
  return EXIT.ok;
}

function asError(error: JournalFault): DatastoreError {
  const help = "nothing more of it is taken back: compare the resources with what they should be";
  return new DatastoreError("way-back.journal", `the journal cannot be used: ${journalFault(error)}`, help);
}
