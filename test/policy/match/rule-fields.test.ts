import { describe, expect, test } from "vitest";
import type { Flow } from "../../../src/model/flow.ts";
import type { CalicoVersion } from "../../../src/model/kinds/version.ts";
import { allow, felix, gnp, hep, IN_TO_PROCESS, netset, profile, run, wep, withoutPorts } from "../support.ts";

const BARE = withoutPorts(IN_TO_PROCESS);
const icmp = (icmpType: number, icmpCode = 0): Flow => ({ ...BARE, protocol: "ICMP", icmpType, icmpCode });
const from = (srcIP: string): Flow => ({ ...IN_TO_PROCESS, srcIP });
const V6 = { srcIP: "fd00:10::2", dstIP: "fd00:10::1" };
/** Packets in to the host, by what is special of each; unless said, TCP to port 80 from a stranger. */
const PACKETS: Readonly<Record<string, Flow>> = {
  web: IN_TO_PROCESS,
  https: { ...IN_TO_PROCESS, dstPort: 443 },
  alt: { ...IN_TO_PROCESS, dstPort: 8080, srcPort: 1024 },
  dns: { ...IN_TO_PROCESS, protocol: "UDP", dstPort: 53 },
  sctp: { ...IN_TO_PROCESS, protocol: "SCTP" },
  esp: { ...BARE, protocol: "50" },
  ping: icmp(8),
  "ping/1": icmp(8, 1),
  timestamp: icmp(13),
  web6: { ...IN_TO_PROCESS, ...V6 },
  ping6: { ...BARE, ...V6, protocol: "ICMPv6", icmpType: 128, icmpCode: 0 },
  partner: from("203.0.113.9"),
  blocked: from("203.0.113.7"),
  pod: from("192.168.1.10"),
  job: from("192.168.1.11"),
  host: from("172.16.0.3"),
};
const EVERYTHING = Object.keys(PACKETS).join(" ");

/** A host endpoint, and everything that rules may speak of. */
const WORLD = [
  felix({ failsafeInboundHostPorts: [] }),
  hep("a", { expectedIPs: ["10.0.0.1", "fd00:10::1"], ports: [{ name: "front", protocol: "TCP", port: 443 }] }),
  hep("other", { node: "node2", expectedIPs: ["172.16.0.3"] }, { role: "db" }),
  netset("partners", ["203.0.113.0/24", "198.51.100.0/24"], { partner: "yes" }),
  netset("blocked", ["203.0.113.7"], { partner: "no" }),
  wep(
    "w1",
    "192.168.1.10/32",
    {
      serviceAccountName: "sa1",
      profiles: ["kns.default", "ksa.default.sa1"],
      ports: [{ name: "front", protocol: "TCP", port: 8080 }],
    },
    { app: "web" },
  ),
  wep("w2", "192.168.1.11/32", { serviceAccountName: "sa2" }, { app: "job" }),
  profile("kns.default", { labelsToApply: { "pcns.team": "blue" } }),
  profile("ksa.default.sa1", { labelsToApply: { "pcsa.tier": "front" } }),
];

/** The packets that a rule matches: those that the host endpoint's only policy, allowing them, lets in. */
function matched(rule: object, version: CalicoVersion): string {
  const policy = gnp("p", { selector: "host-endpoint == 'a'", ingress: [allow({ ...rule })] });
  const matching = Object.entries(PACKETS).filter(([, flow]) => {
    const { verdict, diagnostics } = run([...WORLD, policy], flow, { version, trace: false });
    if (diagnostics.length > 0) throw new Error(JSON.stringify(diagnostics));
    return verdict === "allow";
  });
  return matching.map(([name]) => name).join(" ");
}

