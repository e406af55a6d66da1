import { expect, test } from "vitest";
import { session } from "../../support/cli.ts";
import { tmpFolder } from "../../support/tmp.ts";

/** A Service with so many backends on the node that sends, which no policy refuses. */
function clusterWith(backends: number): string {
  const addresses = Array.from({ length: backends }, (_, i) => `192.168.${1 + Math.floor(i / 250)}.${1 + (i % 250)}`);
  const items = [
    { apiVersion: "v1", kind: "Node", metadata: { name: "node1" }, spec: { podCIDRs: ["192.168.0.0/16"] } },
    { apiVersion: "v1", kind: "Namespace", metadata: { name: "d" } },
    ...["a", "b"].map((name, at) => ({
      ...{ apiVersion: "v1", kind: "Pod", metadata: { name, namespace: "d" } },
      ...{ spec: { nodeName: "node1", containers: [] }, status: { podIPs: [{ ip: `192.168.100.${1 + at}` }] } },
    })),
    {
      ...{ apiVersion: "v1", kind: "Service", metadata: { name: "s", namespace: "d" } },
      spec: { clusterIP: "10.96.0.1", clusterIPs: ["10.96.0.1"], ports: [{ port: 80 }] },
    },
    {
      ...{ apiVersion: "discovery.k8s.io/v1", kind: "EndpointSlice", addressType: "IPv4" },
      metadata: { name: "s-1", namespace: "d", labels: { "kubernetes.io/service-name": "s" } },
      ports: [{ name: "", port: 8080 }],
      endpoints: addresses.map((address) => ({ addresses: [address], nodeName: "node1" })),
    },
  ];
  return JSON.stringify({ apiVersion: "v1", kind: "List", items });
}

test.each([
  ["--from pod/d/a --to svc/d/s", 3, 0],
  ["--from pod/d/a --to svc/d/s", 501, 3],
  ["--from-workload a --out eth0 tcp 192.168.100.1 10.96.0.1:80", 3, 0],
  ["--from-workload a --out eth0 tcp 192.168.100.1 10.96.0.1:80", 501, 3],
])(
  "%s: with %i backends an expectation that the evaluated ones meet ends with %i",
  async (question, backends, code) => {
    const line = `simulate --offline --calico-version v3.32 -f - ${question} --expect allow`;
    const ran = await session(tmpFolder())(line, clusterWith(backends));
    expect({ code: ran.code, isCut: ran.stderr.includes("choices were evaluated, not all") }).toEqual({
      code,
      isCut: code !== 0,
    });
  },
);
