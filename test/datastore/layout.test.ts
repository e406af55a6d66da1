import { describe, expect, it } from "vitest";
import type { Datastore } from "../../src/datastore/datastore.ts";
import { openEmbedded } from "../../src/datastore/embedded/embedded-store.ts";
import { ABSENT, type KeyValueStore } from "../../src/datastore/kv/kv.ts";
import {
  checkRelease,
  detectLayout,
  layoutConflict,
  readLayoutEvidence,
  versionRulesFor,
} from "../../src/datastore/layout.ts";
import { openDatastore } from "../../src/datastore/open.ts";
import { type CalicoVersionRules, calicoVersionRules, DEFAULT_CALICO } from "../../src/model/kinds/version.ts";
import { tmpFolder } from "../support/tmp.ts";
import { embeddedConfig, hostEndpoint, resource } from "./stores.ts";

const ROOT = "/calico/resources/v3/projectcalico.org";
const V37 = DEFAULT_CALICO;
const V332 = calicoVersionRules("v3.32") as CalicoVersionRules;

/** A store's contents: keys below the root, each with the value's own parts. */
type Contents = Readonly<Record<string, object | string>>;

const CLUSTER = (calicoVersion: string): Contents => ({ "/clusterinformations/default": { spec: { calicoVersion } } });
const OLD: Contents = { "/globalnetworkpolicies/default.p": { metadata: { name: "default.p" } } };
const NEW: Contents = { "/networkpolicies/ns/p": { metadata: { name: "p", namespace: "ns" } } };
const NEW_PREFIXED: Contents = {
  "/globalnetworkpolicies/default.p": {
    metadata: { name: "default.p", annotations: { "projectcalico.org/metadata": "{}" } },
  },
};
const TIERS: Contents = { "/tiers/default": { metadata: { name: "default" } } };

async function filled<T>(contents: Contents, use: (kv: KeyValueStore, path: string) => Promise<T>): Promise<T> {
  const path = `${tmpFolder()}/store.db`;
  const kv = await openEmbedded(embeddedConfig(path), 1000);
  for (const [key, value] of Object.entries(contents))
    await kv.put(ROOT + key, typeof value === "string" ? value : JSON.stringify(value), ABSENT);
  const result = await use(kv, path);
  await kv.close();
  return result;
}

describe("what a store says of itself", () => {
  const cases: readonly (readonly [string, Contents, string | undefined])[] = [
    ["nothing", {}, undefined],
    ["no more than another kind", { "/hostendpoints/x": {} }, undefined],
    ["its release", CLUSTER("v3.32.1"), "v3.32"],
    ["its release without a v, of a build", CLUSTER("3.9.5-0.dev-5-gabc"), "v3.7"],
    ["a release we do not know", CLUSTER("v3.29.0"), undefined],
    ["an empty release", CLUSTER(""), undefined],
    ["a release that is not a string", { "/clusterinformations/default": '{"spec":{"calicoVersion":5}}' }, undefined],
    ["a value that is not JSON", { "/clusterinformations/default": "{" }, undefined],
    ["its tiers", TIERS, "v3.32"],
    ["policies with the prefix", OLD, "v3.7"],
    ["policies under their own names", NEW, "v3.32"],
    ["policies of the tier default, named so", NEW_PREFIXED, "v3.32"],
    ["both sorts of policies", { ...OLD, ...NEW }, "v3.32"],
    ["the release before the policies", { ...CLUSTER("v3.9.5"), ...NEW }, "v3.7"],
    ["policies made from Kubernetes' own", { "/networkpolicies/ns/knp.default.x": {} }, undefined],
  ];
  it.each(cases)("%s", async (_name, contents, version) => {
    expect((await filled(contents, detectLayout))?.version).toBe(version);
    const signs = await filled(contents, (kv) => readLayoutEvidence(kv));
    expect(versionRulesFor(signs, undefined).version).toBe(version ?? "v3.7");
    expect(versionRulesFor(signs, V332)).toBe(V332);
  });
});

describe("the other layout", () => {
  const cases: readonly (readonly [string, Contents, CalicoVersionRules, RegExp | undefined])[] = [
    ["nothing", {}, V332, undefined],
    ["nothing", {}, V37, undefined],
    ["its own policies", OLD, V37, undefined],
    ["old policies", OLD, V332, /earlier Calico than v3.32/],
    ["old policies beside tiers", { ...OLD, ...TIERS }, V332, undefined],
    ["tiers", TIERS, V37, /later Calico than v3.7.*tiers/],
    ["new policies", NEW, V37, /without the prefix/],
  ];
  it.each(cases)("%s: read, and written or not", async (_name, contents, calico, reason) => {
    expect(layoutConflict(await filled(contents, (kv) => readLayoutEvidence(kv)), calico)).toEqual(
      reason === undefined ? undefined : expect.stringMatching(reason),
    );
    await filled(contents, async (_kv, path) => {
      const store = await openDatastore(embeddedConfig(path), { timeoutMs: 1000, calico });
      const before = (await store.list("HostEndpoint")).revision;
      const refused = reason !== undefined;
      const results = [
        await store.create(hostEndpoint("a")),
        await store.apply(hostEndpoint("a")),
        await store.update(hostEndpoint("a")),
        await store.delete({ kind: "HostEndpoint", name: "a" }),
      ];
      expect(results.map(({ kind }) => kind === "refused")).toEqual(results.map(() => refused));
      if (refused) {
        expect(results[0]).toMatchObject({ help: expect.stringContaining("--calico-version") });
        expect((await store.list("HostEndpoint")).revision).toBe(before);
      }
      await store.close();
    });
  });
});

