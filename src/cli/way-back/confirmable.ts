import type { CommandContext } from "../shell/context.ts";
import { duration } from "../shell/duration.ts";
import { UsageError } from "../shell/usage.ts";
import type { Journal } from "./journal/journal.ts";
import { hasJournals } from "./journal/state-folder.ts";

/** The option of commands whose writes can be taken back. */
export const CONFIRM_OPTIONS = {
  confirmWithin: duration(
    "--confirm-within <time>",
    "take everything back unless it is confirmed within this time, such as 30s, 2m or 1h (up to 24h)",
    {
      least: 1,
      // Who is away for longer than a day has not looked.
      most: 86_400,
      bare: false,
      whole: true,
      shown: "a time from 1s to 24h, such as 30s, 2m or 1h30m",
    },
  ),
};

/** Whether what a command writes must be confirmed, and within how many seconds. */
export interface Confirmable {
  readonly confirmWithin: number | undefined;
}

/** `confirmWithin` of a command's options; throws `UsageError` where the command writes nothing. */
export function confirmWithinOf(options: {
  readonly confirmWithin: number | undefined;
  readonly dryRun?: string | undefined;
}): number | undefined {
  const { confirmWithin, dryRun = "none" } = options;
  if (confirmWithin !== undefined && dryRun !== "none")
    throw new UsageError("--dry-run and --confirm-within exclude each other", "a dry run writes nothing to take back");
  return confirmWithin;
}

/**
 * Does a command's work; with `--confirm-within` so that it is taken back unless it is confirmed. Returns the exit code.
 * `onOpen` is then called with the journal, before the first write.
 */
export async function confirmable(
  command: string,
  { confirmWithin }: Confirmable,
  context: CommandContext,
  work: (context: CommandContext) => Promise<number>,
  onOpen?: (journal: Journal) => void,
): Promise<number> {
  if (confirmWithin === undefined) {
    if (!hasJournals(context.io)) return work(context);
    const { noteOpenChanges } = await import("./open-changes-note.ts");
    return work({ ...context, recordWrites: async (config) => noteOpenChanges(config, context.io) });
  }
  const { withWayBack } = await import("./with-way-back.ts");
  return withWayBack({ command, seconds: confirmWithin, ...(onOpen && { onOpen }) }, context, work);
}
