import { DatastoreError } from "../datastore-error.ts";
import { coalesce, type PendingCall } from "../kv/coalesce.ts";
import type { Change, ChangeResult, RangeResult } from "../kv/kv.ts";
import { askAgain, type Look, type Looked } from "./ask-again.ts";
import type { EtcdClient, Until } from "./client.ts";
import { keyValue, type Limits, transactions, txnRequest, txnResults, USUAL_LIMITS } from "./transactions.ts";

/**
 * A request: whether it may change something, the keys it is about, and until when it may take (`Date.now()`; the timeout where
 * none is given).
 */
export interface CallRequest {
  readonly write: boolean;
  readonly keys: readonly string[];
  readonly end?: number;
}

/** A request to one server, which the client gives up at that time: one that is left waiting keeps the process. */
export type Run<T> = (client: Pick<EtcdClient, "range" | "txn" | "status">, until: Until) => Promise<T>;

/** Makes one request, on whichever server answers; throws `DatastoreError`. */
export type Call = <T>(request: CallRequest, run: Run<T>) => Promise<T>;

type Changing = PendingCall<Change, ChangeResult>;
type Reading = PendingCall<string, RangeResult>;

/** Single reads and changes; those of one turn of the event loop share transactions. */
export interface BatchedCalls {
  readonly get: (key: string) => Promise<RangeResult>;
  readonly change: (change: Change) => Promise<ChangeResult>;
}

/** How long what became of a change is asked at least, in ms, even where the timeout is over. */
const ASK_MS = 1000;

/**
 * Puts the calls of one turn into transactions, with the results they would have had one by one: a lost compare-and-swap
 * does not hinder the others, which are sent again without it. A transaction that the server refuses as too large is sent
 * again in halves, any other one call by call, so that only the faulty call fails. A single read is sent without a
 * transaction. A change whose answer is lost is asked for again (`askAgain`), at least until `timeoutMs` after it was sent.
 */
export function batchCalls(call: Call, timeoutMs: number): BatchedCalls {
  let limits: Limits = USUAL_LIMITS;
  /** The store's revision in the last answer. */
  let seen: string | undefined;

  const change = async (waiting: readonly Changing[]): Promise<void> => {
    const changes = waiting.map(({ argument }) => argument);
    const keys = changes.map(({ key }) => key);
    const [begun, before] = [Date.now(), seen];
    let results: readonly (ChangeResult | undefined)[];
    try {
      const answer = await call({ write: true, keys }, (client, until) => client.txn(txnRequest(changes), until));
      seen = answer.header.revision;
      results = txnResults(changes, answer);
    } catch (error) {
      if (!(error instanceof DatastoreError) || error.effect !== "unknown") return changeAgain(parts(waiting, error));
      return askAgain(waiting, error, { look, before, end: Math.max(begun + timeoutMs, Date.now() + ASK_MS) });
    }
    const again = waiting.filter(({ resolve }, at) => {
      const result = results[at];
      if (result !== undefined) resolve(result);
      return result === undefined;
    });
    if (again.length > 0) await change(again);
  };
  const changeAgain = async (all: readonly (readonly Changing[])[]): Promise<void> => {
    await Promise.all(all.map(change));
  };

  const look = async (looks: readonly Look[], end?: number): Promise<Looked> => {
    const ranges = looks.map(({ key, revision }) => ({
      request_range: { key: Buffer.from(key), ...(revision !== undefined && { revision }) },
    }));
    const request = { write: false, keys: looks.map(({ key }) => key), ...(end !== undefined && { end }) };
    const answer = await call(request, (client, until) =>
      client.txn({ compare: [], success: ranges, failure: [] }, until),
    );
    const kvs = looks.map((_, at) => answer.responses[at]?.response_range.kvs[0]);
    seen = answer.header.revision;
    return { entries: kvs.map((kv) => kv && keyValue(kv)), revision: seen };
  };
  const read = async (waiting: readonly Reading[]): Promise<void> => {
    try {
      const { entries, revision } = await look(waiting.map(({ argument }) => ({ key: argument })));
      for (const [at, { resolve }] of waiting.entries()) {
        const entry = entries[at];
        resolve({ kvs: entry === undefined ? [] : [entry], revision });
      }
    } catch (error) {
      await readAgain(parts(waiting, error));
    }
  };
  const readOne = async ({ argument, resolve, reject }: Reading): Promise<void> => {
    try {
      const request = { write: false, keys: [argument] };
      const answer = await call(request, (client, until) => client.range({ key: Buffer.from(argument) }, until));
      seen = answer.header.revision;
      resolve({ kvs: answer.kvs.map(keyValue), revision: answer.header.revision });
    } catch (error) {
      reject(error);
    }
  };
  const readAgain = async (all: readonly (readonly Reading[])[]): Promise<void> => {
    await Promise.all(all.map((part) => (part.length === 1 && part[0] ? readOne(part[0]) : read(part))));
  };

  /** What to send again after a failure; nothing if every call was rejected, because splitting them would not help. */
  const parts = <One extends Changing | Reading>(waiting: readonly One[], error: unknown): readonly One[][] => {
    const refused = error instanceof DatastoreError && error.effect === "refused";
    if (!refused || waiting.length === 1) {
      for (const { reject } of waiting) reject(error);
      return [];
    }
    if (error.code !== "datastore.too-large") return waiting.map((one) => [one]);
    const half = Math.ceil(waiting.length / 2);
    limits = { operations: Math.min(limits.operations, half), bytes: limits.bytes / 2 };
    return [waiting.slice(0, half), waiting.slice(half)];
  };

  return {
    get: coalesce((waiting) => {
      const many = Math.ceil(waiting.length / limits.operations);
      const cut = Array.from({ length: many }, (_, at) =>
        waiting.slice(at * limits.operations, (at + 1) * limits.operations),
      );
      void readAgain(cut);
    }),
    change: coalesce((waiting) => {
      void changeAgain(transactions(waiting, ({ argument }) => argument, limits));
    }),
  };
}
