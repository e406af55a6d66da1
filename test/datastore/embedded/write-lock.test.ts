import { join } from "node:path";
import libsql from "libsql";
import { expect, test } from "vitest";
import { openEmbedded } from "../../../src/datastore/embedded/embedded-store.ts";
import { beginWriting } from "../../../src/datastore/embedded/write-lock.ts";
import { ABSENT } from "../../../src/datastore/kv/kv.ts";
import { tmpFolder } from "../../support/tmp.ts";
import { embeddedConfig } from "../stores.ts";

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
  const begun = beginWriting(waiting, 600_000, () => false);
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
  await expect(beginWriting(waiting, 30, () => false)).rejects.toMatchObject({ code: expect.stringContaining("BUSY") });
  expect(waiting.inTransaction).toBe(false);
});

test("a store that is closed waits no more, and writes nothing afterwards", async () => {
  const path = join(tmpFolder(), "store.db");
  const store = await openEmbedded(embeddedConfig(path), 600_000);
  await store.put("/t/a", "v", ABSENT);
  const other = new libsql(path);
  other.exec("BEGIN IMMEDIATE");
  const put = store.put("/t/b", "v", ABSENT);
  const settled = put.then(
    () => "written",
    (error: unknown) => error,
  );
  for (let turn = 0; turn < 20; turn++) await new Promise((resolve) => setImmediate(resolve));
  await store.close();
  expect(await settled).toMatchObject({ code: "datastore.locked", effect: "none" });
  other.exec("COMMIT");
  expect(other.prepare("SELECT key FROM kv").all()).toEqual([{ key: "/t/a" }]);
});

test("a store that is closed writes nothing, also where the lock is free by then", async () => {
  const path = join(tmpFolder(), "store.db");
  const store = await openEmbedded(embeddedConfig(path), 600_000);
  await store.put("/t/a", "v", ABSENT);
  const other = new libsql(path);
  other.exec("BEGIN IMMEDIATE");
  const settled = store.put("/t/b", "v", ABSENT).catch((error: unknown) => error);
  for (let turn = 0; turn < 20; turn++) await new Promise((resolve) => setImmediate(resolve));
  const closed = store.close();
  other.exec("COMMIT");
  await closed;
  expect(await settled).toMatchObject({ code: "datastore.locked", effect: "none" });
  expect(other.prepare("SELECT key FROM kv").all()).toEqual([{ key: "/t/a" }]);
});
