import { describe, expect, test } from "vitest";
import { DEFAULT_CALICO } from "../../../src/model/kinds/version.ts";
import { parseAddress } from "../../../src/model/net/address.ts";
import type { Packet } from "../../../src/policy/flow/packet.ts";
import { matchRule } from "../../../src/policy/match/match.ts";
import { compileRule } from "../../../src/policy/world/rules/compile-rule.ts";
import { KnownParts } from "../../../src/policy/world/rules/known-parts.ts";
import { hep, netset, wep, worldOf } from "../support.ts";

const WORLD = worldOf([
  wep("w1", "192.168.1.10/32", { ports: [{ name: "web", protocol: "TCP", port: 8080 }] }, { app: "web" }),
  wep("w2", "192.168.1.11/32", { ports: [{ name: "web", protocol: "TCP", port: 9090 }] }, { app: "db" }),
  hep("h1", { expectedIPs: ["10.0.0.1", "fd00::1"] }, { role: "db" }),
  netset("partners", ["203.0.113.0/24"], { partner: "yes" }),
  netset("blocked", ["203.0.113.7"], { partner: "no" }),
]);

function packet(
  changes: Partial<Omit<Packet, "source" | "destination">> & { from?: string; to?: string } = {},
): Packet {
  const { from = "10.0.0.2", to = "192.168.1.10", ...rest } = changes;
  const source = parseAddress(from);
  const destination = parseAddress(to);
  if (!source || !destination) throw new Error("bad address in a test");
  const ports = { sourcePort: 40000, destinationPort: 8080 };
  return { family: source.family, protocol: 6, source, destination, ...ports, ...rest };
}

function compile(fields: object) {
  const problems: never[] = [];
  const rule = compileRule({ action: "Allow", ...fields }, [], {
    calico: DEFAULT_CALICO,
    problems,
    parts: new KnownParts(),
  });
  if (!rule || problems.length > 0) throw new Error(JSON.stringify(problems));
  return rule;
}

/** `true` where the rule matches, else the criterion that fails, with its side. */
function check(fields: object, on: Packet, asWritten = false): boolean | string {
  const { miss } = matchRule(compile(fields), on, { world: WORLD, asWritten });
  if (miss === undefined) return true;
  return "side" in miss ? `${miss.side} ${miss.criterion}` : miss.criterion;
}

const icmp = (type: number, code = 0) => {
  const { sourcePort: _s, destinationPort: _d, ...rest } = packet({ protocol: 1 });
  return { ...rest, icmpType: type, icmpCode: code };
};
const v6 = packet({ from: "fd00::2", to: "fd00::1" });

