import { expect, test } from "vitest";
import { serviceMembers } from "../../src/kubernetes/services/service-members.ts";

const LABEL = "kubernetes.io/service-name";
const HTTP = { name: "http", protocol: "TCP", port: 8080 };
const slice = (fields: object, labels: object = { [LABEL]: "web" }, metadata: object = {}) => ({
  apiVersion: "discovery.k8s.io/v1",
  kind: "EndpointSlice",
  metadata: { name: "web-abc", namespace: "web", labels, ...metadata },
  ports: [HTTP],
  ...fields,
});
const ready = (...addresses: string[]) => ({ endpoints: [{ addresses, conditions: { ready: true } }] });

/** The members of web/web, each as a text: addresses, then destinations. */
test.each<[what: string, objects: object[], members: string]>([
  ["one endpoint", [slice(ready("192.168.1.10"))], "4/c0a8010a | 6/4/c0a8010a/8080"],
  [
    "all addresses of an endpoint",
    [slice(ready("10.0.0.1", "10.0.0.2"))],
    "4/a000001 4/a000002 | 6/4/a000001/8080 6/4/a000002/8080",
  ],
  [
    "endpoints that are not ready, or terminate",
    [
      slice({
        endpoints: [
          { addresses: ["10.0.0.1"], conditions: { ready: false, serving: false } },
          { addresses: ["10.0.0.2"], conditions: { ready: false, terminating: true } },
        ],
      }),
    ],
    "4/a000001 4/a000002 | 6/4/a000001/8080 6/4/a000002/8080",
  ],
  [
    "several slices, each with its own port",
    [slice(ready("10.0.0.1")), slice({ ...ready("10.0.0.2"), ports: [{ port: 9090, protocol: "UDP" }] })],
    "4/a000001 4/a000002 | 6/4/a000001/8080 17/4/a000002/9090",
  ],
  [
    "IPv6",
    [slice({ addressType: "IPv6", ...ready("fd00::1") })],
    "6/fd000000000000000000000000000001 | 6/6/fd000000000000000000000000000001/8080",
  ],
  [
    "a port without a number, or a protocol",
    [slice({ ...ready("10.0.0.1"), ports: [{ name: "any" }, { port: 53 }, { port: 5, protocol: "SCTP" }] })],
    "4/a000001 | 6/4/a000001/53 132/4/a000001/5",
  ],
  ["no ports at all", [slice({ ...ready("10.0.0.1"), ports: null })], "4/a000001 | "],
  ["names of DNS are no addresses", [slice({ addressType: "FQDN", ...ready("example.com") })], " | "],
  [
    "a headless service's slice",
    [slice(ready("10.0.0.1"), { [LABEL]: "web", "service.kubernetes.io/headless": "" })],
    "4/a000001 | 6/4/a000001/8080",
  ],
  ["the slice of another service", [slice(ready("10.0.0.1"), { [LABEL]: "db" })], "none"],
  ["the slice of another namespace", [slice(ready("10.0.0.1"), undefined, { namespace: "db" })], "none"],
  ["a slice without the label", [slice(ready("10.0.0.1"), {})], "none"],
])("%s", (_, objects, expected) => {
  const members = serviceMembers(objects as never)?.get("web/web");
  expect(members ? `${[...members.addresses.keys()].join(" ")} | ${[...members.ports.keys()].join(" ")}` : "none").toBe(
    expected,
  );
});

test("without any EndpointSlice the members are unknown, unless that is all the cluster has", () => {
  const service = { apiVersion: "v1", kind: "Service", metadata: { name: "web", namespace: "web" } };
  const older = { ...service, kind: "Endpoints", subsets: [{ addresses: [{ ip: "10.0.0.1" }], ports: [HTTP] }] };
  expect(serviceMembers([service, older])).toBeUndefined();
  expect(serviceMembers([service], true)).toEqual(new Map());
});