describe("the cluster's release", () => {
  const check = (calicoVersion: string, calico: CalicoVersionRules, refused: boolean) => {
    const run = () => checkRelease({ calicoVersion, tiers: true }, calico);
    if (refused) expect(run).toThrow(/the cluster runs Calico v/);
    else run();
  };
  it.each([
    ["v3.32.1", V332, false],
    ["3.32.1", V332, false],
    ["v3.32.1-0.dev-5-gabc", V332, false],
    ["v3.32.0", V332, true],
    ["v3.9.5", V332, true],
    ["v3.31.0", V37, false],
  ] as const)("%s", (calicoVersion, calico, refused) => check(calicoVersion, calico, refused));

  it("is checked when a store is opened, unless a mismatch is allowed", () =>
    filled({ ...CLUSTER("v3.31.0"), ...TIERS }, async (_kv, path) => {
      const options = { timeoutMs: 1000, calico: undefined };
      await expect(openDatastore(embeddedConfig(path), options)).rejects.toMatchObject({
        code: "store.version-mismatch",
        help: expect.stringContaining("--allow-version-mismatch"),
      });
      const store = await openDatastore(embeddedConfig(path), { ...options, allowVersionMismatch: true });
      expect(store.calico).toBe(V332);
      await store.close();
    }));
});

describe("v3.32", () => {
  const policy = (name: string, spec: Readonly<Record<string, unknown>> = {}) =>
    resource("GlobalNetworkPolicy", { name, annotations: { note: "x" } }, { ingress: [{ action: "Allow" }], ...spec });
  const with332 = (contents: Contents, use: (store: Datastore, kv: KeyValueStore) => Promise<void>) =>
    filled(contents, async (kv, path) => {
      const store = await openDatastore(embeddedConfig(path), { timeoutMs: 1000, calico: V332 });
      await use(store, kv);
      await store.close();
    });

  it("begins a store once, with what every write needs", () =>
    with332({}, async (store, kv) => {
      await Promise.all([store.create(hostEndpoint("a")), store.create(hostEndpoint("b"))]);
      await store.apply(hostEndpoint("a"));
      const { kvs } = await kv.list(ROOT);
      expect(kvs.map(({ key, createRevision }) => [key.slice(ROOT.length), createRevision])).toEqual([
        ["/clusterinformations/default", "2"],
        ["/hostendpoints/a", "6"],
        ["/hostendpoints/b", "7"],
        ["/tiers/default", "3"],
        ["/tiers/kube-admin", "4"],
        ["/tiers/kube-baseline", "5"],
      ]);
      const tiers = (await store.list("Tier")).items.map(({ metadata }) => metadata.name);
      expect(tiers).toEqual(["kube-admin", "default", "kube-baseline"]);
    }));

  it("keeps its own annotation and empty sides of rules to itself, and stores them", () =>
    with332({}, async (store, kv) => {
      await store.create(policy("p"));
      const stored = (await kv.get(`${ROOT}/globalnetworkpolicies/p`)).kvs[0]?.value ?? "";
      expect(JSON.parse(stored)).toMatchObject({
        metadata: { annotations: { note: "x", "projectcalico.org/metadata": '{"name":"p"}' } },
        spec: { tier: "default", ingress: [{ action: "Allow", source: {}, destination: {} }] },
      });
      const shown = await store.get({ kind: "GlobalNetworkPolicy", name: "p" });
      expect(shown?.metadata.annotations).toEqual({ note: "x" });
      expect(shown?.spec?.ingress).toEqual([{ action: "Allow" }]);
      // What is shown, written back, is what was stored.
      if (shown) await store.apply(shown);
      expect((await kv.get(`${ROOT}/globalnetworkpolicies/p`)).kvs[0]?.value).toBe(stored);
    }));

  it("shows older policies without their prefix, and finds them with it", () =>
    with332({ ...OLD, ...TIERS }, async (store) => {
      const { items } = await store.list("GlobalNetworkPolicy");
      expect(items.map(({ metadata }) => [metadata.name, metadata.labels])).toEqual([
        ["p", { "projectcalico.org/tier": "default" }],
      ]);
      expect(await store.get({ kind: "GlobalNetworkPolicy", name: "p" })).toBeUndefined();
      expect((await store.get({ kind: "GlobalNetworkPolicy", name: "default.p" }))?.metadata.name).toBe("p");
    }));

  it("asks for the tier and the filters that a resource names", () =>
    with332({}, async (store) => {
      const results = [
        await store.create(policy("t.p", { tier: "t" })),
        await store.create(resource("Tier", { name: "t" }, { order: 5 })),
        await store.create(policy("t.p", { tier: "t" })),
        await store.delete({ kind: "Tier", name: "t" }),
        await store.delete({ kind: "Tier", name: "default" }),
        await store.delete({ kind: "GlobalNetworkPolicy", name: "t.p" }),
        await store.delete({ kind: "Tier", name: "t" }),
        await store.create(resource("BGPPeer", { name: "b" }, { peerIP: "10.0.0.1", filters: ["f"] })),
        await store.create(resource("BGPFilter", { name: "f" })),
        await store.create(resource("BGPPeer", { name: "b" }, { peerIP: "10.0.0.1", filters: ["f"] })),
      ];
      expect(results.map(({ kind }) => kind)).toEqual(
        "refused written written refused refused deleted deleted refused written written".split(" "),
      );
    }));

  it("has a profile that no key holds", () =>
    with332({}, async (store) => {
      const name = "projectcalico-default-allow";
      expect((await store.list("Profile")).items.map(({ metadata }) => metadata.name)).toEqual([name]);
      expect((await store.get({ kind: "Profile", name }))?.spec?.egress).toEqual([{ action: "Allow" }]);
      expect((await store.apply(resource("Profile", { name }))).kind).toBe("refused");
      expect((await store.delete({ kind: "Profile", name })).kind).toBe("refused");
    }));

  it("deletes a node's host endpoints with it", () =>
    with332({}, async (store) => {
      await store.create(resource("Node", { name: "node1" }));
      await store.create(hostEndpoint("a"));
      await store.delete({ kind: "Node", name: "node1" });
      expect((await store.list("HostEndpoint")).items).toEqual([]);
    }));
});