describe("matchRule", () => {
  const cases: [string, object, Packet, boolean | string][] = [
    ["an empty rule", {}, packet(), true],
    ["ipVersion", { ipVersion: 4 }, packet(), true],
    ["other ipVersion", { ipVersion: 6 }, packet(), "ipVersion"],
    ["protocol by name", { protocol: "TCP" }, packet(), true],
    ["protocol by number", { protocol: 6 }, packet(), true],
    ["protocol by digits", { protocol: "6" }, packet(), true],
    ["other protocol", { protocol: "UDP" }, packet(), "protocol"],
    ["notProtocol", { notProtocol: "TCP" }, packet(), "notProtocol"],
    ["other notProtocol", { notProtocol: "UDP" }, packet(), true],
    ["ICMP never matches IPv6", { protocol: "ICMP" }, { ...v6, protocol: 1 }, "family"],
    ["ICMPv6 never matches IPv4", { protocol: "ICMPv6" }, packet({ protocol: 58 }), "family"],
    ["icmp type", { protocol: "ICMP", icmp: { type: 8 } }, icmp(8, 3), true],
    ["icmp type and code", { protocol: "ICMP", icmp: { type: 8, code: 1 } }, icmp(8), "icmp"],
    ["notICMP excludes the type", { protocol: "ICMP", notICMP: { type: 8 } }, icmp(8, 1), "notICMP"],
    [
      "notICMP with code excludes that pair only",
      { protocol: "ICMP", notICMP: { type: 8, code: 1 } },
      icmp(8, 0),
      true,
    ],
    ["source nets, OR inside", { source: { nets: ["172.16.0.0/12", "10.0.0.0/8"] } }, packet(), true],
    ["outside source nets", { source: { nets: ["172.16.0.0/12"] } }, packet(), "source nets"],
    ["host bits do not count", { source: { nets: ["10.9.9.9/8"] } }, packet(), true],
    ["notNets", { destination: { notNets: ["192.168.0.0/16"] } }, packet(), "destination notNets"],
    ["nets of the other family", { source: { nets: ["fd00::/8"] } }, packet(), "family"],
    ["notNets of the other family skip the rule too", { source: { notNets: ["fd00::/8"] } }, packet(), "family"],
    ["nets for IPv6", { source: { nets: ["fd00::/8"] } }, v6, true],
    ["a port", { protocol: "TCP", destination: { ports: [8080] } }, packet(), true],
    ["another port", { protocol: "TCP", destination: { ports: [80] } }, packet(), "destination ports"],
    ["a range", { protocol: "TCP", destination: { ports: ["8000:8100"] } }, packet(), true],
    ["a string of digits is the number", { protocol: "TCP", destination: { ports: ["8080"] } }, packet(), true],
    ["source port", { protocol: "TCP", source: { ports: [40000] } }, packet(), true],
    ["notPorts", { protocol: "TCP", destination: { notPorts: ["8000:9000"] } }, packet(), "destination notPorts"],
    ["ports and notPorts", { protocol: "TCP", destination: { ports: ["1:9000"], notPorts: [80] } }, packet(), true],
    ["a named port", { protocol: "TCP", destination: { ports: ["web"] } }, packet(), true],
    [
      "of another endpoint's number",
      { protocol: "TCP", destination: { ports: ["web"] } },
      packet({ destinationPort: 9090 }),
      "destination ports",
    ],
    [
      "within the positive selector",
      { protocol: "TCP", destination: { ports: ["web"], selector: "app == 'db'" } },
      packet(),
      "destination ports",
    ],
    [
      "a named port of another protocol",
      { protocol: "UDP", destination: { ports: ["web"] } },
      packet({ protocol: 17 }),
      "destination ports",
    ],
    [
      "an undefined name matches nothing",
      { protocol: "TCP", destination: { ports: ["gone"] } },
      packet(),
      "destination ports",
    ],
    ["an undefined name excludes nothing", { protocol: "TCP", destination: { notPorts: ["gone"] } }, packet(), true],
    ["a named notPort", { protocol: "TCP", destination: { notPorts: ["web"] } }, packet(), "destination notPorts"],
    ["a selector", { destination: { selector: "app == 'web'" } }, packet(), true],
    ["of something else", { destination: { selector: "app == 'db'" } }, packet(), "destination selector"],
    ["an empty selector is not a condition", { source: { selector: "" } }, packet(), true],
    ["blanks are all()", { source: { selector: "  " } }, packet(), "source selector"],
    ["all() matches only known addresses", { source: { selector: "all()" } }, packet(), "source selector"],
    ["a host endpoint's addresses", { source: { selector: "role == 'db'" } }, packet({ from: "10.0.0.1" }), true],
    ["a set's network", { source: { selector: "partner == 'yes'" } }, packet({ from: "203.0.113.9" }), true],
    ["notSelector", { source: { notSelector: "has(partner)" } }, packet({ from: "203.0.113.9" }), "source notSelector"],
    ["notSelector and an unknown address", { source: { notSelector: "has(partner)" } }, packet(), true],
    [
      "selector and notSelector are one selector: an address in a good and a bad set matches",
      { source: { selector: "has(partner)", notSelector: "partner == 'no'" } },
      packet({ from: "203.0.113.7" }),
      true,
    ],
    ["http is ignored", { http: { methods: ["GET"] } }, packet(), true],
  ];
  test.each(cases)("%s", (_what, fields, on, expected) => expect(check(fields, on)).toBe(expected));

  test("a miss carries what the packet has and what the rule wants", () => {
    const { miss } = matchRule(compile({ protocol: "TCP", destination: { ports: [80, "90:99"] } }), packet(), {
      world: WORLD,
      asWritten: false,
    });
    expect(miss).toEqual({ criterion: "ports", side: "destination", actual: 8080, wanted: ["80", "90:99"] });
  });
});

describe("the rendering defect", () => {
  const rule = {
    protocol: "TCP",
    source: { nets: ["10.0.0.0/8", "172.16.0.0/12"] },
    destination: { nets: ["1.1.1.1/32", "2.2.2.2/32"], ports: [8080, "web"] },
  };
  test("the third many-valued list is ignored, and the step says so", () => {
    const result = matchRule(compile(rule), packet(), { world: WORLD, asWritten: false });
    expect(result).toEqual({ ignored: expect.objectContaining({ criterion: "nets", side: "destination" }) });
  });
  test("as written it does not match", () => expect(check(rule, packet(), true)).toBe("destination nets"));
  test("the first two still count", () => expect(check(rule, packet({ from: "192.0.2.1" }))).toBe("source nets"));
  test("two lists are enforced", () => {
    const { ports: _ports, ...destination } = rule.destination;
    expect(check({ ...rule, destination }, packet())).toBe("destination nets");
  });
});
