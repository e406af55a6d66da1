import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { DatastoreError } from "../../../src/datastore/datastore-error.ts";
import type { Code } from "../../../src/model/diagnostic.ts";
import { type EtcdServer, hasEtcd, leaderOf, needsEtcd, startEtcd, startEtcdCluster } from "../../support/etcd.ts";
import { sampled } from "../../support/full.ts";
import { NEVER_MS, waitUntil } from "../../support/wait.ts";
import { ETCD_CLIENTS, hostEndpoint, open } from "../stores.ts";
import { etcdFault, id } from "./faults.ts";

/** The fault of that code, once a read has it: where the machine stands still for a while, it ends otherwise. */
async function faultInTheEnd(code: Code, read: () => Promise<unknown>): Promise<DatastoreError> {
  let fault: unknown;
  await waitUntil(
    async () => {
      fault = await read().catch((error: unknown) => error);
      return fault instanceof DatastoreError && fault.code === code;
    },
    () => `not ${code}: ${String(fault)}`,
  );
  return fault as DatastoreError;
}

// The second client takes half a minute more.
describe.skipIf(!hasEtcd).each(sampled(ETCD_CLIENTS, 2))(
  `an etcd cluster of three by $by${needsEtcd}`,
  ({ etcdConfig }) => {
    let servers: readonly EtcdServer[] = [];
    beforeAll(async () => {
      servers = await startEtcdCluster(3);
      const store = await open(etcdConfig(...servers.map(({ endpoint }) => endpoint)));
      // Members that stand still for a while elect a leader anew, and a write is refused meanwhile.
      const written = () => store.apply(hostEndpoint("x")).then(({ kind }) => kind === "written");
      await waitUntil(() => written().catch(() => false));
      await store.close();
    });
    afterAll(async () => {
      for (const server of servers) await server.stop();
    });

    it("beside another cluster in one setting is refused, wherever it stands", async () => {
      const other = await startEtcd();
      const [member] = servers;
      for (const endpoints of [
        [member?.endpoint ?? "", other.endpoint],
        [other.endpoint, member?.endpoint ?? ""],
      ]) {
        // A server that does not answer within a second after the other is passed over, as one that is down.
        const error = await faultInTheEnd("datastore.clusters", () => etcdFault(etcdConfig(...endpoints), NEVER_MS));
        for (const endpoint of endpoints) expect(error.message).toContain(`${endpoint} of cluster `);
        expect(error.help).toContain("ETCD_ENDPOINTS");
      }
      await other.stop();
    });

    it("is read while it elects a new leader, although a member answers that it has none", async () => {
      for (let turn = 0; turn < 3; turn++) {
        const leader = await leaderOf(servers);
        const others = servers.filter((server) => server !== leader);
        const stores = await Promise.all(others.map(({ endpoint }) => open(etcdConfig(endpoint))));
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
      await faultInTheEnd("datastore.unavailable", () => store.get(id("x")));
      await store.close();
      for (const config of [etcdConfig(left?.endpoint ?? ""), etcdConfig(...endpoints)]) {
        // It is asked for its leader for a part of a second, in which a busy machine may not answer.
        const error = await faultInTheEnd("datastore.unavailable", () => etcdFault(config, 3000));
        expect(error.effect).toBe("none");
        expect(error.message).toContain("no leader");
        expect(error.help).toContain("members");
      }
    });
  },
);
