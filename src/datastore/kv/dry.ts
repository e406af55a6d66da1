import { ABSENT, type KeyValue, type KeyValueStore, type RangeResult, revisionNumber } from "./kv.ts";

/**
 * A store whose writes stay in memory. Reads return the real store with these writes laid over it, and conditions are
 * checked against that. Revisions continue from the real ones, so that a write never has the revision of a stored value.
 * `onWrite` is called for each key that is written, with its new entry, or none where it is deleted.
 */
export function dryRunStore(
  real: KeyValueStore,
  onWrite: (key: string, entry: KeyValue | undefined) => void = () => {},
): KeyValueStore {
  /** The entries that were written; `undefined` for a deleted key. */
  const written = new Map<string, KeyValue | undefined>();
  let last = 0n;

  const readStored = async (key: string): Promise<KeyValue | undefined> => {
    const { kvs, revision } = await real.get(key);
    last = later(last, revision);
    return kvs[0];
  };
  /** The entry of a key, given the stored one. Called after the last `await` before a write, so that two writes cannot cross. */
  const over = (key: string, stored: KeyValue | undefined) => (written.has(key) ? written.get(key) : stored);
  const next = (): string => String(++last);
  const list = async (prefix: string, limit = 0): Promise<RangeResult> => {
    const found = await real.list(prefix);
    last = later(last, found.revision);
    const own = [...written].flatMap(([key, entry]) => (entry && key.startsWith(prefix) ? [entry] : []));
    const kept = found.kvs.filter(({ key }) => !written.has(key));
    const kvs = own.length === 0 ? kept : [...kept, ...own].sort(byKey);
    return { kvs: limit > 0 ? kvs.slice(0, limit) : kvs, revision: String(last) };
  };
  return {
    description: real.description,
    timeoutMs: real.timeoutMs,
    async get(key, revision) {
      if (revision !== undefined && !written.has(key)) return real.get(key, revision);
      const entry = over(key, await readStored(key));
      const known =
        entry !== undefined &&
        (revision === undefined || revisionNumber(entry.modRevision) <= revisionNumber(revision));
      return { kvs: known ? [entry] : [], revision: String(last) };
    },
    list,
    async put(key, value, expected) {
      const stored = await readStored(key);
      const current = over(key, stored);
      if ((current?.modRevision ?? ABSENT) !== expected) return { kind: "mismatch", current };
      const revision = next();
      const entry = { key, value, modRevision: revision, createRevision: current?.createRevision ?? revision };
      written.set(key, entry);
      onWrite(key, entry);
      return { kind: "written", revision };
    },
    async drop(key, expected) {
      const stored = await readStored(key);
      const previous = over(key, stored);
      if (previous === undefined) return { kind: "missing" };
      if (expected !== undefined && previous.modRevision !== expected) return { kind: "mismatch", current: previous };
      written.set(key, undefined);
      onWrite(key, undefined);
      return { kind: "deleted", previous, revision: next() };
    },
    ...(real.readsCurrent && { readsCurrent: real.readsCurrent }),
    ...(real.refusal && { refusal: real.refusal }),
    ...(real.clusterType !== undefined && { clusterType: real.clusterType }),
    watch: (prefix, revision, signal) => real.watch(prefix, revision, signal),
    close: () => real.close(),
  };
}

function later(a: bigint, revision: string): bigint {
  const b = revisionNumber(revision);
  return a > b ? a : b;
}

/** Compares by the bytes of the keys, the order in which stores list. */
function byKey(a: KeyValue, b: KeyValue): number {
  return Buffer.compare(Buffer.from(a.key), Buffer.from(b.key));
}
