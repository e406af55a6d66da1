import { describe, expect, test } from "vitest";

import { policyOf } from "./v1-manifests.ts";

describe("policies", () => {
  test.each<[string, unknown, unknown]>([
    ["nothing", {}, { types: ["Ingress"] }],
    ["order 0", { order: 0 }, { order: 0, types: ["Ingress"] }],
    ["types", { types: ["egress", "ingress"] }, { types: ["Egress", "Ingress"] }],
    ["egress rules alone", { egress: [{ action: "deny" }] }, { egress: [{ action: "Deny" }], types: ["Egress"] }],
    [
      "both",
      { egress: [{ action: "deny" }], ingress: [{ action: "log" }] },
      { ingress: [{ action: "Log" }], egress: [{ action: "Deny" }], types: ["Ingress", "Egress"] },
    ],
    ["untracked", { doNotTrack: true }, { types: ["Ingress"], doNotTrack: true, applyOnForward: true }],
    ["before DNAT", { preDNAT: true }, { types: ["Ingress"], preDNAT: true, applyOnForward: true }],
    [
      "its selector",
      { selector: "has(calico/k8s_ns)" },
      { selector: "has(projectcalico.org/namespace)", types: ["Ingress"] },
    ],
  ])("%s", async (_, spec, expected) => {
    const plain = { ...(expected as Record<string, unknown>) };
    for (const side of ["ingress", "egress"])
      if (Array.isArray(plain[side]))
        plain[side] = plain[side].map((rule) => ({ ...rule, source: {}, destination: {} }));
    // The selector is written though it is empty (recorded: `stored` of validate.jsonl).
    const written = { selector: "", ...plain };
    expect(await policyOf(spec)).toEqual({ kind: "GlobalNetworkPolicy", metadata: { name: "p" }, spec: written });
  });
});

/** As Calico's own converter makes rules (projectcalico/libcalico-go, lib/upgrade/converters/rule.go and selectors.go, commit 697babda). */
describe("rules", () => {
  test.each<[string, unknown, unknown]>([
    ["a protocol", { protocol: "udplite" }, { protocol: "UDPLite" }],
    ["a protocol's number", { protocol: 17, notProtocol: "icmpv6" }, { protocol: 17, notProtocol: "ICMPv6" }],
    ["ICMP", { protocol: "icmp", icmp: { type: 0, code: 0 } }, { protocol: "ICMP", icmp: { type: 0, code: 0 } }],
    ["the IP version", { ipVersion: 6 }, { ipVersion: 6 }],
    ["a network", { source: { net: "10.0.0.0/8" } }, { source: { nets: ["10.0.0.0/8"] } }],
    ["a network with host bits", { source: { net: "10.1.2.3/8" } }, { source: { nets: ["10.0.0.0/8"] } }],
    [
      "networks with host bits, an address, and large letters",
      { source: { nets: ["10.1.2.3/8", "10.1.2.3"] }, destination: { notNets: ["11.0.0.1/24"] } },
      { source: { nets: ["10.0.0.0/8", "10.1.2.3/32"] }, destination: { notNets: ["11.0.0.0/24"] } },
    ],
    ["IPv6", { destination: { net: "FD00::1" } }, { destination: { nets: ["fd00::1/128"] } }],
    ["no network", { destination: { notNet: "10.0.0.0/8" } }, { destination: { notNets: ["10.0.0.0/8"] } }],
    ["a tag", { source: { tag: "web" } }, { source: { selector: "web == ''" } }],
    [
      "a tag and a selector: both must hold",
      { source: { tag: "web", selector: "a == 'b' || c == 'd'" } },
      { source: { selector: "(a == 'b' || c == 'd') && web == ''" } },
    ],
    ["no tag", { source: { notTag: "web" } }, { source: { notSelector: "web == ''" } }],
    [
      "no tag and no selector: only what has both is left out, which is warned about",
      { source: { notTag: "web", notSelector: "a == 'b' || c == 'd'" } },
      { source: { notSelector: "(a == 'b' || c == 'd') && web == ''" } },
    ],
    [
      "the namespace's label in selectors",
      { source: { selector: "calico/k8s_ns == 'a'" }, destination: { notSelector: "has(calico/k8s_ns)" } },
      {
        source: { selector: "projectcalico.org/namespace == 'a'" },
        destination: { notSelector: "has(projectcalico.org/namespace)" },
      },
    ],
    [
      "its name in quotes, too, and labels of namespaces as they are",
      { source: { selector: "a == 'calico/k8s_ns' && has(k8s_ns/label/b)" } },
      { source: { selector: "a == 'projectcalico.org/namespace' && has(k8s_ns/label/b)" } },
    ],
    ["ICMP without type and code", { protocol: "icmp", icmp: {}, notICMP: {} }, { protocol: "ICMP" }],
    [
      "ports",
      { protocol: "tcp", destination: { ports: [80, "90:100", "web"], notPorts: ["443"] } },
      { protocol: "TCP", destination: { ports: [80, "90:100", "web"], notPorts: [443] } },
    ],
  ])("%s", async (_, rule, expected) => {
    const { spec } = (await policyOf({ ingress: [{ action: "allow", ...(rule as object) }] })) as {
      spec: { ingress: unknown[] };
    };
    expect(spec.ingress).toEqual([{ action: "Allow", source: {}, destination: {}, ...(expected as object) }]);
  });
});
