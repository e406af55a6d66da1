import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { kindPrefix } from "../../../src/datastore/keys.ts";
import { connectKubernetes } from "../../../src/datastore/kubernetes/api/connect.ts";
import type { ApiResource } from "../../../src/datastore/kubernetes/api/kubernetes-api.ts";
import { NODES, PODS } from "../../../src/datastore/kubernetes/api-resources.ts";
import { kubernetesKv } from "../../../src/datastore/kubernetes/kubernetes-kv.ts";
import { kubernetesDatastore } from "../../../src/datastore/kubernetes/open-kubernetes.ts";
import { allKinds } from "../../../src/model/kinds/kinds.ts";
import { type CalicoVersionRules, calicoVersionRules } from "../../../src/model/kinds/version.ts";
import { API_VERSION, type Resource } from "../../../src/model/resource.ts";
import { runCli } from "../../support/cli.ts";
import {
  type ApiServer,
  hasApiServer,
  needsApiServer,
  startApiServer,
} from "../../support/kube-apiserver/api-server.ts";
import { cuttingProxy } from "../../support/kube-apiserver/cutting-proxy.ts";
import { NEVER_MS } from "../../support/wait.ts";
import { watching } from "../resources/watching.ts";
import { hostEndpoint } from "../stores.ts";
import { LEAST } from "./kinds.ts";

const CALICO: CalicoVersionRules = calicoVersionRules("v3.32") ?? expect.unreachable();
const OPTIONS = { timeoutMs: NEVER_MS, calico: CALICO };
const MADE_OF_OTHERS = ["ClusterInformation", "Node", "Profile", "WorkloadEndpoint"];

