import type { Duplex } from "node:stream";
import type { IKeyValue, IRangeRequest, ITxnRequest } from "etcd3";

/** When a call is given up, as `Date.now()` counts. */
export interface Until {
  readonly deadline: number;
}

/** What is read of a key that etcd returns; revisions are decimal. */
export type Entry = Pick<IKeyValue, "key" | "value" | "create_revision" | "mod_revision">;

interface Header {
  readonly revision: string;
}

/** The answer to a read of a range. */
export interface RangeAnswer {
  readonly header: Header;
  readonly kvs: readonly Entry[];
}

/** The answer to a transaction: that of each operation, in their order. */
export interface TxnAnswer {
  readonly header: Header;
  readonly succeeded: boolean;
  readonly responses: readonly {
    readonly response_range: { readonly kvs: readonly Entry[] };
    readonly response_delete_range: { readonly prev_kvs: readonly Entry[] };
  }[];
}

/** What a server says of itself: its cluster, and its cluster's leader (`0`: none), by their ids. */
export interface StatusAnswer {
  readonly header: { readonly cluster_id: string };
  readonly leader: string;
}

/** The stream of a gRPC watch call: requests are written to it, responses read from it. */
export interface WatchStream extends Duplex {
  cancel(): void;
}

/**
 * The calls to one etcd server that a store needs, in the words of etcd's protocol. A call that fails rejects with gRPC's
 * message (`14 UNAVAILABLE: No connection established. ...`), which `explainFault` knows. It connects on the first call, and
 * again on the next one after the connection was lost.
 */
export interface EtcdClient {
  range(request: IRangeRequest, until: Until): Promise<RangeAnswer>;
  txn(request: ITxnRequest, until: Until): Promise<TxnAnswer>;
  status(until: Until): Promise<StatusAnswer>;
  /** Opens the stream of a watch. */
  watch(): Promise<WatchStream>;
  /** Gives up what is under way, and lets the process end. */
  close(): void;
}

/** Whom a client connects to, and as whom. */
export interface ClientOptions {
  /** The server's URL. */
  readonly endpoint: string;
  /** PEM texts; absent where the server is spoken to without TLS. */
  readonly credentials?: {
    readonly rootCertificate: Buffer;
    readonly privateKey?: Buffer;
    readonly certChain?: Buffer;
  };
  /** The user; named only to a server that has users, as calicoctl does. */
  readonly auth?: { readonly username: string; readonly password: string };
  readonly timeoutMs: number;
}

/** What etcd answers to a user and password where no users are kept. No call was made yet. */
export const HAS_NO_USERS = /authentication is not enabled/;

/** The longest that a timer can wait, in ms. */
const LONGEST_TIMER_MS = 2 ** 31 - 1;

/** How long a timer waits for a time that `Date.now()` will have, in ms; no timer waits longer than 24 days. */
export function timerUntil(time: number): number {
  return Math.min(LONGEST_TIMER_MS, Math.max(0, time - Date.now()));
}
