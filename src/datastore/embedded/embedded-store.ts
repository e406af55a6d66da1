import { resolve } from "node:path";
import type Database from "libsql";
import type { EmbeddedConfig } from "../config.ts";
import { DatastoreError } from "../datastore-error.ts";
import { coalesce, type PendingCall } from "../kv/coalesce.ts";
import type { DropResult, KeyEvent, KeyValueStore, PutResult, RangeResult } from "../kv/kv.ts";
import { checkPath, fileFault } from "./check-file.ts";
import { busyTimeout, type Connection, connect, type DatabaseConstructor } from "./connections.ts";
import { createFile } from "./create-file.ts";
import { explainSqlite } from "./explain-sqlite.ts";
import { readPrefix } from "./packed-rows.ts";
import { currentRevision, readKey } from "./rows.ts";
import { FIRST_REVISION, SCHEMA } from "./schema.ts";
import { MissingFile, ReplacedFile, storeInTransaction, storeWithoutFile } from "./stores-in-transaction.ts";
import { reading, type Work, type WorkOutcome, type Writing, writing } from "./transactions.ts";

/** The embedded store, which always has transactions. */
export type TransactionalStore = KeyValueStore & Required<Pick<KeyValueStore, "transaction">>;

/**
 * The store in one SQLite file, which the first write creates; until then reads return an empty store at revision 1. Another
 * program's file is refused and not touched. `timeoutMs` is how long to wait for another process's write.
 */
export async function openEmbedded(config: EmbeddedConfig, timeoutMs: number): Promise<TransactionalStore> {
  checkPath(config);
  const { default: libsql } = await import("libsql");
  // An absolute path is a file's, whatever is in its name.
  const store = new EmbeddedStore(libsql, { ...config, path: resolve(config.path) }, timeoutMs);
  store.attach();
  return store;
}

/** A work, and what is to be called before its transaction ends. */
interface QueuedWork {
  readonly work: Work;
  readonly beforeEnd: (() => void) | undefined;
}

class EmbeddedStore implements TransactionalStore {
  readonly description: string;
  readonly #libsql: DatabaseConstructor;
  readonly #config: EmbeddedConfig;
  readonly timeoutMs: number;
  readonly #work = coalesce<QueuedWork, unknown>((waiting) => void this.#workAll(waiting));
  #connection: Connection | undefined;
  #wrote = false;
  #isClosed = false;

  constructor(libsql: DatabaseConstructor, config: EmbeddedConfig, timeoutMs: number) {
    this.#libsql = libsql;
    this.#config = config;
    this.timeoutMs = timeoutMs;
    this.description = `embedded store ${config.path}`;
  }

