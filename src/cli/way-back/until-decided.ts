import { pause } from "../../datastore/kv/abort.ts";
import { durationText } from "../shell/duration.ts";
import type { Deadline } from "./deadline.ts";
import type { Journal } from "./journal/journal.ts";
import type { Decision, Plan } from "./journal/journal-form.ts";

/** How often it is looked whether another session has decided, in ms. */
const LOOK_MS = 100;

/**
 * Waits until a change is decided, and decides that it is taken back when its time is over. Ends early, without a decision, when
 * the signal aborts.
 */
export async function untilDecided(
  journal: Journal,
  deadline: () => Deadline | undefined,
  late: string,
  signal: AbortSignal,
): Promise<Decision | undefined> {
  while (!signal.aborted) {
    const decision = journal.decision();
    if (decision !== undefined) return decision;
    if (deadline()?.isOver()) return journal.decide({ kind: "taken-back", why: late });
    await pause(LOOK_MS, signal);
  }
  return journal.decision();
}

/** Why a change is taken back whose time is over. */
export function lateText({ seconds }: Plan): string {
  return `no confirmation came within ${durationText(seconds)}`;
}
