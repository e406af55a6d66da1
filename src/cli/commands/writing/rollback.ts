import { declare, type Line } from "../../shell/command.ts";
import type { CommandContext } from "../../shell/context.ts";
import { flag } from "../../shell/option.ts";
import { EXIT, UsageError } from "../../shell/usage.ts";
import { chooseJournal } from "../../way-back/journal/choose-journal.ts";
import { listJournals } from "../../way-back/journal/list-journals.ts";
import { journalsIn } from "../../way-back/journal/open-journals.ts";
import { ownJournals } from "../../way-back/journal/state-folder.ts";
import { expiredJournals, rollBack } from "../../way-back/roll-back.ts";

/** `rollback` as data: for help, completion and the reference page. */
export const declaration = declare({
  name: "rollback",
  summary: "Take back the unconfirmed writes of a command with --confirm-within",
  arguments: [
    {
      syntax: "[id]",
      help: "id of the change, as that command printed it; not needed where only one waits",
      values: "changes",
    },
  ],
  options: {
    list: flag("--list", "list the changes, what became of them, and which of them wait"),
    allExpired: flag("--all-expired", "every change whose time is over, or that no process waits for any more"),
    dryRun: flag("--dry-run", "print what would be taken back, and change nothing"),
    readablePart: flag(
      "--readable-part",
      "of a damaged journal, take back what can be read, and print what was left out",
    ),
  },
  exits: { 0: "nothing was left to take back", 1: "not all could be taken back", 3: "it was taken back" },
  examples: [
    { line: "calicoctl rollback", shows: "finishes what a crash of the machine has interrupted" },
    { line: "calicoctl rollback --all-expired", shows: "for a unit that runs when the machine starts" },
  ],
});

/** What `rollback` takes back. */
export interface RollbackOptions {
  readonly id: string | undefined;
  readonly list: boolean;
  readonly allExpired: boolean;
  readonly dryRun: boolean;
  readonly readablePart: boolean;
}

/** The options of `rollback`, from its line; throws `UsageError` where they do not fit together. */
export function parse({ words: [id], options }: Line<typeof declaration.options>): RollbackOptions {
  const { list, allExpired, dryRun, readablePart } = options;
  const given = [list && "--list", allExpired && "--all-expired", id !== undefined && "an ID"].filter(Boolean);
  if (given.length > 1) throw new UsageError(`${given.join(" and ")} exclude each other`);
  // A unit that runs at the start of the machine does not decide this.
  if (readablePart && (list || allExpired))
    throw new UsageError(`--readable-part and ${list ? "--list" : "--all-expired"} exclude each other`);
  return { id, list, allExpired, dryRun, readablePart };
}

/** `rollback [ID]`: restores by compare-and-swap what was there, and leaves alone what others have changed since. */
export async function run({ id, list, allExpired, ...how }: RollbackOptions, context: CommandContext): Promise<number> {
  const { io } = context;
  if (list) {
    listJournals(journalsIn(ownJournals(io)), io);
    return EXIT.ok;
  }
  if (!allExpired) {
    const journal = chooseJournal(id, io);
    return journal === undefined ? EXIT.failed : rollBack(journal, how, context);
  }
  const { due, isFaulty } = expiredJournals(io);
  let worst: number = isFaulty ? EXIT.failed : EXIT.ok;
  for (const journal of due) {
    const code = await rollBack(journal, how, context);
    if (worst !== EXIT.failed) worst = code === EXIT.ok ? worst : code;
  }
  return worst;
}
