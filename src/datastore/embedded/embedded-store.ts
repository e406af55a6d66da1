import type Database from "libsql";
import type { EmbeddedConfig } from "../config.ts";
import { DatastoreError } from "../datastore-error.ts";
import { coalesce, type PendingCall } from "../kv/coalesce.ts";
import {
  type Change,
  type ChangeResult,
  type DropResult,
  dropResult,
  type KeyEvent,
  type KeyValueStore,
  type PutResult,
  putResult,
  type RangeResult,
} from "../kv/kv.ts";
import { busyTimeout, connect, type DatabaseConstructor, SCHEMA_VERSION } from "./connections.ts";
import { APPLICATION_ID, createFile } from "./file.ts";
import { COLUMNS, currentRevision, keyValue, makeChange, type Row, select } from "./rows.ts";

/** The revision of an empty store, which is that of an empty etcd. */
const FIRST_REVISION = "1";

/** The switch to WAL comes last, so that a new file is complete without its log. */
const SCHEMA = `
BEGIN IMMEDIATE;
PRAGMA application_id = ${APPLICATION_ID};
PRAGMA user_version = ${SCHEMA_VERSION};
CREATE TABLE meta (revision INTEGER NOT NULL);
INSERT INTO meta VALUES (${FIRST_REVISION});
CREATE TABLE kv (key TEXT PRIMARY KEY, value TEXT NOT NULL, create_revision INTEGER NOT NULL, mod_revision INTEGER NOT NULL) WITHOUT ROWID;
COMMIT;
PRAGMA journal_mode = WAL;
`;

/**
 * The store in one SQLite file, which the first write creates; until then reads return an empty store at revision 1. Another
 * program's file is refused and not touched. `timeoutMs` is how long to wait for another process's write.
 */
export async function openEmbedded(config: EmbeddedConfig, timeoutMs: number): Promise<KeyValueStore> {
  const { default: libsql } = await import("libsql");
  const store = new EmbeddedStore(libsql, config, timeoutMs);
  store.attach();
  return store;
}

class EmbeddedStore implements KeyValueStore {
  readonly description: string;
  readonly #libsql: DatabaseConstructor;
  readonly #config: EmbeddedConfig;
  readonly #timeoutMs: number;
  readonly #change = coalesce<Change, ChangeResult>((waiting) => this.#changeAll(waiting));
  #database: Database.Database | undefined;
  #wrote = false;

  constructor(libsql: DatabaseConstructor, config: EmbeddedConfig, timeoutMs: number) {
    this.#libsql = libsql;
    this.#config = config;
    this.#timeoutMs = timeoutMs;
    this.description = `embedded store ${config.path}`;
  }

  /** Connects to the file if there is one. */
  attach(): Database.Database | undefined {
    const { path, from } = this.#config;
    this.#database ??= this.#guard(() => connect(this.#libsql, path, from, this.#timeoutMs));
    return this.#database;
  }

  async get(key: string, revision?: string): Promise<RangeResult> {
    const range = this.#read(`SELECT ${COLUMNS} FROM kv WHERE key = ?`, [key]);
    if (revision === undefined) return range;
    // Only the latest values are kept: an older one is known if the key has not been written since.
    const wanted = Number(revision);
    const kvs = wanted > Number(range.revision) ? [] : range.kvs.filter((kv) => Number(kv.modRevision) <= wanted);
    return { ...range, kvs };
  }

