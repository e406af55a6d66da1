import type Database from "libsql";
import { ABSENT, type Change, type ChangeResult, type KeyValue, type RangeResult } from "../kv/kv.ts";

/** The columns that are read of a key; texts as their bytes, because the driver ends the process at one that is not UTF-8. */
const COLUMNS =
  "CAST(key AS BLOB) AS keyBytes, CAST(value AS BLOB) AS valueBytes, create_revision AS createRevision, mod_revision AS modRevision";

/** A row of the table of keys. The revisions are what another program may have put there. */
interface Row {
  readonly keyBytes: ArrayBuffer;
  readonly valueBytes: ArrayBuffer;
  readonly createRevision: unknown;
  readonly modRevision: unknown;
}

/** What is wrong with the contents of a file, in words. */
export class StoreDamage extends Error {}

/** The entry of one key, as the caller's transaction sees it; at a `revision`, if the key has not been written since. */
export function readKey(database: Database.Database, key: string, revision?: string): RangeResult {
  const current = currentRevision(database);
  const range = {
    kvs: select<Row>(database, `SELECT ${COLUMNS} FROM kv WHERE key = ?`, key).map(keyValue),
    revision: current,
  };
  if (revision === undefined) return range;
  // Only the latest values are kept.
  const wanted = Number(revision);
  const kvs = wanted > Number(range.revision) ? [] : range.kvs.filter((kv) => Number(kv.modRevision) <= wanted);
  return { ...range, kvs };
}

/** The entries whose keys are in the range, without its end, in their order, or the first `limit` of them; read row by row. */
export function readRows(
  database: Database.Database,
  [from, to]: readonly [from: string, to: string],
  limit = -1,
): readonly KeyValue[] {
  const query = `SELECT ${COLUMNS} FROM kv WHERE key >= ? AND key < ? ORDER BY key LIMIT ?`;
  return select<Row>(database, query, from, to, limit).map(keyValue);
}

/** The entry of a row; U+FFFD stands for bytes that are not UTF-8, as Go reads them. Throws `StoreDamage` for a revision that is none. */
function keyValue({ keyBytes, valueBytes, createRevision, modRevision }: Row): KeyValue {
  const key = Buffer.from(keyBytes).toString();
  for (const revision of [createRevision, modRevision]) {
    if (!Number.isSafeInteger(revision)) throw new StoreDamage(`the revision of the key \`${key}\` is not a number`);
  }
  return {
    key,
    value: Buffer.from(valueBytes).toString(),
    createRevision: String(createRevision),
    modRevision: String(modRevision),
  };
}

/** The store's revision. Throws `StoreDamage` where the file does not say it. */
export function currentRevision(database: Database.Database): string {
  const rows = select<{ readonly revision: unknown }>(database, "SELECT revision FROM meta");
  const [meta] = rows;
  if (meta === undefined) throw new StoreDamage("its table `meta`, which has the store's revision, is empty");
  if (rows.length > 1) throw new StoreDamage(`its table \`meta\` has ${rows.length} rows instead of one`);
  const { revision } = meta;
  if (typeof revision !== "number" || !Number.isSafeInteger(revision) || revision < 1)
    throw new StoreDamage(`its revision, \`${String(revision)}\`, is not a number that a store can have`);
  return String(revision);
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
