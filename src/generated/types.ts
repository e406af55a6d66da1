// Made from schemas/ by scripts/generate.ts; change those and run `npx tsx scripts/generate.ts`.

/**
 * A resource of any kind this tool knows.
 */
export type KnownResource = (BGPConfiguration | BGPFilter | BGPPeer | ClusterInformation | FelixConfiguration | GlobalNetworkPolicy | GlobalNetworkSet | HostEndpoint | IPPool | IPReservation | KubeControllersConfiguration | NetworkPolicy | NetworkSet | Node | Profile | StagedGlobalNetworkPolicy | StagedKubernetesNetworkPolicy | StagedNetworkPolicy | Tier | WorkloadEndpoint)
/**
 * An autonomous system number: 0 to 4294967295, or written as two 16 bit halves (`"65000.1"`).
 */
export type ASNumber = (number | string)
/**
 * A length of time with its unit, as Go writes it: `90s`, `1m30s`, `250ms`.
 */
export type Duration = string
/**
 * A port of a rule: a number from 1 to 65535, an inclusive range (`"8000:8010"`), or the name of a port that endpoints define.
 */
export type Port = (number | string)
/**
 * A DSCP value: a number, or a name like `EF`.
 */
export type DSCP = (number | string)
/**
 * An IP protocol: one of the names Calico knows, in exactly this spelling, or a number from 1 to 255 (a string of digits is taken as the number).
 */
export type Protocol = (("TCP" | "UDP" | "ICMP" | "ICMPv6" | "SCTP" | "UDPLite") | number)

/**
 * BGP settings: `default` for all nodes, `node.NAME` for one.
 */
export type BGPConfiguration = {
/**
 * The kind of resource.
 */
readonly kind: "BGPConfiguration"
/**
 * The version of Calico's API.
 */
readonly apiVersion: "projectcalico.org/v3"
readonly metadata: ObjectMetadata
readonly spec?: BGPConfigurationSpec
};
/**
 * What names a resource and describes it to people and tools.
 */
export type ObjectMetadata = {
/**
 * The name, unique within the kind (and namespace). Lower case letters, digits, `-` and, for most kinds, `.`; at most 253 characters.
 */
readonly name: string
/**
 * Ignored by Calico; accepted because Kubernetes tools write it.
 */
readonly generateName?: string
/**
 * The namespace, for the kinds that live in one; must be absent for the others.
 */
readonly namespace?: string
/**
 * Set by Kubernetes tools; dropped.
 */
readonly selfLink?: string
/**
 * Set by the datastore when the resource is created; what a manifest says is dropped.
 */
readonly uid?: string
/**
 * The revision of the stored resource that a change is based on. Must be absent on create; on apply and replace, when present, it must be the current one.
 */
readonly resourceVersion?: string
/**
 * Set by Kubernetes tools; dropped.
 */
readonly generation?: number
/**
 * Set by the datastore when the resource is created; what a manifest says is dropped.
 */
readonly creationTimestamp?: string
/**
 * Set by Kubernetes tools; dropped.
 */
readonly deletionTimestamp?: string
/**
 * Set by Kubernetes tools; dropped.
 */
readonly deletionGracePeriodSeconds?: number
/**
 * Labels, which selectors match. Keys may have a DNS prefix (`example.com/role`); values have at most 63 letters, digits, `-`, `_` and `.`.
 */
readonly labels?: {
readonly [k: string]: string
};
/**
 * Notes for people and tools; keys like those of labels, values free text, 256 KiB in all.
 */
readonly annotations?: {
readonly [k: string]: string
};
/**
 * Set by Kubernetes tools; dropped.
 */
readonly ownerReferences?: {
readonly [k: string]: unknown
}[]
/**
 * Set by Kubernetes tools; dropped.
 */
readonly finalizers?: readonly string[]
/**
 * Set by Kubernetes tools; dropped.
 */
readonly clusterName?: string
/**
 * Set by Kubernetes tools; dropped.
 */
readonly managedFields?: {
readonly [k: string]: unknown
}[]
};
/**
 * The settings.
 */
export type BGPConfigurationSpec = {
/**
 * The least severity that is logged.
 */
readonly logSeverityScreen?: ("Trace" | "Debug" | "Info" | "Warning" | "Error" | "Fatal")
/**
 * Whether every node peers with every other; only in `default`.
 */
readonly nodeToNodeMeshEnabled?: boolean
readonly asNumber?: ASNumber
/**
 * Networks of load balancer addresses that are advertised.
 */
readonly serviceLoadBalancerIPs?: readonly LoadBalancerBlock[]
/**
 * Networks of external service addresses that are advertised.
 */
readonly serviceExternalIPs?: readonly ExternalBlock[]
/**
 * Networks of cluster addresses of services that are advertised.
 */
readonly serviceClusterIPs?: readonly ClusterBlock[]
/**
 * Whether load balancer addresses are advertised as whole networks.
 */
readonly serviceLoadBalancerAggregation?: ("Enabled" | "Disabled")
/**
 * Names for BGP communities.
 */
readonly communities?: readonly BGPCommunity[]
/**
 * Communities that routes are advertised with.
 */
readonly prefixAdvertisements?: readonly PrefixAdvertisement[]
/**
 * The port BGP listens on.
 */
readonly listenPort?: number
readonly nodeMeshPassword?: BGPPassword
readonly nodeMeshMaxRestartTime?: Duration
/**
 * The addresses BGP listens on.
 */
readonly bindMode?: ("None" | "NodeIP")
/**
 * Interfaces that BGP leaves alone.
 */
readonly ignoredInterfaces?: readonly string[]
/**
 * The IPv4 address of the node to which its own workloads peer.
 */
readonly localWorkloadPeeringIPV4?: string
/**
 * The IPv6 address of the node to which its own workloads peer.
 */
readonly localWorkloadPeeringIPV6?: string
/**
 * Whether BIRD programs the routes to workloads of other nodes.
 */
readonly programClusterRoutes?: ("Enabled" | "Disabled")
/**
 * The normal priority of IPv4 routes, as in FelixConfiguration.
 */
readonly ipv4NormalRoutePriority?: number
/**
 * The normal priority of IPv6 routes, as in FelixConfiguration.
 */
readonly ipv6NormalRoutePriority?: number
};
/**
 * A network.
 */
export type LoadBalancerBlock = {
/**
 * The network.
 */
readonly cidr?: string
};
/**
 * A network.
 */
export type ExternalBlock = {
/**
 * The network.
 */
readonly cidr?: string
};
/**
 * A network.
 */
export type ClusterBlock = {
/**
 * The network.
 */
readonly cidr?: string
};
/**
 * A community.
 */
export type BGPCommunity = {
/**
 * Its name.
 */
readonly name?: string
/**
 * Its value, `aa:nn` or `aa:nn:mm`.
 */
readonly value?: string
};
/**
 * A network and its communities.
 */
export type PrefixAdvertisement = {
/**
 * The network.
 */
readonly cidr?: string
/**
 * Communities, by name or value.
 */
readonly communities?: readonly string[]
};
/**
 * Where a BGP password is kept.
 */
export type BGPPassword = {
readonly secretKeyRef?: SecretKey
};
/**
 * The key of a Kubernetes secret in the namespace of the node pods.
 */
export type SecretKey = {
/**
 * The secret's name.
 */
readonly name?: string
/**
 * The key in it.
 */
readonly key?: string
/**
 * Whether it may be missing.
 */
readonly optional?: boolean
};
/**
 * Rules for the routes that are sent to or taken from BGP peers.
 */
export type BGPFilter = {
/**
 * The kind of resource.
 */
readonly kind: "BGPFilter"
/**
 * The version of Calico's API.
 */
readonly apiVersion: "projectcalico.org/v3"
readonly metadata: ObjectMetadata
readonly spec?: BGPFilterSpec
};
/**
 * The rules, tried in order.
 */
export type BGPFilterSpec = {
/**
 * Rules for IPv4 routes that are sent.
 */
readonly exportV4?: BGPFilterRuleV4[]
/**
 * Rules for IPv4 routes that are taken.
 */
readonly importV4?: BGPFilterRuleV4[]
/**
 * Rules for IPv6 routes that are sent.
 */
readonly exportV6?: BGPFilterRuleV6[]
/**
 * Rules for IPv6 routes that are taken.
 */
readonly importV6?: BGPFilterRuleV6[]
};
/**
 * Which IPv4 routes a BGPFilter lets through.
 */
