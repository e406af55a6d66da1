import { DatastoreError } from "../../datastore/datastore-error.ts";
import { restore } from "../../datastore/way-back/restore.ts";
import { printable } from "../../model/printable.ts";
import { wordList } from "../../model/word-list.ts";
import type { CommandContext } from "../shell/context.ts";
import { errorLine } from "../shell/io/error-line.ts";
import type { Io } from "../shell/io/io.ts";
import { EXIT } from "../shell/usage.ts";
import { keyValuesOf } from "../shell/with-datastore.ts";
import { contextOfAccess, missingSettings } from "./access.ts";
import { nameOfKey, reportTakenBack } from "./ending-report.ts";
import type { Journal } from "./journal/journal.ts";
import { JournalFault } from "./journal/journal-form.ts";
import { damageHelp, journalFault, journalsIn, unfinished } from "./journal/open-journals.ts";
import { ownJournals } from "./journal/state-folder.ts";
import { takeBack } from "./take-back.ts";

/** How a change is taken back. */
export interface RollBackOptions {
  /** Whether it is only printed. */
  readonly dryRun: boolean;
  /** Whether of a damaged journal that is taken back which can be read. */
  readonly readablePart: boolean;
}

/**
 * Takes back one change for the user, and returns the exit code: 0 where nothing is left to take back, 3 where it was taken
 * back, 1 where it could not be, or not all of it, or it was confirmed.
 */
export async function rollBack(journal: Journal, options: RollBackOptions, { io }: CommandContext): Promise<number> {
  const { dryRun, readablePart } = options;
  try {
    return await (readablePart ? rollBackPart(journal, dryRun, io) : rollBackOrThrow(journal, dryRun, io));
  } catch (error) {
    if (error instanceof JournalFault) {
      const message = `the journal of the change ${journal.id} cannot be used: ${journalFault(error)}; nothing of it is taken back`;
      const byHand = damageHelp(`${ownJournals(io)}/${journal.id}`);
      const help = readablePart
        ? byHand
        : `\`calicoctl rollback ${journal.id} --readable-part\` takes back what can be read of it; or ${byHand}`;
      io.stderr.write(errorLine({ message, code: "way-back.journal", help }));
      return EXIT.failed;
    }
    if (!(error instanceof DatastoreError)) throw error;
    const { message, code, help } = error;
    io.stderr.write(errorLine({ message, code, help }));
    io.stderr.write(`not taken back yet: \`calicoctl rollback ${journal.id}\` tries again\n`);
    return EXIT.failed;
  }
}

/** Changes that are to be taken back now; `isFaulty`: another cannot be read, which was reported. */
export interface ExpiredJournals {
  readonly due: readonly Journal[];
  readonly isFaulty: boolean;
}

/**
 * The changes that have not ended and whose time is over, or that no process waits for any more; a message for those that cannot
 * be read.
 */
export function expiredJournals(io: Io): ExpiredJournals {
  let isFaulty = false;
  const report = (id: string, fault: string): void => {
    isFaulty = true;
    const message = `the journal ${ownJournals(io)}/${id} cannot be used: ${fault}`;
    io.stderr.write(errorLine({ message, code: "way-back.journal", help: damageHelp(`${ownJournals(io)}/${id}`) }));
  };
  const found = journalsIn(ownJournals(io));
  for (const one of found) if (one.journal === undefined) report(one.id, one.fault);
  const due = unfinished(found).filter((journal) => {
    try {
      if (journal.decision() !== undefined || !journal.isHeld()) return true;
      const { until, all } = journal.read();
      return all && until !== undefined && until <= Date.now();
    } catch (error) {
      report(journal.id, journalFault(error));
      return false;
    }
  });
  return { due, isFaulty };
}

/** Takes back what can be read; a journal of which something was left out has no end: the rest is for the user. */
async function rollBackPart(journal: Journal, isDry: boolean, io: Io): Promise<number> {
  const { damage, unknownBefore } = journal.readablePart();
  if (damage.length === 0) return rollBackOrThrow(journal, isDry, io);
  const code = await rollBackOrThrow({ ...journal, read: journal.readablePart, finish: () => {} }, isDry, io);
  if (code === EXIT.failed) return code;
  for (const one of damage) io.stderr.write(`left out: ${one}\n`);
  for (const key of unknownBefore)
    io.stderr.write(
      printable(`left out: ${nameOfKey(key)}: an earlier write of it may be among what cannot be read\n`),
    );
  const message = `the journal of the change ${journal.id} is damaged: what is left out is not taken back`;
  const help = damageHelp(`${ownJournals(io)}/${journal.id}`);
  io.stderr.write(errorLine({ message, code: "way-back.journal", help }));
  return EXIT.failed;
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
  // What cannot be read is not decided: it can still be confirmed.
  journal.read();
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
