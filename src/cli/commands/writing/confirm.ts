import type { Code } from "../../../model/diagnostic.ts";
import { declare, type Line } from "../../shell/command.ts";
import type { CommandContext } from "../../shell/context.ts";
import { errorLine } from "../../shell/io/error-line.ts";
import type { Io } from "../../shell/io/io.ts";
import { EXIT } from "../../shell/usage.ts";
import { chooseJournal } from "../../way-back/journal/choose-journal.ts";
import type { Journal } from "../../way-back/journal/journal.ts";
import { type Decision, JournalFault } from "../../way-back/journal/journal-form.ts";

/** `confirm` as data: for help, completion and the reference page. */
export const declaration = declare({
  name: "confirm",
  summary: "Keep what a command with --confirm-within has written",
  arguments: [
    {
      syntax: "[id]",
      help: "id of the change, as that command printed it; not needed where only one waits",
      values: "changes",
    },
  ],
  options: {},
  exits: { 0: "the change stays", 1: "no change waits, or it is being taken back already" },
  examples: [{ line: "calicoctl confirm", shows: "from another session: the change that waits is kept" }],
});

/** What `confirm` confirms. */
export interface ConfirmOptions {
  readonly id: string | undefined;
}

/** The options of `confirm`, from its line. */
export function parse({ words: [id] }: Line<typeof declaration.options>): ConfirmOptions {
  return { id };
}

/** `confirm [ID]`: exit code 1 where nothing waits, or it is being taken back already. */
export async function run({ id }: ConfirmOptions, { io }: CommandContext): Promise<number> {
  const journal = chooseJournal(id, io);
  if (journal === undefined) return EXIT.failed;
  const decision = decided(journal, io);
  if (decision === undefined) return EXIT.failed;
  if (decision.kind === "confirmed") {
    io.stdout.write(`confirmed: ${journal.id}, what \`${journal.plan.command}\` wrote stays\n`);
    return EXIT.ok;
  }
  const message = `the change ${journal.id} is taken back: ${decision.why}`;
  io.stderr.write(errorLine({ message, code: "way-back.decided", help: "write it again" }));
  return EXIT.failed;
}

/** What was decided; `undefined`, with a message on stderr, where it is still being written, or the journal cannot be used. */
function decided(journal: Journal, io: Io): Decision | undefined {
  const fail = (message: string, code: Code, help?: string): undefined => {
    io.stderr.write(errorLine({ message: `the change ${journal.id} ${message}`, code, help }));
    return undefined;
  };
  try {
    // A decision ends the writing: half of a change would stay.
    if (journal.decision() === undefined && journal.isHeld() && !journal.read().all)
      return fail("is still being written", "way-back.busy", "confirm it when its command asks for that");
    return journal.decide({ kind: "confirmed", why: "`calicoctl confirm` was run" });
  } catch (error) {
    if (!(error instanceof JournalFault)) throw error;
    return fail(`cannot be confirmed: ${error.message}`, "way-back.journal");
  }
}
