import { Etcd3, Range } from "etcd3";
import fc from "fast-check";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { StoreConfig } from "../../../src/datastore/config.ts";
import { DatastoreError } from "../../../src/datastore/datastore-error.ts";
import { openEmbedded } from "../../../src/datastore/embedded/embedded-store.ts";
import { openEtcd } from "../../../src/datastore/etcd/etcd-store.ts";
import { ABSENT, type KeyValueStore } from "../../../src/datastore/kv/kv.ts";
import { type EtcdServer, hasEtcd, needsEtcd, startEtcd } from "../../support/etcd.ts";
import { NEVER_MS } from "../../support/wait.ts";
import { type ConfiguredStore, etcdConfig, hostEndpoint, open, resource, STORES_BY_CLIENT } from "../stores.ts";

const ROOT = "/calico/test/";
function openKeys(config: StoreConfig): Promise<KeyValueStore> {
  if (config.type === "kubernetes") throw new TypeError("a cluster has objects, not keys");
  return config.type === "etcd" ? openEtcd(config, NEVER_MS) : openEmbedded(config, NEVER_MS);
}

/** One request about a key; a condition is on what the store has before the turn. */
interface KeyRequest {
  readonly what: "get" | "put" | "drop";
  readonly key: string;
  readonly on: "absent" | "current" | "stale" | "none";
  readonly value: string;
}

const keyRequest = fc.record<KeyRequest>({
  what: fc.constantFrom("get", "put", "put", "drop"),
  key: fc.nat(40).map((i) => `${ROOT}k${i}`),
  on: fc.constantFrom("absent", "current", "current", "stale", "none"),
  value: fc.constantFrom("a", "b", "\u20ac", "x".repeat(20_000), ""),
});
const turns = fc.array(fc.uniqueArray(keyRequest, { selector: ({ key }) => key, maxLength: 30 }), { maxLength: 6 });

/** What a key holds, without the revisions, which two stores count differently. */
const shown = (entry: { readonly key: string; readonly value: string } | undefined) =>
  entry && [entry.key, entry.value];

async function ask(kv: KeyValueStore, { what, key, on, value }: KeyRequest, revision: string): Promise<unknown> {
  if (what === "get") return (await kv.get(key)).kvs.map(shown);
  const expected = { absent: ABSENT, current: revision, stale: "999999", none: undefined }[on];
  if (what === "put") {
    const result = await kv.put(key, value, expected ?? revision);
    return result.kind === "mismatch" ? ["mismatch", shown(result.current)] : result.kind;
  }
  const result = await kv.drop(key, expected);
  if (result.kind === "missing" || result.kind === "refused") return result.kind;
  return [result.kind, shown(result.kind === "deleted" ? result.previous : result.current)];
}

/** Runs the turns on a store, all of one turn at once or one after the other; all results, and what is there in the end. */
async function outcome(
  kv: KeyValueStore,
  all: readonly (readonly KeyRequest[])[],
  together: boolean,
): Promise<unknown> {
  const results: unknown[] = [];
  for (const turn of all) {
    const revisions = new Map((await kv.list(ROOT)).kvs.map((entry) => [entry.key, entry.modRevision]));
    const one = (item: KeyRequest) => ask(kv, item, revisions.get(item.key) ?? ABSENT);
    if (together) results.push(await Promise.all(turn.map(one)));
    else {
      const settled: unknown[] = [];
      for (const item of turn) settled.push(await one(item));
      results.push(settled);
    }
  }
  return { results, there: (await kv.list(ROOT)).kvs.map(shown) };
}

async function empty(kv: KeyValueStore): Promise<void> {
  for (const { key } of (await kv.list(ROOT)).kvs) await kv.drop(key);
}