export type BGPFilterRuleV4 = {
/**
 * The network that `matchOperator` compares with.
 */
readonly cidr?: string
readonly prefixLength?: PrefixLengthV4
/**
 * Where the route was learned.
 */
readonly source?: "RemotePeers"
/**
 * The route's outgoing interface, `*` standing for any characters.
 */
readonly interface?: string
/**
 * How the network is compared.
 */
readonly matchOperator?: ("Equal" | "NotEqual" | "In" | "NotIn")
/**
 * Only routes from or to peers of this type.
 */
readonly peerType?: ("eBGP" | "iBGP")
readonly communities?: BGPFilterCommunities
/**
 * Only routes whose AS path begins with these AS numbers.
 */
readonly asPathPrefix?: readonly ASNumber[]
/**
 * Only routes of this priority.
 */
readonly priority?: number
/**
 * What happens to a matching route.
 */
readonly action: ("Accept" | "Reject")
/**
 * Changes to the routes that are accepted, in order, 10 at most.
 */
readonly operations?: readonly BGPFilterOperation[]
};
/**
 * Limits of the prefix length.
 */
export type PrefixLengthV4 = {
/**
 * The shortest.
 */
readonly min?: number
/**
 * The longest.
 */
readonly max?: number
};
/**
 * The BGP community that a route must have.
 */
export type BGPFilterCommunities = {
/**
 * The community, `aa:nn` or `aa:nn:mm`: exactly one.
 */
readonly values: readonly string[]
};
/**
 * One change to an accepted route: exactly one of the fields.
 */
export type BGPFilterOperation = {
readonly addCommunity?: AddCommunity
readonly prependASPath?: PrependASPath
readonly setPriority?: SetPriority
};
/**
 * Adds a BGP community.
 */
export type AddCommunity = {
/**
 * The community, `aa:nn` or `aa:nn:mm`.
 */
readonly value: string
};
/**
 * Puts AS numbers before the AS path.
 */
export type PrependASPath = {
/**
 * The AS numbers, 1 to 10, the first one first.
 */
readonly prefix: readonly ASNumber[]
};
/**
 * Sets the route's priority.
 */
export type SetPriority = {
/**
 * The priority, as the route priorities of FelixConfiguration.
 */
readonly value: number
};
/**
 * Which IPv6 routes a BGPFilter lets through.
 */
export type BGPFilterRuleV6 = {
/**
 * The network that `matchOperator` compares with.
 */
readonly cidr?: string
readonly prefixLength?: PrefixLengthV6
/**
 * Where the route was learned.
 */
readonly source?: "RemotePeers"
/**
 * The route's outgoing interface, `*` standing for any characters.
 */
readonly interface?: string
/**
 * How the network is compared.
 */
readonly matchOperator?: ("Equal" | "NotEqual" | "In" | "NotIn")
/**
 * Only routes from or to peers of this type.
 */
readonly peerType?: ("eBGP" | "iBGP")
readonly communities?: BGPFilterCommunities
/**
 * Only routes whose AS path begins with these AS numbers.
 */
readonly asPathPrefix?: readonly ASNumber[]
/**
 * Only routes of this priority.
 */
readonly priority?: number
/**
 * What happens to a matching route.
 */
readonly action: ("Accept" | "Reject")
/**
 * Changes to the routes that are accepted, in order, 10 at most.
 */
readonly operations?: readonly BGPFilterOperation[]
};
/**
 * Limits of the prefix length.
 */
export type PrefixLengthV6 = {
/**
 * The shortest.
 */
readonly min?: number
/**
 * The longest.
 */
readonly max?: number
};
/**
 * A BGP peer of nodes.
 */
export type BGPPeer = {
/**
 * The kind of resource.
 */
readonly kind: "BGPPeer"
/**
 * The version of Calico's API.
 */
readonly apiVersion: "projectcalico.org/v3"
readonly metadata: ObjectMetadata
readonly spec?: BGPPeerSpec
};
/**
 * Who peers with whom.
 */
export type BGPPeerSpec = {
/**
 * The node that peers; absent: every node.
 */
readonly node?: string
/**
 * The peer's address.
 */
readonly peerIP?: string
readonly asNumber?: ASNumber
/**
 * The nodes that peer.
 */
readonly nodeSelector?: string
/**
 * The nodes that are the peers.
 */
readonly peerSelector?: string
/**
 * Whether routes keep their next hop.
 */
readonly keepOriginalNextHop?: boolean
readonly password?: BGPPassword
/**
 * Whether the peering uses the address of the node as its source.
 */
readonly sourceAddress?: ("UseNodeIP" | "None")
readonly maxRestartTime?: Duration
readonly keepaliveTime?: Duration
/**
 * How often the node's own AS number may stand in a path.
 */
readonly numAllowedLocalASNumbers?: number
/**
 * How many hops away the peer may be.
 */
readonly ttlSecurity?: number
/**
 * The gateway through which the peer is reached.
 */
readonly reachableBy?: string
/**
 * BGPFilters for the routes of this peering.
 */
readonly filters?: readonly string[]
/**
 * Workloads of the node that peer with it.
 */
readonly localWorkloadSelector?: string
readonly localASNumber?: ASNumber
/**
 * What next hop routes are sent with.
 */
readonly nextHopMode?: ("Auto" | "Self" | "Keep")
/**
 * Whether the peers make a peering back.
 */
readonly reversePeering?: ("Auto" | "Manual")
};
/**
 * Facts about the cluster, written by Calico itself; read-only for this tool.
 */
export type ClusterInformation = {
/**
 * The kind of resource.
 */
readonly kind: "ClusterInformation"
/**
 * The version of Calico's API.
 */
readonly apiVersion: "projectcalico.org/v3"
readonly metadata: ObjectMetadata
readonly spec?: ClusterInformationSpec
};
/**
 * The facts.
 */
export type ClusterInformationSpec = {
/**
 * The cluster's id.
 */
readonly clusterGUID?: string
/**
 * What the cluster runs on.
 */
readonly clusterType?: string
/**
 * The Calico version installed.
 */
readonly calicoVersion?: string
/**
 * Whether Felix may start.
 */
readonly datastoreReady?: boolean
/**
 * The Calico variant installed.
 */
readonly variant?: string
};
/**
 * Settings of Felix, the agent on every node: `default` for all, `node.NAME` for one node.
 */
export type FelixConfiguration = {
/**
 * The kind of resource.
 */
readonly kind: "FelixConfiguration"
/**
 * The version of Calico's API.
 */
readonly apiVersion: "projectcalico.org/v3"
readonly metadata: ObjectMetadata
readonly spec?: FelixConfigurationSpec
};
/**
 * The settings; what is absent has Felix's own default.
 */
