import { statSync } from "node:fs";
import type Database from "libsql";
import { checkFile, notOurStore } from "./file.ts";
import { select } from "./rows.ts";

/** The layout of the tables; a file of a later one is refused. */
export const SCHEMA_VERSION = 1;

/** The driver's class. */
export type DatabaseConstructor = new (path: string, options?: Database.Options) => Database.Database;

/**
 * The connections of this process, one a file, kept until the process ends. SQLite's locks belong to the process: when any
 * descriptor of a file is closed, the kernel drops all of them, and another process then empties the log while this one
 * still uses it. So a file is opened once, and nothing else here opens it afterwards. They are not closed because libsql
 * cannot: its statements have no end of their own, and `close` waits for the garbage collector to take them.
 */
const connections = new Map<string, Database.Database>();

/**
 * The connection to the file at `path`: this process's own where it has one, else a new one, after the file's first bytes
 * have shown it to be ours; `undefined` where there is no file. Throws a `DatastoreError` for a file that is not ours, and
 * SQLite's own errors. `timeoutMs` is how long the connection waits for another process, from the first statement on.
 */
export function connect(
  libsql: DatabaseConstructor,
  path: string,
  from: string,
  timeoutMs: number,
): Database.Database | undefined {
  const id = fileId(path);
  const known = id === undefined ? undefined : connections.get(id);
  if (known === undefined && !checkFile(path, from)) return undefined;
  const database = known ?? open(libsql, path, from, timeoutMs);
  if (known !== undefined) database.exec(busyTimeout(timeoutMs));
  const [header] = select<{ readonly user_version: number }>(database, "PRAGMA user_version");
  if (header?.user_version !== SCHEMA_VERSION) throw notOurStore(path, "a later release of this tool made it", from);
  return database;
}

/** The statement that sets how long a connection waits for another process. */
export function busyTimeout(timeoutMs: number): string {
  return `PRAGMA busy_timeout = ${Math.max(1, Math.trunc(timeoutMs))};`;
}

function open(libsql: DatabaseConstructor, path: string, from: string, timeoutMs: number): Database.Database {
  const before = fileId(path);
  const database = new libsql(path);
  // The wait comes first: whoever opens the file may have to wait while another process recovers its log.
  database.exec(busyTimeout(timeoutMs));
  // Opens the file: until now only its name was taken.
  database.exec("PRAGMA synchronous = FULL; PRAGMA schema_version;");
  const id = fileId(path);
  if (id === undefined || id !== before) {
    database.close();
    throw notOurStore(path, "it was replaced while it was opened", from);
  }
  connections.set(id, database);
  return database;
}

/** What names a file whatever its path: device and inode. Opens nothing. */
function fileId(path: string): string | undefined {
  const stat = statSync(path, { throwIfNoEntry: false, bigint: true });
  return stat && `${stat.dev}:${stat.ino}`;
}
