import { describe, expect, test } from "vitest";
import type { Flow } from "../../../src/model/flow.ts";
import { missText } from "../../../src/report/outcomes/step-text.ts";
import { A } from "../cast.ts";
import { allow, FACTS, felix, gnp, IN_TO_PROCESS, netset, run, wep, withoutPorts } from "../support.ts";

const BARE = withoutPorts(IN_TO_PROCESS);
const PING: Flow = { ...BARE, protocol: "ICMP", icmpType: 8, icmpCode: 0 };
const UNREACHABLE: Flow = { ...BARE, protocol: "ICMP", icmpType: 3, icmpCode: 1, conntrack: "new" };
const ESP: Flow = { ...BARE, protocol: "50" };
const WEB6: Flow = { ...IN_TO_PROCESS, srcIP: "fd00:10::2", dstIP: "fd00:10::1" };
const WORLD = [
  felix({ failsafeInboundHostPorts: [] }),
  A,
  wep("w1", "192.168.1.10/32", { ports: [{ name: "front", protocol: "TCP", port: 8080 }] }, { app: "web" }),
  netset("strangers", ["10.0.0.0/24"], { known: "no" }),
];
const tcp = (more: object) => ({ protocol: "TCP", ...more });

/** A rule and a packet that it does not match, and the miss: the first criterion that fails. */
const MISSES: readonly (readonly [rule: object, flow: Flow, why: string])[] = [
  [{ ipVersion: 6 }, IN_TO_PROCESS, "the packet is IPv4, the rule is for IPv6"],
  [{ ipVersion: 4 }, WEB6, "the packet is IPv6, the rule is for IPv4"],
  [{ protocol: "ICMPv6" }, PING, "the rule is not for IPv4: it has protocol ICMPv6"],
  [{ protocol: "ICMP" }, WEB6, "the rule is not for IPv6: it has protocol ICMP"],
  [{ source: { nets: ["fd00::/8"] } }, IN_TO_PROCESS, "the rule is not for IPv4: it has fd00::/8"],
  [
    { source: { nets: ["10.0.0.0/8", "172.16.0.0/12"] } },
    WEB6,
    "the rule is not for IPv6: it has 10.0.0.0/8, 172.16.0.0/12",
  ],
  [{ destination: { notNets: ["10.0.0.0/8"] } }, WEB6, "the rule is not for IPv6: it has 10.0.0.0/8"],
  [{ protocol: "UDP" }, IN_TO_PROCESS, "protocol TCP is not UDP"],
  [{ protocol: 99 }, ESP, "protocol 50 is not 99"],
  [{ notProtocol: 6 }, IN_TO_PROCESS, "protocol TCP is excluded"],
  [{ protocol: "ICMP", icmp: { type: 13 } }, PING, "ICMP type 8/0 is not 13"],
  [{ protocol: "ICMP", icmp: { type: 8, code: 3 } }, PING, "ICMP type 8/0 is not 8/3"],
  [{ protocol: "ICMP", icmp: { code: 3 } }, PING, "ICMP type 8/0 is not any/3"],
  [{ protocol: "ICMP", icmp: { type: 3, code: 0 } }, UNREACHABLE, "ICMP type 3/1 is not 3/0"],
  [{ icmp: { type: 8 } }, IN_TO_PROCESS, "ICMP type TCP is not 8"],
  [{ icmp: { type: 8 } }, ESP, "ICMP type 50 is not 8"],
  [{ notICMP: { type: 8 } }, PING, "ICMP type 8/0 is excluded by 8"],
  [{ notICMP: { type: 8, code: 0 } }, PING, "ICMP type 8/0 is excluded by 8/0"],
  [{ notICMP: {} }, PING, "ICMP type 8/0 is excluded by any"],
  [
    { source: { nets: ["10.1.0.0/16", "10.2.0.0/16"] } },
    IN_TO_PROCESS,
    "source 10.0.0.2 is outside 10.1.0.0/16, 10.2.0.0/16",
  ],
  [{ destination: { nets: ["10.1.0.0/16"] } }, IN_TO_PROCESS, "destination 10.0.0.1 is outside 10.1.0.0/16"],
  [
    { source: { notNets: ["10.0.0.0/8", "1.1.1.1/32"] } },
    IN_TO_PROCESS,
    "source 10.0.0.2 is in the excluded 10.0.0.0/8, 1.1.1.1/32",
  ],
  [tcp({ destination: { ports: [443] } }), IN_TO_PROCESS, "destination port 80 is not 443"],
  [
    tcp({ destination: { ports: [443, "8000:8999", "front"] } }),
    IN_TO_PROCESS,
    "destination port 80 is not 443, 8000:8999 or front",
  ],
  [tcp({ source: { ports: [443] } }), IN_TO_PROCESS, "source port 40000 is not 443"],
  [tcp({ destination: { notPorts: [80, 443] } }), IN_TO_PROCESS, "destination port 80 is in the excluded 80, 443"],
  [tcp({ source: { notPorts: ["30000:50000"] } }), IN_TO_PROCESS, "source port 40000 is in the excluded 30000:50000"],
  [
    { source: { selector: "app == 'web'" } },
    IN_TO_PROCESS,
    "source 10.0.0.2 is not an address of anything with app == 'web'",
  ],
  [
    { source: { notSelector: "has(known)" } },
    IN_TO_PROCESS,
    "source 10.0.0.2 is an address of something with has(known)",
  ],
  [
    { destination: { selector: "has(app)" } },
    IN_TO_PROCESS,
    "destination 10.0.0.1 is not an address of anything with has(app)",
  ],
];