export type FelixConfigurationSpec = {
/**
 * Use the dataplane driver that is part of Felix.
 */
readonly useInternalDataplaneDriver?: boolean
/**
 * The program to use as an external dataplane driver.
 */
readonly dataplaneDriver?: string
readonly dataplaneWatchdogTimeout?: Duration
/**
 * Whether Felix handles IPv6.
 */
readonly ipv6Support?: boolean
readonly routeRefreshInterval?: Duration
readonly interfaceRefreshInterval?: Duration
readonly iptablesRefreshInterval?: Duration
readonly iptablesPostWriteCheckInterval?: Duration
/**
 * Where the iptables lock file is.
 */
readonly iptablesLockFilePath?: string
readonly iptablesLockTimeout?: Duration
readonly iptablesLockProbeInterval?: Duration
/**
 * Kernel features that are taken as present or absent, `Feature=true,Other=false`.
 */
readonly featureDetectOverride?: string
/**
 * Previews to turn on or off, `Feature=enabled,...`.
 */
readonly featureGates?: string
readonly ipsetsRefreshInterval?: Duration
/**
 * The largest IP set Felix may make.
 */
readonly maxIpsetSize?: number
/**
 * Which iptables to use; empty, of Calico before 3.32, for the default.
 */
readonly iptablesBackend?: ("Legacy" | "NFT" | "Auto" | "")
readonly XDPRefreshInterval?: Duration
readonly netlinkTimeout?: Duration
/**
 * The server that answers virtual machines' metadata queries; `none` for no such rule.
 */
readonly metadataAddr?: string
/**
 * The metadata server's port.
 */
readonly metadataPort?: number
/**
 * The OpenStack region this Felix belongs to; a DNS label.
 */
readonly openstackRegion?: string
/**
 * What workload interfaces' names begin with; a comma separated list.
 */
readonly interfacePrefix?: string
/**
 * Interfaces to ignore when looking for host endpoints; a comma separated list.
 */
readonly interfaceExclude?: string
/**
 * Whether Felix puts its rules at the top (`Insert`) or the bottom (`Append`) of the kernel's chains.
 */
readonly chainInsertMode?: string
/**
 * What happens to packets from a workload to its own host, after policy.
 */
readonly defaultEndpointToHostAction?: ("Drop" | "Accept" | "Return")
/**
 * What an allowed packet does in the filter table: end there (`Accept`) or go on to the host's own rules (`Return`).
 */
readonly iptablesFilterAllowAction?: ("Accept" | "Return")
/**
 * What a packet allowed by pre-DNAT policy does in the mangle table.
 */
readonly iptablesMangleAllowAction?: ("Accept" | "Return")
/**
 * What happens to packets that policy denies, with iptables.
 */
readonly iptablesFilterDenyAction?: ("Drop" | "Reject")
/**
 * What log lines of `Log` rules begin with.
 */
readonly logPrefix?: string
/**
 * How many packets the rules with action `Log` log, `10/second`.
 */
readonly logActionRateLimit?: string
/**
 * How many packets may be logged at once above that rate.
 */
readonly logActionRateLimitBurst?: number
/**
 * Where Felix logs; `none` for no file.
 */
readonly logFilePath?: string
/**
 * The least severity that goes to the log file.
 */
readonly logSeverityFile?: ("Trace" | "Debug" | "Info" | "Warning" | "Error" | "Fatal")
/**
 * The least severity that goes to standard output.
 */
readonly logSeverityScreen?: ("Trace" | "Debug" | "Info" | "Warning" | "Error" | "Fatal")
/**
 * The least severity that goes to syslog.
 */
readonly logSeveritySys?: ("Trace" | "Debug" | "Info" | "Warning" | "Error" | "Fatal")
/**
 * Source files whose debug messages are logged.
 */
readonly logDebugFilenameRegex?: string
/**
 * Whether to set up the IP-in-IP tunnel.
 */
readonly ipipEnabled?: boolean
/**
 * The MTU of the IP-in-IP tunnel.
 */
readonly ipipMTU?: number
/**
 * Whether to set up the VXLAN tunnel.
 */
readonly vxlanEnabled?: boolean
/**
 * The MTU of the VXLAN tunnel.
 */
readonly vxlanMTU?: number
/**
 * MTU of the IPv6 VXLAN device.
 */
readonly vxlanMTUV6?: number
/**
 * The UDP port of VXLAN.
 */
readonly vxlanPort?: number
/**
 * The VXLAN network id.
 */
readonly vxlanVNI?: number
/**
 * Whether workloads may send VXLAN packets.
 */
readonly allowVXLANPacketsFromWorkloads?: boolean
/**
 * Whether workloads may send IP-in-IP packets.
 */
readonly allowIPIPPacketsFromWorkloads?: boolean
readonly reportingInterval?: Duration
readonly reportingTTL?: Duration
/**
 * Whether to report the status of endpoints.
 */
readonly endpointReportingEnabled?: boolean
readonly endpointReportingDelay?: Duration
/**
 * Directory into which endpoints' status is written; empty: nowhere.
 */
readonly endpointStatusPathPrefix?: string
/**
 * Which bits of packet marks Felix may use.
 */
readonly iptablesMarkMask?: number
/**
 * Do not drop packets that connection tracking calls invalid.
 */
readonly disableConntrackInvalidCheck?: boolean
/**
 * Whether to serve health reports.
 */
readonly healthEnabled?: boolean
/**
 * The address health reports are served on.
 */
readonly healthHost?: string
/**
 * The port health reports are served on.
 */
readonly healthPort?: number
/**
 * How long parts of Felix may take before they count as hung.
 */
readonly healthTimeoutOverrides?: readonly HealthTimeoutOverride[]
/**
 * Whether to serve Prometheus metrics.
 */
readonly prometheusMetricsEnabled?: boolean
/**
 * The address metrics are served on.
 */
readonly prometheusMetricsHost?: string
/**
 * The port metrics are served on.
 */
readonly prometheusMetricsPort?: number
/**
 * The certificates of the CA that clients of the metrics must have theirs from.
 */
readonly prometheusMetricsCAFile?: string
/**
 * The certificate that metrics are served with.
 */
readonly prometheusMetricsCertFile?: string
/**
 * The key of that certificate.
 */
readonly prometheusMetricsKeyFile?: string
/**
 * How clients of the metrics prove who they are.
 */
readonly prometheusMetricsClientAuth?: string
/**
 * Whether to serve the Go runtime's metrics.
 */
readonly prometheusGoMetricsEnabled?: boolean
/**
 * Whether to serve the process's metrics.
 */
readonly prometheusProcessMetricsEnabled?: boolean
/**
 * Whether WireGuard's metrics are collected.
 */
readonly prometheusWireGuardMetricsEnabled?: boolean
/**
 * Ports that are always open on host endpoints, whatever policies say; an empty list turns this off.
 */
readonly failsafeInboundHostPorts?: readonly ProtoPort[]
/**
 * Ports that host endpoints may always connect to, whatever policies say; an empty list turns this off.
 */
readonly failsafeOutboundHostPorts?: readonly ProtoPort[]
/**
 * The port ranges of Kubernetes node ports; at most 7, no names.
 */
readonly kubeNodePortRanges?: readonly Port[]
/**
 * The directory for the sockets of application layer policy.
 */
readonly policySyncPathPrefix?: string
/**
 * Whether to report Calico's version and the cluster's size to the project.
 */
readonly usageReportingEnabled?: boolean
readonly usageReportingInitialDelay?: Duration
readonly usageReportingInterval?: Duration
readonly natPortRange?: Port
/**
 * The source address used for outgoing NAT; IPv4.
 */
readonly natOutgoingAddress?: string
/**
 * Where packets of `natOutgoing` pools keep their source address: towards pools only, or towards hosts too.
 */
readonly natOutgoingExclusions?: ("IPPoolsOnly" | "IPPoolsAndHostIPs")
/**
 * The source address of device routes; IPv4.
 */
readonly deviceRouteSourceAddress?: string
/**
 * IPv6 source address of routes that Felix makes.
 */
readonly deviceRouteSourceAddressIPv6?: string
/**
 * The protocol number of device routes.
 */
readonly deviceRouteProtocol?: number
/**
 * Whether to remove device routes that Felix did not make.
 */
readonly removeExternalRoutes?: boolean
/**
 * Whether Felix makes the routes to other nodes of pools without VXLAN, instead of BIRD.
 */
readonly programClusterRoutes?: ("Enabled" | "Disabled")
/**
 * Whether Felix turns on IP forwarding of the host; hosts that are only protected do without.
 */
readonly ipForwarding?: ("Enabled" | "Disabled")
/**
 * Networks of nodes outside the cluster whose tunnel traffic is accepted; IPv4.
 */
readonly externalNodesList?: readonly string[]
/**
 * Where to write memory profiles.
 */
readonly debugMemoryProfilePath?: string
/**
 * Never drop log lines.
 */
readonly debugDisableLogDropping?: boolean
readonly debugSimulateCalcGraphHangAfter?: Duration
readonly debugSimulateDataplaneHangAfter?: Duration
readonly debugSimulateDataplaneApplyDelay?: Duration
/**
 * Address of the debug port.
 */
readonly debugHost?: string
/**
 * Port for profiles of Felix; not secure.
 */
readonly debugPort?: number
/**
 * Only translate what leaves by this interface.
 */
readonly iptablesNATOutgoingInterfaceFilter?: string
/**
 * Speed up traffic between sidecars and workloads.
 */
readonly sidecarAccelerationEnabled?: boolean
/**
 * Speed up untracked deny rules with XDP.
 */
readonly xdpEnabled?: boolean
/**
 * Use XDP on drivers without support for it.
 */
readonly genericXDPEnabled?: boolean
/**
 * Whether Felix uses nftables instead of iptables.
 */
readonly nftablesMode?: ("Auto" | "Enabled" | "Disabled")
readonly nftablesRefreshInterval?: Duration
/**
 * What happens to packets that policy allows in the filter table, with nftables.
 */
readonly nftablesFilterAllowAction?: ("Accept" | "Return")
/**
 * What happens to packets that policy allows in the mangle table, with nftables.
 */
readonly nftablesMangleAllowAction?: ("Accept" | "Return")
/**
 * What happens to packets that policy denies, with nftables.
 */
readonly nftablesFilterDenyAction?: ("Drop" | "Reject")
/**
 * Bits of the packet mark that Felix uses with nftables.
 */
readonly nftablesMarkMask?: number
/**
 * Whether Felix uses the eBPF dataplane.
 */
readonly bpfEnabled?: boolean
/**
 * Whether users without privileges are kept from eBPF.
 */
readonly bpfDisableUnprivileged?: boolean
/**
 * Log level of the eBPF programs.
 */
readonly bpfLogLevel?: ("Off" | "Info" | "Debug")
/**
 * Log level of the eBPF conntrack cleaner.
 */
readonly bpfConntrackLogLevel?: ("Off" | "Debug")
/**
 * Who removes old entries of eBPF's conntrack table.
 */
readonly bpfConntrackMode?: ("Auto" | "Userspace" | "BPFProgram")
readonly bpfConntrackTimeouts?: ConntrackTimeouts
/**
 * Which packets are logged, a pcap expression by interface, `all`, `weps` or `heps`.
 */
readonly bpfLogFilters?: {
readonly [k: string]: string
};
/**
 * Whether the connect-time load balancer logs when filters are set: `all`.
 */
readonly bpfCTLBLogFilter?: string
/**
 * Interfaces to the network that get eBPF programs, a regular expression.
 */
readonly bpfDataIfacePattern?: string
/**
 * Further tunnel interfaces that get eBPF programs, a regular expression.
 */
readonly bpfL3IfacePattern?: string
/**
 * Replaced by `bpfConnectTimeLoadBalancing`.
 */
readonly bpfConnectTimeLoadBalancingEnabled?: boolean
/**
 * For which services connections are balanced as they are made.
 */
readonly bpfConnectTimeLoadBalancing?: ("TCP" | "Enabled" | "Disabled")
/**
 * Whether services are reached from the host without connect-time balancing.
 */
readonly bpfHostNetworkedNATWithoutCTLB?: ("Enabled" | "Disabled")
/**
 * How answers to service requests from outside go back.
 */
readonly bpfExternalServiceMode?: ("Tunnel" | "DSR")
/**
 * Clients that get answers through the tunnel all the same.
 */
readonly bpfDSROptoutCIDRs?: readonly string[]
/**
 * Connection mark of requests from outside to local services.
 */
readonly bpfExtToServiceConnmark?: number
/**
 * Whether kube-proxy's iptables chains are removed.
 */
readonly bpfKubeProxyIptablesCleanupEnabled?: boolean
readonly bpfKubeProxyMinSyncPeriod?: Duration
/**
 * Port of the health check of the built-in kube-proxy.
 */
readonly bpfKubeProxyHealthzPort?: number
/**
 * Without effect; accepted because older manifests have it.
 */
readonly bpfKubeProxyEndpointSlicesEnabled?: boolean
readonly bpfPSNATPorts?: Port
/**
 * Size of the table of service addresses.
 */
readonly bpfMapSizeNATFrontend?: number
/**
 * Size of the table of service endpoints.
 */
readonly bpfMapSizeNATBackend?: number
/**
 * Size of the table of session affinity.
 */
readonly bpfMapSizeNATAffinity?: number
/**
 * Size of the route table.
 */
readonly bpfMapSizeRoute?: number
/**
 * Size of the conntrack table.
 */
readonly bpfMapSizeConntrack?: number
/**
 * Size of the conntrack table per CPU.
 */
readonly bpfMapSizePerCpuConntrack?: number
/**
 * Whether a full conntrack table grows.
 */
readonly bpfMapSizeConntrackScaling?: string
/**
 * Size of the queue of conntrack entries to remove.
 */
readonly bpfMapSizeConntrackCleanupQueue?: number
/**
 * Size of the table of IP sets.
 */
readonly bpfMapSizeIPSets?: number
/**
 * Size of the table of interfaces.
 */
readonly bpfMapSizeIfState?: number
/**
 * Whether Linux's conntrack is bypassed.
 */
readonly bpfHostConntrackBypass?: boolean
/**
 * How source addresses are checked against routes.
 */
readonly bpfEnforceRPF?: string
/**
 * Whether details of policy programs are kept for inspection.
 */
readonly bpfPolicyDebugEnabled?: boolean
/**
 * Interfaces whose traffic Linux tracks all the same.
 */
readonly bpfForceTrackPacketsFromIfaces?: readonly string[]
/**
 * Interfaces on which receive offload is turned off, a regular expression.
 */
readonly bpfDisableGROForIfaces?: string
/**
 * Networks that are left to the host's NAT.
 */
readonly bpfExcludeCIDRsFromNAT?: readonly string[]
/**
 * Size of the buffer for events, in MB.
 */
readonly bpfExportBufferSizeMB?: number
/**
 * Whether running flows are evaluated anew after policies change.
 */
readonly flowLogsPolicyEvaluationMode?: ("None" | "Continuous")
/**
 * Whether packets are handed straight to a workload's interface.
 */
readonly bpfRedirectToPeer?: ("Enabled" | "Disabled" | "L2Only")
readonly flowLogsFlushInterval?: Duration
/**
 * Whether the collector of flow logs logs everything.
 */
readonly flowLogsCollectorDebugTrace?: boolean
/**
 * The server that flow logs are sent to.
 */
readonly flowLogsGoldmaneServer?: string
/**
 * Whether flow logs are given out through a local socket.
 */
readonly flowLogsLocalReporter?: ("Disabled" | "Enabled")
/**
 * How programs are attached to interfaces.
 */
readonly bpfAttachType?: ("TCX" | "TC")
/**
 * Whether Felix lowers the kernel's hardening of compiled eBPF.
 */
readonly bpfJITHardening?: ("Auto" | "Strict")
/**
 * Where the cgroup hierarchy is mounted.
 */
readonly cgroupV2Path?: string
/**
 * Whether eBPF programs are profiled.
 */
readonly bpfProfiling?: ("Enabled" | "Disabled")
/**
 * How many services may use Maglev.
 */
readonly bpfMaglevMaxServices?: number
/**
 * How many endpoints a service with Maglev may have.
 */
readonly bpfMaglevMaxEndpointsPerService?: number
/**
 * Where Felix gets routes from.
 */
readonly routeSource?: string
/**
 * Route tables that Felix may use.
 */
readonly routeTableRanges?: readonly RouteTableRange[]
readonly routeTableRange?: OldRouteTableRange
/**
 * Whether routes are left alone.
 */
readonly routeSyncDisabled?: boolean
/**
 * Whether IPv4 traffic between nodes is encrypted.
 */
readonly wireguardEnabled?: boolean
/**
 * Whether IPv6 traffic between nodes is encrypted.
 */
readonly wireguardEnabledV6?: boolean
/**
 * Whether WireGuard uses threads for receiving.
 */
readonly wireguardThreadingEnabled?: boolean
/**
 * Port of WireGuard over IPv4.
 */
readonly wireguardListeningPort?: number
/**
 * Port of WireGuard over IPv6.
 */
readonly wireguardListeningPortV6?: number
/**
 * Priority of WireGuard's routing rule.
 */
readonly wireguardRoutingRulePriority?: number
/**
 * Name of the IPv4 WireGuard interface.
 */
readonly wireguardInterfaceName?: string
/**
 * Name of the IPv6 WireGuard interface.
 */
readonly wireguardInterfaceNameV6?: string
/**
 * MTU of the IPv4 WireGuard interface.
 */
readonly wireguardMTU?: number
/**
 * MTU of the IPv6 WireGuard interface.
 */
readonly wireguardMTUV6?: number
/**
 * Whether traffic between hosts is encrypted, too.
 */
readonly wireguardHostEncryptionEnabled?: boolean
readonly wireguardKeepAlive?: Duration
/**
 * What to do about the source and destination check of AWS instances.
 */
readonly awsSrcDstCheck?: ("DoNothing" | "Enable" | "Disable")
/**
 * What happens to packets to service addresses without a backend.
 */
readonly serviceLoopPrevention?: ("Drop" | "Reject" | "Disabled")
/**
 * Whether workloads may ask for further source addresses.
 */
readonly workloadSourceSpoofing?: ("Disabled" | "Any")
/**
 * Interfaces whose MTU counts for the host's, a regular expression.
 */
readonly mtuIfacePattern?: string
/**
 * Whether floating addresses of workloads are set up.
 */
readonly floatingIPs?: ("Enabled" | "Disabled")
/**
 * Whether Felix opens Windows' firewall for its metrics.
 */
readonly windowsManageFirewallRules?: ("Enabled" | "Disabled")
/**
 * Growth of the heap, in percent, before garbage is collected; -1: never.
 */
readonly goGCThreshold?: number
/**
 * Soft limit of Felix's memory in MB; -1: none.
 */
readonly goMemoryLimitMB?: number
/**
 * CPUs that Felix uses at once; -1: all.
 */
readonly goMaxProcs?: number
/**
 * Whether Felix waits for the file that names the MTU.
 */
readonly requireMTUFile?: boolean
/**
 * The metric of IPv4 routes.
 */
readonly ipv4NormalRoutePriority?: number
/**
 * The metric of IPv4 routes that are preferred while a virtual machine moves.
 */
readonly ipv4ElevatedRoutePriority?: number
/**
 * The metric of IPv6 routes.
 */
readonly ipv6NormalRoutePriority?: number
/**
 * The metric of IPv6 routes that are preferred while a virtual machine moves.
 */
readonly ipv6ElevatedRoutePriority?: number
readonly liveMigrationRouteConvergenceTime?: Duration
/**
 * Whether Felix works together with Istio's ambient mode.
 */
readonly istioAmbientMode?: ("Enabled" | "Disabled")
readonly istioDSCPMark?: DSCP
};
/**
 * A part and its time.
 */
