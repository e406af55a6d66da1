// Made from schemas/ by scripts/generate.ts; change those and run `npx tsx scripts/generate.ts`.

/** What a value of a resource is, for reading it from a manifest and writing it to a datastore. */
export type FieldNode =
  /** `fields` are in the order in which Calico stores them. */
  | { readonly kind: "object"; readonly fields: Readonly<Record<string, Field>> }
  /** String to string; stored with sorted keys. */
  | { readonly kind: "map" }
  | { readonly kind: "list"; readonly items: FieldNode }
  /** `isUint16`: Go reads the whole number into 16 bits without a sign. */
  | { readonly kind: ScalarKind; readonly isUint16?: true };

/** Scalars, as the manifests' reader distinguishes them; `selector`, `duration` and `timestamp` are strings. */
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
  readonly since?: "v3.7" | "v3.32";
}

/** Nodes by kind that are made when they are first asked for. */
export function whenAsked(makes: Readonly<Record<string, () => FieldNode>>): Readonly<Record<string, FieldNode>> {
  const nodes: Record<string, FieldNode> = {};
  for (const [kind, make] of Object.entries(makes)) {
    const get = (): FieldNode => {
      const node = make();
      Object.defineProperty(nodes, kind, { value: node, enumerable: true });
      return node;
    };
    Object.defineProperty(nodes, kind, { get, enumerable: true, configurable: true });
  }
  return nodes;
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
const BGPPasswordNode: FieldNode = { kind: "object", fields: {
"secretKeyRef": { node: { kind: "object", fields: {
"name": { node: { kind: "string" } },
"key": { node: { kind: "string" }, keepZero: true },
"optional": { node: { kind: "boolean" }, keepZero: true },
} }, keepZero: true },
} };
const DurationNode: FieldNode = { kind: "duration" };
const BGPFilterCommunitiesNode: FieldNode = { kind: "object", fields: {
"values": { node: { kind: "list", items: { kind: "string" } }, keepZero: true },
} };
const BGPFilterOperationNode: FieldNode = { kind: "object", fields: {
"addCommunity": { node: { kind: "object", fields: {
"value": { node: { kind: "string" }, keepZero: true },
} }, keepZero: true },
"prependASPath": { node: { kind: "object", fields: {
"prefix": { node: { kind: "list", items: ASNumberNode }, keepZero: true },
} }, keepZero: true },
"setPriority": { node: { kind: "object", fields: {
"value": { node: { kind: "integer" }, keepZero: true },
} }, keepZero: true },
} };
const BGPFilterRuleV4Node: FieldNode = { kind: "object", fields: {
"cidr": { node: { kind: "string" } },
"prefixLength": { node: { kind: "object", fields: {
"min": { node: { kind: "integer" }, keepZero: true },
"max": { node: { kind: "integer" }, keepZero: true },
} }, keepZero: true },
"source": { node: { kind: "string" } },
"interface": { node: { kind: "string" } },
"matchOperator": { node: { kind: "string" } },
"peerType": { node: { kind: "string" } },
"communities": { node: BGPFilterCommunitiesNode, keepZero: true },
"asPathPrefix": { node: { kind: "list", items: ASNumberNode } },
"priority": { node: { kind: "integer" }, keepZero: true },
"action": { node: { kind: "string" }, keepZero: true },
"operations": { node: { kind: "list", items: BGPFilterOperationNode } },
} };
const BGPFilterRuleV6Node: FieldNode = { kind: "object", fields: {
"cidr": { node: { kind: "string" } },
"prefixLength": { node: { kind: "object", fields: {
"min": { node: { kind: "integer" }, keepZero: true },
"max": { node: { kind: "integer" }, keepZero: true },
} }, keepZero: true },
"source": { node: { kind: "string" } },
"interface": { node: { kind: "string" } },
"matchOperator": { node: { kind: "string" } },
"peerType": { node: { kind: "string" } },
"communities": { node: BGPFilterCommunitiesNode, keepZero: true },
"asPathPrefix": { node: { kind: "list", items: ASNumberNode } },
"priority": { node: { kind: "integer" }, keepZero: true },
"action": { node: { kind: "string" }, keepZero: true },
"operations": { node: { kind: "list", items: BGPFilterOperationNode } },
} };
const ProtoPortNode: FieldNode = { kind: "object", fields: {
"protocol": { node: { kind: "string" }, keepZero: true, stored: {"v3.7":"","v3.32":""} },
"port": { node: { kind: "integer", isUint16: true }, keepZero: true, stored: {"v3.7":0,"v3.32":0} },
"net": { node: { kind: "string" }, since: "v3.32" },
} };
const PortNode: FieldNode = { kind: "port" };
const DSCPNode: FieldNode = { kind: "any" };
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
} }, keepZero: true, since: "v3.32" },
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
"port": { node: { kind: "integer", isUint16: true }, keepZero: true },
} };
const KubernetesSelectorNode: FieldNode = { kind: "object", fields: {
"matchLabels": { node: { kind: "map" } },
"matchExpressions": { node: { kind: "list", items: { kind: "object", fields: {
"key": { node: { kind: "string" }, keepZero: true },
"operator": { node: { kind: "string" }, keepZero: true },
"values": { node: { kind: "list", items: { kind: "string" } } },
} } } },
} };
const KubernetesPortNode: FieldNode = { kind: "object", fields: {
"protocol": { node: { kind: "string" }, keepZero: true },
"port": { node: PortNode, keepZero: true },
"endPort": { node: { kind: "integer" }, keepZero: true },
} };
const KubernetesPeerNode: FieldNode = { kind: "object", fields: {
"podSelector": { node: KubernetesSelectorNode, keepZero: true },
"namespaceSelector": { node: KubernetesSelectorNode, keepZero: true },
"ipBlock": { node: { kind: "object", fields: {
"cidr": { node: { kind: "string" }, keepZero: true },
"except": { node: { kind: "list", items: { kind: "string" } } },
} }, keepZero: true },
} };
const WorkloadPortNode: FieldNode = { kind: "object", fields: {
"name": { node: { kind: "string" }, keepZero: true, stored: {"v3.32":""} },
"protocol": { node: ProtocolNode, keepZero: true },
"port": { node: { kind: "integer", isUint16: true }, keepZero: true },
"hostPort": { node: { kind: "integer", isUint16: true }, keepZero: true, stored: {"v3.32":0}, since: "v3.32" },
"hostIP": { node: { kind: "string" }, keepZero: true, stored: {"v3.32":""}, since: "v3.32" },
} };

