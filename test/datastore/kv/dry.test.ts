import { beforeEach, describe, expect, test } from "vitest";
import type { Datastore } from "../../../src/datastore/datastore.ts";
import { openEmbedded } from "../../../src/datastore/embedded/embedded-store.ts";
import { openDatastore } from "../../../src/datastore/open.ts";
import { calicoVersionRules, DEFAULT_CALICO } from "../../../src/model/kinds/version.ts";
import type { Resource, ResourceId } from "../../../src/model/resource.ts";
import { tmpFolder } from "../../support/tmp.ts";
import { embeddedConfig, hostEndpoint, resource } from "../stores.ts";

type Step =
  | readonly ["create" | "apply" | "update", Resource]
  | readonly ["delete", ResourceId, { readonly resourceVersion?: string }?];

const pool = (name: string, cidr: string, more = {}) => resource("IPPool", { name }, { cidr, ...more });
const gnp = (name: string, spec = {}) => resource("GlobalNetworkPolicy", { name }, { selector: "all()", ...spec });
const versioned = (one: Resource, resourceVersion: string): Resource => ({
  ...one,
  metadata: { ...one.metadata, resourceVersion },
});
const node = resource("Node", { name: "n1" });

/** What the store holds first, what is tried, and what comes of each; `default` is v3.7. */
const CASES: readonly (readonly [
  title: string,
  version: "v3.7" | "v3.32",
  before: readonly Resource[],
  steps: readonly Step[],
  outcomes: readonly string[],
])[] = [
  ["a new one", "v3.7", [], [["create", hostEndpoint("a")]], ["written"]],
  ["one that exists", "v3.7", [hostEndpoint("a")], [["create", hostEndpoint("a")]], ["exists"]],
  [
    "the same one twice",
    "v3.7",
    [],
    [
      ["create", hostEndpoint("a")],
      ["create", hostEndpoint("a")],
    ],
    ["written", "exists"],
  ],
  [
    "deleted, then replaced",
    "v3.7",
    [hostEndpoint("a")],
    [
      ["delete", { kind: "HostEndpoint", name: "a" }],
      ["update", hostEndpoint("a")],
      ["delete", { kind: "HostEndpoint", name: "a" }],
      ["create", hostEndpoint("a")],
    ],
    ["deleted", "not-found", "not-found", "written"],
  ],
  [
    "revisions that are not the stored ones",
    "v3.7",
    [hostEndpoint("a")],
    [
      ["update", versioned(hostEndpoint("a"), "1")],
      ["apply", versioned(hostEndpoint("a"), "77")],
      ["delete", { kind: "HostEndpoint", name: "a" }, { resourceVersion: "77" }],
      ["create", versioned(hostEndpoint("b"), "1")],
    ],
    ["conflict", "conflict", "conflict", "refused"],
  ],
  [
    "the revision that is stored, which the first write ends",
    "v3.7",
    [hostEndpoint("a")],
    [
      ["update", versioned(hostEndpoint("a"), "2")],
      ["update", versioned(hostEndpoint("a"), "2")],
      ["update", versioned(hostEndpoint("a"), "3")],
    ],
    ["written", "conflict", "written"],
  ],
  [
    "kinds that Calico writes itself",
    "v3.7",
    [node],
    [
      ["apply", resource("ClusterInformation", { name: "default" })],
      ["delete", { kind: "ClusterInformation", name: "default" }],
    ],
    ["refused", "refused"],
  ],
  [
    "pools that overlap a stored one, or one of the same run",
    "v3.7",
    [pool("a", "10.0.0.0/16")],
    [
      ["create", pool("b", "10.0.1.0/24")],
      ["create", pool("c", "10.1.0.0/16")],
      ["create", pool("d", "10.1.1.0/24")],
      ["apply", pool("a", "10.9.0.0/16")],
      ["delete", { kind: "IPPool", name: "a" }],
      ["create", pool("e", "10.0.1.0/24")],
      ["create", pool("f", "10.0.1.0/026")],
    ],
    ["refused", "written", "refused", "refused", "deleted", "written", "refused"],
  ],
  [
    "a node takes its own configuration with it",
    "v3.7",
    [node, resource("BGPPeer", { name: "p" }, { node: "n1", peerIP: "10.0.0.1", asNumber: 1 })],
    [
      ["delete", { kind: "Node", name: "n1" }],
      ["delete", { kind: "BGPPeer", name: "p" }],
    ],
    ["deleted", "not-found"],
  ],
  [
    "tiers: of a new store, unknown, of the same run, in use",
    "v3.32",
    [],
    [
      ["create", gnp("first")],
      ["create", gnp("lost.p", { tier: "lost" })],
      ["create", resource("Tier", { name: "own" }, { order: 5 })],
      ["create", gnp("own.p", { tier: "own" })],
      ["delete", { kind: "Tier", name: "own" }],
      ["delete", { kind: "GlobalNetworkPolicy", name: "own.p" }],
      ["delete", { kind: "Tier", name: "own" }],
      ["delete", { kind: "Tier", name: "default" }],
    ],
    ["written", "refused", "written", "written", "refused", "deleted", "deleted", "refused"],
  ],
  [
    "filters that a peer names",
    "v3.32",
    [],
    [
      ["create", resource("BGPPeer", { name: "p" }, { peerIP: "10.0.0.1", asNumber: 1, filters: ["f"] })],
      ["create", resource("BGPFilter", { name: "f" })],
      ["create", resource("BGPPeer", { name: "p" }, { peerIP: "10.0.0.1", asNumber: 1, filters: ["f"] })],
    ],
    ["refused", "written", "written"],
  ],
  [
    "a policy's own revision, after others in the run",
    "v3.32",
    [gnp("p")],
    [
      ["update", versioned(gnp("p"), "6")],
      ["update", versioned(gnp("p"), "6")],
    ],
    ["written", "conflict"],
  ],
  [
    "the profile that is built in",
    "v3.32",
    [],
    [["apply", resource("Profile", { name: "projectcalico-default-allow" })]],
    ["refused"],
  ],
];

