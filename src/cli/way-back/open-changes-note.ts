import type { StoreConfig } from "../../datastore/config.ts";
import { warningLine } from "../shell/io/error-line.ts";
import type { Io } from "../shell/io/io.ts";
import { datastoreName } from "./access.ts";
import { journalsIn, unfinished } from "./journal/open-journals.ts";
import { ownJournals } from "./journal/state-folder.ts";

/**
 * Warns of changes of that datastore that were neither confirmed nor taken back and that no process waits for any more: since a
 * crash of the machine. What cannot be read is passed over: no warning may fail a write.
 */
export function noteOpenChanges(config: StoreConfig, io: Io): undefined {
  try {
    const datastore = datastoreName(config);
    for (const { id, plan, isHeld } of unfinished(journalsIn(ownJournals(io)))) {
      if (isHeld() || plan.datastore !== datastore) continue;
      const what = `the change ${id} of ${plan.begun} (\`${plan.command}\`) was never confirmed, and its processes have ended`;
      const help = `\`calicoctl rollback ${id}\` takes it back, \`calicoctl confirm ${id}\` keeps it`;
      io.stderr.write(warningLine(`${what}: ${help}`));
    }
  } catch {
    // Said above; `calicoctl rollback --list` says why.
  }
}
