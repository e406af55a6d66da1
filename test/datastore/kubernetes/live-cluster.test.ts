import { expect, test, vi } from "vitest";
import type { KubernetesObject } from "../../../src/kubernetes/kubernetes-object.ts";
import { runCli } from "../../support/cli.ts";
import { MemoryKubernetes } from "../../support/kubernetes/memory-kubernetes.ts";
import { loadObject, type OpenedStore, storeOn } from "../../support/kubernetes/on-api.ts";

const opened = vi.hoisted(() => ({ store: undefined as unknown }));
vi.mock("../../../src/datastore/open.ts", () => ({
  openDatastore: (...args: Parameters<OpenedStore["openDatastore"]>) =>
    (opened.store as OpenedStore).openDatastore(...args),
}));

const pod = (name: string, ip: string): KubernetesObject => ({
  apiVersion: "v1",
  kind: "Pod",
  metadata: { name, namespace: "web", labels: { app: name } },
  spec: { nodeName: "node1", containers: [] },
  status: { phase: "Running", podIP: ip, podIPs: [{ ip }] },
});

const CLUSTER: readonly KubernetesObject[] = [
  { apiVersion: "v1", kind: "Namespace", metadata: { name: "web" } },
  {
    apiVersion: "v1",
    kind: "Node",
    metadata: { name: "node1", annotations: { "projectcalico.org/IPv4Address": "10.0.0.1/24" } },
    status: { addresses: [{ type: "InternalIP", address: "10.0.0.1" }] },
  },
  pod("client", "10.65.0.5"),
  pod("server", "10.65.0.6"),
  {
    apiVersion: "networking.k8s.io/v1",
    kind: "NetworkPolicy",
    metadata: { name: "closed", namespace: "web" },
    spec: { podSelector: { matchLabels: { app: "server" } }, policyTypes: ["Ingress"] },
  },
];

function cluster(): MemoryKubernetes {
  const api = new MemoryKubernetes({ "crd.projectcalico.org": ["v1"], "discovery.k8s.io": ["v1"] });
  for (const object of CLUSTER) loadObject(api, object);
  opened.store = storeOn(api);
  return api;
}

const run = (line: string, stdin = "") =>
  runCli(line.split(" "), {
    stdin,
    env: { DATASTORE_TYPE: "embedded", EMBEDDED_PATH: "/none", CALICO_VERSION: "v3.32" },
  });

const ASKED = "simulate --from 10.65.0.5 --to 10.65.0.6 tcp 80";

test("simulate reads a live cluster, Kubernetes' own policies too, which `get` does not show", async () => {
  const api = cluster();
  const { stdout } = await run(`${ASKED} -o json`);
  const asked = api.requests.filter((request) => /^list (pods|nodes|services)$/.test(request));
  expect(asked.sort()).toEqual(["list nodes", "list pods", "list services"]);
  expect(stdout).toContain("knp.default.closed");
  expect((await run(ASKED)).stdout).toMatch(/denied/i);
  expect((await run("get np -n web")).stdout).not.toContain("closed");
});

test("-f is laid over the cluster: a policy that allows before the cluster's", async () => {
  cluster();
  const policy = {
    apiVersion: "projectcalico.org/v3",
    kind: "NetworkPolicy",
    metadata: { name: "open", namespace: "web" },
    spec: { order: 1, selector: "app == 'server'", ingress: [{ action: "Allow" }] },
  };
  const ran = await run(`${ASKED} -f -`, JSON.stringify(policy));
  expect(ran.stdout).toMatch(/allowed/i);
});

test("export and diff read a cluster; what cannot be written back is left out with a warning", async () => {
  cluster();
  const own = {
    apiVersion: "projectcalico.org/v3",
    kind: "GlobalNetworkSet",
    metadata: { name: "s" },
    spec: { nets: ["10.0.0.0/8"] },
  };
  const changed = JSON.stringify({ ...own, spec: { nets: ["10.0.0.0/9"] } });
  expect((await run("create -f -", JSON.stringify(own))).code).toBe(0);
  const exported = await run("export");
  expect(exported.code).toBe(0);
  expect([...exported.stdout.matchAll(/^kind: (.*)$/gm)].map(([, kind]) => kind)).toEqual([
    "Tier",
    "Tier",
    "Tier",
    "Node",
    "GlobalNetworkSet",
  ]);
  expect(exported.stderr).toContain("warning: Profile is left out: objects of Kubernetes stand for it");
  expect((await run("apply -f -", exported.stdout)).code).toBe(0);
  expect((await run("diff -f -", changed)).stdout).toContain("10.0.0.0/9");
});

test("kinds that may not be listed: policies are an error, others a warning with what is unknown", async () => {
  const api = cluster();
  api.forbid("networking.k8s.io/networkpolicies");
  api.forbid("services");
  const ran = await run(ASKED);
  expect(ran.code).toBe(1);
  expect(ran.stderr).toContain("error: you may not list networkpolicies: every verdict is computed without");
  expect(ran.stderr).toContain("error: you may not list services: addresses and node ports of Services");
});

test.each(["nodes", "pods", "namespaces", "serviceaccounts"])(
  "there is no answer where %s may not be listed",
  async (kind) => {
    const api = cluster();
    api.forbid(kind);
    const { code, stdout, stderr } = await run(ASKED);
    expect([code, stdout]).toEqual([1, ""]);
    expect(stderr).toContain(`you may not list ${kind}`);
  },
);
