/**
 * A process that writes to an embedded store, for tests that run several: `store-writer.ts PATH JOB COUNT`. The job
 * `increment` counts; `contend` changes one resource in every way, and fails if it is refused; `reopen-NAME` opens the store a second time for every write; `create-NAME` only writes.
 */
import { writeSync } from "node:fs";
import { embeddedConfig, hostEndpoint, open } from "../datastore/stores.ts";

const [, , path = "", job = "", count = "0"] = process.argv;
const store = await open(embeddedConfig(path));

/** Adds one to a counter, as a read and a swap that is repeated when another was faster. */
async function increment(): Promise<void> {
  for (;;) {
    const now = await store.get({ kind: "HostEndpoint", name: "counter" });
    const labels = { count: String(Number(now?.metadata.labels?.count ?? 0) + 1) };
    const next = {
      ...(now ?? hostEndpoint("counter")),
      metadata: { ...(now?.metadata ?? { name: "counter" }), labels },
    };
    const result = await (now === undefined ? store.create(next) : store.update(next));
    if (result.kind === "written") return;
  }
}

/** Changes one resource in every way; none of them may be refused because others do so too. */
async function contend(): Promise<void> {
  const one = hostEndpoint("one");
  const changes = [
    () => store.apply(one),
    () => store.update(one),
    () => store.create(one),
    () =>
      store.transaction(async (inner) => inner.update((await inner.get({ kind: "HostEndpoint", name: "one" })) ?? one)),
    () => store.delete({ kind: "HostEndpoint", name: "one" }),
  ];
  for (const change of changes) {
    const { kind } = await change();
    if (kind === "conflict" || kind === "refused") throw new Error(kind);
  }
}

for (let i = 0; i < Number(count); i++) {
  if (job === "increment") await increment();
  else if (job === "contend") await contend();
  else {
    const second = job.startsWith("reopen") ? await open(embeddedConfig(path)) : undefined;
    await (second ?? store).create(hostEndpoint(`${job}-${i}`));
    // Told at once and without a buffer: whoever kills us knows what was acknowledged.
    writeSync(1, `${job}-${i}\n`);
    await second?.close();
  }
}
await store.close();
