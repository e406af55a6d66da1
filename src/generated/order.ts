// Made from schemas/ by scripts/generate.ts; change those and run `npx tsx scripts/generate.ts`.

/** What a value of a resource is, for reading it from a manifest and writing it to a datastore. */
export type FieldNode =
  /** `fields` are in the order in which Calico stores them. */
  | { readonly kind: "object"; readonly fields: Readonly<Record<string, Field>> }
  /** String to string; stored with sorted keys. */
  | { readonly kind: "map" }
  | { readonly kind: "list"; readonly items: FieldNode }
  | { readonly kind: ScalarKind };

/** Scalars, as the manifests' reader tells them apart; `selector`, `duration` and `timestamp` are strings. */
export type ScalarKind =
  | "string" | "selector" | "duration" | "timestamp" | "boolean" | "integer" | "number" | "port" | "protocol" | "as-number"
  /** An object that is kept as it is. */
  | "any";

/** A field of an object. */
export interface Field {
  readonly node: FieldNode;
  /** Whether `""`, `0`, `false`, `[]` and `{}` are stored; without it such values are left out. */
  readonly keepZero?: true;
  /** By Calico version (`v3.7`, `v3.32`): the value that is stored where the field is absent. */
  readonly stored?: Readonly<Record<string, unknown>>;
  /** The Calico version that brought the field. */
  readonly since?: string;
}

const ObjectMetadataNode: FieldNode = { kind: "object", fields: {
"name": { node: { kind: "string" } },
"generateName": { node: { kind: "string" } },
"namespace": { node: { kind: "string" } },
"selfLink": { node: { kind: "string" } },
"uid": { node: { kind: "string" } },
"resourceVersion": { node: { kind: "string" } },
"generation": { node: { kind: "integer" } },
"creationTimestamp": { node: { kind: "timestamp" }, keepZero: true },
"deletionTimestamp": { node: { kind: "timestamp" } },
"deletionGracePeriodSeconds": { node: { kind: "integer" }, keepZero: true },
"labels": { node: { kind: "map" } },
"annotations": { node: { kind: "map" } },
"ownerReferences": { node: { kind: "list", items: { kind: "any" } } },
"finalizers": { node: { kind: "list", items: { kind: "string" } } },
"clusterName": { node: { kind: "string" } },
"managedFields": { node: { kind: "list", items: { kind: "any" } } },
} };
const ASNumberNode: FieldNode = { kind: "as-number" };
const DurationNode: FieldNode = { kind: "duration" };
const ProtoPortNode: FieldNode = { kind: "object", fields: {
"protocol": { node: { kind: "string" }, keepZero: true },
"port": { node: { kind: "integer" }, keepZero: true },
} };
const PortNode: FieldNode = { kind: "port" };
const ProtocolNode: FieldNode = { kind: "protocol" };
const ICMPFieldsNode: FieldNode = { kind: "object", fields: {
"type": { node: { kind: "integer" }, keepZero: true },
"code": { node: { kind: "integer" }, keepZero: true },
} };
const EntityRuleNode: FieldNode = { kind: "object", fields: {
"nets": { node: { kind: "list", items: { kind: "string" } } },
"selector": { node: { kind: "selector" } },
"namespaceSelector": { node: { kind: "selector" } },
"services": { node: { kind: "object", fields: {
"name": { node: { kind: "string" } },
"namespace": { node: { kind: "string" } },
} }, since: "v3.32" },
"ports": { node: { kind: "list", items: PortNode } },
"notNets": { node: { kind: "list", items: { kind: "string" } } },
"notSelector": { node: { kind: "selector" } },
"notPorts": { node: { kind: "list", items: PortNode } },
"serviceAccounts": { node: { kind: "object", fields: {
"names": { node: { kind: "list", items: { kind: "string" } } },
"selector": { node: { kind: "selector" } },
} }, keepZero: true },
} };
const HTTPMatchNode: FieldNode = { kind: "object", fields: {
"methods": { node: { kind: "list", items: { kind: "string" } } },
"paths": { node: { kind: "list", items: { kind: "object", fields: {
"exact": { node: { kind: "string" } },
"prefix": { node: { kind: "string" } },
} } } },
} };
const RuleNode: FieldNode = { kind: "object", fields: {
"action": { node: { kind: "string" } },
"ipVersion": { node: { kind: "integer" }, keepZero: true },
"protocol": { node: ProtocolNode, keepZero: true },
"icmp": { node: ICMPFieldsNode, keepZero: true },
"notProtocol": { node: ProtocolNode, keepZero: true },
"notICMP": { node: ICMPFieldsNode, keepZero: true },
"source": { node: EntityRuleNode, stored: {"v3.7":{},"v3.32":{}} },
"destination": { node: EntityRuleNode, stored: {"v3.7":{},"v3.32":{}} },
"http": { node: HTTPMatchNode, keepZero: true },
"metadata": { node: { kind: "object", fields: {
"annotations": { node: { kind: "map" } },
} }, keepZero: true, since: "v3.32" },
} };
const EndpointPortNode: FieldNode = { kind: "object", fields: {
"name": { node: { kind: "string" }, keepZero: true },
"protocol": { node: ProtocolNode, keepZero: true },
"port": { node: { kind: "integer" }, keepZero: true },
} };

