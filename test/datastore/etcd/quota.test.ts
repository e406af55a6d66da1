import { describe, expect, it } from "vitest";
import { DatastoreError } from "../../../src/datastore/datastore-error.ts";
import { hasEtcd, needsEtcd, startEtcd } from "../../support/etcd.ts";
import { sampled } from "../../support/full.ts";
import { ETCD_CLIENTS, hostEndpoint, open } from "../stores.ts";

describe.skipIf(!hasEtcd).each(sampled(ETCD_CLIENTS, 2))(
  `an etcd whose quota is used up, by $by${needsEtcd}`,
  ({ etcdConfig }) => {
    it("is told of every write as it is stored, although etcd makes the one that crosses the quota, and refuses it", async () => {
      const server = await startEtcd(undefined, { "quota-backend-bytes": String(3 * 1024 * 1024) });
      try {
        const store = await open(etcdConfig(server.endpoint));
        const told = { written: new Set<string>(), refused: new Set<string>(), unknown: new Set<string>() };
        const labels = { note: "x".repeat(63) };
        const profiles = Array.from({ length: 100 }, (_, at) => `profile-${at}`);
        for (let turn = 0; turn < 40 && told.refused.size === 0; turn++) {
          const names = Array.from({ length: 1024 }, (_, at) => `h${turn}-${at}`);
          const writes = names.map(async (name) => {
            const endpoint = hostEndpoint(name, { profiles });
            try {
              await store.create({ ...endpoint, metadata: { ...endpoint.metadata, labels } });
              told.written.add(name);
            } catch (error) {
              if (!(error instanceof DatastoreError)) throw error;
              expect(error.code).toBe("datastore.full");
              told[error.effect === "refused" ? "refused" : "unknown"].add(name);
            }
          });
          await Promise.all(writes);
        }
        const stored = (await store.list("HostEndpoint")).items.map(({ metadata }) => metadata.name);
        expect(told.refused.size).toBeGreaterThan(0);
        expect([...told.unknown]).toEqual([]);
        expect(stored.sort()).toEqual([...told.written].sort());
        await store.close();
      } finally {
        await server.stop();
      }
    });
  },
);
