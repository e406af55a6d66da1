import { readdirSync, rmSync } from "node:fs";
import { join } from "node:path";
import libsql from "libsql";
import { expect, test } from "vitest";
import { tmpFolder } from "../../support/tmp.ts";
import { watching } from "../resources/watching.ts";
import { embeddedConfig, hostEndpoint, open } from "../stores.ts";

/** Deletes a store's file with its log, as `rm store.db*` does. */
function removeStore(path: string): void {
  const folder = join(path, "..");
  for (const name of readdirSync(folder)) rmSync(join(folder, name));
}

test("a watch goes on when the file is deleted and made anew", async () => {
  const config = embeddedConfig(join(tmpFolder(), "store.db"));
  const writer = await open(config);
  await writer.create(hostEndpoint("old"));
  const reader = await open(config);
  const watch = await watching(reader, { kind: "HostEndpoint" });
  expect(watch.lines).toEqual(["listed old"]);
  removeStore(config.path);
  expect(await watch.until(/gone/)).toEqual(["lost: the store's file was deleted", "gone HostEndpoint old"]);
  // The new file's first write has the revision that the old file's had.
  await writer.create(hostEndpoint("old"));
  expect(await watch.until(/new/)).toEqual(["new HostEndpoint old"]);
  await writer.create(hostEndpoint("next"));
  expect(await watch.until(/next/)).toEqual(["new HostEndpoint next"]);
  expect(await watch.stop()).toBe("ended");
  for (const store of [writer, reader]) await store.close();
});

test("a store that is open writes to the file that the path leads to", async () => {
  const config = embeddedConfig(join(tmpFolder(), "store.db"));
  const first = await open(config);
  await first.create(hostEndpoint("lost with the file"));
  removeStore(config.path);
  expect((await first.list("HostEndpoint")).items).toEqual([]);
  await first.create(hostEndpoint("kept"));
  const second = await open(config);
  expect((await second.list("HostEndpoint")).items.map(({ metadata }) => metadata.name)).toEqual(["kept"]);
  for (const store of [first, second]) await store.close();
});

test("a write that waited while the file was replaced goes to the file that the path leads to", async () => {
  const config = embeddedConfig(join(tmpFolder(), "store.db"));
  const first = await open(config);
  await first.create(hostEndpoint("lost with the file"));
  const other = new libsql(config.path);
  other.exec("BEGIN IMMEDIATE");
  const created = first.create(hostEndpoint("kept"));
  for (let turn = 0; turn < 20; turn++) await new Promise((resolve) => setImmediate(resolve));
  removeStore(config.path);
  other.exec("COMMIT");
  await created;
  const second = await open(config);
  expect((await second.list("HostEndpoint")).items.map(({ metadata }) => metadata.name)).toEqual(["kept"]);
  for (const store of [first, second]) await store.close();
});
