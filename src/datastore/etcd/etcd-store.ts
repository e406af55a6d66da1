import type { EtcdConfig } from "../config.ts";
import { DatastoreError } from "../datastore-error.ts";
import {
  ABSENT,
  type DropResult,
  dropResult,
  type KeyEvent,
  type KeyValueStore,
  type PutResult,
  putResult,
  type RangeResult,
} from "../kv/kv.ts";
import { type BatchedCalls, batchCalls, type CallRequest, type Run } from "./batch.ts";
import { ServerChoice, type StatusAnswer } from "./choose-server.ts";
import { explainFault, type Fault, LEADER_HELP } from "./explain-fault.ts";
import { etcdServers, type Server } from "./servers.ts";
import { keyValue } from "./transactions.ts";
import type { EtcdConnection } from "./watch-etcd.ts";

/** The store in an etcd cluster. Connects on the first call; throws `DatastoreError` for unusable TLS files. */
export async function openEtcd(config: EtcdConfig, timeoutMs: number): Promise<KeyValueStore> {
  return new EtcdStore(await etcdServers(config, timeoutMs), config.from, timeoutMs);
}

class EtcdStore implements KeyValueStore {
  readonly description: string;
  readonly #servers: readonly Server[];
  readonly #from: string;
  readonly timeoutMs: number;
  readonly #batched: BatchedCalls;
  readonly #choice: ServerChoice;
  #closed = false;

  constructor(servers: readonly Server[], from: string, timeoutMs: number) {
    this.#servers = servers;
    this.#from = from;
    this.timeoutMs = timeoutMs;
    this.#choice = new ServerChoice(servers, from, (server, end) => this.#status(server, end));
    this.#batched = batchCalls((request, run) => this.#call(request, run), timeoutMs);
    this.description = `etcd at ${servers.map((server) => server.endpoint).join(", ")}`;
  }

