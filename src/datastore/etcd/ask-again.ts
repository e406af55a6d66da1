import { DatastoreError } from "../datastore-error.ts";
import type { PendingCall } from "../kv/coalesce.ts";
import type { Change, ChangeResult, KeyValue } from "../kv/kv.ts";
import { type EarlierEntry, revisionToCompare, type Verdict, verdictOf } from "./evidence.ts";

/** One key to read, now or at an earlier revision. */
export interface Look {
  readonly key: string;
  readonly revision?: string;
}

/** The entries of the keys that were looked at, in their order, and the store's revision. */
export interface Looked {
  readonly entries: readonly (KeyValue | undefined)[];
  readonly revision: string;
}

/** How what became of changes is asked. */
export interface Asking {
  /** Reads several keys at once, until that time at most; throws `DatastoreError`. */
  readonly look: (looks: readonly Look[], end: number) => Promise<Looked>;
  /** A revision of the store before the changes were sent, where one is known. */
  readonly before: string | undefined;
  /** Until when to ask, as `Date.now()` counts. */
  readonly end: number;
}

/** How long a request on its way is waited for, once the server answers again. */
const ARRIVAL_MS = 1000;
const [FIRST_PAUSE_MS, LONGEST_PAUSE_MS] = [50, 500];

/**
 * Settles changes whose answer was lost or said nothing (a cut connection, a timeout, a lost leader, the quota) by what is
 * stored, as soon as the server answers: with the result, or with the fault. The fault's `effect` is then `refused` where
 * the change was surely not made, and `unknown` where that cannot be seen. It never sends a change again.
 */
export async function askAgain(
  changes: readonly PendingCall<Change, ChangeResult>[],
  fault: DatastoreError,
  { look, before, end }: Asking,
): Promise<void> {
  // etcd reports the quota after it has made the change or refused it.
  const isDealtWith = fault.code === "datastore.full";
  let left = changes;
  let [last, answered] = [end, false];
  for (let pause = FIRST_PAUSE_MS; ; pause = Math.min(LONGEST_PAUSE_MS, 2 * pause)) {
    const verdicts = await verdictsOf(left, { look, before, end: last }, isDealtWith);
    if (verdicts !== undefined) {
      if (!answered) last = Math.min(last, Date.now() + ARRIVAL_MS);
      answered = true;
      left = left.filter(({ resolve, reject }, at) => {
        const verdict = verdicts[at];
        if (verdict?.kind === "made") resolve(verdict.result);
        if (verdict?.kind === "not-made") reject(withEffect(fault, "refused"));
        return verdict === undefined || verdict.kind === "unknown";
      });
    }
    if (left.length === 0 || (answered && isDealtWith) || Date.now() + pause >= last) break;
    await new Promise((resolve) => setTimeout(resolve, pause));
  }
  const seen = answered ? "; etcd, read again, does not have it, but it may yet arrive" : "";
  for (const { reject } of left)
    reject(withEffect(fault, "unknown", `; this write may or may not have been stored${seen}`));
}

/** What became of each change; `undefined` where the server does not answer. */
async function verdictsOf(
  changes: readonly PendingCall<Change, ChangeResult>[],
  { look, before, end }: Asking,
  isDealtWith: boolean,
): Promise<readonly Verdict[] | undefined> {
  try {
    const { entries, revision } = await look(
      changes.map(({ argument: { key } }) => ({ key })),
      end,
    );
    const revisions = changes.map(({ argument }, at) => revisionToCompare(argument, entries[at], before));
    const looks = changes.flatMap(({ argument: { key } }, at) => {
      const past = revisions[at];
      return past === undefined ? [] : [{ key, revision: past }];
    });
    const past = looks.length === 0 ? [] : await earlierEntries(look, looks, end);
    let next = 0;
    return changes.map(({ argument }, at) => {
      const earlier = (revisions[at] === undefined ? undefined : past[next++]) ?? { known: false };
      return verdictOf(argument, { now: entries[at], revision, earlier, isDealtWith }, before);
    });
  } catch (error) {
    if (error instanceof DatastoreError && error.code === "datastore.auth")
      return changes.map(() => ({ kind: "unknown" }));
    if (error instanceof DatastoreError) return undefined;
    throw error;
  }
}

async function earlierEntries(
  look: Asking["look"],
  looks: readonly Look[],
  end: number,
): Promise<readonly EarlierEntry[]> {
  try {
    return (await look(looks, end)).entries.map((entry) => ({ known: true, entry }));
  } catch (error) {
    if (!(error instanceof DatastoreError) || error.code !== "datastore.compacted") throw error;
    return looks.map(() => ({ known: false }));
  }
}

function withEffect(
  { code, message, help }: DatastoreError,
  effect: "refused" | "unknown",
  doubt = "",
): DatastoreError {
  return new DatastoreError(code, message + doubt, help, effect);
}
