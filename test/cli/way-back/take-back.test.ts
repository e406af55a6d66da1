import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { createJournal } from "../../../src/cli/way-back/journal/journal.ts";
import { takeBack } from "../../../src/cli/way-back/take-back.ts";
import { DatastoreError } from "../../../src/datastore/datastore-error.ts";
import { memoryKv } from "../../datastore/memory-kv.ts";
import { tmpFolder } from "../../support/tmp.ts";
import { PLAN } from "./journal/plan.ts";

const KEY = "/calico/resources/v3/projectcalico.org/hostendpoints/a";
const NOTHING = { kind: "taken-back", why: "test", keys: [] } as const;

/** A change of one endpoint, whose command has ended. */
function change() {
  const folder = join(tmpFolder(), "way-back");
  const { journal, writer } = createJournal(folder, PLAN);
  writer.begin([{ key: KEY, before: undefined, value: "new" }], 1, true);
  journal.decide({ kind: "taken-back", why: "test" });
  const store = memoryKv();
  store.set(KEY, "new");
  return { journal, store, file: (name: string) => join(folder, "0a1b2c", name) };
}

test("another process holds it and comes no further: who has the new password takes it back all the same", async () => {
  const { journal, store, file } = change();
  writeFileSync(file("claim-1"), JSON.stringify({ pid: process.ppid }), { mode: 0o600 });
  expect(await takeBack(journal, { open: async () => store.kv, untilDone: false })).toMatchObject({
    keys: [{ key: KEY, result: "deleted" }],
  });
  expect(store.entries.size).toBe(0);
});

test("who tries for a day stops when another process has done it", async () => {
  const { journal } = change();
  const open = async () => {
    journal.finish(NOTHING);
    throw new DatastoreError("datastore.auth", "the password is wrong");
  };
  expect(await takeBack(journal, { open, untilDone: true })).toEqual(NOTHING);
});

test("a claim that cannot be read holds nobody up", async () => {
  const { journal, store, file } = change();
  writeFileSync(file("claim-1"), "\0".repeat(80), { mode: 0o600 });
  await takeBack(journal, { open: async () => store.kv, untilDone: true });
  expect(store.entries.size).toBe(0);
});
