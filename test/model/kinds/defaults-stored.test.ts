import { describe, expect, test } from "vitest";
import { withDefaults } from "../../../src/model/kinds/defaults.ts";
import { calicoVersionRules } from "../../../src/model/kinds/version.ts";
import type { Resource } from "../../../src/model/resource.ts";

type Spec = Readonly<Record<string, unknown>>;
const META = { name: "a" };
const KEPT = { name: "a", labels: { own: "1" }, annotations: { note: "2" } };
const TIERED = (tier: string, own: { labels?: object; annotations?: object } = {}) => ({
  name: "a",
  labels: { ...own.labels, "projectcalico.org/tier": tier },
  annotations: { ...own.annotations, "projectcalico.org/metadata": '{"name":"a"}' },
});
const FELIX = {
  nftablesMode: "Auto",
  bpfLogLevel: "",
  bpfConnectTimeLoadBalancing: "TCP",
  bpfHostNetworkedNATWithoutCTLB: "Enabled",
  floatingIPs: "Disabled",
};
const POOL = { vxlanMode: "Never", ipipMode: "Never", blockSize: 26, nodeSelector: "all()" };
const POOL_LATER = { ...POOL, allowedUses: ["Workload", "Tunnel"], assignmentMode: "Automatic" };
const SAME = "the same";

/** A kind and what was written of it; all that is stored of it by v3.7, and by v3.32: metadata, then spec. */
type Stored = readonly [metadata: object, spec: object | undefined] | typeof SAME;
const CASES: readonly (readonly [
  kind: string,
  written: readonly [metadata: object, spec?: object],
  before: Stored,
  after: Stored,
])[] = [
  [
    "GlobalNetworkPolicy",
    [META],
    [META, { types: ["Ingress"] }],
    [TIERED("default"), { types: ["Ingress"], tier: "default" }],
  ],
  [
    "GlobalNetworkPolicy",
    [KEPT, { order: 5, types: ["Egress"] }],
    [KEPT, { order: 5, types: ["Egress"] }],
    [TIERED("default", KEPT), { order: 5, types: ["Egress"], tier: "default" }],
  ],
  [
    "NetworkPolicy",
    [META, { tier: "front" }],
    [META, { tier: "front", types: ["Ingress"] }],
    [TIERED("front"), { tier: "front", types: ["Ingress"] }],
  ],
  [
    "StagedGlobalNetworkPolicy",
    [META, { stagedAction: "Delete" }],
    [TIERED("default"), { stagedAction: "Delete", tier: "default" }],
    [TIERED("default"), { stagedAction: "Delete", tier: "default" }],
  ],
  [
    "StagedNetworkPolicy",
    [META, { stagedAction: "Delete", types: ["Egress"] }],
    [TIERED("default"), { stagedAction: "Delete", tier: "default" }],
    [TIERED("default"), { stagedAction: "Delete", tier: "default" }],
  ],
  [
    "StagedKubernetesNetworkPolicy",
    [KEPT, { podSelector: {} }],
    [KEPT, { stagedAction: "Set", podSelector: {} }],
    [KEPT, { stagedAction: "Set", podSelector: {} }],
  ],
  [
    "Tier",
    [KEPT],
    [KEPT, { order: 1000000, defaultAction: "Deny" }],
    [KEPT, { order: 1000000, defaultAction: "Deny" }],
  ],
  [
    "Tier",
    [META, { order: 1, defaultAction: "Pass" }],
    [META, { order: 1, defaultAction: "Pass" }],
    [META, { order: 1, defaultAction: "Pass" }],
  ],
  ["IPPool", [META], [META, POOL], [META, POOL_LATER]],
  [
    "IPPool",
    [KEPT, { cidr: "10.0.0.7/8" }],
    [KEPT, { ...POOL, cidr: "10.0.0.0/8" }],
    [KEPT, { ...POOL_LATER, cidr: "10.0.0.0/8" }],
  ],
  [
    "IPPool",
    [META, { cidr: "FD00::/48", ipipMode: "Never", nodeSelector: "has(a)", allowedUses: ["Tunnel"] }],
    [META, { ...POOL, blockSize: 122, nodeSelector: "has(a)", allowedUses: ["Tunnel"], cidr: "fd00::/48" }],
    [META, { ...POOL_LATER, blockSize: 122, nodeSelector: "has(a)", allowedUses: ["Tunnel"], cidr: "fd00::/48" }],
  ],
  [
    "IPPool",
    [META, { cidr: "x", blockSize: 28 }],
    [META, { ...POOL, cidr: "x", blockSize: 28 }],
    [META, { ...POOL_LATER, cidr: "x", blockSize: 28 }],
  ],
  ["FelixConfiguration", [KEPT, { bpfLogLevel: "Debug" }], SAME, [KEPT, { ...FELIX, bpfLogLevel: "Debug" }]],
  ["FelixConfiguration", [META], SAME, [META, FELIX]],
  // libcalico-go/lib/clientv3, felixconfig: the old setting overrules those that took its place.
  ...([true, false] as const).map((isOn): (typeof CASES)[number] => {
    const old = { bpfConnectTimeLoadBalancingEnabled: isOn };
    const overruled = {
      bpfConnectTimeLoadBalancing: isOn ? "Enabled" : "Disabled",
      bpfHostNetworkedNATWithoutCTLB: "Disabled",
    };
    return [
      "FelixConfiguration",
      [META, { ...old, bpfConnectTimeLoadBalancing: "TCP", bpfHostNetworkedNATWithoutCTLB: "Enabled" }],
      SAME,
      [META, { ...FELIX, ...old, ...overruled }],
    ];
  }),
  [
    "BGPConfiguration",
    [KEPT, { logSeverityScreen: "Debug", asNumber: 1 }],
    SAME,
    [KEPT, { logSeverityScreen: "Debug", asNumber: 1, serviceLoadBalancerAggregation: "Enabled" }],
  ],
  ["BGPConfiguration", [META], SAME, [META, { logSeverityScreen: "Info", serviceLoadBalancerAggregation: "Enabled" }]],
  ["HostEndpoint", [KEPT, { node: "n" }], SAME, SAME],
  ["Profile", [META, { ingress: [] }], SAME, SAME],
  ["Node", [META], SAME, SAME],
  ["GlobalNetworkSet", [KEPT, { nets: [] }], SAME, SAME],
  ["NetworkSet", [META], SAME, SAME],
  ["BGPPeer", [META], SAME, SAME],
  ["Unknown", [META, { x: 1 }], SAME, SAME],
];

