import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { openEmbedded } from "../../../src/datastore/embedded/embedded-store.ts";
import type { KeyValueStore } from "../../../src/datastore/kv/kv.ts";
import { setReady } from "../../../src/datastore/resources/ready.ts";
import { resourceStore } from "../../../src/datastore/resources/resource-store.ts";
import { DEFAULT_CALICO } from "../../../src/model/kinds/version.ts";
import { embeddedConfig, resource } from "../../datastore/stores.ts";
import { runCli, session } from "../../support/cli.ts";
import { tmpFolder } from "../../support/tmp.ts";
import { NEVER_MS } from "../../support/wait.ts";

const READY = "custom-columns=DATASTOREREADY";
const OLD_POLICY = JSON.stringify(resource("GlobalNetworkPolicy", { name: "p" }));

describe.each(["v3.7", "v3.32"])("with Calico %s", (version) => {
  const start = () => session(tmpFolder(), { env: { CALICO_VERSION: version } });
  const ready = async (run: ReturnType<typeof start>) =>
    (await run(`get clusterinfo default -o ${READY}`)).stdout.split("\n")[1]?.trim();

  test("lock and unlock, from an empty store on, and twice", async () => {
    const run = start();
    for (const [verb, state] of [
      ["lock", "false"],
      ["lock", "false"],
      ["unlock", "true"],
      ["unlock", "true"],
    ]) {
      expect(await run(`datastore migrate ${verb}`)).toMatchObject({
        code: 0,
        stdout: `Datastore ${verb}ed.\n`,
        stderr: "",
      });
      expect(await ready(run)).toBe(state);
    }
  });

  test("a locked store keeps its GUID and can still be written, as calicoctl's", async () => {
    const run = start();
    await run("create -f -", JSON.stringify(resource("Node", { name: "n" })));
    const guid = async () => (await run("get clusterinfo default -o custom-columns=CLUSTERGUID")).stdout;
    const before = await guid();
    await run("datastore migrate lock");
    expect(await guid()).toBe(before);
    expect((await run("create -f -", JSON.stringify(resource("Node", { name: "m" })))).code).toBe(0);
    expect(await ready(run)).toBe("false");
  });
});

test("a store of the other layout is not written", async () => {
  const folder = tmpFolder();
  expect((await session(folder)("create -f -", OLD_POLICY)).code).toBe(0);
  const ran = await session(folder, { env: { CALICO_VERSION: "v3.32" } })("datastore migrate lock");
  expect(ran).toMatchObject({ code: 1, stdout: "" });
  expect(ran.stderr).toContain("--calico-version v3.7");
  expect((await session(folder)("get clusterinfo")).stdout).not.toContain("false");
});

test.each(["export", "import", "import -f x.yaml"])("migrate %s says what there is instead", async (verb) => {
  const ran = await session(tmpFolder())(`datastore migrate ${verb}`);
  expect(ran).toMatchObject({ code: 1, stdout: "" });
  expect(ran.stderr).toContain("calicoctl export");
});

test.each([
  ["datastore", "migrate what?"],
  ["datastore lock", "no datastore command `lock`"],
  ["datastore migrate", "migrate how?"],
  ["datastore migrate loock", "no datastore migrate command `loock`"],
  ["datastore migrate lock now", "unexpected argument `now`"],
])("`%s` is wrong usage", async (line, message) => {
  const ran = await runCli(line.split(" "));
  expect(ran).toMatchObject({ code: 2, stdout: "" });
  expect(ran.stderr).toContain(message);
});

/** A store in which another writer changes ClusterInformation after the first `times` reads of it. */
async function contested(times: number, timeoutMs: number): Promise<{ kv: KeyValueStore; other: KeyValueStore }> {
  const kv = await openEmbedded(embeddedConfig(join(tmpFolder(), "store.db")), NEVER_MS);
  await setReady(kv, DEFAULT_CALICO, true);
  let left = times;
  const other: KeyValueStore = {
    description: kv.description,
    timeoutMs,
    list: (prefix, limit) => kv.list(prefix, limit),
    put: (key, value, expected) => kv.put(key, value, expected),
    drop: (key, expected) => kv.drop(key, expected),
    watch: (prefix, revision, signal) => kv.watch(prefix, revision, signal),
    close: () => kv.close(),
    async get(key, revision) {
      const stored = await kv.get(key, revision);
      const [current] = stored.kvs;
      if (current !== undefined && left-- > 0) {
        const value = JSON.parse(current.value);
        value.spec.calicoVersion = `v3.9.${left}`;
        await kv.put(key, JSON.stringify(value), current.modRevision);
      }
      return stored;
    },
  };
  return { kv, other };
}

describe("another writer of ClusterInformation", () => {
  test("is not undone", async () => {
    const { kv, other } = await contested(3, NEVER_MS);
    await setReady(other, DEFAULT_CALICO, false);
    const stored = await resourceStore(kv, DEFAULT_CALICO).get({ kind: "ClusterInformation", name: "default" });
    expect(stored?.spec).toMatchObject({ datastoreReady: false, calicoVersion: "v3.9.0" });
    await kv.close();
  });

  test("a writer that never stops is reported", async () => {
    const { kv, other } = await contested(Number.POSITIVE_INFINITY, 200);
    await expect(setReady(other, DEFAULT_CALICO, false)).rejects.toThrow("other writers keep changing");
    await kv.close();
  });

  test("a value that cannot be read is reported and kept", async () => {
    const kv = await openEmbedded(embeddedConfig(join(tmpFolder(), "store.db")), NEVER_MS);
    const key = "/calico/resources/v3/projectcalico.org/clusterinformations/default";
    await kv.put(key, "no JSON", "0");
    await expect(setReady(kv, DEFAULT_CALICO, false)).rejects.toThrow("cannot read ClusterInformation default");
    expect((await kv.get(key)).kvs[0]?.value).toBe("no JSON");
    await kv.close();
  });
});
