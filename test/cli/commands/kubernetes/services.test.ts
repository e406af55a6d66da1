import { describe, expect, test } from "vitest";
import { session } from "../../../support/cli.ts";
import { tmpFolder } from "../../../support/tmp.ts";

const NODE = {
  apiVersion: "v1",
  kind: "Node",
  metadata: { name: "node1", annotations: { "projectcalico.org/IPv4Address": "10.0.0.1/24" } },
  status: { addresses: [{ type: "InternalIP", address: "10.0.0.1" }] },
};
const POD = {
  apiVersion: "v1",
  kind: "Pod",
  metadata: { name: "web-1", namespace: "web" },
  spec: { nodeName: "node1", containers: [{ name: "c", ports: [{ containerPort: 8080, hostPort: 8081 }] }] },
  status: { podIPs: [{ ip: "192.168.1.10" }] },
};
const NAMESPACE = { apiVersion: "v1", kind: "Namespace", metadata: { name: "web" } };
const SERVICE = {
  apiVersion: "v1",
  kind: "Service",
  metadata: { name: "web", namespace: "web" },
  spec: { type: "NodePort", clusterIP: "10.96.0.100", ports: [{ name: "http", port: 80, nodePort: 31852 }] },
};
const SLICE = {
  apiVersion: "discovery.k8s.io/v1",
  kind: "EndpointSlice",
  metadata: { name: "web-abc", namespace: "web", labels: { "kubernetes.io/service-name": "web" } },
  addressType: "IPv4",
  ports: [{ name: "http", port: 8080 }],
  endpoints: [{ addresses: ["192.168.1.10"], nodeName: "node1" }],
};
const ENDPOINTS = {
  apiVersion: "v1",
  kind: "Endpoints",
  metadata: { name: "web", namespace: "web" },
  subsets: [{ addresses: [{ ip: "192.168.1.10", nodeName: "node1" }], ports: [{ name: "http", port: 8080 }] }],
};
const CLUSTER = [NODE, NAMESPACE, POD];

describe("simulate translates what Services and host ports do", () => {
  test.each([
    [
      "a NodePort",
      [...CLUSTER, SERVICE, SLICE],
      "31852",
      "DNAT Service web/web port http translated 10.0.0.1:31852 becomes 192.168.1.10:8080",
    ],
    ["a NodePort of an Endpoints object", [...CLUSTER, SERVICE, ENDPOINTS], "31852", "becomes 192.168.1.10:8080"],
    [
      "a hostPort",
      CLUSTER,
      "8081",
      "DNAT hostPort 8081 of pod web/web-1 translated 10.0.0.1:8081 becomes 192.168.1.10:8080 (pod web/web-1)",
    ],
    ["another port", [...CLUSTER, SERVICE, SLICE], "31853", "to a local process of node1"],
    [
      "a Service whose backends the dump lacks",
      [...CLUSTER, SERVICE],
      "31852",
      "backends of Service web/web are unknown",
    ],
  ])("%s", async (_what, objects, port, expected) => {
    const run = session(tmpFolder());
    const line = `simulate --offline --calico-version v3.32 -f - --in eth0 tcp 198.51.100.7 10.0.0.1:${port}`;
    const { stdout } = await run(line, JSON.stringify({ apiVersion: "v1", kind: "List", items: objects }));
    expect(stdout.replaceAll(/\s+/g, " ")).toContain(expected);
  });
});