/** By kind: the whole resource. */
export const ORDER: Readonly<Record<string, FieldNode>> = whenAsked({
"BGPConfiguration": () => ({ kind: "object", fields: {
"kind": { node: { kind: "string" } },
"apiVersion": { node: { kind: "string" } },
"metadata": { node: ObjectMetadataNode, keepZero: true },
"spec": { node: { kind: "object", fields: {
"logSeverityScreen": { node: { kind: "string" } },
"nodeToNodeMeshEnabled": { node: { kind: "boolean" }, keepZero: true },
"asNumber": { node: ASNumberNode, keepZero: true },
"serviceLoadBalancerIPs": { node: { kind: "list", items: { kind: "object", fields: {
"cidr": { node: { kind: "string" } },
} } }, since: "v3.32" },
"serviceExternalIPs": { node: { kind: "list", items: { kind: "object", fields: {
"cidr": { node: { kind: "string" } },
} } }, since: "v3.32" },
"serviceClusterIPs": { node: { kind: "list", items: { kind: "object", fields: {
"cidr": { node: { kind: "string" } },
} } }, since: "v3.32" },
"serviceLoadBalancerAggregation": { node: { kind: "string" }, keepZero: true, since: "v3.32" },
"communities": { node: { kind: "list", items: { kind: "object", fields: {
"name": { node: { kind: "string" } },
"value": { node: { kind: "string" } },
} } }, since: "v3.32" },
"prefixAdvertisements": { node: { kind: "list", items: { kind: "object", fields: {
"cidr": { node: { kind: "string" } },
"communities": { node: { kind: "list", items: { kind: "string" } } },
} } }, since: "v3.32" },
"listenPort": { node: { kind: "integer" }, since: "v3.32" },
"nodeMeshPassword": { node: BGPPasswordNode, keepZero: true, since: "v3.32" },
"nodeMeshMaxRestartTime": { node: DurationNode, keepZero: true, since: "v3.32" },
"bindMode": { node: { kind: "string" }, keepZero: true, since: "v3.32" },
"ignoredInterfaces": { node: { kind: "list", items: { kind: "string" } }, since: "v3.32" },
"localWorkloadPeeringIPV4": { node: { kind: "string" }, since: "v3.32" },
"localWorkloadPeeringIPV6": { node: { kind: "string" }, since: "v3.32" },
"programClusterRoutes": { node: { kind: "string" }, keepZero: true, since: "v3.32" },
"ipv4NormalRoutePriority": { node: { kind: "integer" }, keepZero: true, since: "v3.32" },
"ipv6NormalRoutePriority": { node: { kind: "integer" }, keepZero: true, since: "v3.32" },
} }, keepZero: true, stored: {"v3.7":{},"v3.32":{}} },
} }),
"BGPFilter": () => ({ kind: "object", fields: {
"kind": { node: { kind: "string" } },
"apiVersion": { node: { kind: "string" } },
"metadata": { node: ObjectMetadataNode, keepZero: true },
"spec": { node: { kind: "object", fields: {
"exportV4": { node: { kind: "list", items: BGPFilterRuleV4Node } },
"importV4": { node: { kind: "list", items: BGPFilterRuleV4Node } },
"exportV6": { node: { kind: "list", items: BGPFilterRuleV6Node } },
"importV6": { node: { kind: "list", items: BGPFilterRuleV6Node } },
} }, keepZero: true, stored: {"v3.7":{},"v3.32":{}} },
} }),
"BGPPeer": () => ({ kind: "object", fields: {
"kind": { node: { kind: "string" } },
"apiVersion": { node: { kind: "string" } },
"metadata": { node: ObjectMetadataNode, keepZero: true },
"spec": { node: { kind: "object", fields: {
"node": { node: { kind: "string" } },
"peerIP": { node: { kind: "string" }, stored: {"v3.7":""} },
"asNumber": { node: ASNumberNode, stored: {"v3.7":0} },
"nodeSelector": { node: { kind: "selector" } },
"peerSelector": { node: { kind: "selector" } },
"keepOriginalNextHop": { node: { kind: "boolean" }, since: "v3.32" },
"password": { node: BGPPasswordNode, keepZero: true, since: "v3.32" },
"sourceAddress": { node: { kind: "string" }, since: "v3.32" },
"maxRestartTime": { node: DurationNode, keepZero: true, since: "v3.32" },
"keepaliveTime": { node: DurationNode, keepZero: true, since: "v3.32" },
"numAllowedLocalASNumbers": { node: { kind: "integer" }, keepZero: true, since: "v3.32" },
"ttlSecurity": { node: { kind: "integer" }, keepZero: true, since: "v3.32" },
"reachableBy": { node: { kind: "string" }, since: "v3.32" },
"filters": { node: { kind: "list", items: { kind: "string" } }, since: "v3.32" },
"localWorkloadSelector": { node: { kind: "selector" }, since: "v3.32" },
"localASNumber": { node: ASNumberNode, keepZero: true, since: "v3.32" },
"nextHopMode": { node: { kind: "string" }, keepZero: true, since: "v3.32" },
"reversePeering": { node: { kind: "string" }, keepZero: true, since: "v3.32" },
} }, keepZero: true, stored: {"v3.7":{},"v3.32":{}} },
} }),
"ClusterInformation": () => ({ kind: "object", fields: {
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
} }),
"FelixConfiguration": () => ({ kind: "object", fields: {
"kind": { node: { kind: "string" } },
"apiVersion": { node: { kind: "string" } },
"metadata": { node: ObjectMetadataNode, keepZero: true },
"spec": { node: { kind: "object", fields: {
"useInternalDataplaneDriver": { node: { kind: "boolean" }, keepZero: true },
"dataplaneDriver": { node: { kind: "string" } },
"dataplaneWatchdogTimeout": { node: DurationNode, keepZero: true, since: "v3.32" },
"ipv6Support": { node: { kind: "boolean" }, keepZero: true },
"routeRefreshInterval": { node: DurationNode, keepZero: true },
"interfaceRefreshInterval": { node: DurationNode, keepZero: true, since: "v3.32" },
"iptablesRefreshInterval": { node: DurationNode, keepZero: true },
"iptablesPostWriteCheckInterval": { node: DurationNode, keepZero: true },
"iptablesLockFilePath": { node: { kind: "string" } },
"iptablesLockTimeout": { node: DurationNode, keepZero: true },
"iptablesLockProbeInterval": { node: DurationNode, keepZero: true },
"featureDetectOverride": { node: { kind: "string" }, since: "v3.32" },
"featureGates": { node: { kind: "string" }, since: "v3.32" },
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
"iptablesFilterDenyAction": { node: { kind: "string" }, since: "v3.32" },
"logPrefix": { node: { kind: "string" } },
"logActionRateLimit": { node: { kind: "string" }, since: "v3.32" },
"logActionRateLimitBurst": { node: { kind: "integer" }, keepZero: true, since: "v3.32" },
"logFilePath": { node: { kind: "string" } },
"logSeverityFile": { node: { kind: "string" } },
"logSeverityScreen": { node: { kind: "string" } },
"logSeveritySys": { node: { kind: "string" } },
"logDebugFilenameRegex": { node: { kind: "string" }, since: "v3.32" },
"ipipEnabled": { node: { kind: "boolean" }, keepZero: true },
"ipipMTU": { node: { kind: "integer" }, keepZero: true },
"vxlanEnabled": { node: { kind: "boolean" }, keepZero: true },
"vxlanMTU": { node: { kind: "integer" }, keepZero: true },
"vxlanMTUV6": { node: { kind: "integer" }, keepZero: true, since: "v3.32" },
"vxlanPort": { node: { kind: "integer" }, keepZero: true },
"vxlanVNI": { node: { kind: "integer" }, keepZero: true },
"allowVXLANPacketsFromWorkloads": { node: { kind: "boolean" }, keepZero: true, since: "v3.32" },
"allowIPIPPacketsFromWorkloads": { node: { kind: "boolean" }, keepZero: true, since: "v3.32" },
"reportingInterval": { node: DurationNode, keepZero: true },
"reportingTTL": { node: DurationNode, keepZero: true },
"endpointReportingEnabled": { node: { kind: "boolean" }, keepZero: true },
"endpointReportingDelay": { node: DurationNode, keepZero: true },
"endpointStatusPathPrefix": { node: { kind: "string" }, since: "v3.32" },
"iptablesMarkMask": { node: { kind: "integer" }, keepZero: true },
"disableConntrackInvalidCheck": { node: { kind: "boolean" }, keepZero: true },
"healthEnabled": { node: { kind: "boolean" }, keepZero: true },
"healthHost": { node: { kind: "string" }, keepZero: true },
"healthPort": { node: { kind: "integer" }, keepZero: true },
"healthTimeoutOverrides": { node: { kind: "list", items: { kind: "object", fields: {
"name": { node: { kind: "string" }, keepZero: true },
"timeout": { node: DurationNode, keepZero: true, stored: {"v3.32":"0s"} },
} } }, since: "v3.32" },
"prometheusMetricsEnabled": { node: { kind: "boolean" }, keepZero: true },
"prometheusMetricsHost": { node: { kind: "string" } },
"prometheusMetricsPort": { node: { kind: "integer" }, keepZero: true },
"prometheusMetricsCAFile": { node: { kind: "string" }, since: "v3.32" },
"prometheusMetricsCertFile": { node: { kind: "string" }, since: "v3.32" },
"prometheusMetricsKeyFile": { node: { kind: "string" }, since: "v3.32" },
"prometheusMetricsClientAuth": { node: { kind: "string" }, since: "v3.32" },
"prometheusGoMetricsEnabled": { node: { kind: "boolean" }, keepZero: true },
"prometheusProcessMetricsEnabled": { node: { kind: "boolean" }, keepZero: true },
"prometheusWireGuardMetricsEnabled": { node: { kind: "boolean" }, keepZero: true, since: "v3.32" },
"failsafeInboundHostPorts": { node: { kind: "list", items: ProtoPortNode }, keepZero: true },
"failsafeOutboundHostPorts": { node: { kind: "list", items: ProtoPortNode }, keepZero: true },
"kubeNodePortRanges": { node: { kind: "list", items: PortNode }, keepZero: true },
"policySyncPathPrefix": { node: { kind: "string" } },
"usageReportingEnabled": { node: { kind: "boolean" }, keepZero: true },
"usageReportingInitialDelay": { node: DurationNode, keepZero: true },
"usageReportingInterval": { node: DurationNode, keepZero: true },
"natPortRange": { node: PortNode, keepZero: true },
"natOutgoingAddress": { node: { kind: "string" } },
"natOutgoingExclusions": { node: { kind: "string" }, keepZero: true, since: "v3.32" },
"deviceRouteSourceAddress": { node: { kind: "string" } },
"deviceRouteSourceAddressIPv6": { node: { kind: "string" }, since: "v3.32" },
"deviceRouteProtocol": { node: { kind: "integer" }, keepZero: true },
"removeExternalRoutes": { node: { kind: "boolean" }, keepZero: true },
"programClusterRoutes": { node: { kind: "string" }, keepZero: true, since: "v3.32" },
"ipForwarding": { node: { kind: "string" }, since: "v3.32" },
"externalNodesList": { node: { kind: "list", items: { kind: "string" } }, keepZero: true },
"debugMemoryProfilePath": { node: { kind: "string" } },
"debugDisableLogDropping": { node: { kind: "boolean" }, keepZero: true },
"debugSimulateCalcGraphHangAfter": { node: DurationNode, keepZero: true },
"debugSimulateDataplaneHangAfter": { node: DurationNode, keepZero: true },
"debugSimulateDataplaneApplyDelay": { node: DurationNode, keepZero: true, since: "v3.32" },
"debugHost": { node: { kind: "string" }, keepZero: true, since: "v3.32" },
"debugPort": { node: { kind: "integer" }, keepZero: true, since: "v3.32" },
"iptablesNATOutgoingInterfaceFilter": { node: { kind: "string" } },
"sidecarAccelerationEnabled": { node: { kind: "boolean" }, keepZero: true },
"xdpEnabled": { node: { kind: "boolean" }, keepZero: true },
"genericXDPEnabled": { node: { kind: "boolean" }, keepZero: true },
"nftablesMode": { node: { kind: "string" }, keepZero: true, since: "v3.32" },
"nftablesRefreshInterval": { node: DurationNode, keepZero: true, since: "v3.32" },
"nftablesFilterAllowAction": { node: { kind: "string" }, since: "v3.32" },
"nftablesMangleAllowAction": { node: { kind: "string" }, since: "v3.32" },
"nftablesFilterDenyAction": { node: { kind: "string" }, since: "v3.32" },
"nftablesMarkMask": { node: { kind: "integer" }, keepZero: true, since: "v3.32" },
"bpfEnabled": { node: { kind: "boolean" }, keepZero: true, since: "v3.32" },
"bpfDisableUnprivileged": { node: { kind: "boolean" }, keepZero: true, since: "v3.32" },
"bpfLogLevel": { node: { kind: "string" }, stored: {"v3.32":""}, since: "v3.32" },
"bpfConntrackLogLevel": { node: { kind: "string" }, since: "v3.32" },
"bpfConntrackMode": { node: { kind: "string" }, since: "v3.32" },
"bpfConntrackTimeouts": { node: { kind: "object", fields: {
"creationGracePeriod": { node: { kind: "string" }, keepZero: true },
"tcpSynSent": { node: { kind: "string" }, keepZero: true },
"tcpEstablished": { node: { kind: "string" }, keepZero: true },
"tcpFinsSeen": { node: { kind: "string" }, keepZero: true },
"tcpResetSeen": { node: { kind: "string" }, keepZero: true },
"udpTimeout": { node: { kind: "string" }, keepZero: true },
"genericTimeout": { node: { kind: "string" }, keepZero: true },
"icmpTimeout": { node: { kind: "string" }, keepZero: true },
} }, keepZero: true, since: "v3.32" },
"bpfLogFilters": { node: { kind: "map" }, keepZero: true, since: "v3.32" },
"bpfCTLBLogFilter": { node: { kind: "string" }, since: "v3.32" },
"bpfDataIfacePattern": { node: { kind: "string" }, since: "v3.32" },
"bpfL3IfacePattern": { node: { kind: "string" }, since: "v3.32" },
"bpfConnectTimeLoadBalancingEnabled": { node: { kind: "boolean" }, keepZero: true, since: "v3.32" },
"bpfConnectTimeLoadBalancing": { node: { kind: "string" }, keepZero: true, since: "v3.32" },
"bpfHostNetworkedNATWithoutCTLB": { node: { kind: "string" }, keepZero: true, since: "v3.32" },
"bpfExternalServiceMode": { node: { kind: "string" }, since: "v3.32" },
"bpfDSROptoutCIDRs": { node: { kind: "list", items: { kind: "string" } }, keepZero: true, since: "v3.32" },
"bpfExtToServiceConnmark": { node: { kind: "integer" }, keepZero: true, since: "v3.32" },
"bpfKubeProxyIptablesCleanupEnabled": { node: { kind: "boolean" }, keepZero: true, since: "v3.32" },
"bpfKubeProxyMinSyncPeriod": { node: DurationNode, keepZero: true, since: "v3.32" },
"bpfKubeProxyHealthzPort": { node: { kind: "integer" }, keepZero: true, since: "v3.32" },
"bpfKubeProxyEndpointSlicesEnabled": { node: { kind: "boolean" }, keepZero: true, since: "v3.32" },
"bpfPSNATPorts": { node: PortNode, keepZero: true, since: "v3.32" },
"bpfMapSizeNATFrontend": { node: { kind: "integer" }, keepZero: true, since: "v3.32" },
"bpfMapSizeNATBackend": { node: { kind: "integer" }, keepZero: true, since: "v3.32" },
"bpfMapSizeNATAffinity": { node: { kind: "integer" }, keepZero: true, since: "v3.32" },
"bpfMapSizeRoute": { node: { kind: "integer" }, keepZero: true, since: "v3.32" },
"bpfMapSizeConntrack": { node: { kind: "integer" }, keepZero: true, since: "v3.32" },
"bpfMapSizePerCpuConntrack": { node: { kind: "integer" }, keepZero: true, since: "v3.32" },
"bpfMapSizeConntrackScaling": { node: { kind: "string" }, since: "v3.32" },
"bpfMapSizeConntrackCleanupQueue": { node: { kind: "integer" }, keepZero: true, since: "v3.32" },
"bpfMapSizeIPSets": { node: { kind: "integer" }, keepZero: true, since: "v3.32" },
"bpfMapSizeIfState": { node: { kind: "integer" }, keepZero: true, since: "v3.32" },
"bpfHostConntrackBypass": { node: { kind: "boolean" }, keepZero: true, since: "v3.32" },
"bpfEnforceRPF": { node: { kind: "string" }, since: "v3.32" },
"bpfPolicyDebugEnabled": { node: { kind: "boolean" }, keepZero: true, since: "v3.32" },
"bpfForceTrackPacketsFromIfaces": { node: { kind: "list", items: { kind: "string" } }, keepZero: true, since: "v3.32" },
"bpfDisableGROForIfaces": { node: { kind: "string" }, since: "v3.32" },
"bpfExcludeCIDRsFromNAT": { node: { kind: "list", items: { kind: "string" } }, keepZero: true, since: "v3.32" },
"bpfExportBufferSizeMB": { node: { kind: "integer" }, keepZero: true, since: "v3.32" },
"flowLogsPolicyEvaluationMode": { node: { kind: "string" }, keepZero: true, since: "v3.32" },
"bpfRedirectToPeer": { node: { kind: "string" }, since: "v3.32" },
"flowLogsFlushInterval": { node: DurationNode, keepZero: true, since: "v3.32" },
"flowLogsCollectorDebugTrace": { node: { kind: "boolean" }, keepZero: true, since: "v3.32" },
"flowLogsGoldmaneServer": { node: { kind: "string" }, keepZero: true, since: "v3.32" },
"flowLogsLocalReporter": { node: { kind: "string" }, keepZero: true, since: "v3.32" },
"bpfAttachType": { node: { kind: "string" }, since: "v3.32" },
"bpfJITHardening": { node: { kind: "string" }, keepZero: true, since: "v3.32" },
"cgroupV2Path": { node: { kind: "string" }, since: "v3.32" },
"bpfProfiling": { node: { kind: "string" }, since: "v3.32" },
"bpfMaglevMaxServices": { node: { kind: "integer" }, keepZero: true, since: "v3.32" },
"bpfMaglevMaxEndpointsPerService": { node: { kind: "integer" }, keepZero: true, since: "v3.32" },
"routeSource": { node: { kind: "string" }, since: "v3.32" },
"routeTableRanges": { node: { kind: "list", items: { kind: "object", fields: {
"min": { node: { kind: "integer" }, keepZero: true },
"max": { node: { kind: "integer" }, keepZero: true },
} } }, keepZero: true, since: "v3.32" },
"routeTableRange": { node: { kind: "object", fields: {
"min": { node: { kind: "integer" }, keepZero: true },
"max": { node: { kind: "integer" }, keepZero: true },
} }, keepZero: true, since: "v3.32" },
"routeSyncDisabled": { node: { kind: "boolean" }, keepZero: true, since: "v3.32" },
"wireguardEnabled": { node: { kind: "boolean" }, keepZero: true, since: "v3.32" },
"wireguardEnabledV6": { node: { kind: "boolean" }, keepZero: true, since: "v3.32" },
"wireguardThreadingEnabled": { node: { kind: "boolean" }, keepZero: true, since: "v3.32" },
"wireguardListeningPort": { node: { kind: "integer" }, keepZero: true, since: "v3.32" },
"wireguardListeningPortV6": { node: { kind: "integer" }, keepZero: true, since: "v3.32" },
"wireguardRoutingRulePriority": { node: { kind: "integer" }, keepZero: true, since: "v3.32" },
"wireguardInterfaceName": { node: { kind: "string" }, since: "v3.32" },
"wireguardInterfaceNameV6": { node: { kind: "string" }, since: "v3.32" },
"wireguardMTU": { node: { kind: "integer" }, keepZero: true, since: "v3.32" },
"wireguardMTUV6": { node: { kind: "integer" }, keepZero: true, since: "v3.32" },
"wireguardHostEncryptionEnabled": { node: { kind: "boolean" }, keepZero: true, since: "v3.32" },
"wireguardKeepAlive": { node: DurationNode, keepZero: true, since: "v3.32" },
"awsSrcDstCheck": { node: { kind: "string" }, keepZero: true, since: "v3.32" },
"serviceLoopPrevention": { node: { kind: "string" }, since: "v3.32" },
"workloadSourceSpoofing": { node: { kind: "string" }, since: "v3.32" },
"mtuIfacePattern": { node: { kind: "string" }, since: "v3.32" },
"floatingIPs": { node: { kind: "string" }, keepZero: true, since: "v3.32" },
"windowsManageFirewallRules": { node: { kind: "string" }, keepZero: true, since: "v3.32" },
"goGCThreshold": { node: { kind: "integer" }, keepZero: true, since: "v3.32" },
"goMemoryLimitMB": { node: { kind: "integer" }, keepZero: true, since: "v3.32" },
"goMaxProcs": { node: { kind: "integer" }, keepZero: true, since: "v3.32" },
"requireMTUFile": { node: { kind: "boolean" }, keepZero: true, since: "v3.32" },
"ipv4NormalRoutePriority": { node: { kind: "integer" }, keepZero: true, since: "v3.32" },
"ipv4ElevatedRoutePriority": { node: { kind: "integer" }, keepZero: true, since: "v3.32" },
"ipv6NormalRoutePriority": { node: { kind: "integer" }, keepZero: true, since: "v3.32" },
"ipv6ElevatedRoutePriority": { node: { kind: "integer" }, keepZero: true, since: "v3.32" },
"liveMigrationRouteConvergenceTime": { node: DurationNode, keepZero: true, since: "v3.32" },
"istioAmbientMode": { node: { kind: "string" }, keepZero: true, since: "v3.32" },
"istioDSCPMark": { node: DSCPNode, keepZero: true, since: "v3.32" },
} }, keepZero: true, stored: {"v3.7":{},"v3.32":{}} },
} }),
"GlobalNetworkPolicy": () => ({ kind: "object", fields: {
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
} }),
"GlobalNetworkSet": () => ({ kind: "object", fields: {
"kind": { node: { kind: "string" } },
"apiVersion": { node: { kind: "string" } },
"metadata": { node: ObjectMetadataNode, keepZero: true },
"spec": { node: { kind: "object", fields: {
"nets": { node: { kind: "list", items: { kind: "string" } } },
} }, keepZero: true, stored: {"v3.7":{},"v3.32":{}} },
} }),
"HostEndpoint": () => ({ kind: "object", fields: {
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
} }),
"IPPool": () => ({ kind: "object", fields: {
"kind": { node: { kind: "string" } },
"apiVersion": { node: { kind: "string" } },
"metadata": { node: ObjectMetadataNode, keepZero: true },
"spec": { node: { kind: "object", fields: {
"cidr": { node: { kind: "string" } },
"vxlanMode": { node: { kind: "string" } },
"ipipMode": { node: { kind: "string" } },
"natOutgoing": { node: { kind: "boolean" } },
"disabled": { node: { kind: "boolean" } },
"disableBGPExport": { node: { kind: "boolean" }, since: "v3.32" },
"blockSize": { node: { kind: "integer" } },
"nodeSelector": { node: { kind: "selector" } },
"ipip": { node: { kind: "object", fields: {
"enabled": { node: { kind: "boolean" } },
"mode": { node: { kind: "string" } },
} }, keepZero: true },
"nat-outgoing": { node: { kind: "boolean" } },
"allowedUses": { node: { kind: "list", items: { kind: "string" } }, since: "v3.32" },
"namespaceSelector": { node: { kind: "selector" }, since: "v3.32" },
"assignmentMode": { node: { kind: "string" }, since: "v3.32" },
} }, keepZero: true, stored: {"v3.7":{},"v3.32":{}} },
} }),
"IPReservation": () => ({ kind: "object", fields: {
"kind": { node: { kind: "string" } },
"apiVersion": { node: { kind: "string" } },
"metadata": { node: ObjectMetadataNode, keepZero: true },
"spec": { node: { kind: "object", fields: {
"reservedCIDRs": { node: { kind: "list", items: { kind: "string" } } },
} }, keepZero: true, stored: {"v3.7":{},"v3.32":{}} },
} }),
"KubeControllersConfiguration": () => ({ kind: "object", fields: {
"kind": { node: { kind: "string" } },
"apiVersion": { node: { kind: "string" } },
"metadata": { node: ObjectMetadataNode, keepZero: true },
"spec": { node: { kind: "object", fields: {
"logSeverityScreen": { node: { kind: "string" } },
"healthChecks": { node: { kind: "string" }, stored: {"v3.32":"Enabled"} },
"etcdV3CompactionPeriod": { node: DurationNode, keepZero: true },
"prometheusMetricsPort": { node: { kind: "integer" }, keepZero: true, stored: {"v3.32":9094} },
"controllers": { node: { kind: "object", fields: {
"node": { node: { kind: "object", fields: {
"reconcilerPeriod": { node: DurationNode, keepZero: true },
"syncLabels": { node: { kind: "string" } },
"hostEndpoint": { node: { kind: "object", fields: {
"autoCreate": { node: { kind: "string" } },
"createDefaultHostEndpoint": { node: { kind: "string" } },
"templates": { node: { kind: "list", items: { kind: "object", fields: {
"generateName": { node: { kind: "string" } },
"interfaceCIDRs": { node: { kind: "list", items: { kind: "string" } } },
"interfacePattern": { node: { kind: "string" } },
"labels": { node: { kind: "map" } },
"nodeSelector": { node: { kind: "selector" } },
} } } },
} }, keepZero: true },
"leakGracePeriod": { node: DurationNode, keepZero: true, stored: {"v3.32":"15m0s"} },
} }, keepZero: true },
"policy": { node: { kind: "object", fields: {
"reconcilerPeriod": { node: DurationNode, keepZero: true },
} }, keepZero: true },
"workloadEndpoint": { node: { kind: "object", fields: {
"reconcilerPeriod": { node: DurationNode, keepZero: true },
} }, keepZero: true },
"serviceAccount": { node: { kind: "object", fields: {
"reconcilerPeriod": { node: DurationNode, keepZero: true },
} }, keepZero: true },
"namespace": { node: { kind: "object", fields: {
"reconcilerPeriod": { node: DurationNode, keepZero: true },
} }, keepZero: true },
"loadBalancer": { node: { kind: "object", fields: {
"assignIPs": { node: { kind: "string" }, stored: {"v3.32":"AllServices"} },
} }, keepZero: true },
"policyMigration": { node: { kind: "object", fields: {
"enabled": { node: { kind: "string" }, stored: {"v3.32":"Enabled"} },
} }, keepZero: true },
} }, keepZero: true, stored: {"v3.32":{}} },
"debugProfilePort": { node: { kind: "integer" }, keepZero: true },
} }, keepZero: true, stored: {"v3.7":{},"v3.32":{}} },
"status": { node: { kind: "object", fields: {
"runningConfig": { node: { kind: "any" } },
"environmentVars": { node: { kind: "map" } },
} }, stored: {"v3.32":{}} },
} }),
"NetworkPolicy": () => ({ kind: "object", fields: {
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
} }),
"NetworkSet": () => ({ kind: "object", fields: {
"kind": { node: { kind: "string" } },
"apiVersion": { node: { kind: "string" } },
"metadata": { node: ObjectMetadataNode, keepZero: true },
"spec": { node: { kind: "object", fields: {
"nets": { node: { kind: "list", items: { kind: "string" } } },
} }, keepZero: true, stored: {"v3.7":{},"v3.32":{}} },
} }),
"Node": () => ({ kind: "object", fields: {
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
} }),
"Profile": () => ({ kind: "object", fields: {
"kind": { node: { kind: "string" } },
"apiVersion": { node: { kind: "string" } },
"metadata": { node: ObjectMetadataNode, keepZero: true },
"spec": { node: { kind: "object", fields: {
"ingress": { node: { kind: "list", items: RuleNode } },
"egress": { node: { kind: "list", items: RuleNode } },
"labelsToApply": { node: { kind: "map" } },
} }, keepZero: true, stored: {"v3.7":{},"v3.32":{}} },
} }),
"StagedGlobalNetworkPolicy": () => ({ kind: "object", fields: {
"kind": { node: { kind: "string" } },
"apiVersion": { node: { kind: "string" } },
"metadata": { node: ObjectMetadataNode, keepZero: true },
"spec": { node: { kind: "object", fields: {
"stagedAction": { node: { kind: "string" } },
"tier": { node: { kind: "string" }, stored: {"v3.32":"default"} },
"order": { node: { kind: "number" }, keepZero: true },
"ingress": { node: { kind: "list", items: RuleNode } },
"egress": { node: { kind: "list", items: RuleNode } },
"selector": { node: { kind: "selector" } },
"types": { node: { kind: "list", items: { kind: "string" } } },
"doNotTrack": { node: { kind: "boolean" } },
"preDNAT": { node: { kind: "boolean" } },
"applyOnForward": { node: { kind: "boolean" } },
"serviceAccountSelector": { node: { kind: "selector" } },
"namespaceSelector": { node: { kind: "selector" } },
"performanceHints": { node: { kind: "list", items: { kind: "string" } } },
} }, keepZero: true, stored: {"v3.7":{},"v3.32":{}} },
} }),
"StagedKubernetesNetworkPolicy": () => ({ kind: "object", fields: {
"kind": { node: { kind: "string" } },
"apiVersion": { node: { kind: "string" } },
"metadata": { node: ObjectMetadataNode, keepZero: true },
"spec": { node: { kind: "object", fields: {
"stagedAction": { node: { kind: "string" } },
"podSelector": { node: KubernetesSelectorNode, stored: {"v3.32":{}} },
"ingress": { node: { kind: "list", items: { kind: "object", fields: {
"ports": { node: { kind: "list", items: KubernetesPortNode } },
"from": { node: { kind: "list", items: KubernetesPeerNode } },
} } } },
"egress": { node: { kind: "list", items: { kind: "object", fields: {
"ports": { node: { kind: "list", items: KubernetesPortNode } },
"to": { node: { kind: "list", items: KubernetesPeerNode } },
} } } },
"policyTypes": { node: { kind: "list", items: { kind: "string" } } },
} }, keepZero: true, stored: {"v3.7":{},"v3.32":{}} },
} }),
"StagedNetworkPolicy": () => ({ kind: "object", fields: {
"kind": { node: { kind: "string" } },
"apiVersion": { node: { kind: "string" } },
"metadata": { node: ObjectMetadataNode, keepZero: true },
"spec": { node: { kind: "object", fields: {
"stagedAction": { node: { kind: "string" } },
"tier": { node: { kind: "string" }, stored: {"v3.32":"default"} },
"order": { node: { kind: "number" }, keepZero: true },
"ingress": { node: { kind: "list", items: RuleNode } },
"egress": { node: { kind: "list", items: RuleNode } },
"selector": { node: { kind: "selector" } },
"types": { node: { kind: "list", items: { kind: "string" } } },
"serviceAccountSelector": { node: { kind: "selector" } },
"performanceHints": { node: { kind: "list", items: { kind: "string" } } },
} }, keepZero: true, stored: {"v3.7":{},"v3.32":{}} },
} }),
"Tier": () => ({ kind: "object", fields: {
"kind": { node: { kind: "string" } },
"apiVersion": { node: { kind: "string" } },
"metadata": { node: ObjectMetadataNode, keepZero: true },
"spec": { node: { kind: "object", fields: {
"order": { node: { kind: "number" }, keepZero: true },
"defaultAction": { node: { kind: "string" }, keepZero: true },
} }, keepZero: true, stored: {"v3.7":{},"v3.32":{}} },
"status": { node: { kind: "object", fields: {
"conditions": { node: { kind: "list", items: { kind: "any" } } },
} }, stored: {"v3.32":{}} },
} }),
"WorkloadEndpoint": () => ({ kind: "object", fields: {
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
"ports": { node: { kind: "list", items: WorkloadPortNode } },
"allowSpoofedSourcePrefixes": { node: { kind: "list", items: { kind: "string" } }, since: "v3.32" },
"qosControls": { node: { kind: "object", fields: {
"ingressBandwidth": { node: { kind: "integer" } },
"ingressBurst": { node: { kind: "integer" } },
"ingressPeakrate": { node: { kind: "integer" } },
"ingressMinburst": { node: { kind: "integer" } },
"egressBandwidth": { node: { kind: "integer" } },
"egressBurst": { node: { kind: "integer" } },
"egressPeakrate": { node: { kind: "integer" } },
"egressMinburst": { node: { kind: "integer" } },
"ingressPacketRate": { node: { kind: "integer" } },
"ingressPacketBurst": { node: { kind: "integer" } },
"egressPacketRate": { node: { kind: "integer" } },
"egressPacketBurst": { node: { kind: "integer" } },
"ingressMaxConnections": { node: { kind: "integer" } },
"egressMaxConnections": { node: { kind: "integer" } },
"dscp": { node: DSCPNode, keepZero: true },
} }, keepZero: true, since: "v3.32" },
} }, keepZero: true, stored: {"v3.7":{},"v3.32":{}} },
} }),
});
