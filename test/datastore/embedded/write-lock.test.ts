import { join } from "node:path";
import libsql from "libsql";
import { expect, test } from "vitest";
import { beginWriting } from "../../../src/datastore/embedded/write-lock.ts";
import { tmpFolder } from "../../support/tmp.ts";

/** Two connections to one file, of which the second one is writing. */
function contended(): readonly [libsql.Database, libsql.Database] {
  const path = join(tmpFolder(), "store.db");
  const [waiting, writing] = [new libsql(path), new libsql(path)];
  waiting.exec("PRAGMA journal_mode = WAL; CREATE TABLE t (x)");
  writing.exec("BEGIN IMMEDIATE; INSERT INTO t VALUES (1)");
  return [waiting, writing];
}

test("who waits for the write lock does not stop its own process", async () => {
  const [waiting, writing] = contended();
  const begun = beginWriting(waiting, 600_000);
  // Were the wait inside SQLite, nothing of this process could end it.
  for (let turn = 0; turn < 20; turn++) await new Promise((resolve) => setImmediate(resolve));
  expect(waiting.inTransaction).toBe(false);
  writing.exec("COMMIT");
  await begun;
  expect(waiting.prepare("SELECT count(*) AS n FROM t").all()).toEqual([{ n: 1 }]);
  expect(waiting.inTransaction).toBe(true);
});

test("when the time is up, it is SQLite's error, and no transaction is left", async () => {
  const [waiting] = contended();
  await expect(beginWriting(waiting, 30)).rejects.toMatchObject({ code: expect.stringContaining("BUSY") });
  expect(waiting.inTransaction).toBe(false);
});
