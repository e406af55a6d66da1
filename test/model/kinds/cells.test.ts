import { describe, expect, test } from "vitest";
import { columnsIn, kindNamed } from "../../../src/model/kinds/kinds.ts";
import { calicoVersionRules } from "../../../src/model/kinds/version.ts";

/** The cell of one column of a resource called `x` of this spec. */
function cell(kind: string, heading: string, spec: object | undefined, context = {}): string | undefined {
  const info = kindNamed(kind) ?? expect.unreachable(kind);
  const column = columnsIn(info, calicoVersionRules("v3.32")).find((each) => each.heading === heading);
  const metadata = { name: "x", ...(kind === "NetworkSet" ? {} : { namespace: "ns" }) };
  return column?.cell(
    { apiVersion: "projectcalico.org/v3", kind, metadata, ...(spec && { spec: { ...spec } }) },
    context,
  );
}

const nets = (count: number, width: number): string[] => Array.from({ length: count }, () => "1".repeat(width));

/** A column of a kind, and its cells by the spec. A stored value may be anything. */
const CELLS: readonly (readonly [
  kind: string,
  heading: string,
  ...cells: (readonly [spec: object | undefined, cell: string])[],
])[] = [
  ["HostEndpoint", "NAME", [undefined, "x"]],
  ["HostEndpoint", "NODE", [{ node: "n1" }, "n1"], [{}, ""], [undefined, ""], [{ node: null }, ""], [{ node: 5 }, "5"]],
  ["HostEndpoint", "INTERFACE", [{ interfaceName: "*" }, "*"], [{}, ""]],
  [
    "HostEndpoint",
    "IPS",
    [{ expectedIPs: ["10.0.0.1", "fd00::1"] }, "10.0.0.1,fd00::1"],
    [{ expectedIPs: [] }, ""],
    [{ expectedIPs: "x" }, ""],
    [{ expectedIPs: [null, 5] }, ",5"],
  ],
  ["HostEndpoint", "PROFILES", [{ profiles: ["a"] }, "a"]],
  ["GlobalNetworkPolicy", "TIER", [{ tier: "front" }, "front"], [{}, ""]],
  ["GlobalNetworkPolicy", "SELECTOR", [{ selector: "has(a)" }, "has(a)"], [{}, ""]],
  [
    "GlobalNetworkPolicy",
    "ORDER",
    [{ order: 0 }, "0"],
    [{ order: 999999 }, "999999"],
    [{ order: 1000000 }, "1e+06"],
    [{ order: 1500000 }, "1.5e+06"],
    [{ order: -1000000 }, "-1e+06"],
    [{ order: 0.0001 }, "0.0001"],
    [{ order: 0.00001 }, "1e-05"],
    [{ order: 1e21 }, "1e+21"],
    [{ order: 1e100 }, "1e+100"],
    [{ order: "5" }, "<nil>"],
    [{}, "<nil>"],
  ],
  ["NetworkPolicy", "NAMESPACE", [undefined, "ns"]],
  ["NetworkSet", "NAMESPACE", [undefined, ""]],
  [
    "NetworkSet",
    "NETS",
    [{ nets: nets(1, 80) }, "1".repeat(80)],
    [{ nets: nets(1, 81) }, `${"1".repeat(77)}...`],
    [{ nets: [] }, ""],
    [{}, ""],
  ],
  [
    "Node",
    "ASN",
    [{ bgp: {} }, "(64512)"],
    [{ bgp: { asNumber: 5 } }, "5"],
    [{}, ""],
    [undefined, ""],
    [{ bgp: { asNumber: null } }, "(64512)"],
  ],
  ["Node", "IPV4", [{ bgp: { ipv4Address: "10.0.0.1/24" } }, "10.0.0.1/24"], [{ bgp: "x" }, ""], [{}, ""]],
  [
    "Node",
    "IPV6",
    [{ bgp: { ipv6Address: "fd00::1/64" } }, "fd00::1/64"],
    [{ bgp: { ipv4Address: "10.0.0.1/24" } }, ""],
  ],
  [
    "Profile",
    "LABELS",
    [{ labelsToApply: { b: "2", a: "1", c: "" } }, "a=1,b=2,c="],
    [{ labelsToApply: {} }, ""],
    [{}, ""],
    [{ labelsToApply: "x" }, ""],
  ],
  ["IPPool", "NAT", [{ natOutgoing: true }, "true"], [{}, "false"]],
  ["IPPool", "DISABLED", [{ disabled: true }, "true"], [{ disabled: false }, "false"], [{}, "false"]],
  ["IPPool", "DISABLEBGPEXPORT", [{ disableBGPExport: true }, "true"], [{}, "false"]],
  ["IPPool", "IPIPMODE", [{ ipipMode: "Always" }, "Always"], [{}, ""]],
  ["IPPool", "VXLANMODE", [{ vxlanMode: "Never" }, "Never"]],
  ["IPPool", "SELECTOR", [{ nodeSelector: "all()" }, "all()"]],
  ["IPPool", "CIDR", [{ cidr: "10.0.0.0/8" }, "10.0.0.0/8"]],
  [
    "BGPConfiguration",
    "MESHENABLED",
    [{ nodeToNodeMeshEnabled: false }, "false"],
    [{}, "-"],
    [{ nodeToNodeMeshEnabled: null }, "-"],
  ],
  ["BGPConfiguration", "ASNUMBER", [{ asNumber: 64513 }, "64513"], [{}, "-"]],
  ["BGPConfiguration", "LOGSEVERITY", [{ logSeverityScreen: "Info" }, "Info"], [{}, ""]],
  ["BGPPeer", "PEERIP", [{ peerIP: "10.0.0.1" }, "10.0.0.1"]],
  [
    "BGPPeer",
    "NODE",
    [{ node: "n1" }, "n1"],
    [{ nodeSelector: "has(a)" }, "has(a)"],
    [{ node: "", nodeSelector: "has(a)" }, "has(a)"],
    [{ node: "n1", nodeSelector: "has(a)" }, "n1"],
    [{}, "(global)"],
    [{ node: "", nodeSelector: "" }, "(global)"],
  ],
  ["BGPPeer", "ASN", [{ asNumber: 5 }, "5"], [{}, "0"]],
  ["BGPFilter", "NUMEXPORTV4", [{ exportV4: [{}, {}] }, "2"], [{ exportV4: "x" }, "0"], [{}, "0"]],
  ["BGPFilter", "NUMIMPORTV6", [{ importV6: [{}] }, "1"], [{ importV4: [{}] }, "0"]],
  ["WorkloadEndpoint", "WORKLOAD", [{ pod: "p", workload: "w" }, "p"], [{ workload: "w" }, "w"], [{}, ""]],
  ["WorkloadEndpoint", "ORCHESTRATOR", [{ orchestrator: "k8s" }, "k8s"]],
  ["WorkloadEndpoint", "NETWORKS", [{ ipNetworks: ["10.0.0.1/32"] }, "10.0.0.1/32"]],
  ["WorkloadEndpoint", "NATS", [{ ipNATs: [{ internalIP: "a", externalIP: "b" }, {}, null] }, "a,,"], [{}, ""]],
];

describe("cells of `get`'s tables", () => {
  const each = CELLS.flatMap(([kind, heading, ...cells]) =>
    cells.map(([spec, text]) => [kind, heading, spec, text] as const),
  );
  test.each(each)("%s %s of %j", (kind, heading, spec, text) => expect(cell(kind, heading, spec)).toBe(text));
  test("a Node without an AS number has the cluster's", () => {
    expect(cell("Node", "ASN", { bgp: {} }, { defaultAsNumber: "65001" })).toBe("(65001)");
    expect(cell("Node", "ASN", { bgp: { asNumber: 5 } }, { defaultAsNumber: "65001" })).toBe("5");
  });
});