export type HealthTimeoutOverride = {
/**
 * The part's name, as Felix logs it.
 */
readonly name: string
readonly timeout?: Duration
};
/**
 * A port of a protocol.
 */
export type ProtoPort = {
/**
 * The protocol, `TCP` or `UDP`.
 */
readonly protocol?: string
/**
 * The port number.
 */
readonly port?: number
/**
 * The addresses it is for; absent: all.
 */
readonly net?: string
};
/**
 * When old entries of eBPF's conntrack table are removed: a length of time each, or `Auto` for that of the kernel.
 */
export type ConntrackTimeouts = {
/**
 * How long a new connection is kept at least.
 */
readonly creationGracePeriod?: string
/**
 * TCP: after a SYN without an answer.
 */
readonly tcpSynSent?: string
/**
 * TCP: an idle connection.
 */
readonly tcpEstablished?: string
/**
 * TCP: after both sides have closed.
 */
readonly tcpFinsSeen?: string
/**
 * TCP: after a reset.
 */
readonly tcpResetSeen?: string
/**
 * UDP: an idle connection.
 */
readonly udpTimeout?: string
/**
 * Other protocols: an idle connection.
 */
readonly genericTimeout?: string
/**
 * ICMP: an idle connection.
 */
readonly icmpTimeout?: string
};
/**
 * A range.
 */
