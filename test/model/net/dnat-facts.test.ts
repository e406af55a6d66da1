import { describe, expect, test } from "vitest";
import type { DnatMatch, NodeFacts } from "../../../src/model/flow.ts";
import { parseAddress } from "../../../src/model/net/address.ts";
import { compileDnat, type DnatPacket, dnatHost } from "../../../src/model/net/dnat.ts";
import { routeFor } from "../../../src/model/net/route.ts";

const address = (text: string) => parseAddress(text) ?? expect.unreachable(text);
const KNOWN: NodeFacts["interfaces"] = { eth0: ["fd00::1", "10.0.0.1"], eth1: ["172.16.0.1"] };

/** A packet in short: `INTERFACE PROTOCOL SOURCE DESTINATION PORT`, `-` for what is not known or not there. */
function packet(text: string): DnatPacket {
  const [name, protocol, src = "", dst = "", port] = text.split(" ");
  return {
    protocol: Number(protocol),
    src: address(src),
    dst: address(dst),
    ...(name === "-" ? {} : { interface: name ?? "" }),
    ...(port === "-" ? {} : { dstPort: Number(port) }),
  };
}
const WEB = "eth0 6 10.0.0.2 10.0.0.1 80";

/** What a rule asks for, a packet, and whether it matches: `yes`, `no`, or why that is not known. */
const MATCHES: readonly (readonly [
  match: DnatMatch,
  packet: string,
  answer: string,
  interfaces?: NodeFacts["interfaces"],
])[] = [
  [{}, WEB, "yes"],
  [{ protocol: "TCP" }, WEB, "yes"],
  [{ protocol: 17 }, WEB, "no"],
  [{ protocol: "all" }, "eth0 99 10.0.0.2 10.0.0.1 -", "yes"],
  [{ ipVersion: 4 }, WEB, "yes"],
  [{ ipVersion: 6 }, WEB, "no"],
  [{ port: 80 }, WEB, "yes"],
  [{ port: 81 }, WEB, "no"],
  [{ port: 79 }, WEB, "no"],
  [{ port: 80, portTo: 90 }, WEB, "yes"],
  [{ port: 70, portTo: 80 }, WEB, "yes"],
  [{ port: 70, portTo: 79 }, WEB, "no"],
  [{ port: 81, portTo: 90 }, WEB, "no"],
  [{ port: 0, portTo: 65535 }, "eth0 1 10.0.0.2 10.0.0.1 -", "no"],
  [{ port: 80 }, "eth0 1 10.0.0.2 10.0.0.1 -", "no"],
  [{ interface: "eth0" }, WEB, "yes"],
  [{ interface: "eth" }, WEB, "no"],
  [{ interface: "eth00" }, WEB, "no"],
  [{ interface: "eth+" }, WEB, "yes"],
  [{ interface: "eth0+" }, WEB, "yes"],
  [{ interface: "+" }, WEB, "yes"],
  [{ interface: "cali+" }, WEB, "no"],
  [{ interface: "eth0" }, "- 6 10.0.0.2 10.0.0.1 80", "the incoming interface is unknown"],
  [{ interface: "eth0", port: 81 }, "- 6 10.0.0.2 10.0.0.1 80", "no"],
  [{ dst: "10.0.0.1" }, WEB, "yes"],
  [{ dst: "10.0.0.0/24" }, WEB, "yes"],
  [{ dst: "10.0.1.0/24" }, WEB, "no"],
  [{ dst: "somewhere" }, WEB, "no"],
  [{ srcIP: "10.0.0.2" }, WEB, "yes"],
  [{ srcIP: "10.0.0.1" }, WEB, "no"],
  [{ dst: "LOCAL" }, WEB, "yes"],
  [{ dst: "LOCAL" }, "eth0 6 10.0.0.2 172.16.0.1 80", "yes"],
  [{ dst: "LOCAL" }, "eth0 6 10.0.0.2 10.0.0.2 80", "no"],
  [{ dst: "LOCAL" }, "lo 6 127.0.0.1 127.1.2.3 80", "yes"],
  [{ dst: "LOCAL" }, "lo 6 ::1 ::1 80", "yes"],
  [{ dst: "LOCAL" }, "lo 6 ::1 ::2 80", "no"],
  [{ dst: "LOCAL" }, WEB, "the node's addresses are unknown", undefined],
  [{ dst: "LOCAL" }, "lo 6 127.0.0.1 127.0.0.1 80", "yes", undefined],
  [{ dst: "LOCAL" }, "lo 6 ::1 ::1 80", "yes", undefined],
  [{ dst: "LOCAL" }, "lo 6 ::1 ::2 80", "the node's addresses are unknown", undefined],
  [{ srcIP: "LOCAL" }, "eth0 6 10.0.0.1 10.0.0.2 80", "yes"],
  [{ dst: "LOCAL" }, WEB, "no", {}],
  [{ dst: "LOCAL" }, WEB, "yes", { eth0: ["x", "10.0.0.1"] }],
  [{ except: [{ port: 80 }] }, WEB, "no"],
  [{ except: [{ port: 81 }] }, WEB, "yes"],
  [{ except: [{ port: 81 }, { port: 80 }] }, WEB, "no"],
  [{ except: [{ port: 80, srcIP: "10.0.0.3" }] }, WEB, "yes"],
  [{ except: [{ except: [{ port: 80 }] }] }, WEB, "yes"],
  [{ except: [{ except: [{ port: 81 }] }] }, WEB, "no"],
  [{ except: [{ dst: "LOCAL" }] }, WEB, "the node's addresses are unknown", undefined],
  [{ except: [{ dst: "LOCAL", port: 81 }] }, WEB, "yes", undefined],
  [{ except: [{ dst: "LOCAL" }, { port: 80 }] }, WEB, "no", undefined],
  [{ interface: "eth0", dst: "LOCAL" }, "- 6 10.0.0.2 10.0.0.1 80", "the incoming interface is unknown", undefined],
];

