import { printable } from "../../../model/printable.ts";
import { columns } from "../../../report/text-columns.ts";
import type { Io } from "../../shell/io/io.ts";
import type { Journal } from "./journal.ts";
import { type Found, journalFault } from "./open-journals.ts";

/** Prints the changes that this user's journals know of, the oldest first. */
export function listJournals(found: readonly Found[], io: Io): void {
  if (found.length === 0) {
    io.stderr.write("no change was made with --confirm-within\n");
    return;
  }
  const rows = found.map(({ id, ...one }): readonly string[] => {
    if (one.journal === undefined) return [id, "", "", `cannot be used: ${one.fault}`, ""];
    const { command, begun, datastore } = one.journal.plan;
    return [id, command, begun, stateOf(one.journal), datastore];
  });
  const headings = ["ID", "COMMAND", "BEGUN", "STATE", "DATASTORE"];
  io.stdout.write(
    columns(
      headings,
      rows.map((row) => row.map(printable)),
      io.stdout.columns,
    ),
  );
}

function stateOf(journal: Journal): string {
  try {
    const ending = journal.ending();
    if (ending !== undefined) return ending.kind === "confirmed" ? "confirmed" : `taken back: ${ending.why}`;
    const decision = journal.decision();
    if (decision?.kind === "confirmed") return "confirmed";
    const held = journal.isHeld();
    if (decision !== undefined) return held ? "being taken back" : "not taken back yet: `calicoctl rollback`";
    const { until } = journal.read();
    if (!held) return "no process waits for it: `calicoctl rollback`";
    return until === undefined ? "begun" : `waits until ${new Date(until).toISOString()}`;
  } catch (error) {
    return `cannot be used: ${journalFault(error)}`;
  }
}
