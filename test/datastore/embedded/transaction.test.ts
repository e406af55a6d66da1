import { existsSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { openEmbedded } from "../../../src/datastore/embedded/embedded-store.ts";
import { ABSENT, type KeyValueStore } from "../../../src/datastore/kv/kv.ts";
import { tmpFolder } from "../../support/tmp.ts";
import { embeddedConfig } from "../stores.ts";

const directory = tmpFolder();

/** What a work does: `+a` puts the key `a`, `-a` drops it, `?a` reads it, `!` throws. */
async function steps(kv: KeyValueStore, line: string): Promise<string> {
  const seen: string[] = [];
  for (const step of line.split(" ")) {
    const key = `/t/${step.slice(1)}`;
    if (step === "!") throw new Error(`after ${seen.join(" ")}`);
    const [current] = (await kv.get(key)).kvs;
    if (step.startsWith("+")) seen.push((await kv.put(key, "v", current?.modRevision ?? ABSENT)).kind);
    else if (step.startsWith("-")) seen.push((await kv.drop(key)).kind);
    else seen.push(current === undefined ? "none" : `r${current.modRevision}`);
  }
  return seen.join(" ");
}

/** Works of one turn, what comes of each, the keys that are there afterwards, and the store's revision. */
const CASES: readonly (readonly [
  title: string,
  works: readonly string[],
  results: readonly string[],
  keys: string,
  revision: string,
])[] = [
  ["one that writes", ["+a +b"], ["written written"], "a b", "3"],
  ["one that reads what it wrote", ["?a +a ?a -a ?a"], ["none written r2 deleted none"], "", "3"],
  ["one that fails at the end changes nothing", ["+a +b !"], ["Error: after written written"], "", "1"],
  [
    "one that fails does not undo others of the turn",
    ["+a", "+b !", "+c"],
    ["written", "Error: after written", "written"],
    "a c",
    "3",
  ],
  ["one that fails before it writes", ["?a !", "+a"], ["Error: after none", "written"], "a", "2"],
  ["each sees those before it", ["+a", "?a +a", "-a", "?a"], ["written", "r2 written", "deleted", "none"], "", "4"],
  ["none that writes makes no file", ["?a", "-a"], ["none", "missing"], "", "1"],
  ["all fail: no file is needed", ["?a !"], ["Error: after none"], "", "1"],
];

test.each(CASES)("%s", async (title, works, results, keys, revision) => {
  const path = join(directory, `${title.replaceAll(/\W/g, "-")}.db`);
  const store = await openEmbedded(embeddedConfig(path), 10_000);
  const settled = await Promise.allSettled(works.map((line) => store.transaction((kv) => steps(kv, line))));
  expect(settled.map((one) => (one.status === "fulfilled" ? one.value : String(one.reason)))).toEqual(results);
  const after = await store.list("/t/");
  expect([after.kvs.map(({ key }) => key.slice(3)).join(" "), after.revision]).toEqual([keys, revision]);
  expect(existsSync(path)).toBe(works.some((line) => line.includes("+")));
  await store.close();
});

test("two stores of a process that use one file wait for each other", async () => {
  const path = join(directory, "shared.db");
  const stores = await Promise.all([0, 1].map(() => openEmbedded(embeddedConfig(path), 10_000)));
  const add = async (kv: KeyValueStore): Promise<void> => {
    const [current] = (await kv.get("/t/n")).kvs;
    // Others of the process have their turn while the transaction is open.
    await new Promise((resolve) => setImmediate(resolve));
    await kv.put("/t/n", String(Number(current?.value ?? 0) + 1), current?.modRevision ?? ABSENT);
  };
  const reads: Promise<unknown>[] = [];
  for (let i = 0; i < 20; i++) {
    const done = stores.map((store) => store.transaction(add));
    reads.push(...stores.map((store) => store.list("/t/")));
    await Promise.all(done);
  }
  await Promise.all(reads);
  expect((await stores[0]?.get("/t/n"))?.kvs[0]?.value).toBe("40");
  for (const store of stores) await store.close();
});
