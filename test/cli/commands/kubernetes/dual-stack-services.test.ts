import { expect, test } from "vitest";
import { session } from "../../../support/cli.ts";
import { tmpFolder } from "../../../support/tmp.ts";

const namespaced = (kind: string, name: string, fields: object, apiVersion = "v1", labels = {}) => ({
  ...{ apiVersion, kind, metadata: { name, namespace: "shop", labels } },
  ...fields,
});
const pod = (name: string, ...ips: string[]) =>
  namespaced("Pod", name, {
    spec: { nodeName: "node1", containers: [] },
    status: { phase: "Running", podIP: ips[0], podIPs: ips.map((ip) => ({ ip })) },
  });
const slice = (service: string, addressType: string, ip: string) => {
  const [ports, endpoints] = [[{ name: "", port: 8080 }], [{ addresses: [ip], nodeName: "node1" }]];
  const labels = { "kubernetes.io/service-name": service };
  const fields = { addressType, ports, endpoints };
  return namespaced("EndpointSlice", `${service}-${addressType}`, fields, "discovery.k8s.io/v1", labels);
};
const service = (name: string, ...clusterIPs: string[]) =>
  namespaced("Service", name, { spec: { clusterIP: clusterIPs[0], clusterIPs, ports: [{ port: 80 }] } });
const OBJECTS = [
  { apiVersion: "v1", kind: "Node", metadata: { name: "node1" }, status: { addresses: [] } },
  { apiVersion: "v1", kind: "Namespace", metadata: { name: "shop" } },
  pod("both", "192.168.1.10", "fd10::10"),
  pod("four", "192.168.1.4"),
  pod("six", "fd10::6"),
  ...["web", "bare"].flatMap((name) => [slice(name, "IPv4", "192.168.1.10"), slice(name, "IPv6", "fd10::10")]),
  service("web", "10.96.0.10", "fd96::10"),
  service("bare", "None"),
];

test.each([
  ["pod/shop/four", "svc/shop/web", "TCP 192.168.1.4 -> 10.96.0.10:80,"],
  ["pod/shop/six", "svc/shop/web", "TCP fd10::6 -> [fd96::10]:80,"],
  ["external:2001:db8::9", "svc/shop/web", "TCP 2001:db8::9 -> [fd96::10]:80,"],
  ["pod/shop/four", "svc/shop/bare", "TCP 192.168.1.4 -> 192.168.1.10:8080,"],
  ["pod/shop/six", "svc/shop/bare", "TCP fd10::6 -> [fd10::10]:8080,"],
])("of a Service with addresses of both IP versions %s reaches %s by one of its own", async (from, to, expected) => {
  const list = JSON.stringify({ apiVersion: "v1", kind: "List", items: OBJECTS });
  const run = session(tmpFolder());
  const { stdout, stderr } = await run(
    `simulate --offline --calico-version v3.32 -f - --from ${from} --to ${to}`,
    list,
  );
  expect(stdout + stderr).toContain(`ALLOW  ${expected}`);
});

test.each([
  ["--from pod/shop/both --to svc/shop/web", true],
  ["--from pod/shop/both --to pod/shop/both2 tcp 80", true],
  ["--from pod/shop/four --to svc/shop/web", false],
  ["--from pod/shop/both --to pod/shop/four tcp 80", false],
])("%s: that the other IP version is not evaluated is told: %s", async (ends, isTold) => {
  const items = [...OBJECTS, pod("both2", "192.168.1.11", "fd10::11")];
  const run = session(tmpFolder());
  const line = `simulate --offline --calico-version v3.32 -f - ${ends}`;
  const { stdout } = await run(line, JSON.stringify({ apiVersion: "v1", kind: "List", items }));
  expect(stdout).toMatch(/^ALLOW/);
  expect(stdout.includes("only IPv4 is evaluated: both ends have addresses of IPv6, too")).toBe(isTold);
});