for (const { name, available, start } of STORES_BY_CLIENT) {
  describe.skipIf(!available)(`together as one by one: ${name}${available ? "" : needsEtcd}`, () => {
    let stores: ConfiguredStore[];
    let kvs: KeyValueStore[];
    beforeAll(async () => {
      stores = [await start(), await start()];
      kvs = await Promise.all(stores.map(({ config }) => openKeys(config)));
    });
    afterAll(async () => {
      for (const kv of kvs ?? []) await kv.close();
      for (const store of stores ?? []) await store.stop();
    });

    it("any requests of a turn", async () => {
      const [a, b] = kvs;
      if (a === undefined || b === undefined) throw new Error("two stores");
      await fc.assert(
        fc.asyncProperty(turns, async (all) => {
          expect(await outcome(a, all, true)).toEqual(await outcome(b, all, false));
          await Promise.all([empty(a), empty(b)]);
        }),
        { numRuns: 40, seed: 1 },
      );
    });

    it("many policies, some of them there: applied, changed meanwhile, deleted", async () => {
      const store = stores[0];
      if (store === undefined) throw new Error("a store");
      const data = await store.open();
      const policy = (i: number, order: number) => resource("GlobalNetworkPolicy", { name: `p${i}` }, { order });
      for (const i of [3, 77]) await data.create(policy(i, 1));
      const all = Array.from({ length: 300 }, (_, i) => i);
      const first = await Promise.all(all.map((i) => data.apply(policy(i, 2))));
      expect(all.filter((i) => first[i]?.kind !== "written")).toEqual([]);
      const had = all.filter((i) => first[i]?.kind === "written" && "previous" in (first[i] ?? {}));
      expect(had).toEqual([3, 77]);
      const created = await Promise.all(all.map((i) => data.create(policy(i, 3))));
      expect(new Set(created.map(({ kind }) => kind))).toEqual(new Set(["exists"]));
      const again = await Promise.all(all.map((i) => data.apply(policy(i, 4))));
      const ids = again.map((result) => (result.kind === "written" ? result.resource.metadata.uid : ""));
      expect(ids).toEqual(first.map((result) => (result.kind === "written" ? result.resource.metadata.uid : "-")));
      const stale = { ...policy(5, 5), metadata: { name: "p5", resourceVersion: "1" } };
      const mixed = await Promise.all([data.update(policy(4, 5)), data.update(stale), data.update(policy(999, 5))]);
      expect(mixed.map(({ kind }) => kind)).toEqual(["written", "conflict", "not-found"]);
      const orders = (await data.list("GlobalNetworkPolicy")).items.map(({ spec }) => spec?.order);
      expect(orders.filter((order) => order === 5)).toHaveLength(1);
      expect(orders.filter((order) => order === 4)).toHaveLength(299);
      const id = (i: number) => ({ kind: "GlobalNetworkPolicy", name: `p${i}` });
      const deleted = await Promise.all([...all, 1000].map((i) => data.delete(id(i))));
      expect(deleted.map(({ kind }) => kind)).toEqual([...all.map(() => "deleted"), "not-found"]);
      expect((await data.list("GlobalNetworkPolicy")).items).toEqual([]);
      await data.close();
    });

    it("a Node that is at another revision keeps all that belongs to it", async () => {
      const store = stores[0];
      if (store === undefined) throw new Error("a store");
      const data = await store.open();
      const made = await data.create(resource("Node", { name: "n" }));
      const stored = made.kind === "written" ? String(made.resource.metadata.resourceVersion) : "";
      await data.create(resource("FelixConfiguration", { name: "node.n" }));
      // The node changes between the look at it and its deletion: the condition alone must hold.
      const [deleted] = await Promise.all([
        data.delete({ kind: "Node", name: "n" }, { resourceVersion: String(Number(stored) - 1) }),
        data.update(resource("Node", { name: "n" }, { bgp: { asNumber: 5 } })),
      ]);
      expect(deleted.kind).toBe("conflict");
      expect((await data.list("FelixConfiguration")).items).toHaveLength(1);
      const current = (await data.get({ kind: "Node", name: "n" }))?.metadata.resourceVersion ?? "";
      expect((await data.delete({ kind: "Node", name: "n" }, { resourceVersion: current })).kind).toBe("deleted");
      expect((await data.list("FelixConfiguration")).items).toEqual([]);
      await data.close();
    });
  });
}

describe.skipIf(!hasEtcd)(`an etcd of other settings${needsEtcd}`, () => {
  it.each([
    ["fewer operations in a transaction", { "max-txn-ops": "5" }],
    ["smaller requests", { "max-request-bytes": "4000" }],
  ])("%s: all is written all the same", async (_, settings) => {
    const server = await startEtcd(undefined, settings);
    const data = await open(etcdConfig(server.endpoint));
    const all = Array.from({ length: 150 }, (_, i) => i);
    const annotations = { text: "x".repeat(200) };
    const made = await Promise.all(
      all.map((i) => data.apply({ ...hostEndpoint(`e${i}`), metadata: { name: `e${i}`, annotations } })),
    );
    expect(new Set(made.map(({ kind }) => kind))).toEqual(new Set(["written"]));
    const large = { ...hostEndpoint("large"), metadata: { name: "large", annotations: { text: "x".repeat(6000) } } };
    if ("max-request-bytes" in settings) {
      const settled = await Promise.allSettled([data.apply(large), data.apply(hostEndpoint("small"))]);
      expect(settled.map(({ status }) => status)).toEqual(["rejected", "fulfilled"]);
      expect(settled[0]).toMatchObject({ reason: { code: "datastore.too-large", effect: "refused" } });
    }
    const read = await Promise.all(all.map((i) => data.get({ kind: "HostEndpoint", name: `e${i}` })));
    expect(read.filter((item) => item?.metadata.annotations?.text !== annotations.text)).toEqual([]);
    await data.close();
    await server.stop();
  });

  it("a user who may write some keys only: those are written, the others refused", async () => {
    const server: EtcdServer = await startEtcd();
    const root = new Etcd3({ hosts: server.endpoint });
    const rootRole = await root.role("root").create();
    await (await root.user("root").create("pw")).addRole(rootRole);
    const role = await root.role("endpoints").create();
    const range = Range.prefix("/calico/resources/v3/projectcalico.org/hostendpoints/");
    await role.grant({ permission: "Readwrite", range });
    await (await root.user("u").create("pw")).addRole(role);
    await root.auth.authEnable();
    const kv = await openEtcd({ ...etcdConfig(server.endpoint), auth: { username: "u", password: "pw" } }, NEVER_MS);
    const key = (kind: string, i: number) => `/calico/resources/v3/projectcalico.org/${kind}/k${i}`;
    const all = Array.from({ length: 10 }, (_, i) => key(i === 4 ? "profiles" : "hostendpoints", i));
    const settled = await Promise.allSettled(all.map((name) => kv.put(name, "{}", ABSENT)));
    expect(settled.map(({ status }) => status === "fulfilled")).toEqual(all.map((_, i) => i !== 4));
    const fault = settled[4]?.status === "rejected" ? (settled[4].reason as unknown) : undefined;
    expect(fault).toBeInstanceOf(DatastoreError);
    expect(fault).toMatchObject({ code: "datastore.auth", effect: "refused" });
    await kv.close();
    root.close();
    await server.stop();
  });
});