  async list(prefix: string, limit = -1): Promise<RangeResult> {
    return this.#read(`SELECT ${COLUMNS} FROM kv WHERE key >= ? AND key < ? ORDER BY key LIMIT ?`, [
      prefix,
      `${prefix}\u{10ffff}`,
      limit,
    ]);
  }

  async put(key: string, value: string, expected: string): Promise<PutResult> {
    return putResult(await this.#change({ kind: "put", key, value, expected }));
  }

  async drop(key: string, expected?: string): Promise<DropResult> {
    if (this.attach() === undefined) return { kind: "missing" };
    return dropResult(await this.#change({ kind: "drop", key, expected }));
  }

  async *watch(prefix: string, revision: string, signal: AbortSignal): AsyncGenerator<KeyEvent> {
    const { watchEmbedded } = await import("./watch-embedded.ts");
    const current = (): string => {
      const database = this.attach();
      return database === undefined ? FIRST_REVISION : this.#guard(() => currentRevision(database));
    };
    yield* watchEmbedded({ revision: current, list: () => this.list(prefix) }, revision, signal);
  }

  /** Empties the log if this store wrote, so that the file is complete by itself. The connection stays (see connections.ts). */
  async close(): Promise<void> {
    const database = this.#database;
    this.#database = undefined;
    if (!this.#wrote || database === undefined) return;
    try {
      database.exec("PRAGMA busy_timeout = 0; PRAGMA wal_checkpoint(TRUNCATE);");
    } catch {
      // Another process may prevent it: the log then stays, and nothing is lost.
    } finally {
      // Another store of this process may use the connection.
      database.exec(busyTimeout(this.#timeoutMs));
    }
  }

  /** Rows and the store's revision, read in one transaction. */
  #read(query: string, parameters: (string | number)[]): RangeResult {
    const database = this.attach();
    if (database === undefined) return { kvs: [], revision: FIRST_REVISION };
    return this.#guard(() =>
      transaction(database, "DEFERRED", () => {
        const revision = currentRevision(database);
        return { kvs: select<Row>(database, query, ...parameters).map(keyValue), revision };
      }),
    );
  }

  /**
   * Makes the changes in one transaction, one after the other, each with its own revision; the disk is synchronised once.
   * Either all of them are stored or none; if one of several is too large, each is tried alone.
   */
  #changeAll(waiting: readonly PendingCall<Change, ChangeResult>[]): void {
    let results: readonly ChangeResult[];
    try {
      const database = this.attach() ?? this.#create();
      this.#wrote = true;
      results = this.#guard(() =>
        transaction(database, "IMMEDIATE", () => waiting.map(({ argument }) => makeChange(database, argument))),
      );
    } catch (error) {
      const tooLarge = error instanceof DatastoreError && error.code === "datastore.too-large";
      for (const one of waiting) {
        if (tooLarge && waiting.length > 1) this.#changeAll([one]);
        else one.reject(error);
      }
      return;
    }
    for (const [at, result] of results.entries()) waiting[at]?.resolve(result);
  }

  #create(): Database.Database {
    const { path, from, makeDirectory } = this.#config;
    createFile(path, from, makeDirectory, (temporary) =>
      this.#guard(() => {
        const database = new this.#libsql(temporary);
        database.exec(SCHEMA);
        database.close();
      }),
    );
    const database = this.attach();
    if (database === undefined)
      throw new DatastoreError(
        "datastore.file",
        `the embedded store \`${path}\` was deleted while it was created`,
        `the path is from ${from}`,
      );
    return database;
  }

  /** Runs it, and turns SQLite's errors into `DatastoreError`. */
  #guard<T>(run: () => T): T {
    try {
      return run();
    } catch (error) {
      if (error instanceof DatastoreError || error instanceof TypeError) throw error;
      throw this.#fault(error);
    }
  }

  #fault(error: unknown): DatastoreError {
    const { path, from } = this.#config;
    const sqlite = error instanceof Error && "code" in error ? String(error.code) : "";
    const text = `${sqlite} ${error instanceof Error ? error.message : String(error)}`;
    const help = `the path is from ${from}`;
    const fault = (code: string, why: string): DatastoreError =>
      new DatastoreError(code, `cannot use the embedded store \`${path}\`: ${why}`, help);
    if (/BUSY|LOCKED|locked/.test(text))
      return fault("datastore.locked", `another process was writing for ${this.#timeoutMs / 1000} s`);
    if (/READONLY|readonly/.test(text)) return fault("datastore.file", "it cannot be written");
    if (/CANTOPEN|unable to open/.test(text))
      return fault("datastore.file", "it or its directory cannot be opened for writing");
    if (/FULL|disk is full/.test(text)) return fault("datastore.file", "the disk is full");
    if (/CORRUPT|NOTADB|malformed|no such (table|column)/.test(text))
      return fault("datastore.damaged", "the file is damaged");
    if (/TOOBIG|too big/.test(text)) return fault("datastore.too-large", "the resource is too large");
    return fault("datastore.failed", text.trim());
  }
}

/** Like the package's own `transaction`, but a failed BEGIN is not followed by a ROLLBACK that hides its error. */
function transaction<T>(database: Database.Database, mode: "DEFERRED" | "IMMEDIATE", run: () => T): T {
  database.exec(`BEGIN ${mode}`);
  try {
    const result = run();
    database.exec("COMMIT");
    return result;
  } catch (error) {
    if (database.inTransaction) database.exec("ROLLBACK");
    throw error;
  }
}
