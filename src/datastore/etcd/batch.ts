import type { Etcd3 } from "etcd3";
import { DatastoreError } from "../datastore-error.ts";
import { coalesce, type PendingCall } from "../kv/coalesce.ts";
import type { Change, ChangeResult, RangeResult } from "../kv/kv.ts";
import { keyValue, type Limits, transactions, txnRequest, txnResults, USUAL_LIMITS } from "./transactions.ts";

/** Makes one request, on whichever server answers; throws `DatastoreError`. `write` says that it may change something. */
type Call = <T>(write: boolean, run: (client: Etcd3) => Promise<T>) => Promise<T>;

type Changing = PendingCall<Change, ChangeResult>;
type Reading = PendingCall<string, RangeResult>;

/** Single reads and changes; those of one turn of the event loop share transactions. */
export interface BatchedCalls {
  readonly get: (key: string) => Promise<RangeResult>;
  readonly change: (change: Change) => Promise<ChangeResult>;
}

/**
 * Puts the calls of one turn into transactions, with the results they would have had one by one: a lost compare-and-swap
 * does not hinder the others, which are sent again without it. A transaction that the server refuses as too large is sent
 * again in halves, any other one call by call, so that only the faulty call fails. A single call is sent without a transaction.
 */
export function batchCalls(call: Call): BatchedCalls {
  let limits: Limits = USUAL_LIMITS;

  const change = async (waiting: readonly Changing[]): Promise<void> => {
    const changes = waiting.map(({ argument }) => argument);
    let results: readonly (ChangeResult | undefined)[];
    try {
      results = txnResults(changes, await call(true, (client) => client.kv.txn(txnRequest(changes))));
    } catch (error) {
      return changeAgain(parts(waiting, error));
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

  const read = async (waiting: readonly Reading[]): Promise<void> => {
    const ranges = waiting.map(({ argument }) => ({ request_range: { key: Buffer.from(argument) } }));
    try {
      const answer = await call(false, (client) => client.kv.txn({ compare: [], success: ranges, failure: [] }));
      for (const [at, { resolve }] of waiting.entries()) {
        const kvs = answer.responses[at]?.response_range.kvs ?? [];
        resolve({ kvs: kvs.map(keyValue), revision: answer.header.revision });
      }
    } catch (error) {
      await readAgain(parts(waiting, error));
    }
  };
  const readOne = async ({ argument, resolve, reject }: Reading): Promise<void> => {
    try {
      const answer = await call(false, (client) => client.kv.range({ key: Buffer.from(argument) }));
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