describe("what a DNAT matches", () => {
  test.each(MATCHES.map((each, at) => [at, ...each] as const))("%i: %j of %s: %s", (at, match, text, expected) => {
    const interfaces = (MATCHES[at]?.length ?? 0) > 3 ? MATCHES[at]?.[3] : KNOWN;
    const toIP = text.includes("::") ? "fd00::9" : "10.9.9.9";
    const rule = { protocol: "all", dst: text.includes("::") ? "::/0" : "0.0.0.0/0", ...match, toIP };
    const answer = compileDnat([rule])(packet(text), dnatHost(interfaces));
    const outcome = { translated: "yes", none: "no", unknown: "why" in answer ? answer.why : "" }[answer.kind];
    expect(outcome).toBe(expected);
  });
});

/** Where `INTERFACE` sends a packet: to the incoming interface's first address of the packet's family. */
describe("a redirection to the node itself", () => {
  test.each<[text: string, interfaces: NodeFacts["interfaces"], to: string]>([
    [WEB, KNOWN, "10.0.0.1"],
    ["eth1 6 10.0.0.2 10.0.0.1 80", KNOWN, "172.16.0.1"],
    ["eth0 6 fd00::2 fd00::1 80", KNOWN, "fd00::1"],
    ["eth1 6 fd00::2 fd00::1 80", KNOWN, "the address of eth1 is unknown"],
    ["eth9 6 10.0.0.2 10.0.0.1 80", KNOWN, "the address of eth9 is unknown"],
    ["toString 6 10.0.0.2 10.0.0.1 80", KNOWN, "the address of toString is unknown"],
    [WEB, undefined, "the address of eth0 is unknown"],
    ["- 6 10.0.0.2 10.0.0.1 80", KNOWN, "the address of the incoming interface is unknown"],
  ])("%s", (text, interfaces, to) => {
    const rule = {
      protocol: "all",
      dst: text.includes("fd00") ? "::/0" : "0.0.0.0/0",
      toIP: "INTERFACE",
      toPort: 8080,
    };
    const answer = compileDnat([rule])(packet(text), dnatHost(interfaces));
    if (answer.kind === "none") expect.unreachable("the rule matches");
    expect(answer.kind === "unknown" ? answer.why : answer.toIP).toBe(to);
    if (answer.kind === "translated") expect(answer.toPort).toBe(8080);
  });
});

describe("routes of host prefixes and of IPv6", () => {
  const routes = [
    { dst: "fd00::/64", interfaces: ["eth0"] },
    { dst: "fd00::10/128", interfaces: ["cali1"] },
    { dst: "fd00::20/127", interfaces: ["cali2"] },
    { dst: "::/0", interfaces: ["eth9"] },
    { dst: "10.0.0.0/31", interfaces: ["eth1"] },
    { dst: "10.0.0.1/32", interfaces: ["cali3"] },
    { dst: "10.0.0.0/24", interfaces: ["eth2"], metric: 0 },
    { dst: "10.0.0.0/24", interfaces: ["eth3"], metric: 1 },
  ];
  test.each([
    ["fd00::1", "eth0"],
    ["fd00::10", "cali1"],
    ["fd00::11", "eth0"],
    ["fd00::f", "eth0"],
    ["fd00::20", "cali2"],
    ["fd00::21", "cali2"],
    ["fd00::22", "eth0"],
    ["fd01::1", "eth9"],
    ["10.0.0.0", "eth1"],
    ["10.0.0.1", "cali3"],
    ["10.0.0.2", "eth2"],
  ])("%s goes out through %s", (to, name) => {
    expect(routeFor(routes, address(to))).toEqual({ kind: "interface", name });
  });
  test("nothing else", () => expect(routeFor(routes, address("10.0.1.0"))).toEqual({ kind: "none" }));
});
