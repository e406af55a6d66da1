import type { KeyValue } from "../kv/kv.ts";
import type { RecordedWrite, StoredBefore } from "./recorded-write.ts";

/** Whether two values are the same to a store: for most, the same bytes. */
export type SameValue = (one: string, other: string) => boolean;

/** What takes back the writes of one key, given what the key has now. */
export type Undo =
  /** Nothing of these writes is there: the key is as before them. `mayArrive`: a create that was sent may yet come. */
  | { readonly kind: "as-before"; readonly mayArrive: boolean }
  /** Store that value if the key has that modRevision (`undefined`: if there is no key). */
  | { readonly kind: "put"; readonly value: string; readonly expected: string | undefined }
  /** Delete the key if it has that modRevision. */
  | { readonly kind: "drop"; readonly expected: string }
  /** Another writer has changed it since: it stays. */
  | { readonly kind: "changed" };

/**
 * What to do about a key that these writes (in their order) were made of, where it has `now`. Only what one of them stored is
 * replaced, by what was there before the first of those that follow each other without another writer in between.
 */
export function undoOf(writes: readonly RecordedWrite[], now: KeyValue | undefined, same: SameValue): Undo {
  const there = writes.findLastIndex((write) => isResult(write, now, same));
  const inDoubt = writes.filter(({ outcome }) => outcome === undefined);
  if (there < 0 && now !== undefined && inDoubt.some((write) => write.before?.modRevision === now.modRevision)) {
    // A write that may be on its way is a compare-and-swap on this revision: the same value at another makes it fail.
    return { kind: "put", value: now.value, expected: now.modRevision };
  }
  const made = writes.findLastIndex(({ outcome }) => outcome?.kind === "made");
  const before = stateBefore(writes, Math.max(there < 0 ? made : there, 0), same);
  const isBefore = now === undefined ? before === undefined : before !== undefined && same(before.value, now.value);
  if (isBefore || (made < 0 && inDoubt.length === 0))
    return { kind: "as-before", mayArrive: now === undefined && inDoubt.some((write) => write.before === undefined) };
  if (there < 0) return { kind: "changed" };
  if (before !== undefined) return { kind: "put", value: before.value, expected: now?.modRevision };
  return now === undefined ? { kind: "as-before", mayArrive: false } : { kind: "drop", expected: now.modRevision };
}

/** What was there before that write and those of ours that it follows. */
function stateBefore(writes: readonly RecordedWrite[], last: number, same: SameValue): StoredBefore | undefined {
  let before = writes[last]?.before;
  for (const write of writes.slice(0, last).reverse()) {
    if (isResult(write, before, same)) ({ before } = write);
  }
  return before;
}

/** Whether what a key has is what that write made of it. Where its result is unknown, the value alone shows it. */
function isResult({ before, value, outcome }: RecordedWrite, now: StoredBefore | undefined, same: SameValue): boolean {
  if (outcome?.kind === "not-made") return false;
  if (value === undefined || now === undefined) return value === undefined && now === undefined;
  if (outcome === undefined) return now.modRevision !== before?.modRevision && same(value, now.value);
  return now.modRevision === outcome.revision && same(outcome.stored ?? value, now.value);
}
