import type { Resource } from "./resource.ts";
import type { CalicoVersion, VersionProfile } from "./version.ts";

/** One column of `get`'s tables: its heading, which tables show it (`wide` only, or `ps` and `wide`) and its cell. */
export interface Column {
  readonly heading: string;
  readonly wideOnly?: true;
  /** The Calico version that shows it; absent: all. */
  readonly since?: CalicoVersion;
  readonly cell: (resource: Resource, context: CellContext) => string;
}

/** What a cell may need besides its resource: the cluster's default AS number, shown where a Node has none of its own. */
export interface CellContext {
  readonly defaultAsNumber?: string;
}

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

type Spec = Readonly<Record<string, unknown>>;

const spec = (resource: Resource): Spec => resource.spec ?? {};
const text = (value: unknown): string => (value === undefined || value === null ? "" : String(value));
const list = (value: unknown): string => (Array.isArray(value) ? value.map(text).join(",") : "");
const record = (value: unknown): Spec => (typeof value === "object" && value !== null ? (value as Spec) : {});

const name: Column = { heading: "NAME", cell: (resource) => resource.metadata.name };
const field = (heading: string, key: string): Column => ({ heading, cell: (resource) => text(spec(resource)[key]) });
const wide = (column: Column): Column => ({ ...column, wideOnly: true });
const listField = (heading: string, key: string): Column => ({ heading, cell: (r) => list(spec(r)[key]) });
const order: Column = { heading: "ORDER", cell: (resource) => goFloat(spec(resource).order) };
const selector: Column = field("SELECTOR", "selector");

/** A float as Go's `%v` prints it, which the recorded tables show: exponents from 1e+06 on and below 1e-04; unset is `<nil>`. */
function goFloat(value: unknown): string {
  if (typeof value !== "number") return "<nil>";
  const [digits = "", exponent = "0"] = value.toExponential().split("e");
  const power = Number(exponent);
  if (power >= -4 && power < 6) return String(value);
  return `${digits}e${power < 0 ? "-" : "+"}${String(Math.abs(power)).padStart(2, "0")}`;
}

/** Cells of sets are cut at 80 characters, in wide tables too (recorded: table-gns-truncate). */
const cut = (cell: string): string => (cell.length > 80 ? `${cell.slice(0, 77)}...` : cell);

const labels = (resource: Resource): string =>
  Object.entries(record(spec(resource).labelsToApply))
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([key, value]) => `${key}=${text(value)}`)
    .join(",");

/** A Node's AS number: its own; in parentheses the cluster's where `spec.bgp` has none; empty without `spec.bgp`. */
function nodeAsNumber(resource: Resource, { defaultAsNumber = "64512" }: CellContext): string {
  const { bgp } = spec(resource);
  return bgp === undefined ? "" : text(record(bgp).asNumber ?? `(${defaultAsNumber})`);
}

const bgpField = (heading: string, key: string): Column => ({
  heading,
  cell: (r) => text(record(spec(r).bgp)[key]),
});
const orDash = (heading: string, key: string): Column => ({ heading, cell: (r) => text(spec(r)[key] ?? "-") });
const later = (column: Column): Column => ({ ...column, since: "v3.32" });
const tier: Column = later(field("TIER", "tier"));
const policyColumns = [name, tier, wide(order), wide(selector)];
const count = (heading: string, key: string): Column => ({
  heading,
  cell: (r) => {
    const value = spec(r)[key];
    return String(Array.isArray(value) ? value.length : 0);
  },
});

/** NATs of a workload as `internalIP/externalIP`... one entry `internal:external` a NAT, as the recorded wide table has them. */
const nats = (resource: Resource): string => {
  const { ipNATs } = spec(resource);
  return Array.isArray(ipNATs) ? ipNATs.map((nat) => text(record(nat).internalIP)).join(",") : "";
};

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
    columns: [
      name,
      wide({ heading: "ASN", cell: nodeAsNumber }),
      wide(bgpField("IPV4", "ipv4Address")),
      wide(bgpField("IPV6", "ipv6Address")),
    ],
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
    columns: [name, wide({ heading: "LABELS", cell: labels })],
  },
  {
    kind: "GlobalNetworkSet",
    plural: "globalnetworksets",
    aliases: ["globalnetworkset", "globalnetworksets", "gnetsets"],
    namespaced: false,
    columns: [name, wide({ heading: "NETS", cell: (r) => cut(list(spec(r).nets)) })],
  },
  {
    kind: "NetworkSet",
    plural: "networksets",
    aliases: ["networkset", "networksets", "netsets"],
    namespaced: true,
    columns: [name, wide({ heading: "NETS", cell: (r) => cut(list(spec(r).nets)) })],
  },
  {
    kind: "WorkloadEndpoint",
    plural: "workloadendpoints",
    aliases: ["workloadendpoint", "workloadendpoints", "wep", "weps"],
    namespaced: true,
    columns: [
      wide(name),
      { heading: "WORKLOAD", cell: (r) => text(spec(r).pod ?? spec(r).workload) },
      field("NODE", "node"),
      listField("NETWORKS", "ipNetworks"),
      field("INTERFACE", "interfaceName"),
      wide(listField("PROFILES", "profiles")),
      wide({ heading: "NATS", cell: nats }),
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
      wide({ heading: "NAT", cell: (r) => text(spec(r).natOutgoing ?? false) }),
      wide(field("IPIPMODE", "ipipMode")),
      wide(field("VXLANMODE", "vxlanMode")),
      wide({ heading: "DISABLED", cell: (r) => text(spec(r).disabled ?? false) }),
      wide(later({ heading: "DISABLEBGPEXPORT", cell: (r) => text(spec(r).disableBGPExport ?? false) })),
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
    columns: [
      name,
      field("PEERIP", "peerIP"),
      { heading: "NODE", cell: (r) => text(spec(r).node) || text(spec(r).nodeSelector) || "(global)" },
      { heading: "ASN", cell: (r) => text(spec(r).asNumber ?? 0) },
    ],
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
    columns: [name, wide({ heading: "CIDRS", cell: (r) => cut(list(spec(r).reservedCIDRs)) })],
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
    columns: [name],
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

/** The columns of a kind's tables in that Calico version (absent: in any), those of the wide table included. */
export function columnsIn({ columns }: KindInfo, profile?: VersionProfile): readonly Column[] {
  return columns.filter(({ since }) => since === undefined || profile === undefined || since === profile.version);
}

/** The kind of that exact name (`HostEndpoint`), as manifests write it; `undefined` when there is none. */
export function kindNamed(kind: string): KindInfo | undefined {
  return BY_KIND.get(kind);
}

/** The kind a command-line word means (`hep`, `HostEndpoints`; any case); `undefined` when there is none. */
export function kindForAlias(word: string): KindInfo | undefined {
  return BY_ALIAS.get(word.toLowerCase());
}
