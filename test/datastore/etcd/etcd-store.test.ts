import { Etcd3 } from "etcd3";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type EtcdServer, hasEtcd, needsEtcd, startEtcd } from "../../support/etcd.ts";
import { startWay } from "../../support/loopback/way.ts";
import { NEVER_MS, waitUntil } from "../../support/wait.ts";
import { ETCD_CLIENTS, hostEndpoint, open } from "../stores.ts";
import { etcdFault, id, listener } from "./faults.ts";

describe.skipIf(!hasEtcd).each(ETCD_CLIENTS)(`etcd by $by${needsEtcd}`, ({ etcdConfig }) => {
  let server: EtcdServer;
  beforeAll(async () => {
    server = await startEtcd();
  });
  afterAll(() => server.stop());

  it("works if any of several endpoints is up, whatever the others do", async () => {
    const silent = await listener(() => undefined);
    const store = await open(etcdConfig("http://127.0.0.1:1", silent.endpoint, server.endpoint), NEVER_MS);
    expect((await store.create(hostEndpoint("any"))).kind).toBe("written");
    expect(await store.get(id("any"))).toBeDefined();
    await store.close();
    silent.stop();
  });

  it("lists more than gRPC's usual 4 MB", async () => {
    const store = await open(etcdConfig(server.endpoint));
    const annotations = { big: "x".repeat(900_000) };
    for (let i = 0; i < 6; i++)
      await store.create({ ...hostEndpoint(`big-${i}`), metadata: { name: `big-${i}`, annotations } });
    expect((await store.list("HostEndpoint")).items.length).toBeGreaterThanOrEqual(6);
    for (let i = 0; i < 6; i++) await store.delete(id(`big-${i}`));
    await store.close();
  });

  it("says that a resource is too large", async () => {
    const annotations = { big: "x".repeat(1_600_000) };
    const error = await etcdFault(etcdConfig(server.endpoint), NEVER_MS, (store) =>
      store.create({ ...hostEndpoint("huge"), metadata: { name: "huge", annotations } }),
    );
    expect(error.code).toBe("datastore.too-large");
    expect(error.message).toContain("larger than etcd takes");
  });

  it("says that a resourceVersion is compacted away", async () => {
    const client = new Etcd3({ hosts: server.endpoint });
    const store = await open(etcdConfig(server.endpoint));
    await store.create(hostEndpoint("old"));
    for (let i = 0; i < 3; i++) await store.apply(hostEndpoint("old"));
    await client.kv.compact({ revision: (await store.list("HostEndpoint")).revision });
    await expect(store.get(id("old"), { resourceVersion: "2" })).rejects.toMatchObject({ code: "datastore.compacted" });
    await store.close();
    client.close();
  });

  it("reports a stored value that cannot be read", async () => {
    const client = new Etcd3({ hosts: server.endpoint });
    const key = "/calico/resources/v3/projectcalico.org/nodes/x";
    await client.put(key).value("not json");
    const store = await open(etcdConfig(server.endpoint));
    expect((await store.list("Node")).unreadable).toEqual([
      { key, reason: "the stored value is not a JSON object", forCalico: "unreadable" },
    ]);
    await expect(store.get({ kind: "Node", name: "x" })).rejects.toMatchObject({ code: "value.unreadable" });
    await store.close();
    client.close();
  });

  it("without TLS is distinguished from one that does not answer", async () => {
    const error = await etcdFault({ ...etcdConfig(server.endpoint.replace("http:", "https:")) }, NEVER_MS);
    expect(error.code).toBe("datastore.tls");
    expect(error.message).toContain("does not speak TLS");
  });

  it("killed between two writes is named, without waiting for ever", async () => {
    const own = await startEtcd();
    const store = await open(etcdConfig(own.endpoint), 2000);
    // On a machine that stands still for so long it has no answer in time, neither before the kill nor after it.
    const written = () => store.apply(hostEndpoint("before")).then(({ kind }) => kind === "written");
    await waitUntil(() => written().catch(() => false));
    await own.kill();
    await expect(store.create(hostEndpoint("after"))).rejects.toMatchObject({
      code: expect.stringMatching(/^datastore\.(unreachable|timeout)$/),
      message: expect.stringContaining(own.endpoint),
    });
    await own.restart();
    await store.close();
    const again = await open(etcdConfig(own.endpoint));
    expect((await again.list("HostEndpoint")).items.map((item) => item.metadata.name)).toEqual(["before"]);
    await again.close();
    await own.stop();
  });

  it("goes on with another server when one is killed", async () => {
    const own = await startEtcd();
    const store = await open(etcdConfig(own.endpoint));
    await store.create(hostEndpoint("x"));
    await store.close();
    for (const cut of [0, 1]) {
      const ways = [await startWay(own.port), await startWay(own.port)];
      const both = await open(etcdConfig(...ways.map((way) => way.endpoint)));
      await both.list("Profile");
      ways[cut]?.cut();
      for (let i = 0; i < 3; i++) expect((await both.list("Profile")).items).toEqual([]);
      await both.close();
      for (const way of ways) way.stop();
    }
    await own.stop();
  });
});
