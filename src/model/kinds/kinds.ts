import {
  asNumber,
  bgpField,
  type Column,
  count,
  field,
  flag,
  later,
  listField,
  name,
  namespace,
  nats,
  nets,
  orchestrator,
  orDash,
  order,
  peerAsNumber,
  peerNode,
  podSelector,
  policyColumns,
  profileLabels,
  wide,
  workload,
} from "./columns.ts";
import type { CalicoVersion, VersionProfile } from "./version.ts";

/**
 * One kind of resource, all of it in one place: its names, where it is stored, how it is listed. The fields are in
 * the schema of the same name. Aliases and columns: the recorded transcripts of v3.9.5.
 */
export interface KindInfo {
  readonly kind: string;
  /** The stored key's segment, which is also the long alias. */
  readonly plural: string;
  /** Every name accepted on the command line, lower case. */
  readonly aliases: readonly string[];
  readonly namespaced: boolean;
  /** Whether it belongs to a tier, and v3.9 stores it as `default.NAME`. */
  readonly tiered?: true;
  /** The Calico version that has this kind; absent: all. */
  readonly since?: CalicoVersion;
  readonly columns: readonly Column[];
}

const KINDS: readonly KindInfo[] = [
  {
    kind: "HostEndpoint",
    plural: "hostendpoints",
    aliases: ["hostendpoint", "hostendpoints", "hep", "heps"],
    namespaced: false,
    columns: [
      name,
      field("NODE", "node"),
      wide(field("INTERFACE", "interfaceName")),
      wide(listField("IPS", "expectedIPs")),
      wide(listField("PROFILES", "profiles")),
    ],
  },
  {
    kind: "GlobalNetworkPolicy",
    plural: "globalnetworkpolicies",
    aliases: ["globalnetworkpolicy", "globalnetworkpolicies", "gnp", "gnps"],
    namespaced: false,
    tiered: true,
    columns: policyColumns,
  },
  {
    kind: "Node",
    plural: "nodes",
    aliases: ["node", "nodes", "no", "nos"],
    namespaced: false,
    columns: [name, wide(asNumber), wide(bgpField("IPV4", "ipv4Address")), wide(bgpField("IPV6", "ipv6Address"))],
  },
  {
    kind: "NetworkPolicy",
    plural: "networkpolicies",
    aliases: ["networkpolicy", "networkpolicies", "policy", "policies", "pol", "pols", "np"],
    namespaced: true,
    tiered: true,
    columns: policyColumns,
  },
  {
    kind: "Profile",
    plural: "profiles",
    aliases: ["profile", "profiles", "pro", "pros"],
    namespaced: false,
    columns: [name, wide(profileLabels)],
  },
  {
    kind: "GlobalNetworkSet",
    plural: "globalnetworksets",
    aliases: ["globalnetworkset", "globalnetworksets", "gnetsets"],
    namespaced: false,
    columns: [name, wide(nets("NETS", "nets"))],
  },
  {
    kind: "NetworkSet",
    plural: "networksets",
    aliases: ["networkset", "networksets", "netsets"],
    namespaced: true,
    columns: [name, wide(nets("NETS", "nets"))],
  },
  {
    kind: "WorkloadEndpoint",
    plural: "workloadendpoints",
    aliases: ["workloadendpoint", "workloadendpoints", "wep", "weps"],
    namespaced: true,
    columns: [
      wide(name),
      workload,
      field("NODE", "node"),
      listField("NETWORKS", "ipNetworks"),
      field("INTERFACE", "interfaceName"),
      wide(listField("PROFILES", "profiles")),
      wide(nats),
      orchestrator,
    ],
  },
  {
    kind: "FelixConfiguration",
    plural: "felixconfigurations",
    aliases: ["felixconfiguration", "felixconfigurations", "felixconfig", "felixconfigs"],
    namespaced: false,
    columns: [name],
  },
  {
    kind: "IPPool",
    plural: "ippools",
    aliases: ["ippool", "ippools", "ipp", "ipps", "pool", "pools"],
    namespaced: false,
    columns: [
      name,
      field("CIDR", "cidr"),
      wide(flag("NAT", "natOutgoing")),
      wide(field("IPIPMODE", "ipipMode")),
      wide(field("VXLANMODE", "vxlanMode")),
      wide(flag("DISABLED", "disabled")),
      wide(later(flag("DISABLEBGPEXPORT", "disableBGPExport"))),
      field("SELECTOR", "nodeSelector"),
      wide(later(field("ASSIGNMENTMODE", "assignmentMode"))),
    ],
  },
  {
    kind: "BGPConfiguration",
    plural: "bgpconfigurations",
    aliases: ["bgpconfiguration", "bgpconfigurations", "bgpconfig", "bgpconfigs"],
    namespaced: false,
    columns: [
      name,
      field("LOGSEVERITY", "logSeverityScreen"),
      orDash("MESHENABLED", "nodeToNodeMeshEnabled"),
      orDash("ASNUMBER", "asNumber"),
    ],
  },
  {
    kind: "BGPPeer",
    plural: "bgppeers",
    aliases: ["bgppeer", "bgppeers", "bgpp", "bgpps", "bp", "bps"],
    namespaced: false,
    columns: [name, field("PEERIP", "peerIP"), peerNode, peerAsNumber],
  },
  {
    kind: "ClusterInformation",
    plural: "clusterinformations",
    aliases: ["clusterinformation", "clusterinformations", "clusterinfo", "clusterinfos"],
    namespaced: false,
    columns: [
      name,
      field("CLUSTERGUID", "clusterGUID"),
      field("CLUSTERTYPE", "clusterType"),
      field("CALICOVERSION", "calicoVersion"),
      field("DATASTOREREADY", "datastoreReady"),
    ],
  },
  {
    kind: "Tier",
    plural: "tiers",
    aliases: ["tier", "tiers"],
    namespaced: false,
    since: "v3.32",
    columns: [name, order],
  },
  {
    kind: "IPReservation",
    plural: "ipreservations",
    aliases: ["ipreservation", "ipreservations", "reservation", "reservations"],
    namespaced: false,
    since: "v3.32",
    columns: [name, wide(nets("CIDRS", "reservedCIDRs"))],
  },
  {
    kind: "KubeControllersConfiguration",
    plural: "kubecontrollersconfigurations",
    aliases: [
      "kubecontrollersconfiguration",
      "kubecontrollersconfigurations",
      "kubecontrollersconfig",
      "kubecontrollersconfigs",
    ],
    namespaced: false,
    since: "v3.32",
    columns: [name],
  },
  {
    kind: "BGPFilter",
    plural: "bgpfilters",
    aliases: ["bgpfilter", "bgpfilters", "bgpf", "bgpfs", "bf", "bfs"],
    namespaced: false,
    since: "v3.32",
    columns: [
      name,
      count("NUMEXPORTV4", "exportV4"),
      count("NUMIMPORTV4", "importV4"),
      count("NUMEXPORTV6", "exportV6"),
      count("NUMIMPORTV6", "importV6"),
    ],
  },
  {
    kind: "StagedGlobalNetworkPolicy",
    plural: "stagedglobalnetworkpolicies",
    aliases: ["stagedglobalnetworkpolicy", "stagedglobalnetworkpolicies", "sgnp", "sgnps"],
    namespaced: false,
    tiered: true,
    since: "v3.32",
    columns: policyColumns,
  },
  {
    kind: "StagedNetworkPolicy",
    plural: "stagednetworkpolicies",
    aliases: [
      "stagednetworkpolicy",
      "stagednetworkpolicies",
      "stagedpolicy",
      "stagedpolicies",
      "snp",
      "snps",
      "spol",
      "spols",
    ],
    namespaced: true,
    tiered: true,
    since: "v3.32",
    columns: policyColumns,
  },
  {
    kind: "StagedKubernetesNetworkPolicy",
    plural: "stagedkubernetesnetworkpolicies",
    aliases: [
      "stagedkubernetesnetworkpolicy",
      "stagedkubernetesnetworkpolicies",
      "stagedkubernetespolicy",
      "stagedkubernetespolicies",
      "sknp",
      "sknps",
      "skpol",
      "skpols",
    ],
    namespaced: true,
    since: "v3.32",
    columns: [name, podSelector],
  },
];