export type RouteTableRange = {
/**
 * The first table.
 */
readonly min: number
/**
 * The last table.
 */
readonly max: number
};
/**
 * Replaced by `routeTableRanges`.
 */
export type OldRouteTableRange = {
/**
 * The first table.
 */
readonly min: number
/**
 * The last table.
 */
readonly max: number
};
/**
 * A policy for endpoints of any namespace, host endpoints among them.
 */
export type GlobalNetworkPolicy = {
/**
 * The kind of resource.
 */
readonly kind: "GlobalNetworkPolicy"
/**
 * The version of Calico's API.
 */
readonly apiVersion: "projectcalico.org/v3"
readonly metadata: ObjectMetadata
readonly spec?: GlobalNetworkPolicySpec
};
/**
 * The endpoints and the rules.
 */
export type GlobalNetworkPolicySpec = {
/**
 * The tier the policy belongs to.
 */
readonly tier?: string
/**
 * Where the policy stands among the others: lower numbers first, absent last.
 */
readonly order?: number
/**
 * Rules for packets that arrive at the endpoints.
 */
readonly ingress?: readonly Rule[]
/**
 * Rules for packets that leave the endpoints.
 */
readonly egress?: readonly Rule[]
/**
 * Which endpoints the policy applies to; empty or absent: all of them.
 */
readonly selector?: string
/**
 * The directions this policy applies to. Absent: `Ingress` unless there are only egress rules, plus `Egress` if there are egress rules.
 */
readonly types?: readonly ("Ingress" | "Egress")[]
/**
 * Apply the rules before connection tracking: fast, but stateless. Needs `applyOnForward`.
 */
readonly doNotTrack?: boolean
/**
 * Apply the rules before destination addresses are translated (to a NodePort's pod, say). Ingress only. Needs `applyOnForward`.
 */
readonly preDNAT?: boolean
/**
 * Apply the rules to forwarded traffic too, not just to what starts or ends at the host.
 */
readonly applyOnForward?: boolean
/**
 * Only endpoints whose service account matches.
 */
readonly serviceAccountSelector?: string
/**
 * Only endpoints in namespaces that match.
 */
readonly namespaceSelector?: string
/**
 * Hints to Felix about the policy's use.
 */
readonly performanceHints?: readonly ("AssumeNeededOnEveryNode")[]
};
/**
 * A rule: what to do with the packets that match all of its fields. Rules are tried in order; the first that matches decides.
 */
export type Rule = {
/**
 * What happens to a matching packet: `Allow` lets it through, `Deny` drops it, `Log` logs it and goes on to the next rule, `Pass` skips the remaining policies.
 */
readonly action: ("Allow" | "Deny" | "Log" | "Pass")
/**
 * The packet is IPv4 (4) or IPv6 (6).
 */
readonly ipVersion?: (4 | 6)
readonly protocol?: Protocol
readonly icmp?: ICMPFields
readonly notProtocol?: Protocol
readonly notICMP?: ICMPFields
readonly source?: EntityRule
readonly destination?: EntityRule
readonly http?: HTTPMatch
readonly metadata?: RuleMetadata
};
/**
 * An ICMP type, or a type and a code.
 */
export type ICMPFields = {
/**
 * The ICMP type, 0 to 254; 8 is an IPv4 ping.
 */
readonly type?: number
/**
 * The ICMP code, 0 to 255; needs a type.
 */
readonly code?: number
};
/**
 * One side of a packet, its source or its destination. Every field given must match; an empty object matches everything.
 */
export type EntityRule = {
/**
 * The address lies in one of these networks, each strictly masked (`10.0.0.0/8`), all of one IP family.
 */
readonly nets?: readonly string[]
/**
 * The address belongs to an endpoint or network set that this selector matches.
 */
readonly selector?: string
/**
 * The endpoint lies in a namespace that this selector matches.
 */
readonly namespaceSelector?: string
readonly services?: ServiceMatch
/**
 * The port is one of these; needs a protocol that has ports.
 */
readonly ports?: readonly Port[]
/**
 * The address lies in none of these networks.
 */
readonly notNets?: readonly string[]
/**
 * The address belongs to no endpoint or network set that this selector matches.
 */
readonly notSelector?: string
/**
 * The port is none of these.
 */
readonly notPorts?: readonly Port[]
readonly serviceAccounts?: ServiceAccountMatch
};
/**
 * The address and port belong to this Kubernetes service.
 */
export type ServiceMatch = {
/**
 * The service's name.
 */
readonly name?: string
/**
 * The service's namespace.
 */
readonly namespace?: string
};
/**
 * The endpoint runs as one of these Kubernetes service accounts.
 */
export type ServiceAccountMatch = {
/**
 * The service account is one of these.
 */
readonly names?: readonly string[]
/**
 * The service account's labels match this selector.
 */
readonly selector?: string
};
/**
 * What an HTTP request must be; only enforced by Calico's application layer policy.
 */
export type HTTPMatch = {
/**
 * The request's method is one of these (`GET`, `POST`).
 */
readonly methods?: readonly string[]
/**
 * The request's path matches one of these.
 */
readonly paths?: readonly HTTPPath[]
};
/**
 * A path to match; exactly one of the fields.
 */
export type HTTPPath = {
/**
 * The whole path, beginning with `/`.
 */
readonly exact?: string
/**
 * What the path begins with, beginning with `/`.
 */
readonly prefix?: string
};
/**
 * Notes on the rule, kept but without effect on packets.
 */
export type RuleMetadata = {
/**
 * Notes for people and tools.
 */
readonly annotations?: {
readonly [k: string]: string
};
};
/**
 * A set of networks with labels, which rules' selectors match, in every namespace.
 */
export type GlobalNetworkSet = {
/**
 * The kind of resource.
 */
readonly kind: "GlobalNetworkSet"
/**
 * The version of Calico's API.
 */
readonly apiVersion: "projectcalico.org/v3"
readonly metadata: ObjectMetadata
readonly spec?: GlobalNetworkSetSpec
};
/**
 * The networks.
 */
export type GlobalNetworkSetSpec = {
/**
 * The networks and addresses of the set.
 */
readonly nets?: readonly string[]
};
/**
 * A host endpoint: an interface of a node (or all of them) that policies protect. Once it exists, traffic that no policy allows is dropped, except on the failsafe ports.
 */
