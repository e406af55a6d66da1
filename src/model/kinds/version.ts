/** A port and protocol that failsafe rules keep open. */
export interface FailsafePort {
  readonly protocol: "TCP" | "UDP" | "SCTP";
  readonly port: number;
}

/** The Calico releases whose behaviour we hold recordings of: the guide's (v3.7, recorded on v3.9.5) and v3.32. */
export type CalicoVersion = "v3.7" | "v3.32";

/** How policies are stored: under `default.NAME`, or under their own name with a tier (recorded: layout.json). */
export type StoredNames = "prefixed" | "plain";

/** The kinds with fields whose default is one value in one version, and another or none in the other. */
type KindWithDefaults = "BGPConfiguration" | "FelixConfiguration" | "IPPool";

/** Everything that differs between the Calico versions, one row a version; the recorded cases show each. */
export interface CalicoVersionRules {
  readonly version: CalicoVersion;
  /** How policies are stored; with `plain` there are also tiers. */
  readonly storedNames: StoredNames;
  /**
   * The release that a cluster's ClusterInformation must name; with another one, commands refuse unless an option allows it
   * (recorded: mismatch-*).
   */
  readonly clusterRelease?: string;
  /** Failsafe ports when no FelixConfiguration sets them, inbound and outbound. */
  readonly failsafeInbound: readonly FailsafePort[];
  readonly failsafeOutbound: readonly FailsafePort[];
  /** Whether a `*` host endpoint polices local and forwarded traffic, not just pre-DNAT. */
  readonly wildcardIsFull: boolean;
  /** The string whose bytes break a tie between policies of equal order: the stored key, or `name/namespace/kind`. */
  readonly policyTie: "stored-key" | "name-namespace-kind";
  /** Whether NetworkSets inherit the labels of profile `kns.<namespace>`. */
  readonly setsInheritNamespace: boolean;
  /** Whether rules and endpoints may name ports of SCTP. */
  readonly sctpPorts: boolean;
  /** Whether `global()` is understood, alone, as a rule's namespaceSelector. */
  readonly globalSelector: boolean;
  /** Whether rules may use named ports without a protocol. */
  readonly namedPortsWithoutProtocol: boolean;
  /** Whether there are tiers, the initial ones and the profile `projectcalico-default-allow` without anyone making them. */
  readonly tiers: boolean;
  /** Whether rules may match the addresses and ports of Kubernetes services. */
  readonly services: boolean;
  /** Whether kube-controllers can make host endpoints of nodes (`autoCreate`). */
  readonly autoHostEndpoints: boolean;
  /** Whether WireGuard tunnels exist. */
  readonly wireguard: boolean;
  /** Whether Felix knows a host whose Node has no BGP address by its `addresses` (InternalIP, then ExternalIP). */
  readonly nodesWithoutBgp: boolean;
  /** How the Kubernetes datastore's objects are converted (recorded: conv-*). */
  readonly kubernetes: {
    /** Whether a NetworkPolicy's ports are grouped by protocol and merged, ranges included; else each port has a rule of its own. */
    readonly groupsPorts: boolean;
    /** Whether resources that are made of other objects get a UID of their own. */
    readonly derivesUids: boolean;
    /** Whether a stored resource's labels and annotations are kept in an annotation of its object, with its name where it is a policy. */
    readonly annotatesMetadata: boolean;
    /** Whether a label of the profile has the name of its namespace or service account. */
    readonly labelsNames: boolean;
    /** Whether all addresses and host ports of a pod are read, and its newer annotations. */
    readonly readsAllOfPods: boolean;
    /** Whether a node's addresses, IPv6 tunnels, WireGuard and interfaces are read. */
    readonly readsAllOfNodes: boolean;
    /**
     * Whether KUBECONFIG may list several files, the home folder's kubeconfig is read, and a context can be chosen (recorded:
     * config-*).
     */
    readonly readsKubeconfigsAsKubectl: boolean;
  };
  /** Whether VXLAN packets to the node are left untracked. */
  readonly vxlanUntracked: boolean;
  /** Where IPv4 packets of workloads with a source that is not theirs are dropped (IPv6: always in raw). */
  readonly sourceCheck: "routing" | "raw";
  /** Whether forwarded packets to advertised service addresses are dropped unless a setting allows them. */
  readonly serviceLoopPrevention: boolean;
  /** Whether floating IPs (`ipNATs`) are translated always, or where FelixConfiguration enables them. */
  readonly floatingIps: "always" | "enabled";
  /** Which host endpoint's egress policy a packet meets that nat OUTPUT translates: of the route before or after that. */
  readonly translatedOutput: "before" | "after";
  /** Where Felix accepts forwarded packets that a policy allows: in its own chain, or at the end of FORWARD, after other chains. */
  readonly forwardedAccept: "at once" | "last";
  /** Whether the literal `all()` of a policy's selector is narrowed by its namespace and service account selectors. */
  readonly narrowsAll: boolean;
  /** Whether Felix puts its deny action into the raw table too, where iptables refuses `Reject`. */
  readonly rejectsInRaw: boolean;
  /** Whether there is an nftables dataplane beside the iptables one. */
  readonly nftables: boolean;
  /** Whether policy names may carry their tier (`default.allow`). */
  readonly tieredNames: boolean;
  /** Whether endpoints' ports may have a protocol number instead of a name. */
  readonly endpointProtocolNumbers: boolean;
  /**
   * Whether the limits of the resource definitions also hold: node names of 253 bytes, 20 HTTP methods and paths, paths of 1024
   * characters, no negated `0.0.0.0/0`.
   */
  readonly definitionLimits: boolean;
  /** Whether a field may be given twice in different case (`interfaceName` and `InterfaceName`). */
  readonly repeatedInOtherCase: boolean;
  /** Whether a key may be given twice in one map; then the last one counts. */
  readonly repeatedKeys: boolean;
  /** Whether the log severities of FelixConfigurations may be `Trace` (recorded: the `fc-*` cases of validate). */
  readonly traceSeverity: boolean;
  /** What `iptablesBackend` of FelixConfigurations may not be: `Auto`, or empty (its validator, and the resource definition). */
  readonly refusedIptablesBackend: string;
  /** Whether IPv6 pools may use VXLAN (recorded: the `ipp-*` cases of validate). */
  readonly ipv6Vxlan: boolean;
  /** Whether the `peerIP` of a BGPPeer may have a port, `10.0.0.1:179` (recorded: bp-ip-*). */
  readonly peerPorts: boolean;
  /** Fields of the spec that are stored with this value where they are absent (recorded: defaults.json). */
  readonly storedDefaults: Readonly<Partial<Record<KindWithDefaults, Readonly<Record<string, unknown>>>>>;
  /** The kinds whose resources are deleted with the Node that their `spec.node` names (recorded: `_node_cascade`). */
  readonly deletedWithNode: readonly string[];
  /**
   * Whether writing a pool with IPIP or VXLAN turns it on for all nodes, unless `ipipEnabled` or `vxlanEnabled` is set already
   * (recorded: ipp-vxlan-00).
   */
  readonly poolEnablesTunnels: boolean;
  /** Whether `get --export` and `convert` print `creationTimestamp: null`. */
  readonly nullCreationTimestamp: boolean;
  /** Whether the JSON of `get` ends in a newline. */
  readonly jsonFinalNewline: boolean;
}

