import { DatastoreError } from "../../datastore/datastore-error.ts";
import type { KeyValueStore } from "../../datastore/kv/kv.ts";
import type { Io } from "../shell/io/io.ts";
import { EXIT } from "../shell/usage.ts";
import { keyValuesOf } from "../shell/with-datastore.ts";
import { contextOfAccess } from "./access.ts";
import { type Deadline, deadlineIn } from "./deadline.ts";
import { type Journal, openJournal } from "./journal/journal.ts";
import { takeBack } from "./take-back.ts";
import { lateText, untilDecided } from "./until-decided.ts";

/** Why a change is taken back whose command is gone, whatever ended it. */
const LOST = "the process that waited for the confirmation has ended";

/**
 * The process that keeps the way back, apart from the terminal: it waits for the decision, takes the deadline over from the
 * command, and takes everything back where that ends without a decision. It reports to the command how it ends, where that still
 * listens.
 */
export async function keepWayBack(folder: string, id: string, io: Io): Promise<number> {
  const journal = openJournal(folder, id);
  const link = await io.linkToStarter?.();
  if (journal === undefined || link === undefined) return EXIT.failed;
  let deadline: Deadline | undefined;
  link.onMessage(({ seconds, until }) => {
    if (typeof seconds === "number" && typeof until === "number") deadline = deadlineIn(seconds, until);
  });
  journal.keep();
  const open = () => keyValuesOf(contextOfAccess(journal.plan.access, io));
  await loadStore(open);
  link.send({ ready: true });
  try {
    const lost = new AbortController();
    void link.gone.then(() => lost.abort());
    const known = await untilDecided(journal, () => deadline, lateText(journal.plan), lost.signal);
    if (known === undefined && isAway(journal, folder)) return EXIT.ok;
    const decision = known ?? journal.decide({ kind: "taken-back", why: LOST });
    if (decision.kind === "confirmed") {
      journal.finish({ kind: "confirmed" });
      return EXIT.ok;
    }
    const onTrouble = (trouble: string): void => link.send({ trouble });
    const ending = await takeBack(journal, { open, untilDone: true, onTrouble });
    link.send({ ending });
    return EXIT.ok;
  } finally {
    link.close();
  }
}

/**
 * Opens the datastore once, which loads all that it takes: while the command waits, the package may be removed, or replaced by a
 * newer one.
 */
async function loadStore(open: () => Promise<KeyValueStore>): Promise<void> {
  try {
    await (await open()).close();
  } catch (error) {
    // The command meets it too, before it writes.
    if (!(error instanceof DatastoreError)) throw error;
  }
}

/** Whether nothing was written: then the command has removed the journal, or it is removed here. */
function isAway(journal: Journal, folder: string): boolean {
  if (openJournal(folder, journal.id) === undefined) return true;
  if (journal.read().until !== undefined) return false;
  journal.remove();
  return true;
}
