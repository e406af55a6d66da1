import type { Etcd3, IOptions, IRangeRequest, ITxnRequest } from "etcd3";
import {
  type ClientOptions,
  type EtcdClient,
  HAS_NO_USERS,
  type RangeAnswer,
  type StatusAnswer,
  type TxnAnswer,
  timerUntil,
  type Until,
  type WatchStream,
} from "./client.ts";
import { trackSockets } from "./sockets.ts";
import { checked, checkedTxn } from "./transactions.ts";

/**
 * A lost connection is tried again at least each second: gRPC's own pauses grow to two minutes, in which every call fails at once,
 * though the server may be there again.
 */
const RECONNECT = { "grpc.initial_reconnect_backoff_ms": 100, "grpc.max_reconnect_backoff_ms": 1000 };

type Policy = NonNullable<NonNullable<IOptions["faultHandling"]>["global"]>;

/**
 * Switches etcd3's own retries off: they repeat writes that may have been done, and outlast our deadline. Errors are thrown
 * again as plain ones, because etcd3 renews its connections after errors of its own classes and waits a second for each.
 */
const noRetry: Policy = {
  get _altReturn(): never {
    throw new TypeError("a type-only property");
  },
  onSuccess: () => ({ dispose: () => undefined }),
  onFailure: () => ({ dispose: () => undefined }),
  execute: async (call, signal) => {
    try {
      return await call({ signal: signal ?? new AbortController().signal });
    } catch (error) {
      throw new Error(error instanceof Error ? error.message : String(error));
    }
  },
};

/** A client of the package etcd3, which can do all that etcd can. To load it takes longer than a short command otherwise does. */
export async function etcd3Client(options: ClientOptions): Promise<EtcdClient> {
  const { Etcd3 } = await import("etcd3");
  const { endpoint, credentials, auth, timeoutMs } = options;
  const common: IOptions = {
    hosts: endpoint,
    faultHandling: { host: () => noRetry, global: noRetry },
    // A list is one message of any size; calicoctl connects to etcd directly, never through a proxy.
    grpcOptions: { "grpc.max_receive_message_length": -1, "grpc.enable_http_proxy": 0, ...RECONNECT },
    defaultCallOptions: () => ({ deadline: Date.now() + timeoutMs }),
    ...(credentials && { credentials: credentials as NonNullable<IOptions["credentials"]> }),
  };
  const anonymous = (): Etcd3 => new Etcd3(common);
  return auth === undefined
    ? new Etcd3Client(anonymous(), undefined)
    : new Etcd3Client(new Etcd3({ ...common, auth }), anonymous);
}

/** The faults after which closing a client would take a second. */
const SILENT = /DEADLINE_EXCEEDED|timed out after|context deadline exceeded/;

class Etcd3Client implements EtcdClient {
  #client: Etcd3;
  /** Makes a client that names no user, where this one does. */
  readonly #anonymous: (() => Etcd3) | undefined;
  /** The client that named a user to a server that has none. */
  #refused: Etcd3 | undefined;
  #silent = false;
  readonly #sockets = trackSockets();

  constructor(client: Etcd3, anonymous: (() => Etcd3) | undefined) {
    this.#client = client;
    this.#anonymous = anonymous;
  }

  async range(request: IRangeRequest, until: Until): Promise<RangeAnswer> {
    return checked(await this.#run(until.deadline, ({ kv }) => kv.range(request, until)));
  }

  async txn(request: ITxnRequest, until: Until): Promise<TxnAnswer> {
    return checkedTxn(request, await this.#run(until.deadline, ({ kv }) => kv.txn(request, until)));
  }

  async status(until: Until): Promise<StatusAnswer> {
    return checked(await this.#run(until.deadline, ({ maintenance }) => maintenance.status(until)));
  }

  async watch(): Promise<WatchStream> {
    const deadline = Number.POSITIVE_INFINITY;
    return (await this.#run(deadline, ({ watchClient }) => watchClient.watch({ deadline }))) as WatchStream;
  }

  close(): void {
    if (!this.#silent) this.#client.close();
    this.#refused?.close();
    this.#sockets.release();
  }

  async #run<T>(end: number, call: (client: Etcd3) => Promise<T>): Promise<T> {
    const client = this.#client;
    try {
      return await before(end, call(client));
    } catch (error) {
      const message = error instanceof Error ? error.message : String(error);
      if (this.#anonymous !== undefined && HAS_NO_USERS.test(message)) {
        if (this.#refused === undefined) {
          this.#refused = client;
          this.#client = this.#anonymous();
        }
        if (this.#refused === client) return this.#run(end, call);
      }
      if (SILENT.test(message)) this.#silent = true;
      throw error;
    }
  }
}

/** The promise's value; rejects if it is not settled in time (gRPC's deadline does not cover its work before a call). */
async function before<T>(end: number, promise: Promise<T>): Promise<T> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new Error("timed out after the deadline")), timerUntil(end + 50));
  });
  try {
    return await Promise.race([promise, late]);
  } finally {
    clearTimeout(timer);
  }
}
