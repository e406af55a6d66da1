import { describe, expect, it } from "vitest";
import { DatastoreError } from "../../../src/datastore/datastore-error.ts";
import { hasEtcd, needsEtcd, startEtcd } from "../../support/etcd.ts";
import { etcdConfig, hostEndpoint, open } from "../stores.ts";

describe.skipIf(!hasEtcd)(`an etcd whose quota is used up${needsEtcd}`, () => {
  it("leaves the result of every write unknown", async () => {
    const server = await startEtcd(undefined, { "quota-backend-bytes": String(3 * 1024 * 1024) });
    try {
      const store = await open(etcdConfig(server.endpoint));
      const unknown: string[] = [];
      const refused: string[] = [];
      const labels = { note: "x".repeat(63) };
      const profiles = Array.from({ length: 100 }, (_, at) => `profile-${at}`);
      for (let turn = 0; turn < 40 && unknown.length + refused.length === 0; turn++) {
        const names = Array.from({ length: 1024 }, (_, at) => `h${turn}-${at}`);
        const writes = names.map(async (name) => {
          const endpoint = hostEndpoint(name, { profiles });
          try {
            await store.create({ ...endpoint, metadata: { ...endpoint.metadata, labels } });
          } catch (error) {
            if (!(error instanceof DatastoreError)) throw error;
            expect(error.code).toBe("datastore.full");
            (error.effect === "unknown" ? unknown : refused).push(name);
          }
        });
        await Promise.all(writes);
      }
      // etcd makes the transaction that crosses the quota before it reports it, so of none of them the result is known.
      expect({ refused, isFull: unknown.length > 0 }).toEqual({ refused: [], isFull: true });
      await store.close();
    } finally {
      await server.stop();
    }
  });
});
