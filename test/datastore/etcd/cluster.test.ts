import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type EtcdServer, hasEtcd, leaderOf, needsEtcd, startEtcd, startEtcdCluster } from "../../support/etcd.ts";
import { sampled } from "../../support/full.ts";
import { ETCD_CLIENTS, hostEndpoint, open } from "../stores.ts";
import { etcdFault, id } from "./faults.ts";

// The second client takes half a minute more.
describe.skipIf(!hasEtcd).each(sampled(ETCD_CLIENTS, 2))(
  `an etcd cluster of three by $by${needsEtcd}`,
  ({ etcdConfig }) => {
    let servers: readonly EtcdServer[] = [];
    beforeAll(async () => {
      servers = await startEtcdCluster(3);
      const store = await open(etcdConfig(...servers.map(({ endpoint }) => endpoint)), 20_000);
      expect(await store.create(hostEndpoint("x"))).toMatchObject({ kind: "written" });
      await store.close();
    });
    afterAll(async () => {
      for (const server of servers) await server.stop();
    });

    it("beside another cluster in one setting is refused, wherever it stands", async () => {
      const other = await startEtcd();
      // A server that does not answer within a second is passed over, as one that is down.
      await (await open(etcdConfig(other.endpoint), 20_000)).close();
      const [member] = servers;
      for (const endpoints of [
        [member?.endpoint ?? "", other.endpoint],
        [other.endpoint, member?.endpoint ?? ""],
      ]) {
        const error = await etcdFault(etcdConfig(...endpoints), 5000);
        expect(error.code).toBe("datastore.clusters");
        for (const endpoint of endpoints) expect(error.message).toContain(`${endpoint} of cluster `);
        expect(error.help).toContain("ETCD_ENDPOINTS");
      }
      await other.stop();
    });

    it("is read while it elects a new leader, although a member answers that it has none", async () => {
      for (let turn = 0; turn < 3; turn++) {
        const leader = await leaderOf(servers);
        const others = servers.filter((server) => server !== leader);
        const stores = await Promise.all(others.map(({ endpoint }) => open(etcdConfig(endpoint), 20_000)));
        await leader.kill();
        const found = await Promise.all(stores.map((store) => store.get(id("x"))));
        expect(found.map((one) => one?.metadata.name)).toEqual(["x", "x"]);
        for (const store of stores) await store.close();
        await leader.restart();
      }
    });

    it("of which one is left has no leader, and says so", async () => {
      const [left, ...others] = servers;
      const endpoints = servers.map(({ endpoint }) => endpoint);
      const store = await open(etcdConfig(...endpoints), 4000);
      for (const server of others) await server.kill();
      await expect(store.get(id("x"))).rejects.toMatchObject({ code: "datastore.unavailable" });
      await store.close();
      for (const config of [etcdConfig(left?.endpoint ?? ""), etcdConfig(...endpoints)]) {
        const error = await etcdFault(config, 3000);
        expect(error).toMatchObject({ code: "datastore.unavailable", effect: "none" });
        expect(error.message).toContain("no leader");
        expect(error.help).toContain("members");
      }
    });
  },
);
