import { join } from "node:path";
import { exists } from "../../../files/folder.ts";
import { isRoot } from "../../../files/running-process.ts";
import type { Io } from "../../shell/io/io.ts";
import { UsageError } from "../../shell/usage.ts";

/** The folder of journals of root: one that is there after a start of the machine, for the unit that finishes them. */
const OF_ROOT = "/var/lib/calicoctl";

/**
 * The folder that holds the journals: in CALICOCTL_STATE_DIR; of root in /var/lib/calicoctl; else in XDG_STATE_HOME, or
 * `~/.local/state`. Throws `UsageError` where none of them is an absolute path.
 */
export function journalsFolder(env: Io["env"], asRoot: boolean): string {
  return join(stateFolder(env, asRoot), "way-back");
}

/** The folder of journals of this user. */
export function ownJournals({ env }: Io): string {
  return journalsFolder(env, isRoot());
}

/** Whether this user has ever had a journal. */
export function hasJournals(io: Io): boolean {
  try {
    return exists(ownJournals(io));
  } catch {
    return false;
  }
}

function stateFolder(env: Io["env"], asRoot: boolean): string {
  const { CALICOCTL_STATE_DIR: chosen, XDG_STATE_HOME: state, HOME: home } = env;
  if (chosen) {
    if (chosen.startsWith("/")) return chosen;
    throw new UsageError("CALICOCTL_STATE_DIR is not an absolute path", "it names the folder that keeps the way back");
  }
  if (asRoot) return OF_ROOT;
  if (state?.startsWith("/")) return join(state, "calicoctl");
  if (home?.startsWith("/")) return join(home, ".local", "state", "calicoctl");
  throw new UsageError("there is no folder to keep the way back in: HOME is not set", "set CALICOCTL_STATE_DIR");
}