/** The labels that a workload endpoint is given, besides its own. */
const WORKLOADS: readonly (readonly [
  what: string,
  metadata: Resource["metadata"],
  spec: Spec,
  name: string,
  labels: string,
])[] = [
  ["nothing known", META, {}, "a", ""],
  ["a namespace", { name: "a", namespace: "ns" }, {}, "a", "namespace=ns"],
  ["an orchestrator", META, { orchestrator: "k8s" }, "a", "orchestrator=k8s"],
  ["a service account", META, { serviceAccountName: "sa" }, "a", "serviceaccount=sa"],
  ["values that are not strings", META, { orchestrator: 5, serviceAccountName: null }, "a", ""],
  [
    "all of them",
    { name: "a", namespace: "ns" },
    { orchestrator: "cni", serviceAccountName: "sa" },
    "a",
    "namespace=ns orchestrator=cni serviceaccount=sa",
  ],
  [
    "no name, which follows",
    { name: "" },
    { node: "n", orchestrator: "k8s", pod: "p", endpoint: "e" },
    "n-k8s-p-e",
    "orchestrator=k8s",
  ],
  ["no name, and nothing to make it of", { name: "" }, { node: "n", orchestrator: "k8s" }, "", "orchestrator=k8s"],
  ["a name of its own", META, { node: "n", orchestrator: "k8s", pod: "p", endpoint: "e" }, "a", "orchestrator=k8s"],
];

const profile = (version: string) => calicoVersionRules(version) ?? expect.unreachable(version);

describe("what is stored of a resource", () => {
  test.each(CASES)("%s %j", (kind, [metadata, spec], before, after) => {
    const written = { apiVersion: "projectcalico.org/v3", kind, metadata, ...(spec && { spec }) } as Resource;
    for (const [version, stored] of [
      ["v3.7", before],
      ["v3.32", after],
    ] as const) {
      const expected = stored === SAME ? written : { ...written, metadata: stored[0], spec: stored[1] };
      expect(withDefaults(written, profile(version))).toEqual(expected);
    }
  });
  test.each(WORKLOADS)("of a workload endpoint with %s", (_what, metadata, spec, name, labels) => {
    const own = { ...metadata, labels: { app: "x" } };
    const written = { apiVersion: "projectcalico.org/v3", kind: "WorkloadEndpoint", metadata: own, spec };
    for (const version of ["v3.7", "v3.32"]) {
      const stored = withDefaults(written, profile(version));
      const given = Object.entries(stored.metadata.labels ?? {}).filter(([key]) => key !== "app");
      expect(given.map(([key, value]) => `${key.replace("projectcalico.org/", "")}=${value}`).join(" ")).toBe(labels);
      expect([stored.metadata.name, stored.metadata.labels?.app, stored.spec]).toEqual([name, "x", spec]);
    }
  });
});
