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
    [
      "before DNAT",
      { preDNAT: true, applyOnForward: true },
      { types: ["Ingress"], preDNAT: true, applyOnForward: true },
    ],
    ["forwarded", { applyOnForward: true }, { types: ["Ingress"], applyOnForward: true }],
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
    expect(await policyOf(spec)).toEqual({ kind: "GlobalNetworkPolicy", metadata: { name: "p" }, spec: plain });
  });
});

describe("rules", () => {
  test.each<[string, unknown, unknown]>([
    ["a protocol", { protocol: "udplite" }, { protocol: "UDPLite" }],
    ["a protocol's number", { protocol: 17, notProtocol: "icmpv6" }, { protocol: 17, notProtocol: "ICMPv6" }],
    ["ICMP", { protocol: "icmp", icmp: { type: 0, code: 0 } }, { protocol: "ICMP", icmp: { type: 0, code: 0 } }],
    ["the IP version", { ipVersion: 6 }, { ipVersion: 6 }],
    ["a network", { source: { net: "10.0.0.0/8" } }, { source: { nets: ["10.0.0.0/8"] } }],
    [
      "a network before others",
      { source: { net: "10.0.0.0/8", nets: ["11.0.0.0/8"] } },
      { source: { nets: ["10.0.0.0/8", "11.0.0.0/8"] } },
    ],
    ["no network", { destination: { notNet: "10.0.0.0/8" } }, { destination: { notNets: ["10.0.0.0/8"] } }],
    ["a tag", { source: { tag: "web" } }, { source: { selector: "has(web)" } }],
    [
      "a tag and a selector: both must hold",
      { source: { tag: "web", selector: "a == 'b' || c == 'd'" } },
      { source: { selector: "(a == 'b' || c == 'd') && has(web)" } },
    ],
    ["no tag", { source: { notTag: "web" } }, { source: { notSelector: "has(web)" } }],
    [
      "no tag and no selector: neither must hold",
      { source: { notTag: "web", notSelector: "a == 'b' && c == 'd'" } },
      { source: { notSelector: "(a == 'b' && c == 'd') || has(web)" } },
    ],
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
