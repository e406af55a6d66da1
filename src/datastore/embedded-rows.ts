import type Database from "libsql";
import { ABSENT, type Change, type ChangeResult, type KeyValue } from "./kv.ts";

/** What is read of a key. */
export const COLUMNS = "key, value, create_revision AS createRevision, mod_revision AS modRevision";

/** A key as it is read. */
export interface Row {
  readonly key: string;
  readonly value: string;
  readonly createRevision: number;
  readonly modRevision: number;
}

/** A row as stores answer it. */
export function keyValue(found: Row): KeyValue {
  const { key, value, createRevision, modRevision } = found;
  return { key, value, createRevision: String(createRevision), modRevision: String(modRevision) };
}

/** The store's revision. */
export function currentRevision(database: Database.Database): string {
  return String((statement(database, "SELECT revision FROM meta").get() as { revision: number }).revision);
}

/** Makes one change, inside a transaction of the caller's, where the key is as the change expects; it adds a revision. */
export function makeChange(database: Database.Database, change: Change): ChangeResult {
  const found = statement(database, `SELECT ${COLUMNS} FROM kv WHERE key = ?`).get(change.key) as Row | undefined;
  const current = found === undefined ? undefined : keyValue(found);
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

/** A statement of that database, compiled once: large batches run each thousands of times. */
function statement(database: Database.Database, query: string): Database.Statement {
  let own = STATEMENTS.get(database);
  if (own === undefined) {
    own = new Map();
    STATEMENTS.set(database, own);
  }
  let compiled = own.get(query);
  if (compiled === undefined) {
    compiled = database.prepare(query);
    own.set(query, compiled);
  }
  return compiled;
}
