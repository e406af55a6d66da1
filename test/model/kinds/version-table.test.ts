import { describe, expect, test } from "vitest";
import {
  type CalicoVersionRules,
  calicoVersionRules,
  type FailsafePort,
  hasSince,
  versionThatStores,
} from "../../../src/model/kinds/version.ts";

const ports = (list: readonly FailsafePort[]): string =>
  list.map(({ protocol, port }) => `${protocol} ${port}`).join(", ");

/** What differs between the versions, as docs/semantics.md and the recordings have it: the fact, in v3.7, in v3.32. */
const FACTS: readonly (readonly [
  fact: string,
  of: (calico: CalicoVersionRules) => unknown,
  before: unknown,
  after: unknown,
])[] = [
  [
    "failsafe ports, inbound",
    ({ failsafeInbound }) => ports(failsafeInbound),
    "TCP 22, UDP 68, TCP 179, TCP 2379, TCP 2380, TCP 6666, TCP 6667",
    "TCP 22, UDP 68, TCP 179, TCP 2379, TCP 2380, TCP 5473, TCP 6443, TCP 6666, TCP 6667",
  ],
  [
    "failsafe ports, outbound",
    ({ failsafeOutbound }) => ports(failsafeOutbound),
    "UDP 53, UDP 67, TCP 179, TCP 2379, TCP 2380, TCP 6666, TCP 6667",
    "UDP 53, UDP 67, TCP 179, TCP 2379, TCP 2380, TCP 5473, TCP 6443, TCP 6666, TCP 6667",
  ],
  ["a `*` host endpoint polices all traffic", ({ wildcardIsFull }) => wildcardIsFull, false, true],
  ["a tie of order is broken by", ({ policyTie }) => policyTie, "stored-key", "name-namespace-kind"],
  ["policies are stored under names that are", ({ storedNames }) => storedNames, "prefixed", "plain"],
  ["the cluster must be of release", ({ clusterRelease }) => clusterRelease, undefined, "3.32.1"],
  ["NetworkSets have their namespace's labels", ({ setsInheritNamespace }) => setsInheritNamespace, false, true],
  ["SCTP has ports", ({ sctpPorts }) => sctpPorts, false, true],
  ["`global()` is understood", ({ globalSelector }) => globalSelector, false, true],
  ["named ports need no protocol", ({ namedPortsWithoutProtocol }) => namedPortsWithoutProtocol, false, true],
  ["there are tiers, and what comes with them", ({ tiers }) => tiers, false, true],
  ["rules may name services", ({ services }) => services, false, true],
  ["kube-controllers makes host endpoints", ({ autoHostEndpoints }) => autoHostEndpoints, false, true],
  ["there are WireGuard tunnels", ({ wireguard }) => wireguard, false, true],
  [
    "what is read of Kubernetes' objects",
    ({ kubernetes }) => Object.values(kubernetes).map(String).join(),
    "false,false,false,false,false,false,false",
    "true,true,true,true,true,true,true",
  ],
  ["hosts without BGP are known", ({ nodesWithoutBgp }) => nodesWithoutBgp, false, true],
  ["VXLAN packets of the node are untracked", ({ vxlanUntracked }) => vxlanUntracked, false, true],
  ["spoofed IPv4 packets of workloads are dropped in", ({ sourceCheck }) => sourceCheck, "routing", "raw"],
  ["service loops are dropped", ({ serviceLoopPrevention }) => serviceLoopPrevention, false, true],
  ["floating IPs are translated", ({ floatingIps }) => floatingIps, "always", "enabled"],
  ["nat OUTPUT: the policy is of the route", ({ translatedOutput }) => translatedOutput, "before", "after"],
  ["forwarded packets that Calico allows are accepted", ({ forwardedAccept }) => forwardedAccept, "at once", "last"],
  ["`all()` is narrowed by other selectors", ({ narrowsAll }) => narrowsAll, false, true],
  ["the deny action is in raw also", ({ rejectsInRaw }) => rejectsInRaw, false, true],
  ["there is an nftables dataplane", ({ nftables }) => nftables, false, true],
  ["policy names may carry their tier", ({ tieredNames }) => tieredNames, false, true],
  [
    "ports of endpoints may be of a numbered protocol",
    ({ endpointProtocolNumbers }) => endpointProtocolNumbers,
    false,
    true,
  ],
  ["the limits of the definitions hold", ({ definitionLimits }) => definitionLimits, false, true],
  ["a field may be given in two cases", ({ repeatedInOtherCase }) => repeatedInOtherCase, false, true],
  ["a key may be given twice", ({ repeatedKeys }) => repeatedKeys, true, false],
  ["logs may be of severity Trace", ({ traceSeverity }) => traceSeverity, false, true],
  ["the backend of iptables may not be", (rules) => rules.refusedIptablesBackend, "Auto", ""],
  ["IPv6 pools may use VXLAN", ({ ipv6Vxlan }) => ipv6Vxlan, false, true],
  ["BGP peers may have a port", ({ peerPorts }) => peerPorts, false, true],
  [
    "defaults are stored for",
    ({ storedDefaults }) => Object.values(storedDefaults).flatMap(Object.keys).join(" "),
    "",
    "logSeverityScreen serviceLoadBalancerAggregation nftablesMode bpfLogLevel bpfConnectTimeLoadBalancing " +
      "bpfHostNetworkedNATWithoutCTLB floatingIPs allowedUses assignmentMode",
  ],
  [
    "with a Node go its",
    ({ deletedWithNode }) => deletedWithNode.join(", "),
    "WorkloadEndpoint, BGPPeer",
    "WorkloadEndpoint, BGPPeer, HostEndpoint",
  ],
  ["a pool turns its tunnels on", ({ poolEnablesTunnels }) => poolEnablesTunnels, true, false],
  ["`creationTimestamp: null` is printed", ({ nullCreationTimestamp }) => nullCreationTimestamp, true, false],
  ["JSON ends in a newline", ({ jsonFinalNewline }) => jsonFinalNewline, true, false],
];

test.each(["13.7", "x3.7", "vv3.7", "3.", "3..7", "3.7.", "3.7.x", " 3.7", "v3.32-0.dev"])(
  "%j is not a version",
  (text) => {
    expect(calicoVersionRules(text)).toBeUndefined();
  },
);

describe("what differs between the versions", () => {
  const [before, after] = ["v3.7", "v3.32"].map((text) => calicoVersionRules(text) ?? expect.unreachable(text));
  test.each(FACTS)("%s", (_fact, of, then, now) => {
    expect([before && of(before), after && of(after)]).toEqual([then, now]);
  });
  test("nothing else: each of them says its name, and these facts", () => {
    const fields = Object.keys(after ?? {});
    expect(fields).toHaveLength(FACTS.length + 1);
    expect([before?.version, after?.version]).toEqual(["v3.7", "v3.32"]);
  });
  test.each([
    ["v3.7", true, true],
    ["v3.32", false, true],
  ] as const)("what came with %s", (since, inBefore, inAfter) => {
    expect([before && hasSince(since, before), after && hasSince(since, after)]).toEqual([inBefore, inAfter]);
  });
  test("policies are stored under their own names by the later one", () => {
    expect([versionThatStores("prefixed"), versionThatStores("plain")]).toEqual([before, after]);
  });
});