const BY_KIND = new Map(KINDS.map((info) => [info.kind, info]));
const BY_ALIAS = new Map(KINDS.flatMap((info) => info.aliases.map((alias) => [alias, info] as const)));

/** Every kind this tool knows, in the order listings show them; of one Calico version where a profile is given. */
export function allKinds(profile?: VersionProfile): readonly KindInfo[] {
  return profile === undefined ? KINDS : KINDS.filter((info) => hasKind(info, profile));
}

/** Whether that Calico version has the kind. */
export function hasKind({ since }: Pick<KindInfo, "since">, { version }: VersionProfile): boolean {
  return since === undefined || since === version;
}

/** All columns that a kind's tables may show in that Calico version (absent: in any). */
export function columnsIn({ columns, namespaced }: KindInfo, profile?: VersionProfile): readonly Column[] {
  return (namespaced ? [...columns, namespace] : columns).filter(
    ({ since }) => since === undefined || profile === undefined || since === profile.version,
  );
}

/** The kind of that exact name (`HostEndpoint`), as manifests write it; `undefined` when there is none. */
export function kindNamed(kind: string): KindInfo | undefined {
  return BY_KIND.get(kind);
}

/** The kind a command-line word means (`hep`, `HostEndpoints`; any case); `undefined` when there is none. */
export function kindForAlias(word: string): KindInfo | undefined {
  return BY_ALIAS.get(word.toLowerCase());
}