let path = "";
beforeEach(() => {
  path = `${tmpFolder()}/store.db`;
});

async function dump(): Promise<unknown> {
  const kv = await openEmbedded(embeddedConfig(path), 1000);
  const all = await kv.list("/");
  await kv.close();
  return all;
}

/** The outcome without what a clock and chance decide. */
const plain = (result: unknown): unknown =>
  JSON.parse(
    JSON.stringify(result, (key, value) => (key === "uid" || key === "creationTimestamp" ? undefined : value)),
  );

async function take(store: Datastore, steps: readonly Step[]): Promise<unknown[]> {
  const results: unknown[] = [];
  for (const [verb, ...args] of steps) {
    const call = store[verb] as (...given: unknown[]) => Promise<unknown>;
    results.push(plain(await call.apply(store, args)));
  }
  return results;
}

describe("a dry run", () => {
  test.each(CASES)("%s (%s)", async (_, version, before, steps, outcomes) => {
    const calico = calicoVersionRules(version) ?? DEFAULT_CALICO;
    const store = await openDatastore(embeddedConfig(path), { timeoutMs: 1000, calico });
    for (const one of before) expect((await store.apply(one)).kind).toBe("written");
    const stored = await dump();

    const dry = await take(store.dryRun(), steps);
    expect(dry.map((result) => (result as { kind: string }).kind)).toEqual(outcomes);
    expect(await dump()).toEqual(stored);
    // A second one knows nothing of the first.
    expect(await take(store.dryRun(), steps)).toEqual(dry);

    // Not the outcome alone: reasons, resources, what they replace and their revisions are those of the real run.
    expect(await take(store, steps)).toEqual(dry);
    await store.close();
  });

  test("lists and reads what it wrote, in key order, over what is stored", async () => {
    const store = await openDatastore(embeddedConfig(path), { timeoutMs: 1000, calico: DEFAULT_CALICO });
    for (const name of ["b", "d", "f"]) await store.create(hostEndpoint(name));
    const dry = store.dryRun();
    for (const name of ["a", "e"]) await dry.create(hostEndpoint(name));
    await dry.delete({ kind: "HostEndpoint", name: "d" });
    await dry.update(hostEndpoint("f", { interfaceName: "eth9" }));
    const { items, revision } = await dry.list("HostEndpoint");
    expect(items.map(({ metadata }) => metadata.name)).toEqual(["a", "b", "e", "f"]);
    expect(revision).toBe("8");
    expect((await dry.get({ kind: "HostEndpoint", name: "f" }))?.spec?.interfaceName).toBe("eth9");
    expect(await dry.get({ kind: "HostEndpoint", name: "f" }, { resourceVersion: "4" })).toBeUndefined();
    expect(await dry.get({ kind: "HostEndpoint", name: "b" }, { resourceVersion: "2" })).toBeDefined();
    expect(await dry.get({ kind: "HostEndpoint", name: "d" })).toBeUndefined();
    expect((await store.get({ kind: "HostEndpoint", name: "f" }))?.spec?.interfaceName).toBe("eth0");
    expect((await store.list("HostEndpoint")).items).toHaveLength(3);
    await dry.close();
  });
});

describe("what a store of v3.32 begins with", () => {
  const calico = calicoVersionRules("v3.32") ?? DEFAULT_CALICO;
  const raw = async (key: string, value: unknown): Promise<void> => {
    const kv = await openEmbedded(embeddedConfig(path), 1000);
    await kv.put(`/calico/resources/v3/projectcalico.org/${key}`, JSON.stringify(value), "0");
    await kv.close();
  };

  test.each([
    ["an update that leaves it alone", { initialise: false }, 1],
    ["any other update", {}, 5],
  ])("%s", async (_, options, keys) => {
    await raw("globalnetworkpolicies/p", {
      kind: "GlobalNetworkPolicy",
      apiVersion: "projectcalico.org/v3",
      metadata: {
        name: "p",
        labels: { "projectcalico.org/tier": "default" },
        annotations: { "projectcalico.org/metadata": '{"name":"p"}' },
      },
      spec: { tier: "default", selector: "all()", types: ["Ingress"] },
    });
    const store = await openDatastore(embeddedConfig(path), { timeoutMs: 1000, calico });
    const written = await store.update(gnp("p", { order: 3 }), options);
    expect(written).toMatchObject({ kind: "written", resource: { spec: { order: 3, tier: "default" } } });
    expect(((await dump()) as { kvs: unknown[] }).kvs).toHaveLength(keys);
    await store.close();
  });
});