it("kinds of a later version are an error", () =>
  filled({}, async (_kv, path) => {
    const store = await openDatastore(embeddedConfig(path), { timeoutMs: 1000, calico: V37 });
    await expect(store.list("Tier")).rejects.toMatchObject({ code: "kind.version" });
    await expect(store.create(resource("Tier", { name: "t" }))).rejects.toMatchObject({ code: "kind.version" });
    await store.close();
  }));

describe("pools", () => {
  const pool = (name: string, spec: Readonly<Record<string, unknown>>) => resource("IPPool", { name }, spec);
  it.each([V37, V332])("share no addresses, and keep their blocks: $version", (calico) =>
    filled({}, async (_kv, path) => {
      const store = await openDatastore(embeddedConfig(path), { timeoutMs: 1000, calico });
      const kinds = [
        await store.create(pool("a", { cidr: "10.0.0.0/16" })),
        await store.create(pool("b", { cidr: "10.0.1.0/24" })),
        await store.create(pool("c", { cidr: "10.0.0.0/8" })),
        await store.create(pool("d", { cidr: "10.1.0.0/16" })),
        await store.apply(pool("a", { cidr: "10.0.0.0/16", natOutgoing: true })),
        await store.apply(pool("a", { cidr: "10.0.0.0/16", blockSize: 25 })),
        await store.update(pool("a", { cidr: "10.2.0.0/16" })),
      ].map(({ kind }) => kind);
      expect(kinds).toEqual(["written", "refused", "refused", "written", "written", "refused", "refused"]);
      await store.close();
    }),
  );

  it("for load balancers stay so", () =>
    filled({}, async (_kv, path) => {
      const store = await openDatastore(embeddedConfig(path), { timeoutMs: 1000, calico: V332 });
      const uses = (...allowedUses: string[]) => pool("a", { cidr: "10.0.0.0/16", allowedUses });
      const kinds = [
        await store.create(uses("LoadBalancer")),
        await store.apply(pool("a", { cidr: "10.0.0.0/16", allowedUses: ["LoadBalancer"], assignmentMode: "Manual" })),
        await store.apply(uses("Workload")),
        await store.apply(pool("a", { cidr: "10.0.0.0/16" })),
      ].map(({ kind }) => kind);
      expect(kinds).toEqual(["written", "written", "refused", "refused"]);
      await store.close();
    }));

  it.each([
    [V37, true],
    [V332, undefined],
  ] as const)("with VXLAN turn it on, once, in v3.9", (calico, enabled) =>
    filled({}, async (_kv, path) => {
      const store = await openDatastore(embeddedConfig(path), { timeoutMs: 1000, calico });
      await store.create(pool("a", { cidr: "10.0.0.0/16", vxlanMode: "Always" }));
      const felix = { kind: "FelixConfiguration", name: "default" };
      expect((await store.get(felix))?.spec?.vxlanEnabled).toBe(enabled);
      if (enabled) {
        const decided = resource("FelixConfiguration", { name: "default" }, { vxlanEnabled: false });
        await store.update(decided);
        await store.create(pool("b", { cidr: "10.1.0.0/16", vxlanMode: "Always" }));
        expect((await store.get(felix))?.spec?.vxlanEnabled).toBe(false);
      }
      await store.close();
    }),
  );
});