/** A field of a rule, and the packets that the rule then matches. */
const RULES: readonly (readonly [field: string, rule: object, matching: string, version?: CalicoVersion])[] = [
  ["no criterion", {}, EVERYTHING],
  ["ipVersion 4", { ipVersion: 4 }, "web https alt dns sctp esp ping ping/1 timestamp partner blocked pod job host"],
  ["ipVersion 6", { ipVersion: 6 }, "web6 ping6"],
  ["protocol TCP", { protocol: "TCP" }, "web https alt web6 partner blocked pod job host"],
  ["by number", { protocol: 6 }, "web https alt web6 partner blocked pod job host"],
  ["by digits", { protocol: "6" }, "web https alt web6 partner blocked pod job host"],
  ["notProtocol TCP", { notProtocol: "TCP" }, "dns sctp esp ping ping/1 timestamp ping6"],
  ["protocol UDP", { protocol: "UDP" }, "dns"],
  [
    "notProtocol UDP",
    { notProtocol: "UDP" },
    "web https alt sctp esp ping ping/1 timestamp web6 ping6 partner blocked pod job host",
  ],
  ["protocol SCTP", { protocol: "SCTP" }, "sctp"],
  ["protocol 50", { protocol: 50 }, "esp"],
  [
    "notProtocol 50",
    { notProtocol: 50 },
    "web https alt dns sctp ping ping/1 timestamp web6 ping6 partner blocked pod job host",
  ],
  ["protocol ICMP", { protocol: "ICMP" }, "ping ping/1 timestamp"],
  ["notProtocol ICMP", { notProtocol: "ICMP" }, "web https alt dns sctp esp web6 ping6 partner blocked pod job host"],
  ["protocol ICMPv6", { protocol: "ICMPv6" }, "ping6"],
  [
    "notProtocol ICMPv6",
    { notProtocol: "ICMPv6" },
    "web https alt dns sctp esp ping ping/1 timestamp web6 partner blocked pod job host",
  ],
  ["both of protocol and notProtocol", { protocol: "TCP", notProtocol: "TCP" }, ""],
  ["icmp type", { protocol: "ICMP", icmp: { type: 8 } }, "ping ping/1"],
  ["icmp type and code", { protocol: "ICMP", icmp: { type: 8, code: 1 } }, "ping/1"],
  ["icmp type of ICMPv6", { protocol: "ICMPv6", icmp: { type: 128 } }, "ping6"],
  ["empty icmp", { protocol: "ICMP", icmp: {} }, "ping ping/1 timestamp"],
  [
    "notICMP type",
    { notICMP: { type: 8 } },
    "web https alt dns sctp esp timestamp web6 ping6 partner blocked pod job host",
  ],
  [
    "notICMP type and code",
    { notICMP: { type: 8, code: 1 } },
    "web https alt dns sctp esp ping timestamp web6 ping6 partner blocked pod job host",
  ],
  ["notICMP with its protocol", { protocol: "ICMP", notICMP: { type: 8 } }, "timestamp"],
  ["notICMP type of ICMPv6", { protocol: "ICMPv6", notICMP: { type: 128 } }, ""],
  ["source nets", { source: { nets: ["10.0.0.0/8"] } }, "web https alt dns sctp esp ping ping/1 timestamp"],
  ["source notNets", { source: { notNets: ["10.0.0.0/8"] } }, "partner blocked pod job host"],
  ["source nets, one of several", { source: { nets: ["192.168.0.0/16", "172.16.0.0/12"] } }, "pod job host"],
  [
    "source notNets, several",
    { source: { notNets: ["192.168.0.0/16", "172.16.0.0/12"] } },
    "web https alt dns sctp esp ping ping/1 timestamp partner blocked",
  ],
  ["source nets and notNets", { source: { nets: ["203.0.113.0/24"], notNets: ["203.0.113.7/32"] } }, "partner"],
  ["source nets of IPv6", { source: { nets: ["fd00::/8"] } }, "web6 ping6"],
  ["source notNets of IPv6: for IPv6 packets only", { source: { notNets: ["fe80::/10"] } }, "web6 ping6"],
  [
    "every address",
    { source: { nets: ["0.0.0.0/0"] } },
    "web https alt dns sctp esp ping ping/1 timestamp partner blocked pod job host",
  ],
  ["every address of both families", { source: { nets: ["0.0.0.0/0", "::/0"] } }, EVERYTHING],
  ["empty nets", { source: { nets: [] } }, EVERYTHING],
  [
    "destination nets",
    { destination: { nets: ["10.0.0.1/32"] } },
    "web https alt dns sctp esp ping ping/1 timestamp partner blocked pod job host",
  ],
  ["destination notNets", { destination: { notNets: ["10.0.0.1/32"] } }, ""],
  ["destination nets of IPv6", { destination: { nets: ["fd00:10::/64"] } }, "web6 ping6"],
  ["destination ports", { protocol: "TCP", destination: { ports: [80] } }, "web web6 partner blocked pod job host"],
  ["destination notPorts", { protocol: "TCP", destination: { notPorts: [80] } }, "https alt"],
  ["several ports", { protocol: "TCP", destination: { ports: [443, "8080"] } }, "https alt"],
  ["a range", { protocol: "TCP", destination: { ports: ["81:8079"] } }, "https"],
  ["the ends of a range", { protocol: "TCP", destination: { ports: ["443:8080"] } }, "https alt"],
  [
    "not a range",
    { protocol: "TCP", destination: { notPorts: ["443:8080"] } },
    "web web6 partner blocked pod job host",
  ],
  ["ports of UDP", { protocol: "UDP", destination: { ports: [53, 80] } }, "dns"],
  [
    "every port",
    { protocol: "TCP", destination: { ports: ["1:65535"] } },
    "web https alt web6 partner blocked pod job host",
  ],
  ["empty ports", { protocol: "TCP", destination: { ports: [] } }, "web https alt web6 partner blocked pod job host"],
  ["source ports", { protocol: "TCP", source: { ports: [40000] } }, "web https web6 partner blocked pod job host"],
  ["source notPorts", { protocol: "TCP", source: { notPorts: [40000] } }, "alt"],
  ["source ports, a range", { protocol: "TCP", source: { ports: ["1:1024"] } }, "alt"],
  ["a named port of the host endpoint", { protocol: "TCP", destination: { ports: ["front"] } }, "https"],
  [
    "not a named port",
    { protocol: "TCP", destination: { notPorts: ["front"] } },
    "web alt web6 partner blocked pod job host",
  ],
  ["a named port of another protocol", { protocol: "UDP", destination: { ports: ["front"] } }, ""],
  [
    "a name or a number",
    { protocol: "TCP", destination: { ports: ["front", 80] } },
    "web https web6 partner blocked pod job host",
  ],
  ["a named port without a protocol, v3.32", { destination: { ports: ["front"] } }, "https", "v3.32"],
  [
    "a named port within a selector",
    { protocol: "TCP", destination: { ports: ["front"], selector: "host-endpoint == 'a'" } },
    "https",
  ],
  ["a named port of others", { protocol: "TCP", destination: { ports: ["front"], selector: "app == 'web'" } }, ""],
  ["a named source port", { protocol: "TCP", source: { ports: ["front"] } }, ""],
  ["ports of SCTP, v3.32", { protocol: "SCTP", destination: { ports: [80] } }, "sctp", "v3.32"],
  ["source selector of a workload", { source: { selector: "app == 'web'" } }, "pod"],
  [
    "source notSelector",
    { source: { notSelector: "app == 'web'" } },
    "web https alt dns sctp esp ping ping/1 timestamp web6 ping6 partner blocked job host",
  ],
  ["source selector of a host endpoint", { source: { selector: "role == 'db'" } }, "host"],
  ["source selector of a set", { source: { selector: "partner == 'yes'" } }, "partner blocked"],
  [
    "source notSelector of a set",
    { source: { notSelector: "has(partner)" } },
    "web https alt dns sctp esp ping ping/1 timestamp web6 ping6 pod job host",
  ],
  ["selector and notSelector", { source: { selector: "has(app)", notSelector: "app == 'job'" } }, "pod"],
  [
    "an address in a good and a bad set",
    { source: { selector: "has(partner)", notSelector: "partner == 'no'" } },
    "partner blocked",
  ],
  ["any known address", { source: { selector: "all()" } }, "partner blocked pod job host"],
  [
    "no known address",
    { source: { notSelector: "all()" } },
    "web https alt dns sctp esp ping ping/1 timestamp web6 ping6",
  ],
  ["an empty selector asks nothing", { source: { selector: "" } }, EVERYTHING],
  ["blanks are all()", { source: { selector: " " } }, "partner blocked pod job host"],
  ["a selector that selects nothing", { source: { selector: "app == 'gone'" } }, ""],
  ["not a selector that selects nothing", { source: { notSelector: "app == 'gone'" } }, EVERYTHING],
  ["destination selector", { destination: { selector: "host-endpoint == 'a'" } }, EVERYTHING],
  ["destination notSelector", { destination: { notSelector: "host-endpoint == 'a'" } }, ""],
  ["selector and nets", { source: { selector: "partner == 'yes'", notNets: ["203.0.113.7/32"] } }, "partner"],
  ["namespaceSelector", { source: { namespaceSelector: "team == 'blue'" } }, "pod"],
  ["namespaceSelector not met", { source: { namespaceSelector: "team != 'blue'" } }, "partner blocked job host"],
  ["namespaceSelector all(): in any namespace", { source: { namespaceSelector: "all()" } }, "pod job"],
  [
    "namespaceSelector global(): in none, v3.32",
    { source: { namespaceSelector: "global()" } },
    "partner blocked host",
    "v3.32",
  ],
  ["namespaceSelector and selector", { source: { namespaceSelector: "all()", selector: "app == 'job'" } }, "job"],
  ["namespaceSelector and notSelector", { source: { namespaceSelector: "all()", notSelector: "app == 'job'" } }, "pod"],
  ["serviceAccounts by name", { source: { serviceAccounts: { names: ["sa1"] } } }, "pod"],
  ["of several names", { source: { serviceAccounts: { names: ["sa1", "sa2"] } } }, "pod job"],
  ["serviceAccounts by selector", { source: { serviceAccounts: { selector: "tier == 'front'" } } }, "pod"],
  ["by both", { source: { serviceAccounts: { names: ["sa2"], selector: "tier == 'front'" } } }, ""],
  ["empty serviceAccounts", { source: { serviceAccounts: {} } }, EVERYTHING],
  ["both sides", { source: { nets: ["203.0.113.0/24"] }, destination: { nets: ["10.0.0.0/8"] } }, "partner blocked"],
  ["both sides, one failing", { source: { nets: ["203.0.113.0/24"] }, destination: { nets: ["192.168.0.0/16"] } }, ""],
  [
    "http is not looked at",
    { protocol: "TCP", http: { methods: ["GET"] } },
    "web https alt web6 partner blocked pod job host",
  ],
];

describe("what each field of a rule matches", () => {
  test.each(RULES.map((each) => [...each] as const))("%s", (_field, rule, matching, version = "v3.7") => {
    expect(matched(rule, version)).toBe(matching);
  });
});
