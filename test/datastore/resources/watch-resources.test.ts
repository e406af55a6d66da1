import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Datastore } from "../../../src/datastore/datastore.ts";
import { DatastoreError } from "../../../src/datastore/datastore-error.ts";
import { openEmbedded } from "../../../src/datastore/embedded/embedded-store.ts";
import { watchResources } from "../../../src/datastore/resources/watch-resources.ts";
import { DEFAULT_CALICO } from "../../../src/model/kinds/version.ts";
import type { Resource } from "../../../src/model/resource.ts";
import { needsEtcd } from "../../support/etcd.ts";
import { tmpFolder } from "../../support/tmp.ts";
import { ALL_STORES, embeddedConfig, hostEndpoint, resource, type TestStore } from "../stores.ts";
import { watching } from "./watching.ts";

const labelled = (name: string, n: string): Resource => ({ ...hostEndpoint(name), metadata: { name, labels: { n } } });
const set = (name: string, namespace: string) => resource("NetworkSet", { name, namespace }, { nets: [] });

for (const { name, available, start } of ALL_STORES) {
  describe.skipIf(!available)(`watching: ${name}${available || name !== "etcd" ? "" : needsEtcd}`, () => {
    let store: TestStore;
    let data: Datastore;
    let writer: Datastore;
    beforeAll(async () => {
      store = await start();
      data = await store.open();
      writer = await store.open();
    });
    afterAll(async () => {
      await data?.close();
      await writer?.close();
      await store?.stop();
    });
    const apply = async (...resources: readonly Resource[]): Promise<void> => {
      for (const one of resources) expect((await writer.apply(one)).kind).toBe("written");
    };
    const remove = async (kind: string, of: string, namespace?: string): Promise<void> => {
      expect((await writer.delete({ kind, name: of, ...(namespace && { namespace }) })).kind).toBe("deleted");
    };

    it("an empty kind: every change after the list, with what was there before", async () => {
      const watch = await watching(data, { kind: "HostEndpoint" });
      expect(watch.lines).toEqual(["listed "]);
      await apply(labelled("a", "1"));
      expect(await watch.until(/new/)).toEqual(["new HostEndpoint a 1"]);
      await apply(labelled("a", "2"));
      expect(await watch.until(/changed/)).toEqual(["changed HostEndpoint a 2"]);
      await remove("HostEndpoint", "a");
      expect(await watch.until(/gone/)).toEqual(["gone HostEndpoint a"]);
      expect(await watch.stop()).toBe("ended");
    });

    it("existing resources are listed once, changes of other kinds and namespaces are not reported", async () => {
      await apply(set("x", "one"), set("y", "two"), hostEndpoint("there"));
      const watch = await watching(data, { kind: "NetworkSet", namespace: "one" });
      expect(watch.lines).toEqual(["listed x"]);
      await apply(set("y", "two"), set("z", "one2"), hostEndpoint("there"), set("last", "one"));
      expect(await watch.until(/last/)).toEqual(["new NetworkSet one/last"]);
      await watch.stop();
    });

    it("several kinds, in the order of the changes", async () => {
      const watch = await watching(data, { kind: "NetworkSet" }, { kind: "HostEndpoint" });
      expect(watch.lines).toEqual(["listed last x z y | there"]);
      await apply(labelled("there", "1"));
      await watch.until(/there 1/);
      await remove("NetworkSet", "x", "one");
      await watch.until(/gone NetworkSet one\/x/);
      await apply(labelled("there", "2"));
      await watch.until(/there 2/);
      expect(watch.lines.slice(1)).toEqual([
        "changed HostEndpoint there 1",
        "gone NetworkSet one/x",
        "changed HostEndpoint there 2",
      ]);
      await watch.stop();
    });

    it("policies are reported under the names that manifests use", async () => {
      const watch = await watching(data, { kind: "GlobalNetworkPolicy" });
      await apply(resource("GlobalNetworkPolicy", { name: "p" }, { selector: "all()" }));
      expect(await watch.until(/new/)).toEqual(["new GlobalNetworkPolicy p"]);
      await remove("GlobalNetworkPolicy", "p");
      expect(await watch.until(/gone/)).toEqual(["gone GlobalNetworkPolicy p"]);
      await watch.stop();
    });

    it("many changes at once: the last state of each is reported, and none twice", async () => {
      const watch = await watching(data, { kind: "HostEndpoint" });
      const names = Array.from({ length: 200 }, (_, i) => `many-${i}`);
      await Promise.all(names.map((one) => writer.apply(labelled(one, "1"))));
      await apply(labelled("end", "1"));
      const lines = (await watch.until(/end/)).filter((line) => line.includes("many-"));
      expect([...lines].sort()).toEqual(names.map((one) => `new HostEndpoint ${one} 1`).sort());
      await watch.stop();
    });

    it("an ended watch reports nothing more, and the store still works", async () => {
      const watch = await watching(data, { kind: "HostEndpoint" });
      expect(await watch.stop()).toBe("ended");
      const before = [...watch.lines];
      await apply(labelled("after", "1"));
      expect((await data.get({ kind: "HostEndpoint", name: "after" }))?.metadata.labels).toEqual({ n: "1" });
      expect(watch.lines).toEqual(before);
    });

    it("a kind that this Calico does not have is an error", async () => {
      const next = data
        .watch([{ kind: "Tier" }], new AbortController().signal)
        [Symbol.asyncIterator]()
        .next();
      await expect(next).rejects.toThrow("has no Tier");
    });
  });
}

describe("a store that does not answer a list", () => {
  const fault = new DatastoreError("datastore.timeout", "no answer");
  const ABORT = "abort";
  const FAIL = "fail";
  it.each([
    ["ends when the watch is aborted", [ABORT], "end"],
    ["ignores a fault that comes after that", [ABORT, FAIL], "end"],
    ["ends with its fault", [FAIL], "datastore.timeout"],
  ] as const)("%s", async (_, events, expected) => {
    const kv = await openEmbedded(embeddedConfig(`${tmpFolder()}/store.db`), 1000);
    const failing: ((error: unknown) => void)[] = [];
    kv.list = () => new Promise<never>((_resolve, reject) => failing.push(reject));
    const ended = new AbortController();
    const first = watchResources(kv, DEFAULT_CALICO, [{ kind: "Node" }, { kind: "IPPool" }], ended.signal).next();
    expect(failing).toHaveLength(2);
    const end = first.then(
      ({ done }) => (done ? "end" : "news"),
      (error: unknown) => (error instanceof DatastoreError ? error.code : String(error)),
    );
    for (const event of events) {
      if (event === ABORT) ended.abort();
      else for (const fail of failing) fail(fault);
      expect(await end).toBe(expected);
    }
    // Node.js reports a rejection that nobody handles in the turn after it.
    await new Promise(setImmediate);
    await kv.close();
  });
});