const tcp = (...ports: number[]): FailsafePort[] => ports.map((port) => ({ protocol: "TCP", port }));
const udp = (...ports: number[]): FailsafePort[] => ports.map((port) => ({ protocol: "UDP", port }));

const VERSION_RULES: Readonly<Record<CalicoVersion, CalicoVersionRules>> = {
  "v3.7": {
    version: "v3.7",
    storedNames: "prefixed",
    failsafeInbound: [...tcp(22), ...udp(68), ...tcp(179, 2379, 2380, 6666, 6667)],
    failsafeOutbound: [...udp(53, 67), ...tcp(179, 2379, 2380, 6666, 6667)],
    wildcardIsFull: false,
    policyTie: "stored-key",
    setsInheritNamespace: false,
    sctpPorts: false,
    globalSelector: false,
    namedPortsWithoutProtocol: false,
    tiers: false,
    services: false,
    autoHostEndpoints: false,
    wireguard: false,
    kubernetes: {
      groupsPorts: false,
      derivesUids: false,
      annotatesMetadata: false,
      labelsNames: false,
      readsAllOfPods: false,
      readsAllOfNodes: false,
      readsKubeconfigsAsKubectl: false,
    },
    nodesWithoutBgp: false,
    vxlanUntracked: false,
    sourceCheck: "routing",
    serviceLoopPrevention: false,
    floatingIps: "always",
    translatedOutput: "before",
    forwardedAccept: "at once",
    narrowsAll: false,
    rejectsInRaw: false,
    nftables: false,
    tieredNames: false,
    endpointProtocolNumbers: false,
    definitionLimits: false,
    repeatedInOtherCase: false,
    repeatedKeys: true,
    traceSeverity: false,
    refusedIptablesBackend: "Auto",
    ipv6Vxlan: false,
    peerPorts: false,
    storedDefaults: {},
    deletedWithNode: ["WorkloadEndpoint", "BGPPeer"],
    poolEnablesTunnels: true,
    nullCreationTimestamp: true,
    jsonFinalNewline: true,
  },
  "v3.32": {
    version: "v3.32",
    storedNames: "plain",
    clusterRelease: "3.32.1",
    failsafeInbound: [...tcp(22), ...udp(68), ...tcp(179, 2379, 2380, 5473, 6443, 6666, 6667)],
    failsafeOutbound: [...udp(53, 67), ...tcp(179, 2379, 2380, 5473, 6443, 6666, 6667)],
    wildcardIsFull: true,
    policyTie: "name-namespace-kind",
    setsInheritNamespace: true,
    sctpPorts: true,
    globalSelector: true,
    namedPortsWithoutProtocol: true,
    tiers: true,
    services: true,
    autoHostEndpoints: true,
    wireguard: true,
    kubernetes: {
      groupsPorts: true,
      derivesUids: true,
      annotatesMetadata: true,
      labelsNames: true,
      readsAllOfPods: true,
      readsAllOfNodes: true,
      readsKubeconfigsAsKubectl: true,
    },
    nodesWithoutBgp: true,
    vxlanUntracked: true,
    sourceCheck: "raw",
    serviceLoopPrevention: true,
    floatingIps: "enabled",
    translatedOutput: "after",
    forwardedAccept: "last",
    narrowsAll: true,
    rejectsInRaw: true,
    nftables: true,
    tieredNames: true,
    endpointProtocolNumbers: true,
    definitionLimits: true,
    repeatedInOtherCase: true,
    repeatedKeys: false,
    traceSeverity: true,
    refusedIptablesBackend: "",
    ipv6Vxlan: true,
    peerPorts: true,
    storedDefaults: {
      BGPConfiguration: { logSeverityScreen: "Info", serviceLoadBalancerAggregation: "Enabled" },
      FelixConfiguration: {
        nftablesMode: "Auto",
        bpfLogLevel: "",
        bpfConnectTimeLoadBalancing: "TCP",
        bpfHostNetworkedNATWithoutCTLB: "Enabled",
        floatingIPs: "Disabled",
      },
      IPPool: { allowedUses: ["Workload", "Tunnel"], assignmentMode: "Automatic" },
    },
    deletedWithNode: ["WorkloadEndpoint", "BGPPeer", "HostEndpoint"],
    poolEnablesTunnels: false,
    nullCreationTimestamp: false,
    jsonFinalNewline: false,
  },
};

