import { expect, test } from "vitest";
import { read, resource } from "../read.ts";

/** A kind, its spec and metadata, and the help of its only finding. */
type Row = readonly [kind: string, spec: object, help: string | undefined, version?: string, metadata?: object];

const ENTERPRISE_FIELD = "it is a field of Calico Enterprise and Calico Cloud; open-source Calico does not have it";
const EGRESS = "put the egress rules into another policy, without `preDNAT`";
const prednat = { preDNAT: true, applyOnForward: true, selector: "has(a)" };
const failsafe = (port: unknown) => ({ failsafeInboundHostPorts: [port] });

const ROWS: readonly Row[] = [
  ["GlobalNetworkPolicy", { ...prednat, egress: [{ action: "Allow" }] }, EGRESS],
  ["GlobalNetworkPolicy", { ...prednat, types: ["Egress"] }, EGRESS],
  ["FelixConfiguration", failsafe("tcp:22"), "write `{protocol: TCP, port: 22}`"],
  ["FelixConfiguration", failsafe("udp:68"), "write `{protocol: UDP, port: 68}`", "v3.7"],
  ["FelixConfiguration", failsafe(8022), "write `{protocol: TCP, port: 8022}`"],
  ["FelixConfiguration", failsafe("none"), "an empty list, `[]`, turns these failsafe ports off"],
  ["GlobalNetworkPolicy", { ingress: [{ action: "Accept" }] }, "did you mean `Allow`?"],
  ["GlobalNetworkPolicy", { ingress: [{ action: "DROP" }] }, "did you mean `Deny`?"],
  ["GlobalNetworkPolicy", { types: ["inbound"] }, "did you mean `Ingress`?"],
  ["GlobalNetworkPolicy", { types: ["constructor"] }, undefined],
  ["GlobalNetworkSet", {}, "write `metadata: {name: NAME}`", "v3.32", { name: "" }],
  ["FelixConfiguration", failsafe("ssh"), "write `{protocol: TCP, port: 22}`"],
  ["FelixConfiguration", { failsafeOutboundHostPorts: ["53"] }, "write `{protocol: TCP, port: 53}`"],
  ["BGPConfiguration", { serviceClusterIPs: ["10.0.0.0/8"] }, "its fields are `cidr`", "v3.32", { name: "default" }],
  ["GlobalNetworkPolicy", {}, "write `name: allow-ssh`", "v3.7", { name: "default.allow-ssh" }],
  ["NetworkPolicy", {}, "write `name: a`", "v3.7", { name: "default.a", namespace: "n" }],
  ["GlobalNetworkPolicy", {}, "for example `security-a`", "v3.7", { name: "security.a" }],
  ["GlobalNetworkSet", { allowedEgressDomains: ["example.com"] }, ENTERPRISE_FIELD],
  ["NetworkSet", { allowedEgressDomains: ["example.com"] }, ENTERPRISE_FIELD],
  [
    "GlobalNetworkPolicy",
    { selector: "has(a)", egress: [{ action: "Allow", destination: { domains: ["example.com"] } }] },
    ENTERPRISE_FIELD,
  ],
  ["FelixConfiguration", { dnsTrustedServers: ["10.0.0.10"] }, ENTERPRISE_FIELD],
  ["PacketCapture", {}, "it is a kind of Calico Enterprise and Calico Cloud; open-source Calico does not have it"],
];

test.each(ROWS.map(([kind, spec, help, version = "v3.32", metadata]) => ({ kind, spec, help, version, metadata })))(
  "$kind $spec $metadata: $help",
  ({ kind, spec, help, version, metadata }) => {
    const { diagnostics } = read(resource(kind, spec, metadata), "validate", version);
    expect(diagnostics.map((finding) => finding.help)).toEqual([help]);
  },
);

test("in v3.32 the name with its tier is the policy's name", () => {
  const { diagnostics } = read(resource("GlobalNetworkPolicy", {}, { name: "default.allow-ssh" }), "validate", "v3.32");
  expect(diagnostics).toEqual([]);
});