/** Of several criteria that fail, the one that is reported. */
const FIRST: readonly (readonly [rule: object, criterion: string])[] = [
  [{ ipVersion: 6, protocol: "UDP" }, "ipVersion"],
  [{ protocol: "UDP", source: { nets: ["fd00::/8"] } }, "family"],
  [{ protocol: "UDP", notProtocol: "TCP" }, "protocol"],
  [{ notProtocol: "TCP", source: { nets: ["1.1.1.1/32"] } }, "notProtocol"],
  [tcp({ source: { ports: [1], nets: ["1.1.1.1/32"] }, destination: { ports: [1] } }), "source ports"],
  [tcp({ source: { nets: ["1.1.1.1/32"] }, destination: { ports: [1] } }), "destination ports"],
  [{ source: { nets: ["1.1.1.1/32"] }, destination: { nets: ["1.1.1.1/32"] } }, "source nets"],
  [{ destination: { nets: ["1.1.1.1/32"], selector: "has(x)" } }, "destination nets"],
  [{ source: { selector: "has(x)", notNets: ["10.0.0.0/8"] }, destination: { selector: "has(x)" } }, "source selector"],
  [{ source: { notNets: ["10.0.0.0/8"] }, destination: { selector: "has(x)" } }, "destination selector"],
  [tcp({ source: { notNets: ["10.0.0.0/8"], notPorts: [40000] }, destination: { notPorts: [80] } }), "source notNets"],
  [tcp({ source: { notPorts: [40000] }, destination: { notNets: ["10.0.0.0/8"] } }), "source notPorts"],
  [tcp({ destination: { notNets: ["10.0.0.0/8"], notPorts: [80] } }), "destination notNets"],
];

function missOf(rule: object, flow: Flow) {
  const { steps } = run([...WORLD, gnp("p", { selector: "has(host-endpoint)", ingress: [allow({ ...rule })] })], flow, {
    facts: FACTS,
  });
  const step = steps.find((each) => each.kind === "rule-missed");
  return step?.kind === "rule-missed" ? step.miss : expect.unreachable("the rule matches");
}

describe("why a rule does not match", () => {
  test.each(MISSES)("%j", (rule, flow, why) => expect(missText(missOf(rule, flow))).toBe(why));
  test.each(FIRST)("of several, the first: %j", (rule, criterion) => {
    const miss = missOf(rule, IN_TO_PROCESS);
    expect("side" in miss ? `${miss.side} ${miss.criterion}` : miss.criterion).toBe(criterion);
  });
});

describe("sets of many networks", () => {
  const set = netset("many", ["10.0.0.0/30", "10.0.1.0/30", "10.0.2.0/24", "10.0.3.7", "fd00::/64", "fd01::1"], {
    many: "yes",
  });
  test.each<[address: string, inside: boolean]>([
    ...["10.0.0.0", "10.0.0.3", "10.0.1.3", "10.0.2.255", "10.0.3.7", "fd00::ffff", "fd01::1"].map(
      (ip): [string, boolean] => [ip, true],
    ),
    ...["10.0.0.4", "10.0.1.4", "10.0.3.6", "10.0.3.8", "9.255.255.255", "fd00:0:0:1::", "fd01::2"].map(
      (ip): [string, boolean] => [ip, false],
    ),
  ])("%s is in them: %s", (srcIP, inside) => {
    const policy = gnp("p", {
      selector: "has(host-endpoint)",
      ingress: [allow({ source: { selector: "has(many)" } })],
    });
    const flow = { ...(srcIP.includes(":") ? WEB6 : IN_TO_PROCESS), srcIP };
    expect(run([...WORLD, set, policy], flow).verdict).toBe(inside ? "allow" : "deny");
  });

  test("one address may carry a port's name twice, for two numbers", () => {
    const two = [81, 82].map((port, at) =>
      wep(`t${at}`, "10.0.0.1/32", { ports: [{ name: "twice", protocol: "TCP", port }] }, { app: `t${at}` }),
    );
    const verdict = (dstPort: number, more: object = {}): string =>
      run(
        [
          ...WORLD,
          ...two,
          gnp("p", {
            selector: "has(host-endpoint)",
            ingress: [allow(tcp({ destination: { ports: ["twice"], ...more } }))],
          }),
        ],
        { ...IN_TO_PROCESS, dstPort },
      ).verdict;
    expect([80, 81, 82].map((port) => verdict(port))).toEqual(["deny", "allow", "allow"]);
    expect([81, 82].map((port) => verdict(port, { selector: "app == 't0'" }))).toEqual(["allow", "deny"]);
  });
});