describe.skipIf(!hasApiServer)(`commands on a real API server${needsApiServer}`, () => {
  let server: ApiServer;
  beforeAll(async () => {
    server = await startApiServer();
  });
  afterAll(() => server?.stop());

  const run = (argv: readonly string[], stdin = "", more: Readonly<Record<string, string>> = {}) => {
    const env = { DATASTORE_TYPE: "kubernetes", KUBECONFIG: server.kubeconfig, CALICO_VERSION: "v3.32", ...more };
    return runCli(argv, { stdin, env });
  };

  test("the table has every kind that a cluster stores", () => {
    const stored = allKinds(CALICO).flatMap(({ kind }) => (MADE_OF_OTHERS.includes(kind) ? [] : [kind]));
    expect(Object.keys(LEAST).sort()).toEqual(stored.sort());
  });

  test.each(Object.keys(LEAST))("%s: its life", async (kind) => {
    const { metadata, spec = {} } = LEAST[kind] ?? expect.unreachable();
    const manifest = (labels?: Readonly<Record<string, string>>): string =>
      JSON.stringify({ apiVersion: API_VERSION, kind, metadata: { ...metadata, ...(labels && { labels }) }, spec });
    const named = [kind, metadata.name, ...(metadata.namespace === undefined ? [] : ["-n", metadata.namespace])];
    const get = async (): Promise<Resource> => {
      const { stdout, stderr } = await run(["get", ...named, "-o", "json"]);
      expect(stderr).toBe("");
      return JSON.parse(stdout) as Resource;
    };
    const ok = async (argv: readonly string[], stdin?: string): Promise<void> => {
      const { code, stderr } = await run(argv, stdin);
      expect([argv, code, stderr]).toEqual([argv, 0, ""]);
    };
    await ok(["create", "-f", "-"], manifest());
    const made = await get();
    expect(made.spec).toMatchObject(spec);
    expect((await run(["create", "-f", "-"], manifest())).code).toBe(1);
    await ok(["apply", "-f", "-"], manifest({ a: "1" }));
    await ok(["label", ...named, "b=2"]);
    await ok(["patch", ...named, "-p", '{"metadata":{"annotations":{"n":"x <y>"}}}']);
    const changed = await get();
    expect(changed.metadata).toMatchObject({ labels: { a: "1", b: "2" }, annotations: { n: "x <y>" } });
    expect([changed.metadata.uid, changed.spec]).toEqual([made.metadata.uid, made.spec]);
    const stale = JSON.stringify({ ...made, spec });
    expect((await run(["replace", "-f", "-"], stale)).stderr).toContain("store.conflict");
    await ok(["replace", "-f", "-"], manifest());
    expect((await get()).metadata.annotations).toBeUndefined();
    await ok(["delete", ...named]);
    expect((await run(["get", ...named])).code).toBe(1);
  });

  test("annotations of a Node and of a pod are written through their status", async () => {
    const api = await server.connect("admin");
    const node = { apiVersion: "v1", kind: "Node", metadata: { name: "n1", labels: { zone: "a" } } };
    expect((await api.create(NODES.of, node)).kind).toBe("written");
    const pod = {
      apiVersion: "v1",
      kind: "Pod",
      metadata: { name: "p", namespace: "default", annotations: { "cni.projectcalico.org/podIP": "10.65.0.5/32" } },
      spec: { nodeName: "n1", containers: [{ name: "c", image: "i" }] },
    };
    expect((await api.create(PODS.of, pod)).kind).toBe("written");
    const manifest = { apiVersion: API_VERSION, kind: "Node", metadata: { name: "n1" } };
    const spec = { bgp: { ipv4Address: "10.0.0.8/24" } };
    expect((await run(["apply", "-f", "-"], JSON.stringify({ ...manifest, spec }))).code).toBe(0);
    expect((await run(["label", "node", "n1", "rack=r1"])).code).toBe(0);
    expect((await run(["delete", "wep", "n1-k8s-p-eth0"])).code).toBe(0);
    const annotations = async (of: ApiResource, name: string, more = {}) =>
      (await api.get({ of, name, ...more }))?.metadata;
    expect(await annotations(NODES.of, "n1")).toMatchObject({
      labels: { zone: "a" },
      annotations: { "projectcalico.org/IPv4Address": "10.0.0.8/24", "projectcalico.org/labels": '{"rack":"r1"}' },
    });
    expect(await annotations(PODS.of, "p", { namespace: "default" })).toMatchObject({
      annotations: { "cni.projectcalico.org/podIP": "", "cni.projectcalico.org/podIPs": "" },
    });
    await api.close();
  });

  test("a user without rights is told which rule is missing", async () => {
    const asReader = (...argv: readonly string[]) => run([...argv, "--context", "reader"]);
    for (const argv of [["get", "hep"], ["delete", "hep", "x"], ["export"]]) {
      const ran = await asReader(...argv);
      expect([ran.code, ran.stdout]).toEqual([1, ""]);
      expect(ran.stderr).toMatch(/the user `reader` may not \w+ \w+\.crd\.projectcalico\.org,? .*\[datastore\.auth\]/);
      expect(ran.stderr).toContain("the rule that a ClusterRole of the user needs");
    }
  });

  test("a watch whose connection is cut loses no change and repeats none", async () => {
    const proxy = await cuttingProxy(Number(new URL(server.address).port));
    const config = { ...server.config("admin"), server: `https://127.0.0.1:${proxy.port}` };
    const watched = await kubernetesDatastore(await connectKubernetes(config, NEVER_MS), {}, OPTIONS);
    const writer = await kubernetesDatastore(await server.connect("admin"), {}, OPTIONS);
    const watch = await watching(watched, { kind: "HostEndpoint" });
    const names = Array.from({ length: 9 }, (_, at) => `w${at}`);
    for (const [at, name] of names.entries()) {
      if (at % 3 === 1) proxy.cut();
      await writer.create(hostEndpoint(name));
    }
    await watch.until(/w8/);
    expect(watch.lines.filter((line) => line.startsWith("new"))).toEqual(
      names.map((name) => `new HostEndpoint ${name} `.trimEnd()),
    );
    await watch.stop();
    for (const name of names) await writer.delete({ kind: "HostEndpoint", name });
    await watched.close();
    await writer.close();
    await proxy.close();
  });

  test("a revision that the server no longer has: all is listed again, and why is told", async () => {
    const api = await server.connect("admin");
    const kv = kubernetesKv(api, { calico: CALICO, group: "crd.projectcalico.org/v1" });
    const ended = new AbortController();
    for await (const news of kv.watch(kindPrefix("Tier"), "1", ended.signal)) {
      expect(news).toMatchObject({ kind: "state", lost: "the API server no longer has the changes after revision 1" });
      break;
    }
    ended.abort();
    await api.close();
  });
});