export type HostEndpoint = {
/**
 * The kind of resource.
 */
readonly kind: "HostEndpoint"
/**
 * The version of Calico's API.
 */
readonly apiVersion: "projectcalico.org/v3"
readonly metadata: ObjectMetadata
readonly spec: HostEndpointSpec
};
/**
 * Which interface this is and what belongs to it.
 */
export type HostEndpointSpec = {
/**
 * The node the interface is on: the name of its Node resource.
 */
readonly node: string
/**
 * The Linux interface, `eth0`; `*` stands for all of them. May be left out when `expectedIPs` are given.
 */
readonly interfaceName?: string
/**
 * The addresses of the interface. They find the interface when `interfaceName` is absent, and other policies' selectors find the host by them.
 */
readonly expectedIPs?: readonly string[]
/**
 * Profiles applied after all policies, in this order; their labels are inherited.
 */
readonly profiles?: readonly string[]
/**
 * Named ports, which rules can refer to.
 */
readonly ports?: readonly EndpointPort[]
};
/**
 * A port of an endpoint given a name, so that rules can use the name.
 */
export type EndpointPort = {
/**
 * The name rules use: up to 15 lower case letters, digits and `-`, with at least one letter.
 */
readonly name: string
readonly protocol: Protocol
/**
 * The port number, 1 to 65535.
 */
readonly port: number
};
/**
 * A range of addresses that Calico assigns to workloads.
 */
export type IPPool = {
/**
 * The kind of resource.
 */
readonly kind: "IPPool"
/**
 * The version of Calico's API.
 */
readonly apiVersion: "projectcalico.org/v3"
readonly metadata: ObjectMetadata
readonly spec?: IPPoolSpec
};
/**
 * The range and its use.
 */
export type IPPoolSpec = {
/**
 * The range, strictly masked.
 */
readonly cidr: string
/**
 * When to use VXLAN.
 */
readonly vxlanMode?: ("Always" | "CrossSubnet" | "Never")
/**
 * When to use IP-in-IP; IPv4 only, not together with VXLAN.
 */
readonly ipipMode?: ("Always" | "CrossSubnet" | "Never")
/**
 * Translate the source address of packets that leave the pool's workloads for elsewhere.
 */
readonly natOutgoing?: boolean
/**
 * Give out no more addresses.
 */
readonly disabled?: boolean
/**
 * Do not announce the pool by BGP.
 */
readonly disableBGPExport?: boolean
/**
 * The size of the blocks handed to nodes, as a prefix length: 20 to 32 for IPv4, 116 to 128 for IPv6.
 */
readonly blockSize?: number
/**
 * The nodes that may use the pool.
 */
readonly nodeSelector?: string
readonly ipip?: OldIPIP
/**
 * @deprecated
 * An old field; use `natOutgoing`.
 */
readonly "nat-outgoing"?: boolean
/**
 * What addresses are used for.
 */
readonly allowedUses?: readonly ("Workload" | "Tunnel" | "LoadBalancer")[]
/**
 * The namespaces that may use the pool.
 */
readonly namespaceSelector?: string
/**
 * Whether addresses are assigned to workloads that do not request them.
 */
readonly assignmentMode?: ("Automatic" | "Manual")
};
/**
 * @deprecated
 * An old field; use `ipipMode`.
 */
export type OldIPIP = {
/**
 * Old.
 */
readonly enabled?: boolean
/**
 * Old.
 */
readonly mode?: ("always" | "cross-subnet")
};
/**
 * Addresses that are not given to workloads.
 */
export type IPReservation = {
/**
 * The kind of resource.
 */
readonly kind: "IPReservation"
/**
 * The version of Calico's API.
 */
readonly apiVersion: "projectcalico.org/v3"
readonly metadata: ObjectMetadata
readonly spec?: IPReservationSpec
};
/**
 * The addresses.
 */
export type IPReservationSpec = {
/**
 * The addresses and networks.
 */
readonly reservedCIDRs?: readonly string[]
};
/**
 * Settings of Calico's Kubernetes controllers.
 */
export type KubeControllersConfiguration = {
/**
 * The kind of resource.
 */
readonly kind: "KubeControllersConfiguration"
/**
 * The version of Calico's API.
 */
readonly apiVersion: "projectcalico.org/v3"
readonly metadata: ObjectMetadata
readonly spec?: KubeControllersConfigurationSpec
readonly status?: KubeControllersStatus
};
/**
 * The settings.
 */
export type KubeControllersConfigurationSpec = {
/**
 * The least severe messages to print.
 */
readonly logSeverityScreen?: ("Debug" | "Info" | "Warning" | "Error" | "Fatal")
/**
 * Whether its health can be queried.
 */
readonly healthChecks?: ("Enabled" | "Disabled")
readonly etcdV3CompactionPeriod?: Duration
/**
 * Port of the metrics; 0: none.
 */
readonly prometheusMetricsPort?: number
readonly controllers?: Controllers
/**
 * Port for profiles of the controllers.
 */
readonly debugProfilePort?: number
};
/**
 * The controllers that run.
 */
export type Controllers = {
readonly node?: NodeController
readonly policy?: PolicyController
readonly workloadEndpoint?: WorkloadEndpointController
readonly serviceAccount?: ServiceAccountController
readonly namespace?: NamespaceController
readonly loadBalancer?: LoadBalancerController
readonly policyMigration?: PolicyMigration
};
/**
 * Keeps Calico nodes in step with Kubernetes nodes.
 */
export type NodeController = {
readonly reconcilerPeriod?: Duration
/**
 * Whether node labels are copied.
 */
readonly syncLabels?: ("Enabled" | "Disabled")
readonly hostEndpoint?: AutoHostEndpoints
readonly leakGracePeriod?: Duration
};
/**
 * Host endpoints made for every node.
 */
export type AutoHostEndpoints = {
/**
 * Whether they are made.
 */
readonly autoCreate?: ("Enabled" | "Disabled")
/**
 * Whether every node gets one for all its interfaces.
 */
readonly createDefaultHostEndpoint?: ("Enabled" | "Disabled")
/**
 * Further ones.
 */
readonly templates?: readonly HostEndpointTemplate[]
};
/**
 * A template.
 */
export type HostEndpointTemplate = {
/**
 * End of the name.
 */
readonly generateName?: string
/**
 * Networks of the addresses it is for.
 */
readonly interfaceCIDRs?: readonly string[]
/**
 * Interfaces it is for, a regular expression.
 */
readonly interfacePattern?: string
/**
 * Labels it gets.
 */
readonly labels?: {
readonly [k: string]: string
};
/**
 * Nodes it is for.
 */
readonly nodeSelector?: string
};
/**
 * Makes Calico policies of Kubernetes policies.
 */
export type PolicyController = {
readonly reconcilerPeriod?: Duration
};
/**
 * Copies labels of pods.
 */
export type WorkloadEndpointController = {
readonly reconcilerPeriod?: Duration
};
/**
 * Makes profiles of service accounts.
 */
export type ServiceAccountController = {
readonly reconcilerPeriod?: Duration
};
/**
 * Makes profiles of namespaces.
 */
export type NamespaceController = {
readonly reconcilerPeriod?: Duration
};
/**
 * Gives addresses to services.
 */
export type LoadBalancerController = {
/**
 * Which services get one.
 */
readonly assignIPs?: ("AllServices" | "RequestedServicesOnly")
};
/**
 * Gives policies of older releases their new names.
 */
export type PolicyMigration = {
/**
 * Whether it runs.
 */
readonly enabled?: ("Enabled" | "Disabled")
};
/**
 * What the controllers run with; not for manifests.
 */
export type KubeControllersStatus = {
/**
 * The settings in effect.
 */
readonly runningConfig?: {
readonly [k: string]: unknown
};
/**
 * Environment variables that changed them.
 */
readonly environmentVars?: {
readonly [k: string]: string
};
};
/**
 * A policy for the workload endpoints of its namespace.
 */
export type NetworkPolicy = {
/**
 * The kind of resource.
 */
readonly kind: "NetworkPolicy"
/**
 * The version of Calico's API.
 */
readonly apiVersion: "projectcalico.org/v3"
readonly metadata: ObjectMetadata
readonly spec?: NetworkPolicySpec
};
/**
 * The endpoints and the rules.
 */
