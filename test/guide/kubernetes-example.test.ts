import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { session } from "../support/cli.ts";
import { tmpFolder } from "../support/tmp.ts";

/** The guide's worked example: its last four heredocs, of which the last opens the NodePort. */
const [policies, outbound, endpoint, pinhole] = readFileSync(join(import.meta.dirname, "heredocs.txt"), "utf8")
  .split(/^### \d+\n/m)
  .slice(-4)
  .map((text) => text.replace(/^calicoctl .*\n/, "").replace(/^EOF\s*$/m, ""));

const NODES = { node1: "10.240.0.5", node2: "10.240.0.6" } as const;
type Node = keyof typeof NODES;
const PODS = { node1: "192.168.1.10", node2: "192.168.2.10" } as const;

/** The guide's cluster as objects of Kubernetes: two nodes, and the pods of a Service on one of them. */
function clusterObjects(backend: Node, externalTrafficPolicy: string): readonly object[] {
  const labels = { app: "web" };
  const nodes = Object.entries(NODES).map(([name, address]) => ({
    ...{ apiVersion: "v1", kind: "Node" },
    metadata: { name, annotations: { "projectcalico.org/IPv4Address": `${address}/16` } },
    status: { addresses: [{ type: "InternalIP", address }] },
  }));
  const pods = Object.entries(PODS).map(([nodeName, podIP]) => ({
    ...{ apiVersion: "v1", kind: "Pod" },
    metadata: {
      name: `${nodeName === backend ? "web" : "client"}-1`,
      namespace: "shop",
      labels: nodeName === backend ? labels : {},
    },
    spec: { nodeName, containers: [{ name: "c" }] },
    status: { phase: "Running", podIP, podIPs: [{ ip: podIP }] },
  }));
  return [
    { apiVersion: "v1", kind: "Namespace", metadata: { name: "shop" } },
    ...nodes,
    ...pods,
    {
      ...{ apiVersion: "v1", kind: "Service", metadata: { name: "web", namespace: "shop" } },
      spec: {
        ...{ type: "NodePort", clusterIP: "10.96.0.10", clusterIPs: ["10.96.0.10"], selector: labels },
        ...{ externalTrafficPolicy, ports: [{ protocol: "TCP", port: 80, targetPort: 8080, nodePort: 31852 }] },
      },
    },
    {
      ...{ apiVersion: "discovery.k8s.io/v1", kind: "EndpointSlice", addressType: "IPv4" },
      metadata: { name: "web-1", namespace: "shop", labels: { "kubernetes.io/service-name": "web" } },
      endpoints: [
        { addresses: [PODS[backend]], nodeName: backend, targetRef: { kind: "Pod", namespace: "shop", name: "web-1" } },
      ],
      ports: [{ name: "", protocol: "TCP", port: 8080 }],
    },
  ];
}

const OUTSIDE = "external:198.51.100.7";

/** Who asks, whether the NodePort was opened, the backend's node and the traffic policy: the verdict, and what decides it. */
const CASES: readonly (readonly [
  from: string,
  isOpen: boolean,
  backend: Node,
  policy: string,
  verdict: string,
  by: string,
])[] = [
  [OUTSIDE, false, "node1", "Cluster", "deny", "drop-other-ingress"],
  [OUTSIDE, false, "node1", "Local", "deny", "drop-other-ingress"],
  [OUTSIDE, false, "node2", "Cluster", "deny", "drop-other-ingress"],
  [OUTSIDE, false, "node2", "Local", "deny", "drop-other-ingress"],
  [OUTSIDE, true, "node1", "Cluster", "allow", "allow-nodeport"],
  [OUTSIDE, true, "node1", "Local", "allow", "allow-nodeport"],
  [OUTSIDE, true, "node2", "Cluster", "allow", "allow-nodeport"],
  // No backend on node1, so that nothing is translated: Calico has accepted the packet, which goes to a process of the node.
  [OUTSIDE, true, "node2", "Local", "allow", "allow-nodeport"],
  ["node/node2", false, "node1", "Cluster", "allow", "allow-cluster-internal-ingress"],
  ["node/node2", false, "node1", "Local", "allow", "allow-cluster-internal-ingress"],
  ["node/node2", true, "node2", "Cluster", "allow", "node2"],
  ["pod/shop/client-1", false, "node2", "Cluster", "allow", "kns.shop"],
  ["pod/shop/client-1", false, "node2", "Local", "allow", "kns.shop"],
];

test.each(CASES)(
  "from %s, NodePort opened: %s, backend on %s, policy %s: %s",
  async (from, isOpen, backend, policy, verdict, by) => {
    const folder = tmpFolder();
    const objects = clusterObjects(backend, policy);
    writeFileSync(join(folder, "cluster.json"), JSON.stringify({ apiVersion: "v1", kind: "List", items: objects }));
    const calico = [policies, outbound, endpoint, ...(isOpen ? [pinhole] : [])];
    for (const [at, text] of calico.entries()) writeFileSync(join(folder, `${at}.yaml`), text ?? "");
    const run = session(folder);
    const line = `simulate --offline --calico-version v3.32 -f ${folder} --from ${from} --to node/node1:31852 tcp --expect ${verdict}`;
    const { code, stdout } = await run(line);
    expect(stdout).toContain(by);
    expect(code).toBe(0);
  },
);