/** By kind: the whole resource. */
export const ORDER: Readonly<Record<string, FieldNode>> = {
"BGPConfiguration": { kind: "object", fields: {
"kind": { node: { kind: "string" } },
"apiVersion": { node: { kind: "string" } },
"metadata": { node: ObjectMetadataNode, keepZero: true },
"spec": { node: { kind: "object", fields: {
"logSeverityScreen": { node: { kind: "string" } },
"nodeToNodeMeshEnabled": { node: { kind: "boolean" }, keepZero: true },
"asNumber": { node: ASNumberNode, keepZero: true },
} }, keepZero: true, stored: {"v3.7":{},"v3.32":{}} },
} },
"BGPPeer": { kind: "object", fields: {
"kind": { node: { kind: "string" } },
"apiVersion": { node: { kind: "string" } },
"metadata": { node: ObjectMetadataNode, keepZero: true },
"spec": { node: { kind: "object", fields: {
"node": { node: { kind: "string" } },
"peerIP": { node: { kind: "string" }, stored: {"v3.7":""} },
"asNumber": { node: ASNumberNode, stored: {"v3.7":0} },
"nodeSelector": { node: { kind: "selector" } },
"peerSelector": { node: { kind: "selector" } },
} }, keepZero: true, stored: {"v3.7":{},"v3.32":{}} },
} },
"ClusterInformation": { kind: "object", fields: {
"kind": { node: { kind: "string" } },
"apiVersion": { node: { kind: "string" } },
"metadata": { node: ObjectMetadataNode, keepZero: true },
"spec": { node: { kind: "object", fields: {
"clusterGUID": { node: { kind: "string" } },
"clusterType": { node: { kind: "string" } },
"calicoVersion": { node: { kind: "string" } },
"datastoreReady": { node: { kind: "boolean" }, keepZero: true },
"variant": { node: { kind: "string" }, since: "v3.32" },
} }, keepZero: true, stored: {"v3.7":{},"v3.32":{}} },
} },
"FelixConfiguration": { kind: "object", fields: {
"kind": { node: { kind: "string" } },
"apiVersion": { node: { kind: "string" } },
"metadata": { node: ObjectMetadataNode, keepZero: true },
"spec": { node: { kind: "object", fields: {
"useInternalDataplaneDriver": { node: { kind: "boolean" }, keepZero: true },
"dataplaneDriver": { node: { kind: "string" } },
"ipv6Support": { node: { kind: "boolean" }, keepZero: true },
"routeRefreshInterval": { node: DurationNode, keepZero: true },
"iptablesRefreshInterval": { node: DurationNode, keepZero: true },
"iptablesPostWriteCheckInterval": { node: DurationNode, keepZero: true },
"iptablesLockFilePath": { node: { kind: "string" } },
"iptablesLockTimeout": { node: DurationNode, keepZero: true },
"iptablesLockProbeInterval": { node: DurationNode, keepZero: true },
"ipsetsRefreshInterval": { node: DurationNode, keepZero: true },
"maxIpsetSize": { node: { kind: "integer" }, keepZero: true },
"iptablesBackend": { node: { kind: "string" }, keepZero: true },
"XDPRefreshInterval": { node: DurationNode, keepZero: true, stored: {"v3.7":null} },
"netlinkTimeout": { node: DurationNode, keepZero: true },
"metadataAddr": { node: { kind: "string" } },
"metadataPort": { node: { kind: "integer" }, keepZero: true },
"openstackRegion": { node: { kind: "string" } },
"interfacePrefix": { node: { kind: "string" } },
"interfaceExclude": { node: { kind: "string" } },
"chainInsertMode": { node: { kind: "string" } },
"defaultEndpointToHostAction": { node: { kind: "string" } },
"iptablesFilterAllowAction": { node: { kind: "string" } },
"iptablesMangleAllowAction": { node: { kind: "string" } },
"logPrefix": { node: { kind: "string" } },
"logFilePath": { node: { kind: "string" } },
"logSeverityFile": { node: { kind: "string" } },
"logSeverityScreen": { node: { kind: "string" } },
"logSeveritySys": { node: { kind: "string" } },
"ipipEnabled": { node: { kind: "boolean" }, keepZero: true },
"ipipMTU": { node: { kind: "integer" }, keepZero: true },
"vxlanEnabled": { node: { kind: "boolean" }, keepZero: true },
"vxlanMTU": { node: { kind: "integer" }, keepZero: true },
"vxlanPort": { node: { kind: "integer" }, keepZero: true },
"vxlanVNI": { node: { kind: "integer" }, keepZero: true },
"reportingInterval": { node: DurationNode, keepZero: true },
"reportingTTL": { node: DurationNode, keepZero: true },
"endpointReportingEnabled": { node: { kind: "boolean" }, keepZero: true },
"endpointReportingDelay": { node: DurationNode, keepZero: true },
"iptablesMarkMask": { node: { kind: "integer" }, keepZero: true },
"disableConntrackInvalidCheck": { node: { kind: "boolean" }, keepZero: true },
"healthEnabled": { node: { kind: "boolean" }, keepZero: true },
"healthHost": { node: { kind: "string" }, keepZero: true },
"healthPort": { node: { kind: "integer" }, keepZero: true },
"prometheusMetricsEnabled": { node: { kind: "boolean" }, keepZero: true },
"prometheusMetricsHost": { node: { kind: "string" } },
"prometheusMetricsPort": { node: { kind: "integer" }, keepZero: true },
"prometheusGoMetricsEnabled": { node: { kind: "boolean" }, keepZero: true },
"prometheusProcessMetricsEnabled": { node: { kind: "boolean" }, keepZero: true },
"failsafeInboundHostPorts": { node: { kind: "list", items: ProtoPortNode }, keepZero: true },
"failsafeOutboundHostPorts": { node: { kind: "list", items: ProtoPortNode }, keepZero: true },
"kubeNodePortRanges": { node: { kind: "list", items: PortNode }, keepZero: true },
"policySyncPathPrefix": { node: { kind: "string" } },
"usageReportingEnabled": { node: { kind: "boolean" }, keepZero: true },
"usageReportingInitialDelay": { node: DurationNode, keepZero: true },
"usageReportingInterval": { node: DurationNode, keepZero: true },
"natPortRange": { node: PortNode, keepZero: true },
"natOutgoingAddress": { node: { kind: "string" } },
"deviceRouteSourceAddress": { node: { kind: "string" } },
"deviceRouteProtocol": { node: { kind: "integer" }, keepZero: true },
"removeExternalRoutes": { node: { kind: "boolean" }, keepZero: true },
"externalNodesList": { node: { kind: "list", items: { kind: "string" } }, keepZero: true },
"debugMemoryProfilePath": { node: { kind: "string" } },
"debugDisableLogDropping": { node: { kind: "boolean" }, keepZero: true },
"debugSimulateCalcGraphHangAfter": { node: DurationNode, keepZero: true },
"debugSimulateDataplaneHangAfter": { node: DurationNode, keepZero: true },
"iptablesNATOutgoingInterfaceFilter": { node: { kind: "string" } },
"sidecarAccelerationEnabled": { node: { kind: "boolean" }, keepZero: true },
"xdpEnabled": { node: { kind: "boolean" }, keepZero: true },
"genericXDPEnabled": { node: { kind: "boolean" }, keepZero: true },
} }, keepZero: true, stored: {"v3.7":{},"v3.32":{}} },
} },
"GlobalNetworkPolicy": { kind: "object", fields: {
"kind": { node: { kind: "string" } },
"apiVersion": { node: { kind: "string" } },
"metadata": { node: ObjectMetadataNode, keepZero: true },
"spec": { node: { kind: "object", fields: {
"tier": { node: { kind: "string" }, stored: {"v3.32":"default"}, since: "v3.32" },
"order": { node: { kind: "number" }, keepZero: true },
"ingress": { node: { kind: "list", items: RuleNode } },
"egress": { node: { kind: "list", items: RuleNode } },
"selector": { node: { kind: "selector" }, stored: {"v3.7":""} },
"types": { node: { kind: "list", items: { kind: "string" } } },
"doNotTrack": { node: { kind: "boolean" } },
"preDNAT": { node: { kind: "boolean" } },
"applyOnForward": { node: { kind: "boolean" } },
"serviceAccountSelector": { node: { kind: "selector" }, since: "v3.32" },
"namespaceSelector": { node: { kind: "selector" }, since: "v3.32" },
"performanceHints": { node: { kind: "list", items: { kind: "string" } }, since: "v3.32" },
} }, keepZero: true, stored: {"v3.7":{},"v3.32":{}} },
} },
"GlobalNetworkSet": { kind: "object", fields: {
"kind": { node: { kind: "string" } },
"apiVersion": { node: { kind: "string" } },
"metadata": { node: ObjectMetadataNode, keepZero: true },
"spec": { node: { kind: "object", fields: {
"nets": { node: { kind: "list", items: { kind: "string" } } },
} }, keepZero: true, stored: {"v3.7":{},"v3.32":{}} },
} },
"HostEndpoint": { kind: "object", fields: {
"kind": { node: { kind: "string" } },
"apiVersion": { node: { kind: "string" } },
"metadata": { node: ObjectMetadataNode, keepZero: true },
"spec": { node: { kind: "object", fields: {
"node": { node: { kind: "string" } },
"interfaceName": { node: { kind: "string" } },
"expectedIPs": { node: { kind: "list", items: { kind: "string" } } },
"profiles": { node: { kind: "list", items: { kind: "string" } } },
"ports": { node: { kind: "list", items: EndpointPortNode } },
} }, keepZero: true, stored: {"v3.7":{},"v3.32":{}} },
} },
"IPPool": { kind: "object", fields: {
"kind": { node: { kind: "string" } },
"apiVersion": { node: { kind: "string" } },
"metadata": { node: ObjectMetadataNode, keepZero: true },
"spec": { node: { kind: "object", fields: {
"cidr": { node: { kind: "string" } },
"vxlanMode": { node: { kind: "string" } },
"ipipMode": { node: { kind: "string" } },
"natOutgoing": { node: { kind: "boolean" } },
"disabled": { node: { kind: "boolean" } },
"blockSize": { node: { kind: "integer" } },
"nodeSelector": { node: { kind: "selector" } },
"ipip": { node: { kind: "object", fields: {
"enabled": { node: { kind: "boolean" } },
"mode": { node: { kind: "string" } },
} }, keepZero: true },
"nat-outgoing": { node: { kind: "boolean" } },
"disableBGPExport": { node: { kind: "boolean" }, since: "v3.32" },
"allowedUses": { node: { kind: "list", items: { kind: "string" } }, since: "v3.32" },
"namespaceSelector": { node: { kind: "selector" }, since: "v3.32" },
"assignmentMode": { node: { kind: "string" }, since: "v3.32" },
} }, keepZero: true, stored: {"v3.7":{},"v3.32":{}} },
} },
"NetworkPolicy": { kind: "object", fields: {
"kind": { node: { kind: "string" } },
"apiVersion": { node: { kind: "string" } },
"metadata": { node: ObjectMetadataNode, keepZero: true },
"spec": { node: { kind: "object", fields: {
"tier": { node: { kind: "string" }, stored: {"v3.32":"default"}, since: "v3.32" },
"order": { node: { kind: "number" }, keepZero: true },
"ingress": { node: { kind: "list", items: RuleNode } },
"egress": { node: { kind: "list", items: RuleNode } },
"selector": { node: { kind: "selector" }, stored: {"v3.7":""} },
"types": { node: { kind: "list", items: { kind: "string" } } },
"serviceAccountSelector": { node: { kind: "selector" }, since: "v3.32" },
"performanceHints": { node: { kind: "list", items: { kind: "string" } }, since: "v3.32" },
} }, keepZero: true, stored: {"v3.7":{},"v3.32":{}} },
} },
"NetworkSet": { kind: "object", fields: {
"kind": { node: { kind: "string" } },
"apiVersion": { node: { kind: "string" } },
"metadata": { node: ObjectMetadataNode, keepZero: true },
"spec": { node: { kind: "object", fields: {
"nets": { node: { kind: "list", items: { kind: "string" } } },
} }, keepZero: true, stored: {"v3.7":{},"v3.32":{}} },
} },
"Node": { kind: "object", fields: {
"kind": { node: { kind: "string" } },
"apiVersion": { node: { kind: "string" } },
"metadata": { node: ObjectMetadataNode, keepZero: true },
"spec": { node: { kind: "object", fields: {
"bgp": { node: { kind: "object", fields: {
"asNumber": { node: ASNumberNode, keepZero: true },
"ipv4Address": { node: { kind: "string" } },
"ipv6Address": { node: { kind: "string" } },
"ipv4IPIPTunnelAddr": { node: { kind: "string" } },
"routeReflectorClusterID": { node: { kind: "string" } },
} }, keepZero: true },
"ipv4VXLANTunnelAddr": { node: { kind: "string" } },
"vxlanTunnelMACAddr": { node: { kind: "string" } },
"ipv6VXLANTunnelAddr": { node: { kind: "string" }, since: "v3.32" },
"vxlanTunnelMACAddrV6": { node: { kind: "string" }, since: "v3.32" },
"orchRefs": { node: { kind: "list", items: { kind: "object", fields: {
"nodeName": { node: { kind: "string" } },
"orchestrator": { node: { kind: "string" }, stored: {"v3.7":"","v3.32":""} },
} } } },
"wireguard": { node: { kind: "object", fields: {
"interfaceIPv4Address": { node: { kind: "string" } },
"interfaceIPv6Address": { node: { kind: "string" } },
} }, keepZero: true, since: "v3.32" },
"addresses": { node: { kind: "list", items: { kind: "object", fields: {
"address": { node: { kind: "string" }, stored: {"v3.7":"","v3.32":""} },
"type": { node: { kind: "string" } },
} } }, since: "v3.32" },
"interfaces": { node: { kind: "list", items: { kind: "object", fields: {
"name": { node: { kind: "string" } },
"addresses": { node: { kind: "list", items: { kind: "string" } } },
} } }, since: "v3.32" },
} }, keepZero: true, stored: {"v3.7":{},"v3.32":{}} },
"status": { node: { kind: "object", fields: {
"wireguardPublicKey": { node: { kind: "string" } },
"wireguardPublicKeyV6": { node: { kind: "string" } },
"podCIDRs": { node: { kind: "list", items: { kind: "string" } } },
} }, stored: {"v3.32":{}}, since: "v3.32" },
} },
"Profile": { kind: "object", fields: {
"kind": { node: { kind: "string" } },
"apiVersion": { node: { kind: "string" } },
"metadata": { node: ObjectMetadataNode, keepZero: true },
"spec": { node: { kind: "object", fields: {
"ingress": { node: { kind: "list", items: RuleNode } },
"egress": { node: { kind: "list", items: RuleNode } },
"labelsToApply": { node: { kind: "map" } },
} }, keepZero: true, stored: {"v3.7":{},"v3.32":{}} },
} },
"WorkloadEndpoint": { kind: "object", fields: {
"kind": { node: { kind: "string" } },
"apiVersion": { node: { kind: "string" } },
"metadata": { node: ObjectMetadataNode, keepZero: true },
"spec": { node: { kind: "object", fields: {
"orchestrator": { node: { kind: "string" } },
"workload": { node: { kind: "string" } },
"node": { node: { kind: "string" } },
"containerID": { node: { kind: "string" } },
"pod": { node: { kind: "string" } },
"endpoint": { node: { kind: "string" } },
"serviceAccountName": { node: { kind: "string" }, since: "v3.32" },
"ipNetworks": { node: { kind: "list", items: { kind: "string" } } },
"ipNATs": { node: { kind: "list", items: { kind: "object", fields: {
"internalIP": { node: { kind: "string" }, keepZero: true },
"externalIP": { node: { kind: "string" }, keepZero: true },
} } } },
"ipv4Gateway": { node: { kind: "string" } },
"ipv6Gateway": { node: { kind: "string" } },
"profiles": { node: { kind: "list", items: { kind: "string" } } },
"interfaceName": { node: { kind: "string" } },
"mac": { node: { kind: "string" } },
"ports": { node: { kind: "list", items: EndpointPortNode } },
"allowSpoofedSourcePrefixes": { node: { kind: "list", items: { kind: "string" } }, since: "v3.32" },
} }, keepZero: true, stored: {"v3.7":{},"v3.32":{}} },
} },
};
