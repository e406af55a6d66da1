import { accessSync, constants, realpathSync } from "node:fs";
import type Database from "libsql";
import type { EmbeddedConfig } from "../config.ts";
import { checkFile, type FileSetting, fileId, notOurStore, onFile } from "./check-file.ts";
import { fileState, openCopy } from "./copy.ts";
import { isUnwritable } from "./explain-sqlite.ts";
import { select } from "./rows.ts";
import { checkTables, SCHEMA_VERSION } from "./schema.ts";

/** The driver's class. */
export type DatabaseConstructor = new (path: string, options?: Database.Options) => Database.Database;

/**
 * How often a file is opened again that another one replaced meanwhile. An overlay file system does so by itself when a file
 * of a lower layer is opened to be written for the first time.
 */
const ATTEMPTS = 3;

/**
 * How many pages the log has before it is written into the file (32 MB; eight times SQLite's default). Neighbours of a large batch
 * are on the same pages, which then are written into the file once. What is in the log is as durable as what is in the file.
 */
const PAGES_OF_LOG = 8000;

/** A connection to the file, or to a copy of a file that cannot be written. */
export interface Connection {
  readonly database: Database.Database;
  /** What names the file: device and inode. */
  readonly id: string;
  /** Whether the path leads to what is open here; opens nothing. */
  readonly isAt: (setting: FileSetting) => boolean;
  /** Runs the work when no other work runs on this connection: a connection has one transaction at a time. */
  readonly alone: <T>(work: () => T | Promise<T>) => Promise<T>;
}

/**
 * The connections of this process, one a file, kept until the process ends. SQLite's locks belong to the process: when any
 * descriptor of a file is closed, the kernel drops all of them, and another process then empties the log while this one
 * still uses it. So a file is opened once, and nothing else here opens it afterwards. They are not closed because libsql
 * cannot: its statements have no end of their own, and `close` waits for the garbage collector to take them.
 */
const connections = new Map<string, Connection>();

/**
 * The connection to the file: this process's own where it has one, else a new one, after the file's first bytes have shown
 * it to be ours; `undefined` where there is no file. Throws a `DatastoreError` for a file that is not ours, and SQLite's own
 * errors. `timeoutMs` is how long the connection waits for another process, from the first statement on.
 */
export function connect(
  libsql: DatabaseConstructor,
  config: EmbeddedConfig,
  timeoutMs: number,
): Connection | undefined {
  for (let attempt = 0; attempt < ATTEMPTS; attempt++) {
    const id = fileId(config);
    const known = id === undefined ? undefined : connections.get(id);
    if (known === undefined && !checkFile(config, (other) => connections.has(other))) return undefined;
    if (known !== undefined) known.database.exec(busyTimeout(timeoutMs));
    const connection = known ?? open(libsql, config, id, timeoutMs);
    if (connection === undefined) continue;
    checkLayout(connection.database, config);
    return connection;
  }
  throw notOurStore(config, "it is replaced again and again while it is opened", "try again");
}

function checkLayout(database: Database.Database, config: EmbeddedConfig): void {
  const [header] = select<{ readonly user_version: number }>(database, "PRAGMA user_version");
  const layout = header?.user_version ?? 0;
  if (layout > SCHEMA_VERSION)
    throw notOurStore(config, "a later release of this tool made it", "use that release, or name another file");
  if (layout < SCHEMA_VERSION) throw notOurStore(config, `no release of this tool has its layout, ${layout}`);
  checkTables(database);
}

/** The statement that sets how long a connection waits for another process. */
export function busyTimeout(timeoutMs: number): string {
  return `PRAGMA busy_timeout = ${Math.max(1, Math.trunc(timeoutMs))};`;
}

/** A new connection; `undefined` where the file at the path is another one than that of `before` by then. */
function open(
  libsql: DatabaseConstructor,
  config: EmbeddedConfig,
  before: string | undefined,
  timeoutMs: number,
): Connection | undefined {
  const { path } = config;
  let database: Database.Database | undefined;
  try {
    if (canWrite(path)) database = opened(libsql, path, timeoutMs);
  } catch (error) {
    if (!isUnwritable(error)) throw error;
  }
  if (database === undefined) return openedCopy(libsql, config, timeoutMs);
  const id = fileId(config);
  if (id === undefined || id !== before) {
    database.close();
    return undefined;
  }
  const connection: Connection = { database, id, isAt: (setting) => fileId(setting) === id, alone: oneAtATime() };
  connections.set(id, connection);
  return connection;
}

function openedCopy(libsql: DatabaseConstructor, config: EmbeddedConfig, timeoutMs: number): Connection {
  const real = realpathSync.native(config.path);
  const { opened: database, state } = openCopy(config, real, (copy) => {
    const copied = opened(libsql, copy, timeoutMs);
    copied.exec("PRAGMA query_only = 1;");
    return copied;
  });
  const id = fileId(config) ?? "";
  return { database, id, isAt: (setting) => stateAt(setting) === state, alone: oneAtATime() };
}

/** The state of the file at the path; `undefined` where there is none. */
function stateAt(setting: FileSetting): string | undefined {
  return fileId(setting) && onFile(setting, () => fileState(realpathSync.native(setting.path)));
}

function opened(libsql: DatabaseConstructor, path: string, timeoutMs: number): Database.Database {
  const database = new libsql(path);
  try {
    // The wait comes first: whoever opens the file may have to wait while another process recovers its log.
    database.exec(busyTimeout(timeoutMs));
    // Opens the file: until now only its name was taken.
    database.exec(`PRAGMA synchronous = FULL; PRAGMA wal_autocheckpoint = ${PAGES_OF_LOG}; PRAGMA schema_version;`);
    return database;
  } catch (error) {
    database.close();
    throw error;
  }
}

function canWrite(path: string): boolean {
  try {
    accessSync(path, constants.W_OK);
    return true;
  } catch {
    return false;
  }
}

function oneAtATime(): Connection["alone"] {
  let last: Promise<unknown> = Promise.resolve();
  return (work) => {
    const next = last.then(work);
    last = next.catch(() => undefined);
    return next;
  };
}
