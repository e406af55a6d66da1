import { errorLine } from "../../shell/io/error-line.ts";
import type { Io } from "../../shell/io/io.ts";
import { UsageError } from "../../shell/usage.ts";
import type { Journal } from "./journal.ts";
import { damageHelp, journalsIn, unfinished } from "./open-journals.ts";
import { ownJournals } from "./state-folder.ts";

const LIST = "`calicoctl rollback --list` lists the last ones";
const ITS_OWN = "only the user that made a change, on the same host, can confirm it or take it back";

/**
 * The journal that an ID names, or without one the only one that has not ended; `undefined`, with a message on stderr, where
 * there is none or it cannot be read. Throws `UsageError` where several have not ended and none is named.
 */
export function chooseJournal(id: string | undefined, io: Io): Journal | undefined {
  const folder = ownJournals(io);
  const found = journalsIn(folder);
  const fail = (message: string, help: string): undefined => {
    io.stderr.write(errorLine({ message, code: "way-back.journal", help }));
    return undefined;
  };
  if (id !== undefined) {
    const named = found.find((one) => one.id === id);
    if (named === undefined) return fail(`there is no change \`${id}\` in ${folder}`, `${LIST}; ${ITS_OWN}`);
    if (named.journal === undefined)
      return fail(`the journal ${folder}/${id} cannot be used: ${named.fault}`, damageHelp(`${folder}/${id}`));
    return named.journal;
  }
  const open = unfinished(found);
  if (open.length > 1) {
    const ids = open.map((one) => one.id).join(", ");
    throw new UsageError("several changes are not confirmed", `name one of them: ${ids}`);
  }
  return open[0] ?? fail(`no change waits for a confirmation in ${folder}`, `${LIST}; ${ITS_OWN}`);
}
