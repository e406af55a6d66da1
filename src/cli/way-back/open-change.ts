import { randomBytes } from "node:crypto";
import type { StoreConfig } from "../../datastore/config.ts";
import { DatastoreError } from "../../datastore/datastore-error.ts";
import { thisProcess } from "../../files/running-process.ts";
import type { CommandContext } from "../shell/context.ts";
import type { Link } from "../shell/io/apart.ts";
import type { Io } from "../shell/io/io.ts";
import { KEEPER_WORD } from "../shell/tool.ts";
import { accessOf, datastoreName } from "./access.ts";
import { createJournal, type Journal, type JournalWriter, removeOld } from "./journal/journal.ts";
import { type Found, journalFault, journalsIn, unfinished } from "./journal/open-journals.ts";
import { ownJournals } from "./journal/state-folder.ts";

/** A change that was begun: its journal, and the process that keeps the way back, where one could be started. */
export interface OpenChange {
  readonly journal: Journal;
  readonly writer: JournalWriter;
  readonly keeper: Link | undefined;
}

/**
 * Makes the journal of a change, and starts the process that keeps it. Throws `DatastoreError` where that cannot be done, and
 * where an earlier change of the same datastore is not decided: to take that back could then undo this one.
 */
export async function openChange(
  command: string,
  seconds: number,
  config: StoreConfig,
  context: CommandContext,
): Promise<OpenChange> {
  const { io } = context;
  const datastore = datastoreName(config);
  const folder = ownJournals(io);
  const plan = {
    form: 2 as const,
    id: randomBytes(3).toString("hex"),
    command,
    begun: new Date().toISOString(),
    seconds,
    datastore,
    access: accessOf(context, config),
    writer: thisProcess(),
  };
  try {
    const found = journalsIn(folder);
    refuseSecond(found, datastore);
    removeOld(finishedOf(found));
    const made = createJournal(folder, plan);
    return { ...made, keeper: await startKeeper(folder, made.journal, io) };
  } catch (error) {
    if (error instanceof DatastoreError) throw error;
    const message = `cannot keep a way back in ${folder}: ${journalFault(error)}; nothing was written`;
    throw new DatastoreError("way-back.journal", message, "CALICOCTL_STATE_DIR names another folder");
  }
}

function refuseSecond(found: readonly Found[], datastore: string): void {
  const other = unfinished(found).find(({ plan }) => plan.datastore === datastore);
  if (other === undefined) return;
  const { id, plan } = other;
  throw new DatastoreError(
    "way-back.open",
    `the change ${id} of ${plan.begun} (\`${plan.command}\`) is neither confirmed nor taken back; nothing was written`,
    `\`calicoctl confirm ${id}\` keeps it, \`calicoctl rollback ${id}\` takes it back`,
  );
}

function finishedOf(found: readonly Found[]): readonly Journal[] {
  const open = new Set(unfinished(found));
  return found.flatMap(({ journal }) => (journal === undefined || open.has(journal) ? [] : [journal]));
}

/** Starts the keeper and waits until it keeps the journal. */
async function startKeeper(folder: string, journal: Journal, { startApart }: Io): Promise<Link | undefined> {
  if (startApart === undefined) return undefined;
  const keeper = await startApart([KEEPER_WORD, folder, journal.id]);
  const first = await keeper.nextMessage();
  if (first?.ready === true) return keeper;
  journal.remove();
  throw new DatastoreError(
    "way-back.keeper",
    "the process that keeps the way back does not start; nothing was written",
  );
}
