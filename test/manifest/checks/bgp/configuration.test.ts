import { test } from "vitest";
import { checkCodes, resource } from "../../read.ts";

/** A spec of BGPConfiguration `default` for v3.32, and the codes of its errors. */
type Row = readonly [spec: object, expected: readonly string[]];

const communities = [{ name: "c", value: "1:2" }];
const advertised = (...names: string[]) => ({ prefixAdvertisements: [{ cidr: "10.0.0.0/24", communities: names }] });
const named = (name: string, value: string) => ({ communities: [{ name, value }], ...advertised("1:2") });
const secretKeyRef = { name: "s", key: "k" };

// Recorded: the `bc-*` cases. Others: API reference, BGPConfiguration, and the tags of its type.
const ROWS: readonly Row[] = [
  [{ serviceClusterIPs: [{ cidr: "10.96.0.0/12" }], listenPort: 0 }, []],
  [{ serviceLoadBalancerIPs: [{ cidr: "bad" }] }, ["net.syntax"]],
  [{ serviceLoadBalancerIPs: [{ cidr: "10.0.0.1" }] }, ["net.syntax"]],
  [{ serviceExternalIPs: [{ cidr: "10.0.0.1/24" }] }, ["net.masked"]],
  [{ serviceExternalIPs: [{}] }, []],
  [{ communities }, ["bgp.communities"]],
  [{ communities, ...advertised("c") }, []],
  [{ communities, ...advertised("c", "65535:0", "1:2:4294967295") }, []],
  [{ communities, ...advertised("d") }, ["bgp.communities"]],
  [advertised("c"), ["bgp.communities"]],
  [advertised("65536:1"), ["bgp.communities"]],
  [advertised("1:2:4294967296"), ["bgp.communities"]],
  [advertised("1:2:3:4"), ["bgp.communities"]],
  [named("c", "070000:1"), ["bgp.communities"]],
  [named("c", "007:1"), []],
  [named("C", "1:1"), ["name.invalid"]],
  [{ communities: [{ value: "1:1" }], ...advertised("1:2") }, ["field.required"]],
  [{ communities: [{ name: "c" }], ...advertised("1:2") }, ["field.required"]],
  [{ prefixAdvertisements: [{ communities: ["1:2"] }] }, ["field.required"]],
  [{ prefixAdvertisements: [{ cidr: "10.0.0.0/24" }] }, ["field.required"]],
  [{ ignoredInterfaces: ["eth0", "eth*", "*.x", "a_b-c.d"] }, []],
  [{ ignoredInterfaces: ["*"] }, ["interface.invalid"]],
  [{ ignoredInterfaces: ["eth+"] }, ["interface.invalid"]],
  [{ ignoredInterfaces: ["a234567890123456"] }, ["interface.invalid"]],
  [{ logSeverityScreen: "Trace" }, []],
  [{ logSeverityScreen: "trace" }, ["field.enum"]],
  [{ nodeMeshPassword: { secretKeyRef }, nodeMeshMaxRestartTime: "120s" }, []],
  [{ nodeMeshPassword: { secretKeyRef }, nodeToNodeMeshEnabled: true }, []],
  [{ nodeMeshPassword: { secretKeyRef }, nodeToNodeMeshEnabled: false }, ["bgp.mesh"]],
  [{ nodeMeshMaxRestartTime: "1m", nodeToNodeMeshEnabled: false }, ["bgp.mesh"]],
  [{ localWorkloadPeeringIPV4: "169.254.0.179", localWorkloadPeeringIPV6: "fd00::1" }, []],
  [{ localWorkloadPeeringIPV4: "fd00::1" }, ["address.syntax"]],
  [{ localWorkloadPeeringIPV4: "10.0.0.1/32" }, ["address.syntax"]],
  [{ localWorkloadPeeringIPV6: "10.0.0.1" }, ["address.syntax"]],
  [{ programClusterRoutes: "Enabled", ipv4NormalRoutePriority: 1, ipv6NormalRoutePriority: 2147483646 }, []],
  [{ programClusterRoutes: "Yes" }, ["field.enum"]],
  [{ ipv4NormalRoutePriority: 0 }, ["field.range"]],
  [{ ipv6NormalRoutePriority: 2147483647 }, ["field.range"]],
];

test.each(ROWS)("%j", (spec, expected) => {
  checkCodes(resource("BGPConfiguration", spec, { name: "default" }), expected, "v3.32");
});

// Recorded: bc-name-01. The others: libcalico-go's client, which checks them beside the two.
test.each([
  { nodeToNodeMeshEnabled: true },
  { asNumber: 0 },
  { serviceLoadBalancerIPs: [{ cidr: "10.0.0.0/24" }] },
  { serviceExternalIPs: [{ cidr: "10.0.0.0/24" }] },
  { serviceClusterIPs: [{ cidr: "10.0.0.0/24" }] },
  { nodeMeshPassword: { secretKeyRef } },
  { nodeMeshMaxRestartTime: "120s" },
])("only `default` has %j", (spec) => {
  checkCodes(resource("BGPConfiguration", spec, { name: "node.n1" }), ["bgp.default-only"], "v3.32");
});

test.each([
  [{ listenPort: 179 }, ["field.unknown"]],
  [{ localWorkloadPeeringIPV4: "10.0.0.1" }, ["field.unknown"]],
  [{ logSeverityScreen: "Trace" }, ["field.enum"]],
  [{ logSeverityScreen: "Debug" }, []],
] satisfies Row[])("v3.7: %j", (spec, expected) => {
  checkCodes(resource("BGPConfiguration", spec, { name: "default" }), expected, "v3.7");
});
