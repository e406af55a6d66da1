// Made from schemas/ by scripts/generate.ts; change those and run `npx tsx scripts/generate.ts`.

import { type FieldNode, whenAsked } from "./order.ts";

const ASNumberNode: FieldNode = { kind: "as-number" };
const V1ProtocolNode: FieldNode = { kind: "protocol" };
const V1EndpointPortNode: FieldNode = { kind: "object", fields: {
"name": { node: { kind: "string" }, keepZero: true },
"protocol": { node: V1ProtocolNode, keepZero: true },
"port": { node: { kind: "integer" }, keepZero: true },
} };
const ICMPFieldsNode: FieldNode = { kind: "object", fields: {
"type": { node: { kind: "integer" }, keepZero: true },
"code": { node: { kind: "integer" }, keepZero: true },
} };
const PortNode: FieldNode = { kind: "port" };
const V1EntityRuleNode: FieldNode = { kind: "object", fields: {
"tag": { node: { kind: "string" } },
"net": { node: { kind: "string" } },
"nets": { node: { kind: "list", items: { kind: "string" } } },
"selector": { node: { kind: "selector" } },
"ports": { node: { kind: "list", items: PortNode } },
"notTag": { node: { kind: "string" } },
"notNet": { node: { kind: "string" } },
"notNets": { node: { kind: "list", items: { kind: "string" } } },
"notSelector": { node: { kind: "selector" } },
"notPorts": { node: { kind: "list", items: PortNode } },
} };
const V1RuleNode: FieldNode = { kind: "object", fields: {
"action": { node: { kind: "string" } },
"ipVersion": { node: { kind: "integer" }, keepZero: true },
"protocol": { node: V1ProtocolNode, keepZero: true },
"icmp": { node: ICMPFieldsNode, keepZero: true },
"notProtocol": { node: V1ProtocolNode, keepZero: true },
"notICMP": { node: ICMPFieldsNode, keepZero: true },
"source": { node: V1EntityRuleNode },
"destination": { node: V1EntityRuleNode },
} };

/** By kind: the whole resource. */
export const V1_ORDER: Readonly<Record<string, FieldNode>> = whenAsked({
"bgpPeer": () => ({ kind: "object", fields: {
"kind": { node: { kind: "string" } },
"apiVersion": { node: { kind: "string" } },
"metadata": { node: { kind: "object", fields: {
"scope": { node: { kind: "string" } },
"node": { node: { kind: "string" } },
"peerIP": { node: { kind: "string" } },
} }, keepZero: true },
"spec": { node: { kind: "object", fields: {
"asNumber": { node: ASNumberNode, keepZero: true },
} }, keepZero: true },
} }),
"hostEndpoint": () => ({ kind: "object", fields: {
"kind": { node: { kind: "string" } },
"apiVersion": { node: { kind: "string" } },
"metadata": { node: { kind: "object", fields: {
"name": { node: { kind: "string" } },
"node": { node: { kind: "string" } },
"labels": { node: { kind: "map" } },
} }, keepZero: true },
"spec": { node: { kind: "object", fields: {
"interfaceName": { node: { kind: "string" } },
"expectedIPs": { node: { kind: "list", items: { kind: "string" } } },
"profiles": { node: { kind: "list", items: { kind: "string" } } },
"ports": { node: { kind: "list", items: V1EndpointPortNode } },
} }, keepZero: true },
} }),
"ipPool": () => ({ kind: "object", fields: {
"kind": { node: { kind: "string" } },
"apiVersion": { node: { kind: "string" } },
"metadata": { node: { kind: "object", fields: {
"cidr": { node: { kind: "string" } },
} }, keepZero: true },
"spec": { node: { kind: "object", fields: {
"ipip": { node: { kind: "object", fields: {
"enabled": { node: { kind: "boolean" } },
"mode": { node: { kind: "string" } },
} } },
"nat-outgoing": { node: { kind: "boolean" } },
"disabled": { node: { kind: "boolean" } },
} }, keepZero: true },
} }),
"node": () => ({ kind: "object", fields: {
"kind": { node: { kind: "string" } },
"apiVersion": { node: { kind: "string" } },
"metadata": { node: { kind: "object", fields: {
"name": { node: { kind: "string" } },
} }, keepZero: true },
"spec": { node: { kind: "object", fields: {
"bgp": { node: { kind: "object", fields: {
"asNumber": { node: ASNumberNode, keepZero: true },
"ipv4Address": { node: { kind: "string" } },
"ipv6Address": { node: { kind: "string" } },
} }, keepZero: true },
"orchRefs": { node: { kind: "list", items: { kind: "object", fields: {
"nodeName": { node: { kind: "string" } },
"orchestrator": { node: { kind: "string" } },
} } } },
} }, keepZero: true },
} }),
"policy": () => ({ kind: "object", fields: {
"kind": { node: { kind: "string" } },
"apiVersion": { node: { kind: "string" } },
"metadata": { node: { kind: "object", fields: {
"name": { node: { kind: "string" } },
"annotations": { node: { kind: "map" } },
} }, keepZero: true },
"spec": { node: { kind: "object", fields: {
"order": { node: { kind: "number" }, keepZero: true },
"ingress": { node: { kind: "list", items: V1RuleNode } },
"egress": { node: { kind: "list", items: V1RuleNode } },
"selector": { node: { kind: "selector" } },
"types": { node: { kind: "list", items: { kind: "string" } } },
"doNotTrack": { node: { kind: "boolean" } },
"preDNAT": { node: { kind: "boolean" } },
} }, keepZero: true },
} }),
"profile": () => ({ kind: "object", fields: {
"kind": { node: { kind: "string" } },
"apiVersion": { node: { kind: "string" } },
"metadata": { node: { kind: "object", fields: {
"name": { node: { kind: "string" } },
"tags": { node: { kind: "list", items: { kind: "string" } } },
"labels": { node: { kind: "map" } },
} }, keepZero: true },
"spec": { node: { kind: "object", fields: {
"ingress": { node: { kind: "list", items: V1RuleNode } },
"egress": { node: { kind: "list", items: V1RuleNode } },
} }, keepZero: true },
} }),
"workloadEndpoint": () => ({ kind: "object", fields: {
"kind": { node: { kind: "string" } },
"apiVersion": { node: { kind: "string" } },
"metadata": { node: { kind: "object", fields: {
"name": { node: { kind: "string" } },
"workload": { node: { kind: "string" } },
"orchestrator": { node: { kind: "string" } },
"node": { node: { kind: "string" } },
"activeInstanceID": { node: { kind: "string" } },
"labels": { node: { kind: "map" } },
} }, keepZero: true },
"spec": { node: { kind: "object", fields: {
"ipNetworks": { node: { kind: "list", items: { kind: "string" } } },
"ipNATs": { node: { kind: "list", items: { kind: "object", fields: {
"internalIP": { node: { kind: "string" } },
"externalIP": { node: { kind: "string" } },
} } } },
"ipv4Gateway": { node: { kind: "string" } },
"ipv6Gateway": { node: { kind: "string" } },
"profiles": { node: { kind: "list", items: { kind: "string" } } },
"interfaceName": { node: { kind: "string" } },
"mac": { node: { kind: "string" } },
"ports": { node: { kind: "list", items: V1EndpointPortNode } },
} }, keepZero: true },
} }),
});
