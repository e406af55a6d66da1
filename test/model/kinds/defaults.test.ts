import { describe, expect, test } from "vitest";
import { defaultTypes, withDefaults } from "../../../src/model/kinds/defaults.ts";
import { calicoVersionRules, DEFAULT_CALICO } from "../../../src/model/kinds/version.ts";
import type { Resource } from "../../../src/model/resource.ts";

/** What is filled in; filling in twice changes nothing. */
function check(resource: Partial<Resource> & { kind: string }, expected: object, version = "v3.7"): void {
  const calico = calicoVersionRules(version) ?? DEFAULT_CALICO;
  const full = withDefaults({ apiVersion: "projectcalico.org/v3", metadata: { name: "a" }, ...resource }, calico);
  expect(full).toMatchObject(expected);
  expect(withDefaults(full, calico)).toEqual(full);
}

describe("policy types", () => {
  const rules = [{ action: "Allow" }];
  test.each<[object, readonly string[]]>([
    [{}, ["Ingress"]],
    [{ ingress: rules }, ["Ingress"]],
    [{ egress: rules }, ["Egress"]],
    [{ ingress: rules, egress: rules }, ["Ingress", "Egress"]],
    [{ ingress: [], egress: [] }, ["Ingress"]],
    [{ ingress: [], egress: rules }, ["Egress"]],
    [{ types: ["Egress"], ingress: rules }, ["Egress"]],
    [{ types: [], egress: rules }, ["Egress"]],
  ])("%j", (spec, types) => {
    expect(defaultTypes(spec as Record<string, unknown>)).toEqual(types);
    check({ kind: "GlobalNetworkPolicy", spec: spec as Record<string, unknown> }, { spec: { types } });
  });
});

describe("other kinds", () => {
  test("a policy's tier in v3.32", () =>
    check(
      { kind: "NetworkPolicy" },
      {
        spec: { tier: "default", types: ["Ingress"] },
        metadata: {
          labels: { "projectcalico.org/tier": "default" },
          annotations: { "projectcalico.org/metadata": '{"name":"a"}' },
        },
      },
      "v3.32",
    ));
  test("IP pools", () => {
    const spec = { cidr: "10.0.0.0/16" };
    check(
      { kind: "IPPool", spec },
      { spec: { ...spec, vxlanMode: "Never", ipipMode: "Never", blockSize: 26, nodeSelector: "all()" } },
    );
    check(
      { kind: "IPPool", spec: { cidr: "2001:DB8::/64", blockSize: 120 } },
      { spec: { cidr: "2001:db8::/64", blockSize: 120 } },
    );
    check({ kind: "IPPool", spec: { cidr: "fd00::/64" } }, { spec: { blockSize: 122 } });
    check({ kind: "IPPool", spec: { cidr: "10.0.0.0/016" } }, { spec: { cidr: "10.0.0.0/16", blockSize: 26 } });
    check(
      { kind: "IPPool", spec },
      { spec: { allowedUses: ["Workload", "Tunnel"], assignmentMode: "Automatic" } },
      "v3.32",
    );
  });
  test("workload endpoints", () =>
    check(
      {
        kind: "WorkloadEndpoint",
        metadata: { name: "", namespace: "ns", labels: { app: "x" } },
        spec: { orchestrator: "k8s", node: "n", pod: "p-1", endpoint: "eth0" },
      },
      {
        metadata: {
          name: "n-k8s-p--1-eth0",
          labels: { app: "x", "projectcalico.org/namespace": "ns", "projectcalico.org/orchestrator": "k8s" },
        },
      },
    ));
  test("a workload endpoint that cannot be named", () =>
    check({ kind: "WorkloadEndpoint", metadata: { name: "" } }, { metadata: { name: "" } }));
  test("kinds of v3.32", () => {
    check({ kind: "Tier" }, { spec: { order: 1_000_000, defaultAction: "Deny" } }, "v3.32");
    check({ kind: "Tier", spec: { order: 5 } }, { spec: { order: 5, defaultAction: "Deny" } }, "v3.32");
    const staged = { spec: { stagedAction: "Set", tier: "default", types: ["Ingress"] } };
    check({ kind: "StagedGlobalNetworkPolicy" }, staged, "v3.32");
    check({ kind: "StagedNetworkPolicy", spec: { tier: "t" } }, { spec: { stagedAction: "Set", tier: "t" } }, "v3.32");
    check({ kind: "StagedKubernetesNetworkPolicy" }, { spec: { stagedAction: "Set" } }, "v3.32");
  });
  test("configuration of v3.32", () => {
    check(
      { kind: "FelixConfiguration", spec: { floatingIPs: "Enabled" } },
      { spec: { nftablesMode: "Auto", floatingIPs: "Enabled" } },
      "v3.32",
    );
    check({ kind: "BGPConfiguration" }, { spec: { logSeverityScreen: "Info" } }, "v3.32");
  });
  test.each(["HostEndpoint", "Node", "Profile", "FelixConfiguration", "BGPConfiguration"])("%s: nothing", (kind) => {
    const resource = { apiVersion: "projectcalico.org/v3", kind, metadata: { name: "a" } };
    expect(withDefaults(resource, DEFAULT_CALICO)).toEqual(resource);
  });
});
