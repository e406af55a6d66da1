import type { StoreConfig } from "../../datastore/config.ts";
import { DatastoreError } from "../../datastore/datastore-error.ts";
import { pause } from "../../datastore/kv/abort.ts";
import type { WriteRecorder } from "../../datastore/way-back/recorded-write.ts";
import type { CommandContext } from "../shell/context.ts";
import { errorLine } from "../shell/io/error-line.ts";
import { EXIT } from "../shell/usage.ts";
import { interruptible } from "./interruption.ts";
import type { Journal } from "./journal/journal.ts";
import { JournalFault } from "./journal/journal-form.ts";
import { damageHelp, journalFault } from "./journal/open-journals.ts";
import { ownJournals } from "./journal/state-folder.ts";
import { type OpenChange, openChange } from "./open-change.ts";
import { settleChange } from "./settle-change.ts";

/** How long what was sent to the datastore is waited for at least, beyond its own time, in ms. */
const ANSWERS_MS = 500;
const JOURNAL_HELP = "make room where the journals are, or name another folder with CALICOCTL_STATE_DIR";
/** How often the keeper learns that writing goes on, in ms. */
const RENEW_MS = 250;

/** Which command writes, and what is asked of its way back. */
export interface WayBackOptions {
  readonly command: string;
  /** Within how many seconds it must be confirmed. */
  readonly seconds: number;
  /** Called with the journal of the change, before the first write. */
  readonly onOpen?: (journal: Journal) => void;
}

/**
 * Does a command's work so that it can be taken back: what it writes is recorded, and stays only if it is confirmed within
 * that time. Returns the command's exit code where it is confirmed or nothing was written, 3 where it is taken back, and 1
 * where that failed. A command that fails or is interrupted is taken back at once; one that has written nothing then ends
 * also where its datastore does not answer, and writes nothing later on.
 */
export async function withWayBack(
  { command, seconds, onOpen }: WayBackOptions,
  context: CommandContext,
  work: (context: CommandContext) => Promise<number>,
): Promise<number> {
  const { io } = context;
  let change: OpenChange | undefined;
  let pending = 0;
  const interruption = interruptible(() => change, io);
  const open = async (config: StoreConfig): Promise<OpenChange> => {
    interruption.listen();
    const opened = await openChange(command, seconds, config, context);
    const why = interruption.reason();
    if (why !== undefined) {
      // The command may have returned already: then nothing else ends this change.
      await settled(opened, EXIT.failed, context);
      throw nothingMore(why);
    }
    onOpen?.(opened.journal);
    return opened;
  };
  const recorded: CommandContext = {
    ...context,
    // What was begun is waited for below.
    io: { ...io, endSoon: () => {} },
    recordWrites: async (config) => {
      change ??= await open(config);
      return recorderOf(change, seconds, {
        count: (by) => {
          pending += by;
        },
        reason: interruption.reason,
      });
    },
  };
  try {
    const code = await Promise.race([work(recorded), interruption.unwritten]);
    if (change === undefined) return code;
    const end = performance.now() + context.timeoutMs + ANSWERS_MS;
    while (pending > 0 && performance.now() < end) await pause(ANSWERS_MS / 10, new AbortController().signal);
    return await settled(change, code, context);
  } catch (error) {
    if (change !== undefined) await settled(change, EXIT.failed, context);
    throw error;
  } finally {
    interruption.release();
  }
}

/** The exit code of `settleChange`; a journal that cannot be used any more is reported. */
async function settled(change: OpenChange, code: number, context: CommandContext): Promise<number> {
  try {
    return await settleChange(change, code, context);
  } catch (error) {
    if (!(error instanceof JournalFault)) throw error;
    const message = `the journal of the change ${change.journal.id} cannot be used: ${error.message}`;
    const help = damageHelp(`${ownJournals(context.io)}/${change.journal.id}`);
    context.io.stderr.write(errorLine({ message, code: "way-back.journal", help }));
    return EXIT.failed;
  }
}

function nothingMore(why: string): DatastoreError {
  return new DatastoreError("way-back.decided", `nothing more is written: ${why}`);
}

/** What a recorder needs of its command. */
interface RecordedCommand {
  /** Receives the numbers of writes that are begun, and of those that have ended as negative ones. */
  readonly count: (by: number) => void;
  /** Why nothing is written any more; absent where it may be. */
  readonly reason: () => string | undefined;
}

/** Records writes in the journal. */
function recorderOf(
  { journal, writer, keeper }: OpenChange,
  seconds: number,
  { count, reason }: RecordedCommand,
): WriteRecorder {
  let renewedUntil = 0;
  return {
    begin(writes, durably) {
      const why = reason() ?? journal.decision()?.why;
      if (why !== undefined) throw nothingMore(why);
      const until = Date.now() + seconds * 1000;
      // While it writes, only a standstill ends its time.
      if (until > renewedUntil + RENEW_MS) {
        keeper?.send({ seconds, until });
        renewedUntil = until;
      }
      const first = keeping(() => writer.begin(writes, until, durably));
      count(writes.length);
      return first;
    },
    makeDurable: () => keeping(() => writer.makeDurable()),
    end(number, outcome) {
      count(-1);
      if (outcome !== undefined) writer.end(number, outcome);
    },
  };
}

/** Adds to the journal; a fault says that the write which follows is not made. */
function keeping<T>(add: () => T): T {
  try {
    return add();
  } catch (error) {
    const message = `the way back cannot be kept: ${journalFault(error)}; nothing more is written`;
    throw new DatastoreError("way-back.journal", message, JOURNAL_HELP);
  }
}
