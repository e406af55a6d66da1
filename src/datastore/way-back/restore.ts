import { objectOf } from "../../model/json.ts";
import { pause } from "../kv/abort.ts";
import { ABSENT, type KeyValue, type KeyValueStore } from "../kv/kv.ts";
import type { RecordedWrite } from "./recorded-write.ts";
import { restoringTurns } from "./restoring-turns.ts";
import { type SameValue, type Undo, undoOf } from "./undo.ts";

/**
 * What became of a key: `now` is what it has where that is another writer's; `why`: why the store refused, or what of it is not
 * as before.
 */
export interface RestoredKey {
  readonly key: string;
  readonly result: "as before" | "restored" | "deleted" | "created again" | "left alone" | "refused";
  readonly now?: KeyValue | undefined;
  readonly why?: string;
}

/** How long a write that was sent may take to arrive, once the store answers. */
const ARRIVAL_MS = 1000;

/**
 * Takes back recorded writes, the last first, each by compare-and-swap; what another writer has changed since stays. Writes that
 * were under way together are taken back together; all are in one transaction where the store has one. May be
 * repeated, and done by several at once. With `dry` it only says what it would do. Throws `DatastoreError`: then repeat it.
 */
export async function restore(
  kv: KeyValueStore,
  writes: readonly RecordedWrite[],
  {
    dry = false,
    signal = new AbortController().signal,
  }: { readonly dry?: boolean; readonly signal?: AbortSignal } = {},
): Promise<readonly RestoredKey[]> {
  const turns = restoringTurns(writes, kv.clusterType !== undefined);
  const same = sameValueIn(kv);
  const restored = new Map<string, RestoredKey>();
  const late = new Set<string>();
  const restoreAll = async (store: KeyValueStore, wanted: (key: string) => boolean): Promise<void> => {
    for (const turn of turns) {
      const done = turn
        .filter(({ key }) => wanted(key))
        .map(async ({ key, writes: ofKey }) => {
          const { result, mayArrive } = await restoreOne(store, key, ofKey, same, dry);
          restored.set(key, result);
          if (mayArrive) late.add(key);
        });
      // What fails ends it once nothing is under way any more.
      for (const one of await Promise.allSettled(done)) if (one.status === "rejected") throw one.reason;
    }
  };
  const inTransaction = async (wanted: (key: string) => boolean): Promise<void> => {
    if (kv.transaction === undefined || dry) await restoreAll(kv, wanted);
    else await kv.transaction((store) => restoreAll(store, wanted));
  };
  await inTransaction(() => true);
  if (late.size > 0 && !dry) {
    await pause(ARRIVAL_MS, signal);
    await inTransaction((key) => late.has(key));
  }
  return turns.flat().flatMap(({ key }) => restored.get(key) ?? []);
}
async function restoreOne(
  kv: KeyValueStore,
  key: string,
  writes: readonly RecordedWrite[],
  same: SameValue,
  dry: boolean,
): Promise<{ readonly result: RestoredKey; readonly mayArrive: boolean }> {
  let [now] = (await kv.get(key)).kvs;
  for (;;) {
    const undo = undoOf(writes, now, same);
    if (undo.kind === "as-before") return { result: { key, result: "as before" }, mayArrive: undo.mayArrive };
    if (undo.kind === "changed") return { result: { key, result: "left alone", now }, mayArrive: false };
    const done: RestoredKey = { key, result: nameOf(undo, now) };
    if (dry) return { result: done, mayArrive: false };
    const answer =
      undo.kind === "put" ? await kv.put(key, undo.value, undo.expected ?? ABSENT) : await kv.drop(key, undo.expected);
    if (answer.kind === "refused") return { result: { key, result: "refused", why: answer.reason }, mayArrive: false };
    if (answer.kind === "written" || answer.kind === "deleted") {
      const why = answer.note ?? (isNewObject(kv, done) ? "it has a new uid" : undefined);
      return { result: { ...done, ...(why !== undefined && { why }) }, mayArrive: false };
    }
    [now] = (await kv.get(key)).kvs;
  }
}

function nameOf(undo: Extract<Undo, { kind: "put" | "drop" }>, now: KeyValue | undefined): RestoredKey["result"] {
  if (undo.kind === "drop") return "deleted";
  if (undo.expected === undefined) return "created again";
  return undo.value === now?.value ? "as before" : "restored";
}

/** Whether the store made a new object, with an identity of its own, of what it had before. */
function isNewObject({ clusterType }: KeyValueStore, { result }: RestoredKey): boolean {
  return clusterType !== undefined && result === "created again";
}

/** The same bytes; in a cluster, where the server gives an object its own uid and times, the same labels, annotations and spec. */
function sameValueIn({ clusterType }: KeyValueStore): SameValue {
  if (clusterType === undefined) return (one, other) => one === other;
  return (one, other) => one === other || meaningOf(one) === meaningOf(other);
}

function meaningOf(value: string): string {
  if (value === "") return value;
  const { kind, metadata, spec } = objectOf(JSON.parse(value)) ?? {};
  const { labels = {}, annotations = {} } = objectOf(metadata) ?? {};
  return JSON.stringify({ kind, labels, annotations, spec }, (_, part: unknown) => {
    const object = objectOf(part);
    return object === undefined
      ? part
      : Object.fromEntries(Object.entries(object).sort(([a], [b]) => (a < b ? -1 : 1)));
  });
}
