import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { createJournal, journalWriter, openJournal } from "../../../../src/cli/way-back/journal/journal.ts";
import { writesOf } from "../../../../src/cli/way-back/journal/journal-form.ts";
import { recordingStore } from "../../../../src/datastore/way-back/recording.ts";
import { restore } from "../../../../src/datastore/way-back/restore.ts";
import { memoryKv } from "../../../datastore/memory-kv.ts";
import { tmpFolder } from "../../../support/tmp.ts";
import { PLAN } from "./plan.ts";

const KEY = (at: number): string => `/calico/resources/v3/projectcalico.org/hostendpoints/e${at}`;
const WRITES = 10;
/** Two lines for each write, and the last. */
const LINES = 2 * WRITES + 1;

/** Makes ten writes with a journal whose disk takes that many lines, and one more where room is made. */
async function writeOn(lines: number) {
  const store = memoryKv();
  let [text, left] = ["", lines];
  const take = (more: string): void => {
    if (left-- <= 0) throw Object.assign(new Error("ENOSPC: no space left on device"), { code: "ENOSPC" });
    text += more;
  };
  const file = { append: take, close: () => {} };
  const writer = journalWriter(file, () => {
    left = 1;
  });
  const recorder = {
    begin: (writes: Parameters<typeof writer.begin>[0], durably: boolean) => writer.begin(writes, 1, durably),
    makeDurable: writer.makeDurable,
    end: (number: number, outcome: Parameters<typeof writer.end>[1] | undefined) =>
      outcome && writer.end(number, outcome),
  };
  const ours = recordingStore(store.kv, recorder);
  let [made, fault]: [number, unknown] = [0, undefined];
  try {
    for (; made < WRITES; made++) await ours.put(KEY(made), "new", "0");
  } catch (error) {
    fault = error;
  }
  writer.all(2);
  return { store, made, fault, recorded: writesOf(text) };
}

describe("a disk that becomes full", () => {
  test.each(Array.from({ length: LINES }, (_, at) => at))(
    "after %d lines: no write is made without its line, and all that was made is taken back",
    async (lines) => {
      const { store, made, fault, recorded } = await writeOn(lines);
      // A write whose result has no line is made all the same; the next is refused, with the disk's own reason.
      expect(made).toBe(Math.min(WRITES, Math.ceil(lines / 2)));
      expect(fault).toEqual(made < WRITES ? expect.objectContaining({ code: "ENOSPC" }) : undefined);
      expect(recorded.all).toBe(true);
      const seen = [...store.entries.keys()];
      expect(recorded.writes.map(({ key }) => key)).toEqual(seen);
      await restore(store.kv, recorded.writes, { signal: AbortSignal.abort() });
      expect([...store.entries.keys()]).toEqual([]);
    },
  );
});

test("a result of thousands of resources can be read again", () => {
  const folder = join(tmpFolder(), "way-back");
  const { journal, writer } = createJournal(folder, PLAN);
  writer.close();
  const keys = Array.from({ length: 20_000 }, (_, at) => ({ key: KEY(at), result: "created again" as const }));
  journal.finish({ kind: "taken-back", why: "test", keys });
  expect(openJournal(folder, PLAN.id)?.ending()).toMatchObject({ keys });
});