export type NetworkPolicySpec = {
/**
 * The tier the policy belongs to.
 */
readonly tier?: string
/**
 * Where the policy stands among the others: lower numbers first, absent last.
 */
readonly order?: number
/**
 * Rules for packets that arrive at the endpoints.
 */
readonly ingress?: readonly Rule[]
/**
 * Rules for packets that leave the endpoints.
 */
readonly egress?: readonly Rule[]
/**
 * Which endpoints the policy applies to; empty or absent: all of them.
 */
readonly selector?: string
/**
 * The directions this policy applies to. Absent: `Ingress` unless there are only egress rules, plus `Egress` if there are egress rules.
 */
readonly types?: readonly ("Ingress" | "Egress")[]
/**
 * Only endpoints whose service account matches.
 */
readonly serviceAccountSelector?: string
/**
 * Hints to Felix about the policy's use.
 */
readonly performanceHints?: readonly ("AssumeNeededOnEveryNode")[]
};
/**
 * A set of networks with labels, which rules' selectors match, in its namespace.
 */
export type NetworkSet = {
/**
 * The kind of resource.
 */
readonly kind: "NetworkSet"
/**
 * The version of Calico's API.
 */
readonly apiVersion: "projectcalico.org/v3"
readonly metadata: ObjectMetadata
readonly spec?: NetworkSetSpec
};
/**
 * The networks.
 */
export type NetworkSetSpec = {
/**
 * The networks and addresses of the set.
 */
readonly nets?: readonly string[]
};
/**
 * A node (host) that runs Calico.
 */
export type Node = {
/**
 * The kind of resource.
 */
readonly kind: "Node"
/**
 * The version of Calico's API.
 */
readonly apiVersion: "projectcalico.org/v3"
readonly metadata: ObjectMetadata
readonly spec?: NodeSpec
readonly status?: NodeStatus
};
/**
 * What Calico knows about the node.
 */
export type NodeSpec = {
readonly bgp?: NodeBGPSpec
/**
 * The IPv4 address of the VXLAN tunnel.
 */
readonly ipv4VXLANTunnelAddr?: string
/**
 * The MAC address of the VXLAN tunnel.
 */
readonly vxlanTunnelMACAddr?: string
/**
 * The IPv6 address of the VXLAN tunnel.
 */
readonly ipv6VXLANTunnelAddr?: string
/**
 * The MAC address of the IPv6 VXLAN tunnel.
 */
readonly vxlanTunnelMACAddrV6?: string
/**
 * What orchestrators call this node.
 */
readonly orchRefs?: readonly OrchRef[]
readonly wireguard?: NodeWireguardSpec
/**
 * Addresses of the node.
 */
readonly addresses?: readonly NodeAddress[]
/**
 * Interfaces of the node.
 */
readonly interfaces?: readonly NodeInterface[]
};
/**
 * How the node takes part in BGP; not empty.
 */
export type NodeBGPSpec = {
readonly asNumber?: ASNumber
/**
 * The node's IPv4 address with its network, `10.0.0.1/24`.
 */
readonly ipv4Address?: string
/**
 * The node's IPv6 address with its network.
 */
readonly ipv6Address?: string
/**
 * The IPv4 address of the IP-in-IP tunnel.
 */
readonly ipv4IPIPTunnelAddr?: string
/**
 * Makes the node a route reflector of this cluster; an IPv4 address.
 */
readonly routeReflectorClusterID?: string
};
/**
 * One orchestrator's name for the node.
 */
export type OrchRef = {
/**
 * The node's name there.
 */
readonly nodeName?: string
/**
 * The orchestrator, `k8s`.
 */
readonly orchestrator?: string
};
/**
 * WireGuard settings of the node.
 */
export type NodeWireguardSpec = {
/**
 * The IPv4 address of the WireGuard interface.
 */
readonly interfaceIPv4Address?: string
/**
 * The IPv6 address of the WireGuard interface.
 */
readonly interfaceIPv6Address?: string
};
/**
 * An address and what it is.
 */
export type NodeAddress = {
/**
 * The address.
 */
readonly address?: string
/**
 * What kind of address it is.
 */
readonly type?: string
};
/**
 * An interface and its addresses.
 */
export type NodeInterface = {
/**
 * The interface's name.
 */
readonly name?: string
/**
 * Its addresses.
 */
readonly addresses?: readonly string[]
};
/**
 * What the node reports; not for manifests.
 */
export type NodeStatus = {
/**
 * The node's WireGuard public key.
 */
readonly wireguardPublicKey?: string
/**
 * The node's WireGuard public key for IPv6.
 */
readonly wireguardPublicKeyV6?: string
/**
 * The pod networks of the node.
 */
readonly podCIDRs?: readonly string[]
};
/**
 * Rules and labels that endpoints take on by naming the profile.
 */
export type Profile = {
/**
 * The kind of resource.
 */
readonly kind: "Profile"
/**
 * The version of Calico's API.
 */
readonly apiVersion: "projectcalico.org/v3"
readonly metadata: ObjectMetadata
readonly spec?: ProfileSpec
};
/**
 * The rules and labels.
 */
export type ProfileSpec = {
/**
 * Rules for packets that arrive, tried when no policy decided.
 */
readonly ingress?: readonly Rule[]
/**
 * Rules for packets that leave, tried when no policy decided.
 */
readonly egress?: readonly Rule[]
/**
 * Labels that endpoints with this profile inherit, unless they have them themselves.
 */
readonly labelsToApply?: {
readonly [k: string]: string
};
};
/**
 * A global policy that is not enforced yet: Calico only says what it would do.
 */
export type StagedGlobalNetworkPolicy = {
/**
 * The kind of resource.
 */
readonly kind: "StagedGlobalNetworkPolicy"
/**
 * The version of Calico's API.
 */
readonly apiVersion: "projectcalico.org/v3"
readonly metadata: ObjectMetadata
readonly spec?: StagedGlobalNetworkPolicySpec
};
/**
 * The endpoints, the rules, and what would be done.
 */
export type StagedGlobalNetworkPolicySpec = {
/**
 * What enforcing the staged policy would do: `Set` it, `Delete` the policy of that name, or nothing but watch (`Learn`, `Ignore`).
 */
readonly stagedAction?: ("Set" | "Delete" | "Learn" | "Ignore")
/**
 * The tier the policy belongs to.
 */
readonly tier?: string
/**
 * Where the policy stands among the others: lower numbers first, absent last.
 */
readonly order?: number
/**
 * Rules for packets that arrive at the endpoints.
 */
readonly ingress?: readonly Rule[]
/**
 * Rules for packets that leave the endpoints.
 */
readonly egress?: readonly Rule[]
/**
 * Which endpoints the policy applies to; empty or absent: all of them.
 */
readonly selector?: string
/**
 * The directions this policy applies to. Absent: `Ingress` unless there are only egress rules, plus `Egress` if there are egress rules.
 */
readonly types?: readonly ("Ingress" | "Egress")[]
/**
 * Apply the rules before connection tracking: fast, but stateless. Needs `applyOnForward`.
 */
readonly doNotTrack?: boolean
/**
 * Apply the rules before destination addresses are translated (to a NodePort's pod, say). Ingress only. Needs `applyOnForward`.
 */
readonly preDNAT?: boolean
/**
 * Apply the rules to forwarded traffic too, not just to what starts or ends at the host.
 */
readonly applyOnForward?: boolean
/**
 * Only endpoints whose service account matches.
 */
readonly serviceAccountSelector?: string
/**
 * Only endpoints in namespaces that match.
 */
readonly namespaceSelector?: string
/**
 * Hints to Felix about the policy's use.
 */
readonly performanceHints?: readonly ("AssumeNeededOnEveryNode")[]
};
/**
 * A Kubernetes policy that is not enforced yet: Calico only says what it would do.
 */
export type StagedKubernetesNetworkPolicy = {
/**
 * The kind of resource.
 */
readonly kind: "StagedKubernetesNetworkPolicy"
/**
 * The version of Calico's API.
 */
readonly apiVersion: "projectcalico.org/v3"
readonly metadata: ObjectMetadata
readonly spec?: StagedKubernetesNetworkPolicySpec
};
/**
 * The pods, the rules, and what would be done.
 */
export type StagedKubernetesNetworkPolicySpec = {
/**
 * What enforcing the staged policy would do: `Set` it, `Delete` the policy of that name, or nothing but watch (`Learn`, `Ignore`).
 */
readonly stagedAction?: ("Set" | "Delete" | "Learn" | "Ignore")
readonly podSelector?: KubernetesSelector
/**
 * Rules for packets that arrive.
 */
readonly ingress?: readonly KubernetesIngressRule[]
/**
 * Rules for packets that leave.
 */
readonly egress?: readonly KubernetesEgressRule[]
/**
 * The directions it is for.
 */
readonly policyTypes?: readonly ("Ingress" | "Egress")[]
};
/**
 * A label selector of Kubernetes.
 */
