import { expect, test } from "vitest";
import { clusterNat } from "../../src/kubernetes/services/node-nat.ts";

const service = (name: string, clusterIP: string, externalIP: string, port: number) => ({
  ...{ apiVersion: "v1", kind: "Service", metadata: { namespace: "d", name } },
  spec: { clusterIP, clusterIPs: [clusterIP], externalIPs: [externalIP], ports: [{ port, protocol: "TCP" }] },
});
const slice = (name: string, address: string) => ({
  ...{ apiVersion: "discovery.k8s.io/v1", kind: "EndpointSlice", addressType: "IPv4" },
  metadata: { namespace: "d", name: `${name}-1`, labels: { "kubernetes.io/service-name": name } },
  endpoints: [{ addresses: [address] }],
  ports: [{ name: "", protocol: "TCP", port: 8080 }],
});

test.each<[what: string, second: ReturnType<typeof service>, isUncertain: boolean]>([
  ["the same external address and port", service("b", "10.96.0.2", "203.0.113.5", 80), true],
  ["another port of it", service("b", "10.96.0.2", "203.0.113.5", 81), false],
  ["another external address", service("b", "10.96.0.2", "203.0.113.6", 80), false],
])("a Service with %s as another's: which gets the packet", (_, second, isUncertain) => {
  const first = service("a", "10.96.0.1", "203.0.113.5", 80);
  const objects = [first, second, slice("a", "192.168.1.1"), slice("b", "192.168.1.2")];
  const rules = clusterNat(objects).ofNode("node1").dnat ?? [];
  const external = rules.filter(({ dst }) => dst.startsWith("203."));
  expect(external.length).toBe(2);
  expect(external.every(({ uncertain }) => uncertain?.includes("Service d/b port 80") === true)).toBe(isUncertain);
  expect(rules.filter(({ dst }) => dst.startsWith("10.")).map(({ uncertain }) => uncertain)).toEqual([
    undefined,
    undefined,
  ]);
});