/** The names of the versions, the oldest first. */
export const CALICO_VERSIONS = Object.keys(VERSION_RULES) as readonly CalicoVersion[];

/** The rules of a version as users write it (`v3.7`, `3.7`, `v3.9.5`, `v3.32.1`); `undefined` for a version that is not supported. */
export function calicoVersionRules(text: string): CalicoVersionRules | undefined {
  const minor = /^v?3\.(\d+)(?:\.\d+)?$/.exec(text)?.[1];
  if (minor === "7" || minor === "8" || minor === "9") return VERSION_RULES["v3.7"];
  return minor === "32" ? VERSION_RULES["v3.32"] : undefined;
}

/** The rules of the first version that stores policies that way. */
export function versionThatStores(names: StoredNames): CalicoVersionRules {
  return Object.values(VERSION_RULES).find(({ storedNames }) => storedNames === names) ?? DEFAULT_CALICO;
}

/** Whether that version has what came to Calico with `since`. */
export function hasSince(since: CalicoVersion, { version }: CalicoVersionRules): boolean {
  return CALICO_VERSIONS.indexOf(since) <= CALICO_VERSIONS.indexOf(version);
}

/** The rules of the newest release, which a cluster that says nothing of its own is taken for. */
export const NEWEST_CALICO: CalicoVersionRules = VERSION_RULES["v3.32"];

/** The rules used where no option, setting or cluster chooses one: the guide's version. */
export const DEFAULT_CALICO: CalicoVersionRules = VERSION_RULES["v3.7"];