  async get(key: string, revision?: string): Promise<RangeResult> {
    if (revision === undefined) return this.#batched.get(key);
    try {
      const answer = await this.#call({ write: false, keys: [key] }, (client, until) =>
        client.range({ key: Buffer.from(key), revision }, until),
      );
      return { kvs: answer.kvs.map(keyValue), revision: answer.header.revision };
    } catch (error) {
      // A future revision has no keys.
      if (error instanceof DatastoreError && error.message.includes("future revision"))
        return { kvs: [], revision: ABSENT };
      throw error;
    }
  }

  async list(prefix: string, limit = 0): Promise<RangeResult> {
    const request = { key: Buffer.from(prefix), range_end: prefixEnd(prefix), limit: String(limit) };
    const answer = await this.#call({ write: false, keys: [prefix] }, (client, until) => client.range(request, until));
    return { kvs: answer.kvs.map(keyValue), revision: answer.header.revision };
  }

  async put(key: string, value: string, expected: string): Promise<PutResult> {
    return putResult(await this.#batched.change({ kind: "put", key, value, expected }));
  }

  async drop(key: string, expected?: string): Promise<DropResult> {
    return dropResult(await this.#batched.change({ kind: "drop", key, expected }));
  }

  async *watch(prefix: string, revision: string, signal: AbortSignal): AsyncGenerator<KeyEvent> {
    const { watchEtcd } = await import("./watch-etcd.ts");
    const [key, end] = [Buffer.from(prefix), prefixEnd(prefix)];
    const facts = { from: this.#from, timeoutMs: this.timeoutMs, write: false, keys: [prefix] };
    let [watched] = this.#servers;
    const explain = (message: string): DatastoreError =>
      explainFault(message, { ...facts, endpoint: watched?.endpoint ?? "" }).error;
    const connection: EtcdConnection = {
      revision: async () => {
        const request = { key, range_end: end, limit: "1", keys_only: true };
        const answer = await this.#call({ write: false, keys: [prefix] }, (client, until) =>
          client.range(request, until),
        );
        return answer.header.revision;
      },
      list: () => this.list(prefix),
      open: async () => {
        watched = await this.#choice.choose(Date.now() + this.timeoutMs);
        try {
          return await watched.client.watch();
        } catch (error) {
          // To open it, the user's token is asked for.
          throw explain(error instanceof Error ? error.message : String(error));
        }
      },
      explain,
      timeoutMs: this.timeoutMs,
    };
    yield* watchEtcd(connection, { key, end }, revision, signal);
  }

  async close(): Promise<void> {
    if (this.#closed) return;
    this.#closed = true;
    for (const { client } of this.#servers) client.close();
  }

  /**
   * Runs a call on the chosen server; if that cannot be reached and surely did nothing, on another; a read again where there is
   * no leader.
   */
  async #call<T>(request: CallRequest, run: Run<T>): Promise<T> {
    const { write, end = Date.now() + this.timeoutMs } = request;
    for (let left = this.#servers.length; ; left--) {
      const server = await this.#choice.choose(end);
      const result = await this.#attempt(server, request, end, run);
      if (result.kind === "done") return result.value;
      const { fault } = result;
      if (fault.transport) this.#choice.forget();
      // A cluster elects a new leader in a second or two.
      if (!write && fault.error.code === "datastore.unavailable" && Date.now() + ELECTION_PAUSE_MS < end) {
        await new Promise((resolve) => setTimeout(resolve, ELECTION_PAUSE_MS));
        left++;
        continue;
      }
      const another = fault.transport && (fault.unsent || !write) && this.#servers.length > 1;
      if (left <= 1 || !another || Date.now() >= end) throw await this.#explained(server, fault);
    }
  }

  async #attempt<T>(
    server: Server,
    request: CallRequest,
    end: number,
    run: Run<T>,
  ): Promise<{ kind: "done"; value: T } | { kind: "failed"; fault: Fault }> {
    try {
      return { kind: "done", value: await run(server.client, { deadline: end }) };
    } catch (error) {
      const message = error instanceof Error ? error.message : String(error);
      const { endpoint, expired } = server;
      const facts = { ...request, endpoint, expired, from: this.#from, timeoutMs: this.timeoutMs };
      return { kind: "failed", fault: explainFault(message, facts) };
    }
  }

  /** What a server says of itself. */
  async #status(server: Server, end: number): Promise<StatusAnswer> {
    const request = { write: false, keys: [] };
    const answer = await this.#attempt(server, request, end, (client, until) => client.status(until));
    if (answer.kind === "failed") return answer.fault.transport ? answer : { kind: "answered" };
    const { header, leader } = answer.value;
    return { kind: "answered", status: { cluster: header.cluster_id, hasLeader: leader !== NO_LEADER } };
  }

  /** The fault of a call; where the server did not answer it because its cluster has no leader, that is said. */
  async #explained(server: Server, { error }: Fault): Promise<DatastoreError> {
    if (error.code !== "datastore.timeout") return error;
    const answer = await this.#status(server, Date.now() + STATUS_MS);
    if (answer.kind === "failed" || answer.status?.hasLeader !== false) return error;
    const message = `etcd at ${server.endpoint} has no leader: it reaches too few members of its cluster; no answer within ${this.timeoutMs / 1000} s`;
    return new DatastoreError("datastore.unavailable", message, LEADER_HELP, error.effect);
  }
}

/** How long to wait before a read that found no leader is made again, in ms. */
const ELECTION_PAUSE_MS = 200;
/** How long a server that did not answer a call is asked for its status, in ms. */
const STATUS_MS = 300;
/** The leader's member id where there is none. */
const NO_LEADER = "0";

/** The first key after every key that begins with the prefix. Ours end in `/`, so the last byte can be counted up. */
function prefixEnd(prefix: string): Buffer {
  const end = Buffer.from(prefix);
  const last = end.length - 1;
  end[last] = (end[last] ?? 0) + 1;
  return end;
}
