import { readFileSync, truncateSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { createJournal, openJournal } from "../../../../src/cli/way-back/journal/journal.ts";
import { writesOf } from "../../../../src/cli/way-back/journal/journal-form.ts";
import { takeBack } from "../../../../src/cli/way-back/take-back.ts";
import { recordingStore } from "../../../../src/datastore/way-back/recording.ts";
import { type MemoryKv, memoryKv } from "../../../datastore/memory-kv.ts";
import { tmpFolder } from "../../../support/tmp.ts";
import { PLAN } from "./plan.ts";

/** The process ends here. */
class Crash extends Error {}

const KEY = (name: string): string => `/calico/resources/v3/projectcalico.org/hostendpoints/${name}`;

/** The moments of a write at which the process may end: at each it has four. */
const MOMENTS = ["before the line", "after the line", "before the write", "after the write", "before its outcome"];
const WRITES = 4;

/** Makes four writes, up to the crash at that moment (none: to the end); `torn` leaves a part of the line that was begun last. */
async function writeUntil(crashAt: number, folder: string) {
  const { writer } = createJournal(folder, PLAN);
  let moment = -1;
  let isDead = false;
  const step = (): void => {
    if (++moment >= crashAt) isDead = true;
    if (isDead) throw new Crash();
  };
  let stop = step;
  const store = memoryKv(() => stop());
  for (const name of ["a", "b", "c"]) store.set(KEY(name), `${name} before`);
  const ours = recordingStore(store.kv, {
    begin(writes, durably) {
      step();
      const first = writer.begin(writes, 1, durably);
      step();
      return first;
    },
    makeDurable: writer.makeDurable,
    end(number, outcome) {
      step();
      if (outcome !== undefined) writer.end(number, outcome);
    },
  });
  const revision = (name: string) => store.entries.get(KEY(name))?.modRevision ?? "0";
  try {
    await ours.put(KEY("a"), "a of ours", revision("a"));
    await ours.put(KEY("d"), "d of ours", "0");
    await ours.drop(KEY("b"));
    await ours.put(KEY("a"), "a again", revision("a"));
  } catch (error) {
    if (!(error instanceof Crash)) throw error;
  }
  writer.close();
  stop = () => {};
  return store;
}

/** What `calicoctl rollback` does in a process that begins afterwards. */
async function finish(folder: string, { kv }: MemoryKv) {
  const journal = openJournal(folder, PLAN.id);
  if (journal === undefined) throw new Error("the journal is gone");
  journal.decide({ kind: "taken-back", why: "test" });
  return takeBack(journal, { open: async () => kv, untilDone: false });
}

const values = ({ entries }: MemoryKv) =>
  Object.fromEntries([...entries.values()].map(({ key, value }) => [key, value]));
const BEFORE = { [KEY("a")]: "a before", [KEY("b")]: "b before", [KEY("c")]: "c before" };

describe("a process that ends at any moment", () => {
  const moments = Array.from({ length: WRITES * MOMENTS.length + 1 }, (_, at) => ({
    at,
    name: `${MOMENTS[at % MOMENTS.length]} of write ${Math.floor(at / MOMENTS.length) + 1}`,
  }));

  test.each(moments)("$name: all is as before, also when it is done again", async ({ at }) => {
    const folder = join(tmpFolder(), "way-back");
    const store = await writeUntil(at, folder);
    expect(await finish(folder, store)).toMatchObject({ kind: "taken-back" });
    expect(values(store)).toEqual(BEFORE);
    await finish(folder, store);
    expect(values(store)).toEqual(BEFORE);
  });

  test.each(moments)("$name, and another has written since: that stays", async ({ at }) => {
    const folder = join(tmpFolder(), "way-back");
    const store = await writeUntil(at, folder);
    for (const name of ["a", "c", "d"]) store.set(KEY(name), `${name} of another`);
    await finish(folder, store);
    expect(values(store)).toEqual({
      [KEY("a")]: "a of another",
      [KEY("b")]: "b before",
      [KEY("c")]: "c of another",
      [KEY("d")]: "d of another",
    });
  });

  test("a line that the disk has only a part of is a write that was not made", async () => {
    const folder = join(tmpFolder(), "way-back");
    const store = await writeUntil(Number.POSITIVE_INFINITY, folder);
    const path = join(folder, PLAN.id, "writes.ndjson");
    const text = readFileSync(path, "utf8");
    const counts = Array.from(
      { length: text.length + 1 },
      (_, length) => writesOf(text.slice(0, length)).writes.length,
    );
    expect(new Set(counts)).toEqual(new Set([0, 1, 2, 3, 4]));
    // Without what became of the last write its key says it.
    truncateSync(path, text.length - 10);
    await finish(folder, store);
    expect(values(store)).toEqual(BEFORE);
  });
});
