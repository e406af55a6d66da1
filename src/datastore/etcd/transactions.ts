import type { IRequestOp, ITxnRequest } from "etcd3";
import { ABSENT, type Change, type ChangeResult, type KeyValue } from "../kv/kv.ts";
import type { Entry, TxnAnswer } from "./client.ts";

/** How much one transaction may hold: operations, and bytes of keys and values. */
export interface Limits {
  readonly operations: number;
  readonly bytes: number;
}

/** Below etcd's default limits of 128 operations and 1.5 MiB a request, which includes the encoding around keys and values. */
export const USUAL_LIMITS: Limits = { operations: 128, bytes: 1024 * 1024 };

/**
 * Cuts changes into transactions, in their order: none holds more than the limits (except a single change that does so alone),
 * and none has a key twice, which etcd refuses.
 */
export function transactions<Item>(
  items: readonly Item[],
  changeOf: (item: Item) => Change,
  limits: Limits,
): readonly (readonly Item[])[] {
  const all: Item[][] = [];
  let keys = new Set<string>();
  let bytes = 0;
  for (const item of items) {
    const change = changeOf(item);
    const own = sizeOf(change);
    const last = all.at(-1);
    if (last && last.length < limits.operations && bytes + own <= limits.bytes && !keys.has(change.key)) {
      last.push(item);
      bytes += own;
    } else {
      all.push([item]);
      keys = new Set();
      bytes = own;
    }
    keys.add(change.key);
  }
  return all;
}

/** The bytes of a change: its key is in the comparison, in the operation and in the read on failure. */
function sizeOf(change: Change): number {
  return 3 * change.key.length + (change.kind === "put" ? Buffer.byteLength(change.value) : 0);
}

/** What a transaction compares, and how, by the numbers of etcd's protocol. */
const [MOD_REVISION, EQUAL] = [2, 0];

/**
 * All the changes, if every key's modRevision is what its change expects; else none, and a read of the keys that were
 * compared. Flat, though etcd also nests transactions: servers before 3.4.42, 3.5.28 and 3.6.9 forget the user's
 * permissions in nested ones, and 3.0 to 3.2 do not know them.
 */
export function txnRequest(changes: readonly Change[]): ITxnRequest {
  const compared = changes.filter(({ expected }) => expected !== undefined);
  return {
    compare: compared.map(({ key, expected = ABSENT }) => {
      return { key: Buffer.from(key), target: MOD_REVISION, result: EQUAL, mod_revision: expected };
    }),
    success: changes.map(operation),
    failure: compared.map(({ key }) => ({ request_range: { key: Buffer.from(key) } })),
  };
}

function operation(change: Change): IRequestOp {
  const key = Buffer.from(change.key);
  if (change.kind === "put") return { request_put: { key, value: Buffer.from(change.value) } };
  return { request_delete_range: { key, prev_kv: true } };
}

/**
 * The result of each change, in their order. `undefined`: not made, because another change of the transaction lost its
 * compare-and-swap; it must be sent again. At least one result is defined.
 */
export function txnResults(changes: readonly Change[], answer: TxnAnswer): readonly (ChangeResult | undefined)[] {
  const { responses, header } = answer;
  if (answer.succeeded) return changes.map((change, at) => done(change, responses[at], header.revision));
  const found = responses.map(({ response_range }) => response_range.kvs[0]);
  let read = 0;
  const results = changes.map((change) => {
    if (change.expected === undefined) return undefined;
    const kv = found[read++];
    const current = kv === undefined ? undefined : keyValue(kv);
    const lost = changes.length === 1 || (current?.modRevision ?? ABSENT) !== change.expected;
    return lost ? mismatch(change, current) : undefined;
  });
  if (results.every((result) => result === undefined))
    throw new Error("a transaction failed, but every comparison holds");
  return results;
}

function done(change: Change, response: TxnAnswer["responses"][number] | undefined, revision: string): ChangeResult {
  if (change.kind === "put") return { kind: "written", revision };
  const previous = response?.response_delete_range.prev_kvs[0];
  return previous === undefined ? { kind: "missing" } : { kind: "deleted", previous: keyValue(previous), revision };
}

function mismatch(change: Change, current: KeyValue | undefined): ChangeResult {
  if (change.kind === "put") return { kind: "mismatch", current };
  return current === undefined ? { kind: "missing" } : { kind: "mismatch", current };
}

/** The entry of a key that etcd returned. */
export function keyValue(kv: Entry): KeyValue {
  return {
    key: kv.key.toString(),
    value: kv.value.toString(),
    createRevision: kv.create_revision,
    modRevision: kv.mod_revision,
  };
}

/** How gRPC's message about an answer begins that is not what was asked for. */
export const UNREADABLE = "13 INTERNAL: Response message parsing error: ";

/** The answer; throws where it does not say what it is an answer of: a revision is never taken for 0. */
export function checked<Answer extends { readonly header: object | null }>(answer: Answer): Answer {
  if (answer.header === null) throw new Error(`${UNREADABLE}the header is missing`);
  return answer;
}

/** The answer to a transaction; throws where it lacks an operation's: no key is taken for missing because nothing was said of it. */
export function checkedTxn(request: ITxnRequest, answer: TxnAnswer): TxnAnswer {
  const { succeeded, responses } = checked(answer);
  const asked = (succeeded ? request.success : request.failure) ?? [];
  const isAnswered = asked.every((operation, at) => {
    const response = responses[at];
    if (operation.request_range) return response?.response_range;
    return operation.request_delete_range ? response?.response_delete_range : response;
  });
  if (!isAnswered) throw new Error(`${UNREADABLE}an operation's answer is missing`);
  return answer;
}
