import { expect, test } from "vitest";
import { columnsIn, kindNamed } from "../../../src/model/kinds/kinds.ts";
import { calicoVersionRules } from "../../../src/model/kinds/version.ts";
import type { Resource } from "../../../src/model/resource.ts";

/** What custom-columns may name, as the real ones list it for a heading that they do not know (recorded: table-*-bad). */
const HEADINGS: readonly (readonly [kind: string, version: string, headings: string])[] = [
  ["HostEndpoint", "v3.7", "INTERFACE IPS NAME NODE PROFILES"],
  ["HostEndpoint", "v3.32", "INTERFACE IPS NAME NODE PROFILES"],
  ["GlobalNetworkPolicy", "v3.7", "NAME ORDER SELECTOR"],
  ["GlobalNetworkPolicy", "v3.32", "NAME ORDER SELECTOR TIER"],
  ["NetworkPolicy", "v3.7", "NAME NAMESPACE ORDER SELECTOR"],
  ["NetworkPolicy", "v3.32", "NAME NAMESPACE ORDER SELECTOR TIER"],
  ["WorkloadEndpoint", "v3.7", "INTERFACE NAME NAMESPACE NATS NETWORKS NODE ORCHESTRATOR PROFILES WORKLOAD"],
  ["WorkloadEndpoint", "v3.32", "INTERFACE NAME NAMESPACE NATS NETWORKS NODE ORCHESTRATOR PROFILES WORKLOAD"],
  ["IPPool", "v3.7", "CIDR DISABLED IPIPMODE NAME NAT SELECTOR VXLANMODE"],
  ["IPPool", "v3.32", "ASSIGNMENTMODE CIDR DISABLEBGPEXPORT DISABLED IPIPMODE NAME NAT SELECTOR VXLANMODE"],
  ["Node", "v3.7", "ASN IPV4 IPV6 NAME"],
  ["Tier", "v3.32", "NAME ORDER"],
  ["StagedGlobalNetworkPolicy", "v3.32", "NAME ORDER SELECTOR TIER"],
  ["StagedNetworkPolicy", "v3.32", "NAME NAMESPACE ORDER SELECTOR TIER"],
  ["StagedKubernetesNetworkPolicy", "v3.32", "NAME NAMESPACE PODSELECTOR"],
  ["KubeControllersConfiguration", "v3.32", "NAME"],
  ["BGPFilter", "v3.32", "NAME NUMEXPORTV4 NUMEXPORTV6 NUMIMPORTV4 NUMIMPORTV6"],
];

test.each(HEADINGS)("the columns of %s with %s", (kind, version, headings) => {
  const info = kindNamed(kind);
  const columns = info ? columnsIn(info, calicoVersionRules(version)) : [];
  expect(columns.map(({ heading }) => heading).sort()).toEqual(headings.split(" "));
});

/** The cells of all columns of a resource called `x`, those of a namespace (`ns`) last. */
function cells(kind: string, spec: Record<string, unknown>, context = {}, version = "v3.7"): string[] {
  const resource: Resource = {
    apiVersion: "projectcalico.org/v3",
    kind,
    metadata: { name: "x", namespace: "ns" },
    spec,
  };
  const info = kindNamed(kind);
  const columns = info ? columnsIn(info, calicoVersionRules(version)) : [];
  return columns.map((column) => column.cell(resource, context));
}

test.each([
  ["GlobalNetworkPolicy", { tier: "t", order: 1 }, ["x", "t", "1", ""]],
  [
    "IPPool",
    { cidr: "10.0.0.0/8", assignmentMode: "Manual" },
    ["x", "10.0.0.0/8", "false", "", "", "false", "false", "", "Manual"],
  ],
  ["Tier", { order: 1_000_000 }, ["x", "1e+06"]],
  ["IPReservation", { reservedCIDRs: ["10.0.0.1", "10.0.0.8/29"] }, ["x", "10.0.0.1,10.0.0.8/29"]],
  ["BGPFilter", { exportV4: [{}, {}], importV6: [{}] }, ["x", "2", "0", "0", "1"]],
] as const)("v3.32: %s %j", (kind, spec, expected) => {
  expect(cells(kind, spec, {}, "v3.32")).toEqual(expected);
});

