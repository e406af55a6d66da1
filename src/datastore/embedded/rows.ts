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

/** What a statement is given for a question mark. */
export type Parameter = string | number | Buffer;

/** What is wrong with the contents of a file, in words. */
export class StoreDamage extends Error {}

/** The entry of one key, as the caller's transaction sees it; at a `revision`, if the key has not been written since. */
export function readKey(database: Database.Database, key: string, revision?: string): RangeResult {
  return rangeOf(readEntry(database, key), currentRevision(database), revision);
}

/** The entry of one key as the caller's transaction sees it; `undefined` where there is none. */
export function readEntry(database: Database.Database, key: string): KeyValue | undefined {
  const row = statement(database, `SELECT ${COLUMNS} FROM kv WHERE key = ?`).get(key) as Row | undefined;
  return row && keyValue(row);
}

/** An entry as the answer to a read at that revision of the store; `wanted` is the revision that was asked for, where one was. */
export function rangeOf(entry: KeyValue | undefined, revision: string, wanted?: string): RangeResult {
  // Only the latest values are kept.
  const isKnown =
    wanted === undefined || (Number(wanted) <= Number(revision) && Number(entry?.modRevision) <= Number(wanted));
  return { kvs: entry !== undefined && isKnown ? [entry] : [], revision };
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

/**
 * Makes one change if the key is as the change expects, and adds a revision to `last`, the store's. The caller has begun a
 * transaction. The comparison is a part of the statement that writes: what is stored is read only where it is another, or goes.
 */
export function makeChange(database: Database.Database, change: Change, last: string): ChangeResult {
  const { key, expected } = change;
  const revision = Number(last) + 1;
  if (change.kind === "put") {
    const { changes } =
      expected === ABSENT
        ? run(database, INSERT, key, change.value, revision, revision)
        : run(database, SWAP, change.value, revision, key, change.expected);
    if (changes === 0) return { kind: "mismatch", current: readEntry(database, key) };
    run(database, SET_REVISION, revision);
    return { kind: "written", revision: String(revision) };
  }
  const current = readEntry(database, key);
  if (current === undefined) return { kind: "missing" };
  if (expected !== undefined && current.modRevision !== expected) return { kind: "mismatch", current };
  run(database, "DELETE FROM kv WHERE key = ?", key);
  run(database, SET_REVISION, revision);
  return { kind: "deleted", previous: current, revision: String(revision) };
}

const INSERT = "INSERT INTO kv VALUES (?, ?, ?, ?) ON CONFLICT DO NOTHING";
const SWAP = "UPDATE kv SET value = ?, mod_revision = ? WHERE key = ? AND CAST(mod_revision AS TEXT) = ?";
const SET_REVISION = "UPDATE meta SET revision = ?";

function run(database: Database.Database, query: string, ...parameters: Parameter[]): Database.RunResult {
  return statement(database, query).run(...parameters);
}

const STATEMENTS = new WeakMap<Database.Database, Map<string, Database.Statement>>();

/**
 * The rows that a query selects, which is not run by `get` as well: libsql resets no statement that was run by `all` before it
 * runs it by `get`, which then returns the next row of the old answer. A query of one row that is run for each resource of a large
 * batch is run by `get` alone: libsql frees nothing of what `all` takes, about 1 KB.
 */
export function select<Selected>(database: Database.Database, query: string, ...parameters: Parameter[]): Selected[] {
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
