import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { DatastoreError } from "../../../src/datastore/datastore-error.ts";
import { openEmbedded } from "../../../src/datastore/embedded/embedded-store.ts";
import type { KeyValueStore } from "../../../src/datastore/kv/kv.ts";
import { dropNode } from "../../../src/datastore/resources/cascade.ts";
import { resourceStore } from "../../../src/datastore/resources/resource-store.ts";
import { type CalicoVersionRules, calicoVersionRules, DEFAULT_CALICO } from "../../../src/model/kinds/version.ts";
import { tmpFolder } from "../../support/tmp.ts";
import { NEVER_MS } from "../../support/wait.ts";
import { embeddedConfig, hostEndpoint, resource } from "../stores.ts";

const V3_32 = calicoVersionRules("v3.32") ?? DEFAULT_CALICO;
const workload = (node: string, pod: string) =>
  resource(
    "WorkloadEndpoint",
    { name: `${node}-k8s-${pod}-eth0`, namespace: "default" },
    { node, pod, orchestrator: "k8s", endpoint: "eth0", interfaceName: "cali1" },
  );
const peer = (name: string, spec: object) =>
  resource("BGPPeer", { name }, { peerIP: "10.0.0.9", asNumber: 1, ...spec });

/** A store with a node of each name and what belongs to them, and what it holds, without what stores begin with. */
async function cluster(calico: CalicoVersionRules) {
  const kv = await openEmbedded(embeddedConfig(join(tmpFolder(), "store.db")), NEVER_MS);
  const store = resourceStore(kv, calico);
  for (const node of ["n1", "n2"]) {
    for (const one of [
      resource("Node", { name: node }),
      workload(node, "p"),
      { ...hostEndpoint(`${node}-eth0`), spec: { node, interfaceName: "eth0" } },
      peer(`peer-${node}`, { node }),
      resource("FelixConfiguration", { name: `node.${node}` }),
      resource("BGPConfiguration", { name: `node.${node}` }, { logSeverityScreen: "Info" }),
    ])
      expect((await store.create(one)).kind).toBe("written");
  }
  await store.create(peer("global", {}));
  const left = async () => {
    const { kvs } = await kv.list("/calico/resources/v3/projectcalico.org/");
    const keys = kvs.map(({ key }) => key.replace("/calico/resources/v3/projectcalico.org/", ""));
    return keys.filter((key) => !/^(clusterinformations|tiers)\//.test(key));
  };
  return { kv, store, left };
}

/** What is left of a cluster of n1 and n2 without n1, but for host endpoints. */
const REST = [
  "bgpconfigurations/node.n2",
  "bgppeers/global",
  "bgppeers/peer-n2",
  "felixconfigurations/node.n2",
  "hostendpoints/n2-eth0",
  "nodes/n2",
  "workloadendpoints/default/n2-k8s-p-eth0",
];

describe("what goes with a Node", () => {
  test.each([
    ["v3.7", DEFAULT_CALICO, [...REST, "hostendpoints/n1-eth0"].sort()],
    ["v3.32", V3_32, REST],
  ] as const)("%s", async (_, calico, rest) => {
    const { store, left } = await cluster(calico);
    expect((await store.delete({ kind: "Node", name: "n1" })).kind).toBe("deleted");
    expect(await left()).toEqual(rest);
    await store.close();
  });

  test("nothing goes with one that is not there, or is at another revision", async () => {
    const { store, left } = await cluster(DEFAULT_CALICO);
    const before = await left();
    expect((await store.delete({ kind: "Node", name: "n3" })).kind).toBe("not-found");
    expect((await store.delete({ kind: "Node", name: "n1" }, { resourceVersion: "999" })).kind).toBe("conflict");
    expect(await left()).toEqual(before);
    await store.close();
  });
});

/** The same store with some of its calls made otherwise. */
function changed(kv: KeyValueStore, calls: Partial<KeyValueStore>): KeyValueStore {
  return {
    description: kv.description,
    timeoutMs: kv.timeoutMs,
    get: (key, revision) => kv.get(key, revision),
    list: (prefix, limit) => kv.list(prefix, limit),
    put: (key, value, expected) => kv.put(key, value, expected),
    drop: (key, expected) => kv.drop(key, expected),
    watch: (start, revision, signal) => kv.watch(start, revision, signal),
    close: () => kv.close(),
    ...calls,
  };
}

/** The same store, in which another writer does something right after a kind was listed. */
function meanwhile(kv: KeyValueStore, prefix: string, write: () => Promise<unknown>): KeyValueStore {
  return changed(kv, {
    async list(start, limit) {
      const range = await kv.list(start, limit);
      if (start.includes(prefix)) await write();
      return range;
    },
  });
}

describe("another writer while a Node is deleted", () => {
  const id = { kind: "HostEndpoint", name: "n1-eth0" };
  test.each([
    ["gives an endpoint to another node: it stays", { node: "n2", interfaceName: "eth0" }, true],
    ["changes an endpoint of the node: it goes", { node: "n1", interfaceName: "eth7" }, false],
  ] as const)("%s", async (_, spec, stays) => {
    const { kv, store, left } = await cluster(V3_32);
    const other = meanwhile(kv, "/hostendpoints/", () => store.update({ ...hostEndpoint("n1-eth0"), spec }));
    expect((await dropNode(other, "n1", undefined, V3_32)).kind).toBe("deleted");
    expect((await left()).includes("hostendpoints/n1-eth0")).toBe(stays);
    expect((await store.get(id))?.spec).toEqual(stays ? spec : undefined);
    await store.close();
  });

  test("deletes the endpoint itself: that is not an error", async () => {
    const { kv, store, left } = await cluster(V3_32);
    const other = meanwhile(kv, "/hostendpoints/", () => store.delete(id));
    expect((await dropNode(other, "n1", undefined, V3_32)).kind).toBe("deleted");
    expect(await left()).toEqual(REST);
    await store.close();
  });

  test("a value of the node's that cannot be read is left alone", async () => {
    const { kv, store, left } = await cluster(V3_32);
    await kv.put("/calico/resources/v3/projectcalico.org/bgppeers/broken", "{", "0");
    await store.delete({ kind: "Node", name: "n1" });
    expect(await left()).toEqual([...REST, "bgppeers/broken"].sort());
    await store.close();
  });
});

describe("a datastore that is gone in the middle of a delete", () => {
  const GONE = "cannot reach etcd";
  const fail = (): never => {
    throw new DatastoreError("datastore.timeout", GONE, "wait");
  };
  const pool = resource("IPPool", { name: "p" }, { cidr: "10.0.0.0/16", vxlanMode: "Never", ipipMode: "Never" });
  type Case = readonly [what: string, kind: string, at: boolean, lost: string, message: string, effect: string];
  test.each<Case>([
    ["a Node before anything was done", "Node", true, "drop /nodes/", GONE, "none"],
    ["what belongs to a Node, which stays", "Node", false, "list /bgppeers/", GONE, "none"],
    [
      "what belongs to a Node that is gone",
      "Node",
      true,
      "list /bgppeers/",
      `Node n1 is deleted, and deleting what belongs to it failed: ${GONE}`,
      "unknown",
    ],
    ["a pool before it is disabled", "IPPool", false, "put /ippools/", GONE, "none"],
    [
      "a pool that is disabled",
      "IPPool",
      false,
      "drop /ippools/",
      `IPPool p is disabled, and deleting it failed: ${GONE}`,
      "none",
    ],
  ])("%s", async (_, kind, at, lost, message, effect) => {
    const { kv, store } = await cluster(DEFAULT_CALICO);
    await store.create(pool);
    const name = kind === "Node" ? "n1" : "p";
    const stored = (await store.get({ kind, name }))?.metadata.resourceVersion ?? "";
    const is = (call: string, key: string) =>
      `${call} ${key}`.includes(lost.replace(/ .*/, " ")) && key.includes(lost.replace(/.* /, ""));
    const broken = changed(kv, {
      list: (prefix, limit) => (is("list", prefix) ? fail() : kv.list(prefix, limit)),
      put: (key, value, expected) => (is("put", key) ? fail() : kv.put(key, value, expected)),
      drop: (key, expected) => (is("drop", key) ? fail() : kv.drop(key, expected)),
    });
    const deleting = resourceStore(broken, DEFAULT_CALICO).delete(
      { kind, name },
      at ? { resourceVersion: stored } : {},
    );
    await expect(deleting).rejects.toMatchObject({ code: "datastore.timeout", message, help: "wait", effect });
    expect(await store.get({ kind, name })).toEqual(
      effect === "unknown" ? undefined : expect.objectContaining({ kind }),
    );
    await store.close();
  });
});
