import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { type ConfiguredStore, STORES, storeForSuite } from "../../datastore/stores.ts";
import { waitUntil } from "../../support/wait.ts";
import { Change, Host, networkSets } from "./change.ts";

const MANY = 400;
const manifest = (label: string): string => networkSets(MANY, label);

/** After how many recorded writes the processes are killed, and which of them. */
const KILLS: readonly (readonly [after: number, both: boolean])[] = [
  [1, false],
  [1, true],
  [150, false],
  [150, true],
];

describe.each(STORES.filter(({ available }) => available))("on $name", ({ start }) => {
  let host: Host;
  storeForSuite(start, (store: ConfiguredStore) => {
    host = new Host(store.config);
  });

  test.each(KILLS)("killed while it writes, after %d writes (both: %s): all is as before", async (after, both) => {
    expect(await host.run(["apply", "-f", "-"], manifest("old"))).toMatchObject({ code: 0 });
    const before = await host.values();
    const known = new Set(journalsOf(host));
    const change = new Change(host, ["apply", "-f", "-", "--confirm-within", "1h"], manifest("new"));
    let journal = "";
    await waitUntil(() => {
      journal = journalsOf(host).find((path) => !known.has(path)) ?? "";
      return journal !== "" && readFileSync(join(journal, "writes.ndjson"), "utf8").split('"at":').length > after;
    });
    if (both) await change.crash(journal);
    else change.kill("SIGKILL");
    await change.ended;
    if (both) expect((await host.run(["rollback"])).code).not.toBe(1);
    else await waitUntil(() => readdirSync(journal).includes("result"));
    expect(await host.values()).toEqual(before);
  });
});

function journalsOf({ folder }: Host): readonly string[] {
  try {
    return readdirSync(join(folder, "way-back"))
      .filter((name) => !name.startsWith("."))
      .map((name) => join(folder, "way-back", name));
  } catch {
    return [];
  }
}
