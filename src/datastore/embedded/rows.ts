import type Database from "libsql";
import { ABSENT, type Change, type ChangeResult, type KeyValue } from "../kv/kv.ts";

/** The columns that are read of a key. */
export const COLUMNS = "key, value, create_revision AS createRevision, mod_revision AS modRevision";

/** A row of the table of keys. */
export interface Row {
  readonly key: string;
  readonly value: string;
  readonly createRevision: number;
  readonly modRevision: number;
}

/** The entry of a row. */
export function keyValue(found: Row): KeyValue {
  const { key, value, createRevision, modRevision } = found;
  return { key, value, createRevision: String(createRevision), modRevision: String(modRevision) };
}

/** The store's revision. */
export function currentRevision(database: Database.Database): string {
  const [meta] = select<{ readonly revision: number }>(database, "SELECT revision FROM meta");
  // SQLite's own word for a file without its required contents.
  if (meta === undefined) throw new Error("malformed: the table `meta` is empty");
  return String(meta.revision);
}

/** Makes one change if the key is as the change expects, and adds a revision. The caller has begun a transaction. */
export function makeChange(database: Database.Database, change: Change): ChangeResult {
  const [row] = select<Row>(database, `SELECT ${COLUMNS} FROM kv WHERE key = ?`, change.key);
  const current = row === undefined ? undefined : keyValue(row);
  if (change.kind === "put") {
    if ((current?.modRevision ?? ABSENT) !== change.expected) return { kind: "mismatch", current };
    const revision = next(database);
    const { createRevision = revision } = current ?? {};
    const insert = statement(database, "INSERT OR REPLACE INTO kv VALUES (?, ?, ?, ?)");
    insert.run(change.key, change.value, Number(createRevision), Number(revision));
    return { kind: "written", revision };
  }
  if (current === undefined) return { kind: "missing" };
  if (change.expected !== undefined && current.modRevision !== change.expected) return { kind: "mismatch", current };
  const revision = next(database);
  statement(database, "DELETE FROM kv WHERE key = ?").run(change.key);
  return { kind: "deleted", previous: current, revision };
}

function next(database: Database.Database): string {
  statement(database, "UPDATE meta SET revision = revision + 1").run();
  return currentRevision(database);
}

const STATEMENTS = new WeakMap<Database.Database, Map<string, Database.Statement>>();

/**
 * The rows that a query selects. Always by `all`: libsql resets no statement that was run by `all` before it runs it by
 * `get`, which then returns the next row of the old answer.
 */
export function select<Selected>(
  database: Database.Database,
  query: string,
  ...parameters: (string | number)[]
): Selected[] {
  return statement(database, query).all(...parameters) as Selected[];
}

/** A statement of that database, compiled once: large batches run each thousands of times, and none can be closed. */
function statement(database: Database.Database, query: string): Database.Statement {
  let compiled = STATEMENTS.get(database);
  if (compiled === undefined) {
    compiled = new Map();
    STATEMENTS.set(database, compiled);
  }
  let prepared = compiled.get(query);
  if (prepared === undefined) {
    prepared = database.prepare(query);
    compiled.set(query, prepared);
  }
  return prepared;
}
