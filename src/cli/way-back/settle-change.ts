import { pause } from "../../datastore/kv/abort.ts";
import type { CommandContext } from "../shell/context.ts";
import { durationText } from "../shell/duration.ts";
import type { Keyboard } from "../shell/io/enter-key.ts";
import { errorLine, warningLine } from "../shell/io/error-line.ts";
import type { Io } from "../shell/io/io.ts";
import { EXIT } from "../shell/usage.ts";
import { keyValuesOf } from "../shell/with-datastore.ts";
import { contextOfAccess } from "./access.ts";
import { deadlineIn } from "./deadline.ts";
import { reportTakenBack } from "./ending-report.ts";
import { type Decision, type Ending, JournalFault } from "./journal/journal-form.ts";
import type { OpenChange } from "./open-change.ts";
import { takeBack } from "./take-back.ts";
import { lateText, untilDecided } from "./until-decided.ts";

/** What was typed before the question is read and forgotten for that long, in ms. */
const FORGET_MS = 200;
/** How long the keeper may take to begin, before this process takes back what that one does not, in ms. */
const KEEPER_MS = 5000;
/** How the question begins for whoever is to confirm. */
export const NOT_CONFIRMED = "not confirmed yet";
const TRYING = "it is tried again until it is done, also when this terminal is closed";

/**
 * Waits for the confirmation of what a command has written, and takes it back where none comes; at once where the command
 * failed (`code`). Returns the exit code.
 */
export async function settleChange(change: OpenChange, code: number, context: CommandContext): Promise<number> {
  const { journal, writer, keeper } = change;
  const { io } = context;
  if (writer.count() === 0) {
    writer.close();
    journal.remove();
    keeper?.close();
    if (code === EXIT.ok) io.stderr.write("nothing was written: there is nothing to confirm\n");
    return code;
  }
  const { seconds } = journal.plan;
  const until = Date.now() + seconds * 1000;
  writer.all(until);
  writer.close();
  keeper?.send({ seconds, until });
  if (code !== EXIT.ok) journal.decide({ kind: "taken-back", why: "the command failed" });
  const decision = journal.decision() ?? (await confirmation(change, until, io));
  if (decision.kind === "confirmed") {
    journal.finish({ kind: "confirmed" });
    keeper?.close();
    io.stderr.write("confirmed: what was written stays\n");
    return code;
  }
  io.stderr.write(`taking back what was written: ${decision.why}\n`);
  const ending = await ended(change, context);
  const result = ending.kind === "confirmed" ? EXIT.ok : reportTakenBack(ending.keys, io);
  return code === EXIT.ok ? result : code;
}

/** Asks for the confirmation, and returns what was decided: here, in another session, or by the end of the time. */
async function confirmation({ journal, keeper }: OpenChange, until: number, io: Io): Promise<Decision> {
  const { id, plan } = journal;
  const deadline = deadlineIn(plan.seconds, until);
  const stop = new AbortController();
  const decided = untilDecided(journal, () => deadline, lateText(plan), new AbortController().signal);
  void keeper?.gone.then(() => {
    const message = "the process that keeps the way back has ended; this one goes on alone: do not end it";
    // Where another session has decided, the keeper may see it before this process does.
    if (!stop.signal.aborted && !isDecided(journal)) io.stderr.write(warningLine(message));
  });
  const keyboard = io.openKeyboard?.();
  if (keyboard !== undefined) await forgetTyped(stop.signal);
  const within = durationText(plan.seconds);
  io.stderr.write(
    keyboard === undefined
      ? `${NOT_CONFIRMED}: \`calicoctl confirm ${id}\` within ${within} keeps what was written, else it is taken back\n`
      : `${NOT_CONFIRMED}: press Enter within ${within} to keep it, Ctrl-C to take it back\n` +
          `  in another session: calicoctl confirm ${id}\n`,
  );
  if (keyboard !== undefined) void readKeyboard(keyboard, journal.decide, io, stop.signal);
  const decision = await decided;
  stop.abort();
  keyboard?.close();
  return decision ?? { kind: "taken-back", why: lateText(plan) };
}

/** Waits until all that was typed has been read, of which nothing counts: also where this process stood still for that long. */
async function forgetTyped(signal: AbortSignal): Promise<void> {
  await pause(FORGET_MS, signal);
  // What waits to be read is read after timers, and before this.
  await new Promise((resolve) => setImmediate(resolve));
}

/** Whether the journal has a decision; one that cannot be read has none. */
function isDecided(journal: OpenChange["journal"]): boolean {
  try {
    return journal.decision() !== undefined;
  } catch {
    return false;
  }
}

/** Decides by what is typed; a confirmation that the disk does not take is reported, and may be given again. */
async function readKeyboard(
  keyboard: Keyboard,
  decide: (decision: Decision) => Decision,
  io: Io,
  signal: AbortSignal,
): Promise<void> {
  for (;;) {
    const how = await keyboard.enter(signal);
    try {
      if (how === "entered") decide({ kind: "confirmed", why: "Enter was pressed" });
      if (how === "closed") decide({ kind: "taken-back", why: "the terminal was closed" });
      return;
    } catch (error) {
      if (!(error instanceof JournalFault)) throw error;
      io.stderr.write(errorLine({ message: `not confirmed: ${error.message}`, code: "way-back.journal" }));
    }
  }
}

/**
 * How taking back ended: in the keeper, or in this process, where that has ended without it or does not begin (it is
 * stopped).
 */
async function ended({ journal, keeper }: OpenChange, { io }: CommandContext): Promise<Ending> {
  const onTrouble = (reason: string): void => io.stderr.write(warningLine(`${reason}; ${TRYING}`));
  const decision = await new Promise<Ending | undefined>((resolve) => {
    keeper?.onMessage(({ trouble, ending }) => {
      if (typeof trouble === "string") onTrouble(trouble);
      if (ending !== undefined) resolve(ending as Ending);
    });
    void (keeper === undefined ? Promise.resolve() : keeper.gone).then(() => resolve(undefined));
    setTimeout(() => resolve(undefined), KEEPER_MS).unref();
  });
  const open = () => keyValuesOf(contextOfAccess(journal.plan.access, io));
  const ending = decision ?? (await takeBack(journal, { open, untilDone: true, onTrouble }));
  keeper?.close();
  return ending;
}
