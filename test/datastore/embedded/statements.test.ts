import { statSync } from "node:fs";
import libsql from "libsql";
import { afterEach, expect, test, vi } from "vitest";
import { openEmbedded } from "../../../src/datastore/embedded/embedded-store.ts";
import { ABSENT } from "../../../src/datastore/kv/kv.ts";
import { tmpFolder } from "../../support/tmp.ts";
import { embeddedConfig, hostEndpoint, open } from "../stores.ts";

afterEach(() => vi.restoreAllMocks());

/** Counts what a work asks of SQLite: statements by the method they are run by, and the rows that were read. */
async function asked(work: () => Promise<unknown>) {
  const counts = { run: 0, get: 0, all: 0, rows: 0 };
  const statements = Object.getPrototypeOf(new libsql(":memory:").prepare("SELECT 1"));
  for (const method of ["run", "get", "all"] as const) {
    const real = statements[method];
    vi.spyOn(statements, method).mockImplementation(function (this: unknown, ...parameters: unknown[]) {
      const result = real.apply(this, parameters);
      counts[method]++;
      if (method === "all") for (const row of result) counts.rows += rowsIn(row);
      if (method === "get" && result !== undefined) counts.rows++;
      return result;
    });
  }
  await work();
  vi.restoreAllMocks();
  return counts;
}

/** How many rows of the table a row is, which may be many packed into one. */
function rowsIn(row: Readonly<Record<string, unknown>>): number {
  return typeof row.count === "number" ? row.count : 1;
}

/** More than one transaction has. */
const COUNT = 300;
const endpoints = (count = COUNT) => Array.from({ length: count }, (_, at) => hostEndpoint(`a${at}`));

test("a new resource of a batch is two statements, and none that libsql never frees", async () => {
  const store = await open(embeddedConfig(`${tmpFolder()}/s.db`));
  await store.create(hostEndpoint("first"));
  const counts = await asked(() => Promise.all(endpoints().map((one) => store.apply(one))));
  expect(counts.run / COUNT).toBeLessThan(2.1);
  // What is written once for a transaction: the tiers that every store has.
  expect((counts.get + counts.all) / COUNT).toBeLessThan(0.1);
  await store.close();
});

test("a resource that is applied unchanged is one statement, which reads its key", async () => {
  const store = await open(embeddedConfig(`${tmpFolder()}/s.db`));
  await Promise.all(endpoints().map((one) => store.apply(one)));
  const counts = await asked(() => Promise.all(endpoints().map((one) => store.apply(one, { keepUnchanged: true }))));
  expect(counts.get / COUNT).toBeLessThan(1.1);
  expect((counts.run + counts.all) / COUNT).toBeLessThan(0.1);
  await store.close();
});

test.each([50, 500])("of a store of %i resources a read or a write of one reads no other", async (count) => {
  const store = await open(embeddedConfig(`${tmpFolder()}/s.db`));
  await Promise.all(endpoints(count).map((one) => store.apply(one)));
  const counts = await asked(async () => {
    await store.get({ kind: "HostEndpoint", name: "a7" });
    await store.update(hostEndpoint("a8", { interfaceName: "eth1" }));
    await store.delete({ kind: "HostEndpoint", name: "a9" });
  });
  // The keys, the revision, and what is looked for before a write: it does not depend on the number of resources.
  expect(counts.rows).toBeLessThan(20);
  await store.close();
});

test("the log of a large batch takes many pages before it is written into the file", async () => {
  const config = embeddedConfig(`${tmpFolder()}/s.db`);
  const store = await openEmbedded(config, 1000);
  const page = "x".repeat(4000);
  for (let at = 0; at < 30; at++)
    await Promise.all(Array.from({ length: 50 }, (_, one) => store.put(`/a/${at}/${one}`, page, ABSENT)));
  expect(statSync(`${config.path}-wal`).size).toBeGreaterThan(1500 * 4096);
  await store.close();
});
