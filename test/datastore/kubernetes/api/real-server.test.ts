import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { connectKubernetes } from "../../../../src/datastore/kubernetes/api/connect.ts";
import type { ApiResource, KubernetesApi } from "../../../../src/datastore/kubernetes/api/kubernetes-api.ts";
import { metadataOf } from "../../../../src/kubernetes/kubernetes-object.ts";
import {
  type ApiServer,
  hasApiServer,
  needsApiServer,
  startApiServer,
} from "../../../support/kube-apiserver/api-server.ts";
import { cuttingProxy } from "../../../support/kube-apiserver/cutting-proxy.ts";
import { NEVER_MS, waitUntil } from "../../../support/wait.ts";

const SETS: ApiResource = {
  group: "crd.projectcalico.org",
  version: "v1",
  resource: "globalnetworksets",
  isNamespaced: false,
};
const PODS: ApiResource = { group: "", version: "v1", resource: "pods", isNamespaced: true };

/** A network set as it is stored. */
const set = (name: string, ...nets: string[]) => ({
  apiVersion: "crd.projectcalico.org/v1",
  kind: "GlobalNetworkSet",
  metadata: { name },
  spec: { nets },
});

describe.skipIf(!hasApiServer)(`a real API server${needsApiServer}`, () => {
  let server: ApiServer;
  let api: KubernetesApi;
  beforeAll(async () => {
    server = await startApiServer();
    api = await server.connect("admin");
  });
  afterAll(async () => {
    await api?.close();
    await server?.stop();
  });

  test("1,200 objects are read in pages, at one revision", async () => {
    const names = Array.from({ length: 1200 }, (_, nth) => `s${String(nth).padStart(4, "0")}`);
    const kinds = await Promise.all(names.map(async (name) => (await api.create(SETS, set(name))).kind));
    expect(new Set(kinds)).toEqual(new Set(["written"]));
    const { items, resourceVersion } = await api.list(SETS);
    expect(items.map(({ metadata }) => (metadata as { name: string }).name)).toEqual(names);
    expect(Number(resourceVersion)).toBeGreaterThan(1200);
  });

  test("an object's life", async () => {
    const created = await api.create(SETS, set("life", "10.0.0.0/8"));
    if (created.kind !== "written") throw new Error(created.kind);
    expect(await api.create(SETS, set("life"))).toEqual({ kind: "exists" });
    const changed = { ...created.object, spec: { nets: ["10.1.0.0/16"] } };
    expect((await api.update(SETS, changed)).kind).toBe("written");
    // The second writer has the revision of before.
    expect(await api.update(SETS, changed)).toEqual({ kind: "conflict" });
    const stored = await api.get({ of: SETS, name: "life" });
    expect(stored?.spec).toEqual({ nets: ["10.1.0.0/16"] });
    const { uid, resourceVersion } = metadataOf(stored ?? {});
    expect(await api.delete({ of: SETS, name: "life" }, { resourceVersion: "1" })).toEqual({ kind: "conflict" });
    expect(await api.delete({ of: SETS, name: "life" }, { uid: "another" })).toEqual({ kind: "conflict" });
    expect((await api.delete({ of: SETS, name: "life" }, { uid, resourceVersion })).kind).toBe("deleted");
    expect(await api.delete({ of: SETS, name: "life" })).toEqual({ kind: "not-found" });
    expect(await api.get({ of: SETS, name: "life" })).toBeUndefined();
    expect(await api.update(SETS, changed)).toMatchObject({ kind: "not-found" });
  });

  test("what it refuses", async () => {
    expect(await api.create(SETS, set("A_b"))).toMatchObject({
      kind: "invalid",
      reason: expect.stringContaining("metadata.name"),
    });
    const unserved = { ...SETS, resource: "nonsense" };
    expect(await api.create(unserved, set("a"))).toMatchObject({
      kind: "not-found",
      what: expect.stringContaining("does not serve"),
    });
    expect((await api.list(unserved)).items).toEqual([]);
    const pod = { apiVersion: "v1", kind: "Pod", metadata: { name: "a", namespace: "nowhere" } };
    expect(await api.create(PODS, { ...pod, spec: { containers: [{ name: "a", image: "a" }] } })).toEqual({
      kind: "not-found",
      what: "namespace nowhere",
    });
  });

  test("a status is written through its own path", async () => {
    const spec = { containers: [{ name: "a", image: "a" }] };
    const pod = { apiVersion: "v1", kind: "Pod", metadata: { name: "p", namespace: "default" }, spec };
    const created = await api.create(PODS, pod);
    if (created.kind !== "written") throw new Error(created.kind);
    const status = { phase: "Running", podIP: "10.0.0.9", podIPs: [{ ip: "10.0.0.9" }] };
    const written = await api.update(PODS, { ...created.object, status }, { subresource: "status" });
    expect(written).toMatchObject({ kind: "written", object: { status: { podIP: "10.0.0.9" } } });
  });

  test("a user without rights", async () => {
    const reader = await server.connect("reader");
    const rule = (verb: string) =>
      `{apiGroups: ["crd.projectcalico.org"], resources: ["globalnetworksets"], verbs: ["${verb}"]}`;
    const fault = (verb: string) => ({
      code: "datastore.auth",
      effect: "refused",
      message: expect.stringContaining(`the user \`reader\` may not ${verb} globalnetworksets.crd.projectcalico.org`),
      help: expect.stringContaining(rule(verb)),
    });
    await expect(reader.list(SETS)).rejects.toMatchObject(fault("list"));
    await expect(reader.get({ of: SETS, name: "a" })).rejects.toMatchObject(fault("get"));
    await expect(reader.create(SETS, set("a"))).rejects.toMatchObject(fault("create"));
    await expect(reader.delete({ of: SETS, name: "a" })).rejects.toMatchObject(fault("delete"));
    const watching = reader.watch(SETS, { resourceVersion: "0" }, new AbortController().signal);
    await expect(watching[Symbol.asyncIterator]().next()).rejects.toMatchObject(fault("watch"));
    await reader.close();
  });

  test("a watch whose connection is cut goes on after the last event, and nothing is lost", async () => {
    const proxy = await cuttingProxy(Number(new URL(server.address).port));
    const config = { ...server.config("admin"), server: `https://127.0.0.1:${proxy.port}` };
    const watcher = await connectKubernetes(config, NEVER_MS);
    let { resourceVersion } = await api.list(SETS);
    const seen: string[] = [];
    const stop = new AbortController();
    let cuts = 0;
    const watching = async (): Promise<void> => {
      while (!stop.signal.aborted) {
        try {
          for await (const event of watcher.watch(SETS, { resourceVersion }, stop.signal)) {
            if (event.kind === "bookmark") resourceVersion = event.resourceVersion;
            if (event.kind !== "put") continue;
            const { name, resourceVersion: now } = metadataOf(event.object);
            resourceVersion = now;
            seen.push(name);
            if (name === "w11") stop.abort();
          }
        } catch (error) {
          expect(error).toMatchObject({ code: "datastore.unreachable" });
          cuts++;
        }
      }
    };
    const ended = watching();
    for (let nth = 0; nth < 12; nth++) {
      await api.create(SETS, set(`w${nth}`));
      if (nth % 4 === 1) await waitUntil(() => seen.includes(`w${nth}`));
      if (nth % 4 === 1) proxy.cut();
    }
    await ended;
    expect(seen).toEqual(Array.from({ length: 12 }, (_, nth) => `w${nth}`));
    expect(cuts).toBeGreaterThanOrEqual(3);
    await watcher.close();
    await proxy.close();
  });
});
