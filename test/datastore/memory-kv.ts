import {
  ABSENT,
  type ChangeResult,
  dropResult,
  type KeyValue,
  type KeyValueStore,
  putResult,
} from "../../src/datastore/kv/kv.ts";

/** A store in memory, with etcd's revisions; what `entries` holds is what any connection to it sees. */
export interface MemoryKv {
  readonly kv: KeyValueStore;
  readonly entries: ReadonlyMap<string, KeyValue>;
  /** Writes as another client does, whatever is there; deletes without a value. */
  readonly set: (key: string, value: string | undefined) => void;
}

/** An empty store; `onWrite` is called before and after each write of `kv`, and may throw: as a process that ends there. */
export function memoryKv(onWrite: (when: "before" | "after") => void = () => {}): MemoryKv {
  const entries = new Map<string, KeyValue>();
  let revision = 1;
  const change = (key: string, value: string | undefined): string => {
    const modRevision = String(++revision);
    const createRevision = entries.get(key)?.createRevision ?? modRevision;
    if (value === undefined) entries.delete(key);
    else entries.set(key, { key, value, modRevision, createRevision });
    return modRevision;
  };
  const write = async (key: string, value: string | undefined, expected: string | undefined): Promise<ChangeResult> => {
    onWrite("before");
    const current = entries.get(key);
    if (value === undefined && current === undefined) return { kind: "missing" };
    if (expected !== undefined && (current?.modRevision ?? ABSENT) !== expected) return { kind: "mismatch", current };
    const at = change(key, value);
    onWrite("after");
    return value === undefined && current !== undefined
      ? { kind: "deleted", previous: current, revision: at }
      : { kind: "written", revision: at };
  };
  const kv: KeyValueStore = {
    description: "store in memory",
    timeoutMs: 1000,
    get: async (key) => {
      const entry = entries.get(key);
      return { kvs: entry === undefined ? [] : [entry], revision: String(revision) };
    },
    list: async (prefix) => ({
      kvs: [...entries.values()].filter(({ key }) => key.startsWith(prefix)),
      revision: String(revision),
    }),
    put: async (key, value, expected) => putResult(await write(key, value, expected)),
    drop: async (key, expected) => dropResult(await write(key, undefined, expected)),
    watch: () => {
      throw new TypeError("nothing is watched");
    },
    close: async () => {},
  };
  return { kv, entries, set: (key, value) => void change(key, value) };
}
