import { describe, expect, it } from "vitest";
import type { Datastore } from "../../src/datastore/datastore.ts";
import type { Resource } from "../../src/model/resource.ts";
import { needsEtcd } from "../support/etcd.ts";
import { ALL_STORES, hostEndpoint, resource, storeForSuite, type TestStore } from "./stores.ts";

const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/;

for (const { name, available, start, isCluster = false, isShared = false } of ALL_STORES) {
  describe.skipIf(!available)(`datastore contract: ${name}${available || name !== "etcd" ? "" : needsEtcd}`, () => {
    /** A test of writing Nodes: a cluster's are made by its kubelets, and its refusals have tests of their own (kubernetes/). */
    const itOfNodes = (what: string, work: () => Promise<void>): void => {
      if (!isCluster) it(what, work);
    };
    let store: TestStore;
    let data: Datastore;
    storeForSuite(start, (started, connection) => {
      store = started;
      data = connection;
    });

    const written = async (result: ReturnType<Datastore["create"]>): Promise<Resource> => {
      const settled = await result;
      expect(settled.kind).toBe("written");
      if (settled.kind !== "written") throw new Error(settled.kind);
      return settled.resource;
    };
    const revision = async (): Promise<number> => Number((await data.list("HostEndpoint")).revision);
    /** A store with writers of its own counts their changes, too. */
    const expectRevision = (is: unknown, expected: number): void => {
      if (isShared) expect(Number(is)).toBeGreaterThanOrEqual(expected);
      else expect(Number(is)).toBe(expected);
    };
    const id = (name: string, kind = "HostEndpoint") => ({ kind, name });

    it("starts at revision 1, empty, and reading writes nothing", async () => {
      const first = await revision();
      const { revision: _, ...list } = await data.list("HostEndpoint");
      expect(list).toEqual({ items: [], ids: [], unreadable: [], misnamed: [] });
      // A cluster has objects of its own.
      if (!isCluster) expect(first).toBe(1);
      expect(await data.get(id("nothing"))).toBeUndefined();
      expect(await data.delete(id("nothing"))).toEqual({ kind: "not-found" });
      expect(await data.update(hostEndpoint("nothing"))).toEqual({ kind: "not-found" });
      expectRevision(await revision(), first);
    });

    it("creates once, with identity of its own", async () => {
      const before = await revision();
      const input = {
        ...hostEndpoint("made"),
        metadata: {
          name: "made",
          uid: "mine",
          creationTimestamp: "2001-01-01T00:00:00Z",
          generation: 7,
          finalizers: ["a/b"],
          selfLink: "/x",
          labels: { role: "web" },
        },
      };
      const began = Date.now();
      const made = await written(data.create(input));
      expect(Object.keys(made.metadata)).toEqual(["name", "uid", "resourceVersion", "creationTimestamp", "labels"]);
      expect(made.metadata.uid).toMatch(UUID);
      expect(made.metadata.creationTimestamp).toMatch(/^20\d\d-\d\d-\d\dT\d\d:\d\d:\d\dZ$/);
      // Whole seconds, between the beginning of the call and its end.
      const created = Date.parse(String(made.metadata.creationTimestamp));
      expect(created).toBeGreaterThan(began - 1000);
      expect(created).toBeLessThanOrEqual(Date.now());
      expectRevision(made.metadata.resourceVersion, before + 1);
      expect(await data.get(id("made"))).toEqual(made);
      expect(await data.create(hostEndpoint("made"))).toEqual({ kind: "exists", resource: made });
      expectRevision(await revision(), before + 1);
    });

    it("refuses a resourceVersion when creating", async () => {
      const result = await data.create({
        ...hostEndpoint("versioned"),
        metadata: { name: "versioned", resourceVersion: "3" },
      });
      expect(result.kind).toBe("refused");
      expect(await data.get(id("versioned"))).toBeUndefined();
      expect(
        (await data.create({ ...hostEndpoint("versioned"), metadata: { name: "versioned", resourceVersion: "" } }))
          .kind,
      ).toBe("written");
    });

    it("updates keep the identity and replace labels and annotations as a whole", async () => {
      const made = await written(
        data.create({
          ...hostEndpoint("kept"),
          metadata: { name: "kept", labels: { a: "1" }, annotations: { n: "1" } },
        }),
      );
      const changed = await data.update({
        ...hostEndpoint("kept", { interfaceName: "eth1" }),
        metadata: { name: "kept", uid: "other", labels: { b: "2" } },
      });
      if (changed.kind !== "written") throw new Error(changed.kind);
      expect(changed.previous).toEqual(made);
      expect(changed.resource.metadata).toEqual({
        ...made.metadata,
        annotations: undefined,
        labels: { b: "2" },
        resourceVersion: changed.resource.metadata.resourceVersion,
      });
      expectRevision(changed.resource.metadata.resourceVersion, Number(made.metadata.resourceVersion) + 1);
      expect(changed.resource.spec?.interfaceName).toBe("eth1");
    });

    itOfNodes("an update without a spec empties it, and parts beside the spec stay", async () => {
      await written(
        data.create({ ...resource("Node", { name: "bare" }, { bgp: { asNumber: 1 } }), status: { seen: true } }),
      );
      const { spec: _, ...bare } = resource("Node", { name: "bare" });
      const emptied = await written(data.update(bare));
      expect(emptied.spec).toEqual({});
      expect(emptied.status).toEqual({ seen: true });
      expect((await data.delete(id("bare", "Node"))).kind).toBe("deleted");
    });

    it("applies: creates, then updates; each writes a revision even without a change, but for a cluster", async () => {
      const first = await written(
        data.apply({ ...hostEndpoint("applied"), metadata: { name: "applied", resourceVersion: "99" } }),
      );
      const second = await written(data.apply(hostEndpoint("applied")));
      if (!isCluster) expect(second.metadata.resourceVersion).toBe(String(Number(first.metadata.resourceVersion) + 1));
      expect(second).toEqual({
        ...first,
        metadata: { ...first.metadata, resourceVersion: second.metadata.resourceVersion },
      });
    });

    it("swaps and deletes only at the resourceVersion given", async () => {
      const made = await written(data.create(hostEndpoint("swapped")));
      const stored = String(made.metadata.resourceVersion);
      for (const resourceVersion of ["1", "99999", "x"]) {
        const stale = { ...hostEndpoint("swapped"), metadata: { name: "swapped", resourceVersion } };
        expect(await data.update(stale)).toEqual({ kind: "conflict", stored });
        expect(await data.apply(stale)).toEqual({ kind: "conflict", stored });
      }
      expect(await data.delete(id("swapped"), { resourceVersion: "1" })).toEqual({ kind: "conflict", stored });
      const next = await written(data.update(made));
      expect(await data.delete(id("swapped"), { resourceVersion: String(next.metadata.resourceVersion) })).toEqual({
        kind: "deleted",
        resource: next,
      });
      expect(await data.get(id("swapped"))).toBeUndefined();
    });

    it("reads at a revision", async () => {
      const made = await written(data.create(hostEndpoint("then")));
      const stored = String(made.metadata.resourceVersion);
      await written(data.create(hostEndpoint("then-other")));
      expect(await data.get(id("then"), { resourceVersion: stored })).toEqual(made);
      expect(await data.get(id("then"), { resourceVersion: String(await revision()) })).toEqual(made);
      for (const resourceVersion of ["1", "99999999", "nonsense", "-1"])
        expect(await data.get(id("then"), { resourceVersion })).toBeUndefined();
    });

    it("hides the policies' stored prefix, and adds it even to a name that has it", async () => {
      const policy = (name: string): Resource =>
        resource("GlobalNetworkPolicy", { name }, { selector: "all()", types: ["Ingress"] });
      await written(data.create(policy("p1")));
      await written(data.create(policy("default.p1")));
      expect((await data.list("GlobalNetworkPolicy")).items.map((item) => item.metadata.name)).toEqual([
        "default.p1",
        "p1",
      ]);
      expect((await data.get(id("p1", "GlobalNetworkPolicy")))?.metadata.name).toBe("p1");
      expect((await data.delete(id("p1", "GlobalNetworkPolicy"))).kind).toBe("deleted");
      expect((await data.list("GlobalNetworkPolicy")).items.map((item) => item.metadata.name)).toEqual(["default.p1"]);
    });

    it("lists in key order, by namespace where one is given", async () => {
      for (const [namespace, name] of [
        ["b", "x"],
        ["a", "y"],
        ["a", "x"],
        ["ab", "x"],
      ] as const)
        await written(data.create(resource("NetworkSet", { name, namespace }, { nets: ["10.0.0.0/8"] })));
      const names = async (namespace?: string): Promise<string[]> =>
        (await data.list("NetworkSet", namespace === undefined ? {} : { namespace })).items.map(
          (item) => `${item.metadata.namespace}/${item.metadata.name}`,
        );
      expect(await names()).toEqual(["a/x", "a/y", "ab/x", "b/x"]);
      expect(await names("a")).toEqual(["a/x", "a/y"]);
      expect(await names("none")).toEqual([]);
      expect((await data.get({ kind: "NetworkSet", namespace: "ab", name: "x" }))?.metadata.namespace).toBe("ab");
      const { namespace } = (await written(data.create(resource("NetworkSet", { name: "x" })))).metadata;
      expect(namespace).toBe("default");
    });

    itOfNodes("writes ClusterInformation with the first Node only, and refuses other writes of it", async () => {
      const cluster = id("default", "ClusterInformation");
      await written(data.create(resource("Node", { name: "n1" })));
      const first = await data.get(cluster);
      expect(first?.spec).toEqual({ clusterGUID: expect.stringMatching(/^[0-9a-f]{32}$/), datastoreReady: true });
      await written(data.apply(resource("Node", { name: "n2" })));
      expect(await data.get(cluster)).toEqual(first);
      const own = resource("ClusterInformation", { name: "default" });
      for (const result of [data.create(own), data.update(own), data.apply(own), data.delete(cluster)])
        expect((await result).kind).toBe("refused");
      expect(await data.get(cluster)).toEqual(first);
    });

    itOfNodes("deletes a Node's own configuration with it, and nothing of other nodes", async () => {
      const workload = (name: string, node: string): Resource =>
        resource(
          "WorkloadEndpoint",
          { name, namespace: "ns" },
          { node, orchestrator: "k8s", pod: "p", endpoint: "eth0" },
        );
      await written(data.apply(resource("Node", { name: "gone" })));
      for (const node of ["gone", "stays"]) {
        await written(data.create(workload(`${node}-k8s-p-eth0`, node)));
        await written(
          data.create(resource("BGPPeer", { name: `peer-${node}` }, { node, peerIP: "10.0.0.1", asNumber: 1 })),
        );
        for (const kind of ["FelixConfiguration", "BGPConfiguration"])
          await written(data.create(resource(kind, { name: `node.${node}` }, {})));
        await written(data.create(hostEndpoint(`${node}-eth0`, { node })));
      }
      expect(await data.delete(id("gone", "Node"), { resourceVersion: "1" })).toMatchObject({ kind: "conflict" });
      expect((await data.list("BGPPeer")).items).toHaveLength(2);
      expect((await data.delete(id("gone", "Node"))).kind).toBe("deleted");
      const names = async (kind: string): Promise<string[]> =>
        (await data.list(kind)).items.map((item) => item.metadata.name);
      expect(await names("WorkloadEndpoint")).toEqual(["stays-k8s-p-eth0"]);
      expect(await names("BGPPeer")).toEqual(["peer-stays"]);
      expect(await names("FelixConfiguration")).toEqual(["node.stays"]);
      expect(await names("BGPConfiguration")).toEqual(["node.stays"]);
      expect(await names("HostEndpoint")).toEqual(expect.arrayContaining(["gone-eth0", "stays-eth0"]));
      expect(await data.delete(id("gone", "Node"))).toEqual({ kind: "not-found" });
    });

    it("disables an IPPool before it deletes it", async () => {
      const pool = await written(
        data.create(resource("IPPool", { name: "pool" }, { cidr: "10.9.0.0/16", ipipMode: "Never" })),
      );
      const before = await revision();
      expect(await data.delete(id("pool", "IPPool"), { resourceVersion: "1" })).toMatchObject({ kind: "conflict" });
      expect(await data.delete(id("pool", "IPPool"))).toEqual({ kind: "deleted", resource: pool });
      expectRevision(await revision(), before + 2);
      expect(await data.delete(id("pool", "IPPool"))).toEqual({ kind: "not-found" });
    });

    it("shows every connection the same, and closes twice", async () => {
      const other = await store.open();
      const made = await written(data.create(hostEndpoint("shared")));
      expect(await other.get(id("shared"))).toEqual(made);
      await other.close();
      await other.close();
    });

    it("loses no write of many at once", async () => {
      const counted = hostEndpoint("counted");
      await written(data.create({ ...counted, metadata: { name: "counted", labels: { count: "0" } } }));
      const connections = await Promise.all([store.open(), store.open(), store.open()]);
      const increment = async (on: Datastore): Promise<void> => {
        for (;;) {
          const now = await on.get(id("counted"));
          if (now === undefined) throw new Error("it vanished");
          const labels = { count: String(Number(now.metadata.labels?.count) + 1) };
          const result = await on.update({ ...now, metadata: { ...now.metadata, labels } });
          if (result.kind === "written") return;
          expect(result.kind).toBe("conflict");
        }
      };
      const jobs = connections.flatMap((on) => Array.from({ length: 10 }, () => increment(on)));
      await Promise.all(jobs);
      expect((await data.get(id("counted")))?.metadata.labels?.count).toBe("30");
      await Promise.all(connections.map((connection) => connection.close()));
    });

    it("retries blind updates that meet, and never tells of a write that did not happen", async () => {
      await written(data.create(hostEndpoint("met")));
      const before = await revision();
      const results = await Promise.all(
        Array.from({ length: 12 }, (_, i) => data.apply(hostEndpoint("met", { interfaceName: `eth${i}` }))),
      );
      const done = results.filter((result) => result.kind === "written");
      expectRevision(await revision(), before + done.length);
      expect(results.every((result) => result.kind === "written" || result.kind === "conflict")).toBe(true);
      expect(done.length).toBeGreaterThan(5);
    });

    it("creates a name once, however many try", async () => {
      const results = await Promise.all(Array.from({ length: 10 }, () => data.create(hostEndpoint("raced"))));
      expect(results.filter((result) => result.kind === "written")).toHaveLength(1);
      expect(results.filter((result) => result.kind === "exists")).toHaveLength(9);
    });
  });
}
