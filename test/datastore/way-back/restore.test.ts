import { describe, expect, test } from "vitest";
import type { Datastore } from "../../../src/datastore/datastore.ts";
import { kubernetesDatastore, openLayoutIn } from "../../../src/datastore/kubernetes/open-kubernetes.ts";
import type { KeyValueStore } from "../../../src/datastore/kv/kv.ts";
import { openDatastore, openKeyValues } from "../../../src/datastore/open.ts";
import type { RecordedWrite, WriteRecorder } from "../../../src/datastore/way-back/recorded-write.ts";
import { restore } from "../../../src/datastore/way-back/restore.ts";
import { DEFAULT_CALICO } from "../../../src/model/kinds/version.ts";
import { hasApiServer, needsApiServer, startApiServer } from "../../support/kube-apiserver/api-server.ts";
import { MemoryKubernetes } from "../../support/kubernetes/memory-kubernetes.ts";
import { NEVER_MS } from "../../support/wait.ts";
import { hostEndpoint, resource, STORES } from "../stores.ts";

const OPTIONS = { timeoutMs: NEVER_MS, calico: DEFAULT_CALICO };

/** A store that is opened with a recorder, and as keys and values. */
interface Opened {
  readonly record: (recorder: WriteRecorder) => Promise<Datastore>;
  readonly keys: () => Promise<KeyValueStore>;
  readonly stop: () => Promise<void>;
}

const KINDS: readonly { readonly name: string; readonly available: boolean; readonly start: () => Promise<Opened> }[] =
  [
    ...STORES.map(({ name, available, start }) => ({
      name,
      available,
      start: async (): Promise<Opened> => {
        const { config, stop } = await start();
        return {
          record: (recorder) => openDatastore(config, { ...OPTIONS, recorder }),
          keys: () => openKeyValues(config, OPTIONS),
          stop,
        };
      },
    })),
    {
      name: "cluster in memory",
      available: true,
      start: async () => {
        const api = new MemoryKubernetes();
        return {
          record: (recorder) => kubernetesDatastore(api, {}, { ...OPTIONS, recorder }),
          keys: async () => (await openLayoutIn(api, {}, OPTIONS)).kv,
          stop: async () => {},
        };
      },
    },
    {
      name: `API server${needsApiServer}`,
      available: hasApiServer,
      start: async () => {
        const server = await startApiServer();
        return {
          record: async (recorder) => kubernetesDatastore(await server.connect("admin"), {}, { ...OPTIONS, recorder }),
          keys: async () => (await openLayoutIn(await server.connect("admin"), {}, OPTIONS)).kv,
          stop: server.stop,
        };
      },
    },
  ];

/** What a recorder has recorded; `forgets`: as if the process had ended before any answer came to any of its writes, all under way at once. */
function recording(forgets: boolean) {
  const writes: RecordedWrite[] = [];
  const recorder: WriteRecorder = {
    begin: (begun) => writes.push(...begun.map((write) => (forgets ? { ...write, begun: 0 } : write))) - begun.length,
    makeDurable: () => {},
    end(number, outcome) {
      const write = writes[number];
      if (write !== undefined && outcome !== undefined && !forgets) writes[number] = { ...write, outcome };
    },
  };
  return { writes, recorder };
}

const policy = (order: number) =>
  resource(
    "GlobalNetworkPolicy",
    { name: "p", labels: { is: String(order) } },
    { order, selector: "all()", types: ["Ingress"] },
  );

/** What is there: all but what a server keeps of its own, byte for byte elsewhere. */
async function contents(kv: KeyValueStore): Promise<readonly string[]> {
  const kvs = [];
  for (const plural of ["hostendpoints", "globalnetworkpolicies"])
    kvs.push(...(await kv.list(`/calico/resources/v3/projectcalico.org/${plural}/`)).kvs);
  const isCluster = kv.clusterType !== undefined;
  const own = /"(?:uid|creationTimestamp)":"[^"]*",?/g;
  return kvs.map(({ key, value }) => `${key} ${isCluster ? value.replace(own, "") : value}`);
}

describe.each(KINDS.filter(({ available }) => available))("on $name", ({ start }) => {
  test.each([
    ["every answer is known", false],
    ["no answer came", true],
  ])("%s: created, replaced, deleted; as it was, without what another wrote; and again", async (_, forgets) => {
    const { record, keys, stop } = await start();
    const { writes, recorder } = recording(forgets);
    const other = await record({ begin: () => 0, makeDurable: () => {}, end: () => {} });
    const kv = await keys();
    try {
      await other.apply(policy(1));
      await other.apply(hostEndpoint("deleted", { interfaceName: "eth1" }));
      await other.apply(hostEndpoint("others", { interfaceName: "eth1" }));
      const before = await contents(kv);
      const ours = await record(recorder);
      await ours.apply(policy(2));
      await ours.apply(policy(3));
      await ours.apply(hostEndpoint("created", { interfaceName: "eth2" }));
      await ours.apply(hostEndpoint("others", { interfaceName: "eth2" }));
      expect(await ours.delete({ kind: "HostEndpoint", name: "deleted" })).toMatchObject({ kind: "deleted" });
      await ours.close();
      await other.apply(hostEndpoint("others", { interfaceName: "eth3" }));
      const changed = (await contents(kv)).find((line) => line.includes("/others "));

      const results = (await restore(kv, writes)).map(({ key, result }) => `${key.split("/").at(-1)}: ${result}`);
      expect(results).toEqual([
        "deleted: created again",
        "others: left alone",
        "created: deleted",
        expect.stringMatching(/p: restored/),
      ]);
      const expected = before.map((line) => (line.includes("/others ") ? changed : line));
      expect(await contents(kv)).toEqual(expected);

      const again = (await restore(kv, writes)).map(({ result }) => result);
      expect(again).toEqual(["as before", "left alone", "as before", "as before"]);
      expect(await contents(kv)).toEqual(expected);
    } finally {
      await kv.close();
      await other.close();
      await stop();
    }
  });
});
