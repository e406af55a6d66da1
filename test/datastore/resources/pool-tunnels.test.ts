import { describe, expect, test } from "vitest";
import type { Datastore } from "../../../src/datastore/datastore.ts";
import { openDatastore } from "../../../src/datastore/open.ts";
import { enableTunnels } from "../../../src/datastore/resources/pool-tunnels.ts";
import { calicoVersionRules, DEFAULT_CALICO } from "../../../src/model/kinds/version.ts";
import type { Resource } from "../../../src/model/resource.ts";
import { needsEtcd } from "../../support/etcd.ts";
import { NEVER_MS } from "../../support/wait.ts";
import { type ConfiguredStore, resource, STORES, storeForSuite } from "../stores.ts";

type Spec = Readonly<Record<string, unknown>>;

const FELIX = { kind: "FelixConfiguration", name: "default" };
const felix = (spec: Spec): Resource => resource("FelixConfiguration", { name: "default" }, spec);
const pool = (spec: Spec): Resource => resource("IPPool", { name: "p" }, { cidr: "10.0.0.0/16", ...spec });

const IPIP = { ipipMode: "CrossSubnet" };
const VXLAN = { vxlanMode: "Always" };

/** The configuration before (`undefined`: none), the pools written one after the other, and the configuration after in v3.9. */
const CASES: readonly (readonly [string, Spec | undefined, readonly Spec[], Spec | undefined])[] = [
  ["no tunnel", undefined, [{}], undefined],
  ["Never, said", undefined, [{ ipipMode: "Never", vxlanMode: "Never" }], undefined],
  ["IPIP, no configuration", undefined, [IPIP], { ipipEnabled: true }],
  ["IPIP Always", undefined, [{ ipipMode: "Always" }], { ipipEnabled: true }],
  ["VXLAN, no configuration", undefined, [VXLAN], { vxlanEnabled: true }],
  ["a disabled pool too", undefined, [{ ...IPIP, disabled: true }], { ipipEnabled: true }],
  ["another setting stays", { ipipMTU: 1400 }, [IPIP], { ipipEnabled: true, ipipMTU: 1400 }],
  ["off stays off", { ipipEnabled: false }, [IPIP], { ipipEnabled: false }],
  ["on stays on", { ipipEnabled: true }, [IPIP], { ipipEnabled: true }],
  [
    "the other tunnel's setting does not count",
    { vxlanEnabled: false },
    [IPIP],
    { ipipEnabled: true, vxlanEnabled: false },
  ],
  ["an update turns it on", undefined, [{}, IPIP], { ipipEnabled: true }],
  ["from IPIP to VXLAN both are on", undefined, [IPIP, VXLAN], { ipipEnabled: true, vxlanEnabled: true }],
  ["back to Never it stays on", undefined, [IPIP, {}], { ipipEnabled: true }],
];

const WRITES = {
  "create, then update": (store: Datastore, made: Resource, at: number) =>
    at === 0 ? store.create(made) : store.update(made),
  apply: (store: Datastore, made: Resource) => store.apply(made, { keepUnchanged: true }),
} as const;

for (const { name, available, start } of STORES) {
  describe.skipIf(!available)(`pools with tunnels: ${name}${available ? "" : needsEtcd}`, () => {
    let store: ConfiguredStore;
    let data: Datastore;
    storeForSuite(start, (started, connection) => {
      store = started;
      data = connection;
    });
    const reset = async (before: Spec | undefined): Promise<void> => {
      await data.delete({ kind: "IPPool", name: "p" });
      await data.delete(FELIX);
      if (before !== undefined) await data.create(felix(before));
    };
    const settings = async (from: Datastore = data): Promise<Spec | undefined> => {
      const { XDPRefreshInterval: _, ...spec } = (await from.get(FELIX))?.spec ?? {};
      return (await from.get(FELIX)) && spec;
    };

    describe.each(Object.entries(WRITES))("%s", (_, write) => {
      test.each(CASES)("%s", async (_what, before, pools, after) => {
        await reset(before);
        for (const [at, spec] of pools.entries()) {
          expect((await write(data, pool(spec), at)).kind).toBe("written");
        }
        expect(await settings()).toEqual(after);
      });
    });

    test("apply of an unchanged pool sets it again where it was taken away", async () => {
      await reset(undefined);
      await data.create(pool(IPIP));
      await data.delete(FELIX);
      expect((await data.apply(pool(IPIP), { keepUnchanged: true })).kind).toBe("unchanged");
      expect(await settings()).toEqual({ ipipEnabled: true });
    });

    test("a refused pool changes nothing", async () => {
      await reset(undefined);
      await data.create(pool({}));
      expect((await data.update(pool({ ...IPIP, cidr: "10.5.0.0/16" }))).kind).toBe("refused");
      expect(await settings()).toBeUndefined();
    });

    test("a dry run sets it in memory only", async () => {
      await reset({ ipipMTU: 1400 });
      const dry = data.dryRun();
      await dry.create(pool(IPIP));
      expect([await settings(dry), await settings()]).toEqual([
        { ipipEnabled: true, ipipMTU: 1400 },
        { ipipMTU: 1400 },
      ]);
    });

    test("v3.32 leaves the configuration alone: its Felix reads the pools", async () => {
      await reset(undefined);
      const calico = calicoVersionRules("v3.32") ?? expect.unreachable();
      const newer = await openDatastore(store.config, { timeoutMs: NEVER_MS, calico });
      expect(await enableTunnels(pool({ ...IPIP, ...VXLAN }), newer, calico)).toBeUndefined();
      await newer.close();
      expect(await settings()).toBeUndefined();
    });

    test.each([
      ["creates it", undefined],
      ["changes it", { ipipMTU: 1400 }],
    ] as const)("another writer that %s meanwhile loses nothing", async (_, before) => {
      await reset(before);
      let interferences = 0;
      const interfering: Datastore = Object.create(data, {
        get: {
          value: async (id: typeof FELIX) => {
            const found = await data.get(id);
            if (interferences++ === 0) await data.apply(felix({ usageReportingEnabled: false }));
            return found;
          },
        },
        create: { value: (made: Resource) => data.create(made) },
        update: { value: (made: Resource) => data.update(made) },
      });
      expect(await enableTunnels(pool(IPIP), interfering, DEFAULT_CALICO)).toBeUndefined();
      expect(await settings()).toEqual({ ipipEnabled: true, usageReportingEnabled: false });
    });

    test("where others win each time, it says so", async () => {
      await reset({ ipipMTU: 1 });
      const contested: Datastore = Object.create(data, {
        get: { value: (id: typeof FELIX) => data.get(id) },
        timeoutMs: { value: 100 },
        update: { value: async () => ({ kind: "conflict", stored: "9" }) },
      });
      const result = await enableTunnels(pool(IPIP), contested, DEFAULT_CALICO);
      expect(result).toMatchObject({ kind: "refused", reason: expect.stringContaining("ipipEnabled") });
    });

    test("deleting a disabled pool is one revision, an enabled one two", async () => {
      const spent: number[] = [];
      for (const disabled of [true, false]) {
        await reset(undefined);
        await data.create(pool({ disabled }));
        const before = Number((await data.list("IPPool")).revision);
        await data.delete({ kind: "IPPool", name: "p" });
        spent.push(Number((await data.list("IPPool")).revision) - before);
      }
      expect(spent).toEqual([1, 2]);
    });
  });
}
