import type Database from "libsql";
import { APPLICATION_ID } from "./check-file.ts";
import { StoreDamage, select } from "./rows.ts";

/** The layout of the tables; a file of a later one is refused. */
export const SCHEMA_VERSION = 1;

/** The revision of an empty store, which is that of an empty etcd. */
export const FIRST_REVISION = "1";

/** Makes the tables of an empty store. The switch to WAL comes last, so that a new file is complete without its log. */
export const SCHEMA = `
BEGIN IMMEDIATE;
PRAGMA application_id = ${APPLICATION_ID};
PRAGMA user_version = ${SCHEMA_VERSION};
CREATE TABLE meta (revision INTEGER NOT NULL);
INSERT INTO meta VALUES (${FIRST_REVISION});
CREATE TABLE kv (key TEXT PRIMARY KEY, value TEXT NOT NULL, create_revision INTEGER NOT NULL, mod_revision INTEGER NOT NULL) WITHOUT ROWID;
COMMIT;
PRAGMA journal_mode = WAL;
`;

/** Throws `StoreDamage` where a table is missing, or another program added what acts on its own (a trigger, a view). */
export function checkTables(database: Database.Database): void {
  const parts = select<{ readonly type: string; readonly name: string }>(
    database,
    "SELECT type, name FROM sqlite_schema WHERE type IN ('table', 'trigger', 'view')",
  );
  for (const wanted of ["meta", "kv"])
    if (!parts.some(({ type, name }) => type === "table" && name === wanted))
      throw new StoreDamage(`it has no table \`${wanted}\``);
  const foreign = parts.find(({ type }) => type !== "table");
  if (foreign) throw new StoreDamage(`it has a ${foreign.type} \`${foreign.name}\`, which another program made`);
}
