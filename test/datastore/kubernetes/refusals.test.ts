import { expect, test, vi } from "vitest";
import { runCli } from "../../support/cli.ts";
import { MemoryKubernetes } from "../../support/kubernetes/memory-kubernetes.ts";
import { loadObject, type OpenedStore, storeOn } from "../../support/kubernetes/on-api.ts";

const opened = vi.hoisted(() => ({ store: undefined as unknown }));
vi.mock("../../../src/datastore/open.ts", () => ({
  openDatastore: (...args: Parameters<OpenedStore["openDatastore"]>) =>
    (opened.store as OpenedStore).openDatastore(...args),
}));

function cluster(): MemoryKubernetes {
  const api = new MemoryKubernetes();
  for (const object of [
    { apiVersion: "v1", kind: "Namespace", metadata: { name: "web", labels: { env: "prod" } } },
    { apiVersion: "v1", kind: "ServiceAccount", metadata: { name: "api.v1", namespace: "web" } },
    { apiVersion: "v1", kind: "Node", metadata: { name: "n1", labels: { zone: "a" }, annotations: { other: "kept" } } },
    {
      apiVersion: "v1",
      kind: "Pod",
      metadata: { name: "p-1", namespace: "web", annotations: { "cni.projectcalico.org/podIP": "10.65.0.5/32" } },
      spec: { nodeName: "n1" },
      status: { phase: "Running", podIP: "10.65.0.5" },
    },
    {
      apiVersion: "networking.k8s.io/v1",
      kind: "NetworkPolicy",
      metadata: { name: "closed", namespace: "web" },
      spec: { podSelector: {} },
    },
  ])
    loadObject(api, object);
  opened.store = storeOn(api);
  return api;
}

const run = (calico: string, line: string, stdin = "") =>
  runCli(line.split(" "), {
    stdin,
    env: { DATASTORE_TYPE: "embedded", EMBEDDED_PATH: "/none", CALICO_VERSION: calico },
  });
const manifest = (kind: string, metadata: Readonly<Record<string, unknown>>, spec = {}) =>
  JSON.stringify({ apiVersion: "projectcalico.org/v3", kind, metadata, spec });

/** Each names the kubectl command, or the thing, to use instead. */
const REFUSED: readonly (readonly [calico: string, line: string, stdin: string, says: string])[] = [
  ["v3.32", "delete profile kns.web", "", "kubectl label namespace web KEY=VALUE"],
  ["v3.32", "label profile ksa.web.api.v1 a=b", "", "kubectl label -n web serviceaccount api.v1 KEY=VALUE"],
  ["v3.7", "apply -f -", manifest("Profile", { name: "own" }), "write a policy instead"],
  ["v3.32", "create -f -", manifest("Node", { name: "n2" }), "its kubelets make them"],
  ["v3.32", "apply -f -", manifest("Node", { name: "n2" }), "its kubelets make them"],
  ["v3.32", "delete node n1", "", "kubectl delete node n1"],
  ["v3.32", "delete np knp.default.closed -n web", "", "kubectl delete -n web networkpolicy closed"],
  ["v3.7", "label np knp.default.closed -n web a=b", "", "kubectl edit -n web networkpolicy closed"],
  ["v3.32", "label wep n1-k8s-p--1-eth0 -n web a=b", "", "change the Pod"],
  ["v3.7", "delete wep n1-k8s-p--1-eth0 -n web", "", "change the Pod"],
];

test.each(REFUSED)("%s: %s is refused, and says what to use", async (calico, line, stdin, says) => {
  const api = cluster();
  const before = JSON.stringify(api.dump().filter(({ kind }) => kind !== "Tier" && kind !== "ClusterInformation"));
  const ran = await run(calico, line, stdin);
  expect([ran.code, ran.stdout]).toEqual([1, ""]);
  expect(ran.stderr).toContain("store.refused");
  expect(ran.stderr).toContain(says);
  expect(JSON.stringify(api.dump().filter(({ kind }) => kind !== "Tier" && kind !== "ClusterInformation"))).toBe(
    before,
  );
});

test("a write that changes less than it says is a success with a warning", async () => {
  const api = cluster();
  const labelled = await run("v3.32", "label node n1 zone=b --overwrite");
  expect([labelled.code, labelled.stdout]).toEqual([0, "Successfully updated label zone on node n1\n"]);
  expect(labelled.stderr).toMatch(
    /warning: Node n1: `zone` is a label of Kubernetes' own .*kubectl label node n1 zone=VALUE/,
  );
  const deleted = await run("v3.32", "delete wep n1-k8s-p--1-eth0 -n web");
  expect([deleted.code, deleted.stdout]).toEqual([0, "Successfully deleted 1 'WorkloadEndpoint' resource(s)\n"]);
  expect(deleted.stderr).toMatch(/warning: .*the Pod and its endpoint are still there/);
  const pod = api.dump().find(({ kind }) => kind === "Pod") as { metadata: { annotations: object } };
  expect(pod.metadata.annotations).toEqual({ "cni.projectcalico.org/podIP": "", "cni.projectcalico.org/podIPs": "" });
});

test("`delete -f` deletes whatever resourceVersion it states, as calicoctl, and says so; `delete -l` does not", async () => {
  cluster();
  const hep = (resourceVersion?: string) =>
    manifest(
      "HostEndpoint",
      { name: "h", ...(resourceVersion && { resourceVersion }) },
      { node: "n1", interfaceName: "eth0" },
    );
  expect((await run("v3.32", "create -f -", hep())).code).toBe(0);
  const ran = await run("v3.32", "delete -f -", hep("1"));
  expect([ran.code, ran.stdout]).toEqual([0, "Successfully deleted 1 'HostEndpoint' resource(s)\n"]);
  expect(ran.stderr).toMatch(/warning: .*it was deleted although it was at resourceVersion \d+, not 1/);
});

test("Nodes: all of a resource goes into annotations, and what is not Calico's stays", async () => {
  const api = cluster();
  const spec = { bgp: { ipv4Address: "10.0.0.8/24", asNumber: 64599 }, ipv4VXLANTunnelAddr: "10.65.0.1" };
  expect((await run("v3.32", "apply -f -", manifest("Node", { name: "n1", labels: { rack: "r1" } }, spec))).code).toBe(
    0,
  );
  const node = () => api.dump().find(({ kind }) => kind === "Node")?.metadata;
  expect(node()).toMatchObject({
    labels: { zone: "a" },
    annotations: {
      other: "kept",
      "projectcalico.org/ASNumber": "64599",
      "projectcalico.org/IPv4Address": "10.0.0.8/24",
      "projectcalico.org/IPv4VXLANTunnelAddr": "10.65.0.1",
      "projectcalico.org/labels": '{"rack":"r1"}',
    },
  });
  expect((await run("v3.32", "apply -f -", manifest("Node", { name: "n1" }))).code).toBe(0);
  expect(node()).toMatchObject({ annotations: { other: "kept" } });
  expect(Object.keys((node() as { annotations: object }).annotations)).toEqual(["other"]);
});