  /** Connects to the file if there is one; again, where another file took its place. */
  attach(): Connection | undefined {
    if (this.#connection?.isAt(this.#config)) return this.#connection;
    this.#connection = this.#guard(() => connect(this.#libsql, this.#config, this.timeoutMs));
    return this.#connection;
  }

  get(key: string, revision?: string): Promise<RangeResult> {
    return this.#read((database) => readKey(database, key, revision));
  }

  list(prefix: string, limit?: number): Promise<RangeResult> {
    return this.#read((database) => readPrefix(database, prefix, limit));
  }

  put(key: string, value: string, expected: string): Promise<PutResult> {
    return this.transaction((kv) => kv.put(key, value, expected));
  }

  drop(key: string, expected?: string): Promise<DropResult> {
    return this.transaction((kv) => kv.drop(key, expected));
  }

  transaction<T>(work: (kv: KeyValueStore) => Promise<T>, beforeEnd?: () => void): Promise<T> {
    return this.#work({ work, beforeEnd }) as Promise<T>;
  }

  async *watch(prefix: string, revision: string, signal: AbortSignal): AsyncGenerator<KeyEvent> {
    const { watchEmbedded } = await import("./watch-embedded.ts");
    const listed = this.#connection?.id;
    const look = () => {
      const connection = this.attach();
      if (connection === undefined) return { file: undefined, revision: FIRST_REVISION };
      return { file: connection.id, revision: this.#guard(() => currentRevision(connection.database)) };
    };
    yield* watchEmbedded({ listed, look, list: () => this.list(prefix) }, revision, signal);
  }

  /**
   * Ends waits for the write lock, and empties the log if this store wrote, so that the file is complete by itself. The
   * connection stays (see connections.ts).
   */
  async close(): Promise<void> {
    const connection = this.#connection;
    this.#connection = undefined;
    this.#isClosed = true;
    if (!this.#wrote || connection === undefined) return;
    this.#wrote = false;
    await connection.alone(() => {
      try {
        connection.database.exec("PRAGMA busy_timeout = 0; PRAGMA wal_checkpoint(TRUNCATE);");
      } catch {
        // Another process may prevent it: the log then stays, and nothing is lost.
      } finally {
        // Another store of this process may use the connection.
        connection.database.exec(busyTimeout(this.timeoutMs));
      }
    });
  }

  /** Rows and the store's revision, read in one transaction. */
  async #read(read: (database: Database.Database) => RangeResult): Promise<RangeResult> {
    const connection = this.attach();
    if (connection === undefined) return { kvs: [], revision: FIRST_REVISION };
    return connection.alone(() => this.#guard(() => reading(connection.database, () => read(connection.database))));
  }

  /** Does the works of one turn in one transaction, and settles each with its own result. */
  async #workAll(waiting: readonly PendingCall<QueuedWork, unknown>[]): Promise<void> {
    let outcomes: readonly WorkOutcome[];
    try {
      outcomes = await this.#outcomes(waiting.map(({ argument }) => argument));
    } catch (error) {
      for (const one of waiting) one.reject(this.#explained(error));
      return;
    }
    for (const [at, outcome] of outcomes.entries()) {
      if (outcome.ok) waiting[at]?.resolve(outcome.value);
      else waiting[at]?.reject(this.#explained(outcome.error));
    }
  }

  async #outcomes(queued: readonly QueuedWork[]): Promise<readonly WorkOutcome[]> {
    const works = queued.map(({ work }) => work);
    const connection = this.attach() ?? (await this.#workWithoutFile(works)) ?? this.#create();
    if (!("database" in connection)) return connection;
    const { database, alone } = connection;
    const begin = (onWrite: () => void): KeyValueStore =>
      storeInTransaction(database, this.description, () => {
        this.#wrote = true;
        onWrite();
      });
    const how: Writing = {
      begin,
      timeoutMs: this.timeoutMs,
      checkBegun: () => this.#checkBegun(connection),
      beforeEnd: () => {
        for (const beforeEnd of new Set(queued.map((one) => one.beforeEnd))) beforeEnd?.();
      },
      isGivenUp: () => this.#isClosed,
      explainCommit: (error) => this.#explained(error, "unknown"),
    };
    try {
      return await alone(() => writing(database, works, how));
    } catch (error) {
      if (error instanceof ReplacedFile) return this.#outcomes(queued);
      throw error;
    }
  }

  /** Throws where a transaction that has waited for its turn must not write: its command has ended, or the file is another one. */
  #checkBegun(connection: Connection): void {
    if (this.#isClosed) {
      const why = `the command ended before it could write to the embedded store \`${this.#config.path}\``;
      throw new DatastoreError("datastore.locked", why, "another process was writing");
    }
    if (!connection.isAt(this.#config)) throw new ReplacedFile();
  }

  /** What comes of works that write nothing; `undefined` where one of them writes. */
  async #workWithoutFile(works: readonly Work[]): Promise<readonly WorkOutcome[] | undefined> {
    const outcomes: WorkOutcome[] = [];
    for (const work of works) {
      try {
        outcomes.push({ ok: true, value: await work(storeWithoutFile(this.description)) });
      } catch (error) {
        if (error instanceof MissingFile) return undefined;
        outcomes.push({ ok: false, error });
      }
    }
    return outcomes;
  }

  #create(): Connection {
    createFile(this.#config, (temporary) =>
      this.#guard(() => {
        const database = new this.#libsql(temporary);
        database.exec(SCHEMA);
        database.close();
      }),
    );
    const connection = this.attach();
    if (connection === undefined) throw fileFault(this.#config, "it was deleted while it was created");
    return connection;
  }

  /** Runs it, and turns SQLite's errors into `DatastoreError`. */
  #guard<T>(run: () => T): T {
    try {
      return run();
    } catch (error) {
      throw this.#explained(error);
    }
  }

  #explained(error: unknown, effect?: "unknown"): unknown {
    return explainSqlite(error, this.#config, this.timeoutMs, effect);
  }
}
