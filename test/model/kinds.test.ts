import { expect, test } from "vitest";
import { allKinds, columnsIn, hasKind, kindForAlias, kindNamed } from "../../src/model/kinds.ts";
import type { Resource } from "../../src/model/resource.ts";
import { DEFAULT_PROFILE, versionProfile } from "../../src/model/version.ts";

/** One alias of each sort, and the kind calicoctl takes it for (recorded: get-alias-*, get-empty-*). */
test.each([
  ["hep", "HostEndpoint"],
  ["hOsTeNdPoInTs", "HostEndpoint"],
  ["gnp", "GlobalNetworkPolicy"],
  ["no", "Node"],
  ["nos", "Node"],
  ["pol", "NetworkPolicy"],
  ["policies", "NetworkPolicy"],
  ["pro", "Profile"],
  ["gnetsets", "GlobalNetworkSet"],
  ["netsets", "NetworkSet"],
  ["wep", "WorkloadEndpoint"],
  ["felixconfig", "FelixConfiguration"],
  ["pool", "IPPool"],
  ["bgpconfig", "BGPConfiguration"],
  ["bp", "BGPPeer"],
  ["clusterinfo", "ClusterInformation"],
  ["tiers", "Tier"],
  ["reservation", "IPReservation"],
  ["kubecontrollersconfig", "KubeControllersConfiguration"],
  ["sgnp", "StagedGlobalNetworkPolicy"],
  ["spol", "StagedNetworkPolicy"],
  ["skpol", "StagedKubernetesNetworkPolicy"],
  ["bf", "BGPFilter"],
])("%s is %s", (word, kind) => {
  expect(kindForAlias(word)?.kind).toBe(kind);
});

test.each(["", "fconfig", "tierss", "hep/x", "__proto__", "constructor"])("%j is no kind", (word) => {
  expect(kindForAlias(word)).toBeUndefined();
  expect(kindNamed(word)).toBeUndefined();
});

test("no alias names two kinds", () => {
  const aliases = allKinds().flatMap(({ aliases }) => aliases);
  expect(new Set(aliases).size).toBe(aliases.length);
});

function cells(kind: string, spec: Record<string, unknown>, context = {}, version = "v3.7"): string[] {
  const resource: Resource = { apiVersion: "projectcalico.org/v3", kind, metadata: { name: "x" }, spec };
  const info = kindNamed(kind);
  const columns = info ? columnsIn(info, versionProfile(version)) : [];
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

test("kinds of v3.32 are not v3.7's", () => {
  expect(allKinds(DEFAULT_PROFILE).map(({ kind }) => kind)).not.toContain("Tier");
  expect(hasKind({ since: "v3.32" }, DEFAULT_PROFILE)).toBe(false);
  expect(allKinds(versionProfile("v3.32"))).toEqual(allKinds());
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
