import { describe, expect, test } from "vitest";
import { at, BOTH, type Fields, fate, LOCAL, REMOTE, service, slice } from "./fate.ts";

const hint = (zone: string) => ({ hints: { forZones: [{ name: zone }] } });
const OUTSIDE = "tcp 198.51.100.7";
const NODE_PORT = `${OUTSIDE} 10.0.0.1:31852`;
const BACKENDS = "192.168.1.10:8080 or 192.168.2.10:8080";
const REJECTED = "none, reject in input, reject in forward";
const GONE = { conditions: { ready: false, serving: true, terminating: true } };
/** Objects of other APIs whose kinds and names are those of Kubernetes' own. */
const ALIKE = [
  { apiVersion: "longhorn.io/v1beta2", kind: "Node", metadata: { name: "node1" }, status: {} },
  { apiVersion: "serving.knative.dev/v1", kind: "Service", metadata: { name: "web", namespace: "web" }, spec: {} },
  { apiVersion: "example.com/v1", kind: "EndpointSlice", metadata: { name: "web", namespace: "web" } },
];
const UNREADY = { conditions: { ready: false, serving: false } };

describe("what kube-proxy's iptables mode makes of a Service", () => {
  test.each<readonly [what: string, objects: readonly Fields[], packet: string, fate: string]>([
    ["the ClusterIP, from outside", [service({}), BOTH], `${OUTSIDE} 10.96.0.100:80`, `${BACKENDS}, masq`],
    ["the ClusterIP, from a pod", [service({}), BOTH], "tcp 192.168.1.7 10.96.0.100:80", BACKENDS],
    ["another port of it", [service({}), BOTH], `${OUTSIDE} 10.96.0.100:81`, "none"],
    ["another protocol", [service({}), BOTH], "udp 198.51.100.7 10.96.0.100:80", "none"],
    ["the NodePort", [service({}), BOTH], NODE_PORT, `${BACKENDS}, masq`],
    ["the NodePort of another address", [service({}), BOTH], `${OUTSIDE} 172.16.0.1:31852`, `${BACKENDS}, masq`],
    ["the NodePort of the loopback", [service({}), BOTH], "tcp 127.0.0.1 127.0.0.1:31852", `${BACKENDS}, masq`],
    ["the NodePort of another host", [service({}), BOTH], `${OUTSIDE} 10.0.0.9:31852`, "none"],
    ["no backend", [service({}), slice([])], NODE_PORT, REJECTED],
    ["no ready backend", [service({}), slice([at("192.168.1.10", "node1", UNREADY)])], NODE_PORT, REJECTED],
    [
      "one that is not ready",
      [service({}), slice([{ ...LOCAL, ...UNREADY }, REMOTE])],
      NODE_PORT,
      "192.168.2.10:8080, masq",
    ],
    ["only a terminating one", [service({}), slice([{ ...LOCAL, ...GONE }])], NODE_PORT, "192.168.1.10:8080, masq"],
    [
      "a terminating one beside",
      [service({}), slice([{ ...LOCAL, ...GONE }, REMOTE])],
      NODE_PORT,
      "192.168.2.10:8080, masq",
    ],
    [
      "the port's name is another's",
      [service({}), slice([LOCAL], { ports: [{ name: "x", port: 8080 }] })],
      NODE_PORT,
      REJECTED,
    ],
    [
      "a port without a name",
      [service({ ports: [{ port: 80, nodePort: 31852 }] }), slice([LOCAL], { ports: [{ port: 9 }] })],
      NODE_PORT,
      "192.168.1.10:9, masq",
    ],
    [
      "two slices, each with its port",
      [service({}), slice([LOCAL]), slice([REMOTE], { ports: [{ name: "http", port: 9090 }] })],
      NODE_PORT,
      "192.168.1.10:8080 or 192.168.2.10:9090, masq",
    ],
    [
      "SCTP",
      [
        service({ ports: [{ port: 80, protocol: "SCTP" }] }),
        slice([LOCAL], { ports: [{ port: 7, protocol: "SCTP" }] }),
      ],
      "sctp 198.51.100.7 10.96.0.100:80",
      "192.168.1.10:7, masq",
    ],
    [
      "UDP beside TCP of one name",
      [
        service({ ports: [{ port: 53, protocol: "UDP" }] }),
        slice([LOCAL], {
          ports: [
            { port: 5353, protocol: "UDP" },
            { port: 9, protocol: "TCP" },
          ],
        }),
      ],
      "udp 192.168.1.7 10.96.0.100:53",
      "192.168.1.10:5353",
    ],
    ["headless", [service({ clusterIP: "None", clusterIPs: ["None"] }), BOTH], NODE_PORT, "none"],
    ["ExternalName", [service({ type: "ExternalName", clusterIP: "", clusterIPs: [] }), BOTH], NODE_PORT, "none"],
    [
      "of another proxy",
      [
        service(
          {},
          { metadata: { name: "web", namespace: "web", labels: { "service.kubernetes.io/service-proxy-name": "x" } } },
        ),
        BOTH,
      ],
      NODE_PORT,
      "none",
    ],
    [
      "of another namespace",
      [
        service({}),
        slice([LOCAL], { metadata: { name: "x", namespace: "db", labels: { "kubernetes.io/service-name": "web" } } }),
      ],
      NODE_PORT,
      REJECTED,
    ],
    [
      "an external address",
      [service({ externalIPs: ["203.0.113.50"] }), BOTH],
      `${OUTSIDE} 203.0.113.50:80`,
      `${BACKENDS}, masq`,
    ],
    [
      "both IP versions",
      [service({ clusterIPs: ["10.96.0.100", "fd96::1"] }), BOTH, slice([at("fd00:1::a")], { addressType: "IPv6" })],
      "tcp 2001:db8::1 [fd96::1]:80",
      "fd00:1::a:8080",
    ],
    [
      "a NodePort of IPv6",
      [service({ clusterIPs: ["10.96.0.100", "fd96::1"] }), slice([at("fd00:1::a")], { addressType: "IPv6" })],
      "tcp 2001:db8::1 [fd00::1]:31852",
      "fd00:1::a:8080, masq",
    ],
    [
      "not of its loopback",
      [service({ clusterIPs: ["10.96.0.100", "fd96::1"] }), slice([at("fd00:1::a")], { addressType: "IPv6" })],
      "tcp ::1 [::1]:31852",
      "none",
    ],
    [
      "backends for this zone",
      [
        service({}),
        slice([
          { ...LOCAL, ...hint("zone1") },
          { ...REMOTE, ...hint("zone2") },
        ]),
      ],
      NODE_PORT,
      "192.168.1.10:8080, masq",
    ],
    [
      "beside objects of other APIs",
      [
        service({}),
        slice([
          { ...LOCAL, ...hint("zone1") },
          { ...REMOTE, ...hint("zone2") },
        ]),
        ...ALIKE,
      ],
      NODE_PORT,
      "192.168.1.10:8080, masq",
    ],
    ["no slice but one of another API", [service({}), ...ALIKE], NODE_PORT, "unknown"],
    ["a hint for some", [service({}), slice([{ ...LOCAL, ...hint("zone1") }, REMOTE])], NODE_PORT, `${BACKENDS}, masq`],
    ["Local, from outside", [service({ externalTrafficPolicy: "Local" }), BOTH], NODE_PORT, "192.168.1.10:8080"],
    [
      "Local, from a pod",
      [service({ externalTrafficPolicy: "Local" }), BOTH],
      "tcp 192.168.1.7 10.0.0.1:31852",
      BACKENDS,
    ],
    [
      "Local, from the node",
      [service({ externalTrafficPolicy: "Local" }), BOTH],
      "tcp 10.0.0.1 10.0.0.1:31852",
      `${BACKENDS}, masq`,
    ],
    [
      "Local without one here",
      [service({ externalTrafficPolicy: "Local" }), slice([REMOTE])],
      NODE_PORT,
      "none, drop in input, drop in forward",
    ],
    ["Local without any", [service({ externalTrafficPolicy: "Local" }), slice([])], NODE_PORT, REJECTED],
    [
      "Local and no node is named",
      [service({ externalTrafficPolicy: "Local" }), slice([{ addresses: ["192.168.1.10"] }])],
      NODE_PORT,
      "none, drop in input, drop in forward",
    ],
    [
      "internal Local without one here",
      [service({ internalTrafficPolicy: "Local" }), slice([REMOTE])],
      `${OUTSIDE} 10.96.0.100:80`,
      "none, drop in forward, drop in output",
    ],
    [
      "internal Local, its NodePort",
      [service({ internalTrafficPolicy: "Local" }), slice([REMOTE])],
      NODE_PORT,
      "192.168.2.10:8080, masq",
    ],
    [
      "an Endpoints object",
      [
        service({}),
        {
          ...{ apiVersion: "v1", kind: "Endpoints" },
          metadata: { name: "web", namespace: "web" },
          subsets: [
            {
              addresses: [{ ip: "192.168.1.10" }],
              notReadyAddresses: [{ ip: "192.168.1.11" }],
              ports: [{ name: "http", port: 1 }],
            },
          ],
        },
      ],
      NODE_PORT,
      "192.168.1.10:1, masq",
    ],
    ["neither slices nor Endpoints", [service({})], NODE_PORT, "unknown"],
  ])("%s", (_what, objects, packet, expected) => expect(fate(objects, packet)).toBe(expected));

  const ranges = { type: "LoadBalancer", loadBalancerSourceRanges: ["192.0.2.0/24", "2001:db8::/32"] };
  const status = {
    status: { loadBalancer: { ingress: [{ ip: "198.51.100.200" }, { ip: "198.51.100.201", ipMode: "Proxy" }] } },
  };
  test.each<readonly [what: string, objects: readonly Fields[], packet: string, fate: string]>([
    [
      "its address",
      [service({ type: "LoadBalancer" }, status), BOTH],
      `${OUTSIDE} 198.51.100.200:80`,
      `${BACKENDS}, masq`,
    ],
    ["one of ipMode Proxy", [service({ type: "LoadBalancer" }, status), BOTH], `${OUTSIDE} 198.51.100.201:80`, "none"],
    [
      "in the ranges",
      [service(ranges, status), BOTH],
      "tcp 192.0.2.9 198.51.100.200:80",
      `${BACKENDS}, masq, drop in input, drop in forward, drop in output`,
    ],
    [
      "outside of them",
      [service(ranges, status), BOTH],
      `${OUTSIDE} 198.51.100.200:80`,
      "none, drop in input, drop in forward, drop in output",
    ],
    ["the NodePort has no ranges", [service(ranges, status), BOTH], NODE_PORT, `${BACKENDS}, masq`],
  ])("a load balancer: %s", (_what, objects, packet, expected) => expect(fate(objects, packet)).toBe(expected));
});