export type KubernetesSelector = {
/**
 * Labels with these values.
 */
readonly matchLabels?: {
readonly [k: string]: string
};
/**
 * Conditions on labels.
 */
readonly matchExpressions?: readonly LabelCondition[]
};
/**
 * A condition.
 */
export type LabelCondition = {
/**
 * The label.
 */
readonly key: string
/**
 * How it is compared: `In`, `NotIn`, `Exists` or `DoesNotExist`.
 */
readonly operator: string
/**
 * The values.
 */
readonly values?: readonly string[]
};
/**
 * A rule.
 */
export type KubernetesIngressRule = {
/**
 * The ports.
 */
readonly ports?: readonly KubernetesPort[]
/**
 * The other side.
 */
readonly from?: readonly KubernetesPeer[]
};
/**
 * A port of a Kubernetes policy.
 */
export type KubernetesPort = {
/**
 * The protocol: `TCP`, `UDP` or `SCTP`.
 */
readonly protocol?: string
readonly port?: Port
/**
 * The last port of a range that begins with `port`.
 */
readonly endPort?: number
};
/**
 * One side of a Kubernetes policy.
 */
export type KubernetesPeer = {
readonly podSelector?: KubernetesSelector
readonly namespaceSelector?: KubernetesSelector
readonly ipBlock?: KubernetesIPBlock
};
/**
 * A network.
 */
export type KubernetesIPBlock = {
/**
 * The network.
 */
readonly cidr: string
/**
 * Networks in it that are left out.
 */
readonly except?: readonly string[]
};
/**
 * A rule.
 */
export type KubernetesEgressRule = {
/**
 * The ports.
 */
readonly ports?: readonly KubernetesPort[]
/**
 * The other side.
 */
readonly to?: readonly KubernetesPeer[]
};
/**
 * A policy of a namespace that is not enforced yet: Calico only says what it would do.
 */
export type StagedNetworkPolicy = {
/**
 * The kind of resource.
 */
readonly kind: "StagedNetworkPolicy"
/**
 * The version of Calico's API.
 */
readonly apiVersion: "projectcalico.org/v3"
readonly metadata: ObjectMetadata
readonly spec?: StagedNetworkPolicySpec
};
/**
 * The endpoints, the rules, and what would be done.
 */
export type StagedNetworkPolicySpec = {
/**
 * What enforcing the staged policy would do: `Set` it, `Delete` the policy of that name, or nothing but watch (`Learn`, `Ignore`).
 */
readonly stagedAction?: ("Set" | "Delete" | "Learn" | "Ignore")
/**
 * The tier the policy belongs to.
 */
readonly tier?: string
/**
 * Where the policy stands among the others: lower numbers first, absent last.
 */
readonly order?: number
/**
 * Rules for packets that arrive at the endpoints.
 */
readonly ingress?: readonly Rule[]
/**
 * Rules for packets that leave the endpoints.
 */
readonly egress?: readonly Rule[]
/**
 * Which endpoints the policy applies to; empty or absent: all of them.
 */
readonly selector?: string
/**
 * The directions this policy applies to. Absent: `Ingress` unless there are only egress rules, plus `Egress` if there are egress rules.
 */
readonly types?: readonly ("Ingress" | "Egress")[]
/**
 * Only endpoints whose service account matches.
 */
readonly serviceAccountSelector?: string
/**
 * Hints to Felix about the policy's use.
 */
readonly performanceHints?: readonly ("AssumeNeededOnEveryNode")[]
};
/**
 * A group of policies that are tried before or after those of other tiers.
 */
export type Tier = {
/**
 * The kind of resource.
 */
readonly kind: "Tier"
/**
 * The version of Calico's API.
 */
readonly apiVersion: "projectcalico.org/v3"
readonly metadata: ObjectMetadata
readonly spec?: TierSpec
readonly status?: TierStatus
};
/**
 * Its order and default.
 */
export type TierSpec = {
/**
 * Where the tier stands among the others: lower numbers first.
 */
readonly order?: number
/**
 * What happens to a packet that policies of the tier apply to and none of them decides.
 */
readonly defaultAction?: ("Pass" | "Deny")
};
/**
 * What Calico says of the tier; not for manifests.
 */
export type TierStatus = {
/**
 * Conditions, as Kubernetes has them.
 */
readonly conditions?: {
readonly [k: string]: unknown
}[]
};
/**
 * The interface of a workload (a pod, a virtual machine) on a node. Normally written by the orchestrator's plugin.
 */
export type WorkloadEndpoint = {
/**
 * The kind of resource.
 */
readonly kind: "WorkloadEndpoint"
/**
 * The version of Calico's API.
 */
readonly apiVersion: "projectcalico.org/v3"
readonly metadata: ObjectMetadata
readonly spec?: WorkloadEndpointSpec
};
/**
 * Which workload's interface this is.
 */
export type WorkloadEndpointSpec = {
/**
 * The orchestrator, `k8s`.
 */
readonly orchestrator?: string
/**
 * The workload's name, for orchestrators other than Kubernetes.
 */
readonly workload?: string
/**
 * The node it runs on.
 */
readonly node?: string
/**
 * The container's id.
 */
readonly containerID?: string
/**
 * The pod's name.
 */
readonly pod?: string
/**
 * The interface's name inside the workload, `eth0`.
 */
readonly endpoint?: string
/**
 * The service account the pod runs as.
 */
readonly serviceAccountName?: string
/**
 * The addresses of the workload, as /32 or /128 networks.
 */
readonly ipNetworks?: readonly string[]
/**
 * External addresses translated to the workload's.
 */
readonly ipNATs?: readonly IPNAT[]
/**
 * The IPv4 gateway the workload uses.
 */
readonly ipv4Gateway?: string
/**
 * The IPv6 gateway the workload uses.
 */
readonly ipv6Gateway?: string
/**
 * Profiles applied after all policies, in this order.
 */
readonly profiles?: readonly string[]
/**
 * The interface on the node, `cali1234`.
 */
readonly interfaceName: string
/**
 * The MAC address of the interface.
 */
readonly mac?: string
/**
 * Named ports, which rules can refer to.
 */
readonly ports?: readonly WorkloadPort[]
/**
 * Networks the workload may send from although they are not its own.
 */
readonly allowSpoofedSourcePrefixes?: readonly string[]
readonly qosControls?: QoSControls
};
/**
 * A translation.
 */
export type IPNAT = {
/**
 * The workload's address.
 */
readonly internalIP?: string
/**
 * The external address.
 */
readonly externalIP?: string
};
/**
 * A port of a workload: given a name, so that rules can use the name, or (from v3.32) reachable through a port of its host.
 */
export type WorkloadPort = {
/**
 * The name rules use: up to 15 lower case letters, digits and `-`, with at least one letter.
 */
readonly name?: string
readonly protocol: Protocol
/**
 * The port number, 1 to 65535.
 */
readonly port: number
/**
 * The port of the host that leads to it; 0: none.
 */
readonly hostPort?: number
/**
 * The host's address that `hostPort` is on; empty: all.
 */
readonly hostIP?: string
};
/**
 * Limits on the workload's traffic.
 */
export type QoSControls = {
/**
 * How many bits a second to the workload; 0: no limit.
 */
readonly ingressBandwidth?: number
/**
 * How many bits at once to the workload; 0: no limit.
 */
readonly ingressBurst?: number
/**
 * How many bits a second at most to the workload; 0: no limit.
 */
readonly ingressPeakrate?: number
/**
 * How many bytes at once at the peak rate to the workload; 0: no limit.
 */
readonly ingressMinburst?: number
/**
 * How many bits a second from the workload; 0: no limit.
 */
readonly egressBandwidth?: number
/**
 * How many bits at once from the workload; 0: no limit.
 */
readonly egressBurst?: number
/**
 * How many bits a second at most from the workload; 0: no limit.
 */
readonly egressPeakrate?: number
/**
 * How many bytes at once at the peak rate from the workload; 0: no limit.
 */
readonly egressMinburst?: number
/**
 * How many packets a second to the workload; 0: no limit.
 */
readonly ingressPacketRate?: number
/**
 * How many packets at once to the workload; 0: no limit.
 */
readonly ingressPacketBurst?: number
/**
 * How many packets a second from the workload; 0: no limit.
 */
readonly egressPacketRate?: number
/**
 * How many packets at once from the workload; 0: no limit.
 */
readonly egressPacketBurst?: number
/**
 * How many connections to the workload; 0: no limit.
 */
readonly ingressMaxConnections?: number
/**
 * How many connections from the workload; 0: no limit.
 */
readonly egressMaxConnections?: number
readonly dscp?: DSCP
};
