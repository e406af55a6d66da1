import { describe, expect, test } from "vitest";
import { allKinds, columnsIn, hasKind, kindForAlias, kindNamed } from "../../../src/model/kinds/kinds.ts";
import { CALICO_VERSIONS, calicoVersionRules } from "../../../src/model/kinds/version.ts";

/**
 * Each kind: its place in the datastore, every word that names it, what is special of it (where it is not said, it is of
 * no namespace, no tier and of all versions), and its columns, those of some tables or versions only so marked.
 */
const KINDS: readonly (readonly [kind: string, plural: string, words: string, special: string, columns: string])[] = [
  [
    "HostEndpoint",
    "hostendpoints",
    "hostendpoint hostendpoints hep heps",
    "",
    "NAME NODE INTERFACE(wide) IPS(wide) PROFILES(wide)",
  ],
  [
    "GlobalNetworkPolicy",
    "globalnetworkpolicies",
    "globalnetworkpolicy globalnetworkpolicies gnp gnps",
    "tiered",
    "NAME TIER[v3.32] ORDER(wide) SELECTOR(wide)",
  ],
  ["Node", "nodes", "node nodes no nos", "", "NAME ASN(wide) IPV4(wide) IPV6(wide)"],
  [
    "NetworkPolicy",
    "networkpolicies",
    "networkpolicy networkpolicies policy policies pol pols np",
    "namespaced tiered",
    "NAME TIER[v3.32] ORDER(wide) SELECTOR(wide)",
  ],
  ["Profile", "profiles", "profile profiles pro pros", "", "NAME LABELS(wide)"],
  ["GlobalNetworkSet", "globalnetworksets", "globalnetworkset globalnetworksets gnetsets", "", "NAME NETS(wide)"],
  ["NetworkSet", "networksets", "networkset networksets netsets", "namespaced", "NAME NETS(wide)"],
  [
    "WorkloadEndpoint",
    "workloadendpoints",
    "workloadendpoint workloadendpoints wep weps",
    "namespaced",
    "NAME(wide) WORKLOAD NODE NETWORKS INTERFACE PROFILES(wide) NATS(wide) ORCHESTRATOR(custom)",
  ],
  [
    "FelixConfiguration",
    "felixconfigurations",
    "felixconfiguration felixconfigurations felixconfig felixconfigs",
    "",
    "NAME",
  ],
  [
    "IPPool",
    "ippools",
    "ippool ippools ipp ipps pool pools",
    "",
    "NAME CIDR NAT(wide) IPIPMODE(wide) VXLANMODE(wide) DISABLED(wide) DISABLEBGPEXPORT(wide)[v3.32] SELECTOR ASSIGNMENTMODE(wide)[v3.32]",
  ],
  [
    "BGPConfiguration",
    "bgpconfigurations",
    "bgpconfiguration bgpconfigurations bgpconfig bgpconfigs",
    "",
    "NAME LOGSEVERITY MESHENABLED ASNUMBER",
  ],
  ["BGPPeer", "bgppeers", "bgppeer bgppeers bgpp bgpps bp bps", "", "NAME PEERIP NODE ASN"],
  [
    "ClusterInformation",
    "clusterinformations",
    "clusterinformation clusterinformations clusterinfo clusterinfos",
    "",
    "NAME CLUSTERGUID CLUSTERTYPE CALICOVERSION DATASTOREREADY",
  ],
  ["Tier", "tiers", "tier tiers", "v3.32", "NAME ORDER"],
  [
    "IPReservation",
    "ipreservations",
    "ipreservation ipreservations reservation reservations",
    "v3.32",
    "NAME CIDRS(wide)",
  ],
  [
    "KubeControllersConfiguration",
    "kubecontrollersconfigurations",
    "kubecontrollersconfiguration kubecontrollersconfigurations kubecontrollersconfig kubecontrollersconfigs",
    "v3.32",
    "NAME",
  ],
  [
    "BGPFilter",
    "bgpfilters",
    "bgpfilter bgpfilters bgpf bgpfs bf bfs",
    "v3.32",
    "NAME NUMEXPORTV4 NUMIMPORTV4 NUMEXPORTV6 NUMIMPORTV6",
  ],
  [
    "StagedGlobalNetworkPolicy",
    "stagedglobalnetworkpolicies",
    "stagedglobalnetworkpolicy stagedglobalnetworkpolicies sgnp sgnps",
    "tiered v3.32",
    "NAME TIER[v3.32] ORDER(wide) SELECTOR(wide)",
  ],
  [
    "StagedNetworkPolicy",
    "stagednetworkpolicies",
    "stagednetworkpolicy stagednetworkpolicies stagedpolicy stagedpolicies snp snps spol spols",
    "namespaced tiered v3.32",
    "NAME TIER[v3.32] ORDER(wide) SELECTOR(wide)",
  ],
  [
    "StagedKubernetesNetworkPolicy",
    "stagedkubernetesnetworkpolicies",
    "stagedkubernetesnetworkpolicy stagedkubernetesnetworkpolicies stagedkubernetespolicy stagedkubernetespolicies sknp sknps skpol skpols",
    "namespaced v3.32",
    "NAME PODSELECTOR(custom)",
  ],
];

describe("each kind", () => {
  test("there is no other", () => expect(allKinds().map(({ kind }) => kind)).toEqual(KINDS.map(([kind]) => kind)));

  test.each(KINDS)("%s", (kind, plural, words, special, columns) => {
    const info = kindNamed(kind) ?? expect.unreachable();
    const features = [info.namespaced && "namespaced", info.tiered && "tiered", info.since].filter(Boolean);
    expect([info.plural, info.aliases.join(" "), features.join(" ")]).toEqual([plural, words, special]);
    const shown = info.columns.map(
      ({ heading, only, since }) => `${heading}${only ? `(${only})` : ""}${since ? `[${since}]` : ""}`,
    );
    expect(shown.join(" ")).toBe(columns);
  });

  test.each(KINDS.flatMap(([kind, , words]) => words.split(" ").map((word) => [word, kind] as const)))(
    "%s is %s, in any case",
    (word, kind) => {
      expect(kindForAlias(word)?.kind).toBe(kind);
      expect(kindForAlias(word.toUpperCase())?.kind).toBe(kind);
    },
  );

  test.each(KINDS)("%s by its own name only in its own case", (kind) => {
    expect(kindNamed(kind)?.kind).toBe(kind);
    expect(kindNamed(kind.toLowerCase())).toBeUndefined();
  });

  test.each(KINDS)("%s in the versions that have it", (kind, _plural, _words, special) => {
    const info = kindNamed(kind) ?? expect.unreachable();
    const having = CALICO_VERSIONS.filter((version) => {
      const calico = calicoVersionRules(version) ?? expect.unreachable();
      expect(allKinds(calico).includes(info)).toBe(hasKind(info, calico));
      return hasKind(info, calico);
    });
    expect(having).toEqual(special.includes("v3.32") ? ["v3.32"] : ["v3.7", "v3.32"]);
  });

  test.each(KINDS)("%s has the columns of a version only there", (kind, _plural, _words, _special, columns) => {
    const info = kindNamed(kind) ?? expect.unreachable();
    const later = columns.split(" ").filter((column) => column.includes("[v3.32]"));
    const all = columnsIn(info, calicoVersionRules("v3.32")).length;
    expect(columnsIn(info, calicoVersionRules("v3.7"))).toHaveLength(all - later.length);
    expect(columnsIn(info, undefined).length).toBeGreaterThan(0);
  });
});