test.each([
  ["HostEndpoint", { node: "n", expectedIPs: ["10.0.0.1", "fd00::1"] }, ["x", "n", "", "10.0.0.1,fd00::1", ""]],
  ["GlobalNetworkPolicy", { order: 1.5, selector: "all()" }, ["x", "1.5", "all()"]],
  ["GlobalNetworkPolicy", { order: 100000 }, ["x", "100000", ""]],
  ["GlobalNetworkPolicy", { order: 1234567 }, ["x", "1.234567e+06", ""]],
  ["GlobalNetworkPolicy", { order: 0.00001 }, ["x", "1e-05", ""]],
  ["GlobalNetworkPolicy", {}, ["x", "<nil>", ""]],
  ["Node", {}, ["x", "", "", ""]],
  ["Node", { bgp: { ipv4Address: "10.0.0.1/24" } }, ["x", "(64512)", "10.0.0.1/24", ""]],
  ["Node", { bgp: { asNumber: 65001 } }, ["x", "65001", "", ""]],
  ["Profile", { labelsToApply: { b: "2", a: "1" } }, ["x", "a=1,b=2"]],
  ["BGPPeer", { peerIP: "10.0.0.2", asNumber: 1 }, ["x", "10.0.0.2", "(global)", "1"]],
  ["BGPConfiguration", {}, ["x", "", "-", "-"]],
] as const)("%s %j", (kind, spec, expected) => {
  expect(cells(kind, spec)).toEqual(expected);
});

test("the cluster's AS number stands in for a node's", () => {
  expect(cells("Node", { bgp: {} }, { defaultAsNumber: "65000" })[1]).toBe("(65000)");
});

test("long lists of nets are cut at 80 characters", () => {
  const nets = Array.from({ length: 20 }, (_, i) => `10.${i}.0.0/16`);
  const [, cell = ""] = cells("GlobalNetworkSet", { nets });
  expect([cell.length, cell.endsWith("...")]).toEqual([80, true]);
});

test.each([
  [
    "WorkloadEndpoint",
    { pod: "p", node: "n", orchestrator: "k8s", ipNetworks: ["10.0.0.5/32", "fd00::5/128"], interfaceName: "cali1" },
    ["x", "p", "n", "10.0.0.5/32,fd00::5/128", "cali1", "", "", "k8s", "ns"],
  ],
  [
    "WorkloadEndpoint",
    { workload: "w", ipNATs: [{ internalIP: "10.0.0.5", externalIP: "192.0.2.1" }, { internalIP: "10.0.0.6" }] },
    ["x", "w", "", "", "", "", "10.0.0.5,10.0.0.6", "", "ns"],
  ],
  ["WorkloadEndpoint", { ipNATs: "none" }, ["x", "", "", "", "", "", "", "", "ns"]],
  ["NetworkPolicy", { order: -1 }, ["x", "-1", "", "ns"]],
] as const)("of a namespace: %s %j", (kind, spec, expected) => {
  expect(cells(kind, spec)).toEqual(expected);
});

/** A pod selector in kubectl's words; a stored value may be anything. */
test.each([
  [undefined, ""],
  [{}, ""],
  [{ matchLabels: { app: "web", tier: "x" } }, "app=web,tier=x"],
  [{ matchExpressions: [{ key: "a", operator: "In", values: ["b", "c"] }] }, "a in (b,c)"],
  [{ matchLabels: { z: "1" }, matchExpressions: [{ key: "a", operator: "NotIn", values: ["b"] }] }, "z=1,a notin (b)"],
  [
    {
      matchExpressions: [
        { key: "a", operator: "Exists" },
        { key: "b", operator: "DoesNotExist" },
      ],
    },
    "a,!b",
  ],
  [{ matchExpressions: ["x", null] }, " in (), in ()"],
  ["text", ""],
])("pod selector %j is %s", (podSelector, expected) => {
  expect(cells("StagedKubernetesNetworkPolicy", { podSelector }, {}, "v3.32")).toEqual(["x", expected, "ns"]);
});
