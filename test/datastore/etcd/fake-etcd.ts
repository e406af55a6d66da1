import type { ITxnRequest, ITxnResponse } from "etcd3";
import { DatastoreError } from "../../../src/datastore/datastore-error.ts";
import type { Call } from "../../../src/datastore/etcd/batch.ts";
import { explainFault } from "../../../src/datastore/etcd/explain-fault.ts";

/** What a made-up etcd has, and how it answers. */
export interface FakeOptions {
  readonly maxOperations?: number;
  readonly maxBytes?: number;
  /** Keys that the user may not touch: a request that names one is refused as a whole. */
  readonly forbidden?: readonly string[];
  /** Before a request is looked at: another writer's chance, or a fault of the way there (its message). */
  readonly before?: (request: number, fake: FakeEtcd) => string | undefined;
  /** After a request was answered: a fault of the way back (its message), so that the answer is lost. */
  readonly after?: (request: number, fake: FakeEtcd) => string | undefined;
  /** Whether earlier revisions are gone. */
  readonly compacted?: boolean;
}

interface Entry {
  readonly value: string;
  readonly created: number;
  readonly modified: number;
}

/** The little of etcd that transactions need, in memory: keys with revisions, and how many operations each request had. */
export class FakeEtcd {
  readonly keys = new Map<string, Entry>();
  /** The keys as they were at each revision. */
  readonly #past = new Map<number, ReadonlyMap<string, Entry>>();
  readonly requests: number[] = [];
  /** How many of them were changes, whatever became of them. */
  changes = 0;
  revision = 1;
  readonly #options: FakeOptions;

  constructor(options: FakeOptions = {}) {
    this.#options = options;
  }

  /** Stores a key as a writer of its own. */
  set(key: string, value: string): void {
    this.#remember();
    this.revision++;
    this.keys.set(key, { value, created: this.keys.get(key)?.created ?? this.revision, modified: this.revision });
  }

  /** Deletes a key as a writer of its own. */
  unset(key: string): void {
    this.#remember();
    this.revision++;
    this.keys.delete(key);
  }

  #remember(): void {
    this.#past.set(this.revision, new Map(this.keys));
  }

  /** A call as the store makes it. */
  readonly call: Call = async ({ write, keys }, run) => {
    const client = {
      txn: async (request: ITxnRequest) => this.#txn(request),
      range: async ({ key }: { key: Buffer }) => this.#answer(1, 0, [String(key)], () => this.#range(String(key))),
    };
    try {
      return await run(client as unknown as Parameters<typeof run>[0], { deadline: Number.POSITIVE_INFINITY });
    } catch (error) {
      if (!(error instanceof Error) || error instanceof DatastoreError) throw error;
      const facts = { endpoint: "http://fake", from: "ETCD_ENDPOINTS", timeoutMs: 1000, write, keys };
      throw explainFault(error.message, facts).error;
    }
  };

  #answer<T>(operations: number, bytes: number, keys: readonly string[], make: () => T): T {
    const { maxOperations = 128, maxBytes = 1.5 * 1024 * 1024, forbidden = [], before } = this.#options;
    this.requests.push(operations);
    const fault = before?.(this.requests.length, this);
    if (fault !== undefined) throw new Error(fault);
    if (operations > maxOperations)
      throw new Error("3 INVALID_ARGUMENT: etcdserver: too many operations in txn request");
    if (bytes > maxBytes) throw new Error("3 INVALID_ARGUMENT: etcdserver: request is too large");
    if (keys.some((key) => forbidden.includes(key)))
      throw new Error("7 PERMISSION_DENIED: etcdserver: permission denied");
    const answer = make();
    const lost = this.#options.after?.(this.requests.length, this);
    if (lost !== undefined) throw new Error(lost);
    return answer;
  }

  #range(key: string, revision?: string) {
    const isEarlier = revision !== undefined && Number(revision) < this.revision;
    if (isEarlier && this.#options.compacted)
      throw new Error("11 OUT_OF_RANGE: etcdserver: mvcc: required revision has been compacted");
    const entry = (isEarlier ? this.#past.get(Number(revision)) : this.keys)?.get(key);
    const kv = entry && {
      key: Buffer.from(key),
      value: Buffer.from(entry.value),
      create_revision: String(entry.created),
      mod_revision: String(entry.modified),
    };
    return { kvs: kv ? [kv] : [], header: { revision: String(this.revision) } };
  }

  #txn({ compare = [], success = [], failure = [] }: ITxnRequest): ITxnResponse {
    const named = [...success, ...failure].map((op) =>
      String(op.request_put?.key ?? op.request_range?.key ?? op.request_delete_range?.key),
    );
    const bytes = success.reduce((sum, op) => sum + (op.request_put?.value?.length ?? 0), 0);
    if (success.some((op) => op.request_put || op.request_delete_range)) this.changes++;
    const most = Math.max(compare.length, success.length, failure.length);
    return this.#answer(most, bytes, named, () => {
      const changed = success.flatMap((op) => String(op.request_put?.key ?? op.request_delete_range?.key ?? ""));
      if (new Set(changed).size < changed.filter((key) => key !== "").length)
        throw new Error("3 INVALID_ARGUMENT: etcdserver: duplicate key given in txn request");
      const succeeded = compare.every(
        ({ key, mod_revision }) => String(this.keys.get(String(key))?.modified ?? 0) === mod_revision,
      );
      const writes = succeeded && success.some((op) => op.request_put || op.request_delete_range);
      if (writes) {
        this.#remember();
        this.revision++;
      }
      const responses = (succeeded ? success : failure).map((op) => {
        if (op.request_range)
          return { response_range: this.#range(String(op.request_range.key), op.request_range.revision?.toString()) };
        const key = String(op.request_put?.key ?? op.request_delete_range?.key);
        const previous = this.#range(key).kvs;
        if (op.request_put) {
          const created = this.keys.get(key)?.created ?? this.revision;
          this.keys.set(key, { value: String(op.request_put.value), created, modified: this.revision });
        } else this.keys.delete(key);
        return { response_delete_range: { prev_kvs: previous } };
      });
      return { succeeded, responses, header: { revision: String(this.revision) } } as unknown as ITxnResponse;
    });
  }
}
