import { describe, expect, it } from "vitest";
import type { Datastore } from "../../src/datastore/datastore.ts";
import { needsEtcd } from "../support/etcd.ts";
import { ALL_STORES, hostEndpoint, storeForSuite, type TestStore } from "./stores.ts";

const CONTENDED = { kind: "HostEndpoint", name: "contended" };

for (const { name, available, start } of ALL_STORES) {
  describe.skipIf(!available)(`several writers: ${name}${available || name !== "etcd" ? "" : needsEtcd}`, () => {
    let store: TestStore;
    let data: Datastore;
    storeForSuite(start, (started, connection) => {
      store = started;
      data = connection;
    });

    it("refuses no change because others change the same resource, and loses none", async () => {
      expect((await data.create(hostEndpoint("contended"))).kind).toBe("written");
      const writers = await Promise.all(Array.from({ length: 4 }, () => store.open()));
      const label = async (writer: Datastore, name: string): Promise<string> => {
        for (;;) {
          const { kind } = await writer.transaction(async (inner) => {
            const now = (await inner.get(CONTENDED)) ?? hostEndpoint("contended");
            const labels = { ...now.metadata.labels, [name]: "x" };
            return inner.update({ ...now, metadata: { ...now.metadata, labels } });
          });
          // On etcd a transaction is a swap, which may lose.
          if (kind !== "conflict" || name === "embedded") return kind;
        }
      };
      const results = await Promise.all(
        writers.flatMap((writer, at) => [
          ...Array.from({ length: 5 }, (_, i) => label(writer, `l${at}x${i}`)),
          ...Array.from({ length: 5 }, async () => (await writer.apply(hostEndpoint(`other`))).kind),
        ]),
      );
      expect(new Set(results)).toEqual(new Set(["written"]));
      expect(Object.keys((await data.get(CONTENDED))?.metadata.labels ?? {})).toHaveLength(20);
      for (const writer of writers) await writer.close();
    });
  });
}
