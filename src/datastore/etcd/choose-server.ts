import { DatastoreError } from "../datastore-error.ts";
import type { Fault } from "./explain-fault.ts";
import type { Server } from "./servers.ts";

/** What a server says of itself: the id of its cluster (decimal), and whether the cluster has a leader. */
export interface ServerStatus {
  readonly cluster: string;
  readonly hasLeader: boolean;
}

/** The answer of a server; without a status from one that answers with an error. */
export type StatusAnswer =
  | { readonly kind: "answered"; readonly status?: ServerStatus }
  | { readonly kind: "failed"; readonly fault: Fault };

/** How long the other servers are waited for once one has answered, in ms: they may be of another cluster. */
const OTHERS_MS = 1000;

/**
 * Chooses the server for calls: the only one, or of several the first that answers, rather one whose cluster has a leader.
 * Servers of different clusters are never used, neither side by side nor one after the other.
 */
export class ServerChoice {
  readonly #servers: readonly Server[];
  /** The setting that named the servers. */
  readonly #from: string;
  readonly #ask: (server: Server, end: number) => Promise<StatusAnswer>;
  #chosen: Promise<Server> | undefined;
  /** The first server that said its cluster, and the cluster. */
  #known: { readonly endpoint: string; readonly cluster: string } | undefined;
  #mixed: DatastoreError | undefined;

  constructor(servers: readonly Server[], from: string, ask: (server: Server, end: number) => Promise<StatusAnswer>) {
    this.#servers = servers;
    this.#from = from;
    this.#ask = ask;
  }

  /** The server for calls until `forget`; throws `DatastoreError` where none answers until `end`, or they are of different clusters. */
  choose(end: number): Promise<Server> {
    const [only, ...others] = this.#servers;
    if (only !== undefined && others.length === 0) return Promise.resolve(only);
    if (this.#mixed !== undefined) return Promise.reject(this.#mixed);
    this.#chosen ??= this.#first(end).catch((error: unknown) => {
      this.#chosen = undefined;
      throw error;
    });
    return this.#chosen;
  }

  /** The connection to the chosen server failed: the next call chooses again. */
  forget(): void {
    this.#chosen = undefined;
  }

  async #first(end: number): Promise<Server> {
    const faults: Fault[] = [];
    const led: Server[] = [];
    const requests = this.#servers.map(async (server) => {
      const answer = await this.#ask(server, end);
      if (answer.kind === "failed") {
        faults.push(answer.fault);
        throw answer.fault.error;
      }
      this.#compare(server, answer.status);
      if (answer.status?.hasLeader !== false) led.push(server);
      return server;
    });
    let first: Server;
    try {
      first = await Promise.any(requests);
    } catch {
      const [fault] = faults;
      if (fault === undefined) throw new TypeError("there are no servers");
      const message = faults.map(({ error }) => error.message).join("; ");
      throw new DatastoreError(fault.error.code, message, fault.error.help);
    }
    await settledWithin(requests, OTHERS_MS);
    if (this.#mixed !== undefined) throw this.#mixed;
    return led[0] ?? first;
  }

  #compare({ endpoint }: Server, status: ServerStatus | undefined): void {
    if (status === undefined) return;
    const { cluster } = status;
    this.#known ??= { endpoint, cluster };
    if (this.#known.cluster === cluster) return;
    const name = (id: string): string => BigInt(id).toString(16);
    this.#mixed = new DatastoreError(
      "datastore.clusters",
      `the endpoints are of different etcd clusters: ${this.#known.endpoint} of cluster ${name(this.#known.cluster)}, ${endpoint} of cluster ${name(cluster)}`,
      `${this.#from} must name servers of one cluster`,
    );
  }
}

/** Waits until all promises are settled, but no longer than that. */
async function settledWithin(promises: readonly Promise<unknown>[], ms: number): Promise<void> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise((resolve) => {
    timer = setTimeout(resolve, ms);
  });
  await Promise.race([Promise.allSettled(promises), late]);
  clearTimeout(timer);
}
