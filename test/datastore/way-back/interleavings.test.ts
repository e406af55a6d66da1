import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { BegunWrite, RecordedWrite, WriteRecorder } from "../../../src/datastore/way-back/recorded-write.ts";
import { recordingStore } from "../../../src/datastore/way-back/recording.ts";
import { restore } from "../../../src/datastore/way-back/restore.ts";
import { sized } from "../../support/full.ts";
import { type MemoryKv, memoryKv } from "../memory-kv.ts";

/** A process that ends here: nothing after it is done or recorded. */
class Crash extends Error {}

/** A step: a write of ours or of another, of one of few keys; a value that nobody else writes, or a delete. */
interface Step {
  readonly who: "ours" | "another";
  readonly key: string;
  readonly deletes: boolean;
}

const step: fc.Arbitrary<Step> = fc.record({
  who: fc.constantFrom("ours" as const, "another" as const),
  key: fc.constantFrom("a", "b", "c"),
  deletes: fc.boolean(),
});

/**
 * Makes the steps until the process crashes at the `crash`th of its own moments; returns what was recorded. `together`: as if
 * all writes had been under way at the same time.
 */
async function run(steps: readonly Step[], crash: number, together: boolean) {
  let moment = 0;
  let isDead = false;
  const maybeCrash = (): void => {
    if (moment++ === crash) isDead = true;
    if (isDead) throw new Crash();
  };
  const writes: RecordedWrite[] = [];
  let lines = 0;
  const recorder: WriteRecorder = {
    begin(begun: readonly BegunWrite[]) {
      maybeCrash();
      const first = writes.length;
      writes.push(...begun.map((write) => ({ ...write, begun: together ? 0 : lines++ })));
      maybeCrash();
      return first;
    },
    makeDurable: () => {},
    end(number, outcome) {
      maybeCrash();
      const write = writes[number];
      if (write !== undefined && outcome !== undefined)
        writes[number] = { ...write, outcome, ...(!together && { ended: lines++ }) };
    },
  };
  const store = memoryKv(maybeCrash);
  const ours = recordingStore(store.kv, recorder);
  const others = new Map<string, string | undefined>();
  const another = (key: string, value: string | undefined): void => {
    store.set(key, value);
    others.set(key, value);
  };
  for (const key of ["a", "b"]) another(key, `${key} before`);
  for (const [at, { who, key, deletes }] of steps.entries()) {
    const value = deletes ? undefined : `${who} ${at}`;
    const isThere = store.entries.has(key);
    // What nobody can tell from a delete of ours: another's, of a key that we deleted or wanted to delete.
    const oursDeleted = writes.some((write) => write.key === key && write.value === undefined);
    if (who === "another" && !(deletes && (!isThere || oursDeleted))) another(key, value);
    if (who === "ours" && !isDead) await write(ours, store, key, value).catch(ignoreCrash);
  }
  return { store, writes, others };
}

async function write(ours: MemoryKv["kv"], { entries }: MemoryKv, key: string, value: string | undefined) {
  if (value === undefined) return ours.drop(key);
  return ours.put(key, value, entries.get(key)?.modRevision ?? "0");
}

function ignoreCrash(error: unknown): void {
  if (!(error instanceof Crash)) throw error;
}

const values = ({ entries }: MemoryKv) => new Map([...entries].map(([key, { value }]) => [key, value]));
const defined = (map: ReadonlyMap<string, string | undefined>) =>
  new Map([...map].filter(([, value]) => value !== undefined));

describe("whatever others do, and wherever the process ends", () => {
  test("every key has again what was there before, or what another wrote; twice, and by two at once", async () => {
    const signal = AbortSignal.abort();
    await fc.assert(
      fc.asyncProperty(fc.array(step, { maxLength: 12 }), fc.nat(40), fc.boolean(), async (steps, crash, together) => {
        const { store, writes, others } = await run(steps, crash, together);
        const calm: MemoryKv["kv"] = { ...memoryKvOn(store) };
        await Promise.all([restore(calm, writes, { signal }), restore(calm, writes, { signal })]);
        expect(values(store)).toEqual(defined(others));
        const once = new Map(store.entries);
        const again = await restore(calm, writes, { signal });
        expect(new Map(store.entries)).toEqual(once);
        expect(again.filter(({ result }) => !["as before", "left alone"].includes(result))).toEqual([]);
      }),
      { numRuns: sized(20_000, 2000), seed: 1 },
    );
  });
});

/** The same store for a process that does not crash. */
function memoryKvOn({ kv, entries, set }: MemoryKv): MemoryKv["kv"] {
  return {
    ...kv,
    put: async (key, value, expected) => {
      const current = entries.get(key);
      if ((current?.modRevision ?? "0") !== expected) return { kind: "mismatch", current };
      set(key, value);
      return { kind: "written", revision: entries.get(key)?.modRevision ?? "" };
    },
    drop: async (key, expected) => {
      const current = entries.get(key);
      if (current === undefined) return { kind: "missing" };
      if (current.modRevision !== expected) return { kind: "mismatch", current };
      set(key, undefined);
      return { kind: "deleted", previous: current, revision: "" };
    },
  };
}
