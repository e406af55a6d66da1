import { describe, expect, test } from "vitest";
import type { Flow } from "../../../src/model/flow.ts";
import { A, D, U } from "../cast.ts";
import { compiled, deny, felix, hep, IN_TO_PROCESS, OUT_OF_PROCESS, run, tcpTo } from "../support.ts";

const inbound = (...ports: object[]) => felix({ failsafeInboundHostPorts: ports, failsafeOutboundHostPorts: [] });
const outbound = (...ports: object[]) => felix({ failsafeInboundHostPorts: [], failsafeOutboundHostPorts: ports });
const SSH = { protocol: "TCP", port: 22 };
const IN: Flow = { ...IN_TO_PROCESS, dstPort: 22 };
const OUT: Flow = { ...OUT_OF_PROCESS, dstPort: 22 };
const REPLY_IN: Flow = { ...IN_TO_PROCESS, srcPort: 22 };
const REPLY_OUT: Flow = { ...OUT_OF_PROCESS, srcPort: 22 };
const V6 = { srcIP: "fd00:10::2", dstIP: "fd00:10::1" };

/** A failsafe port may be for the far end's network: the source of what comes in, the destination of what goes out. */
describe("failsafe ports of a network", () => {
  test.each<[what: string, settings: ReturnType<typeof felix>, flow: Flow, verdict: string]>([
    ["from anywhere", inbound(SSH), IN, "allow"],
    ["from the network", inbound({ ...SSH, net: "10.0.0.0/24" }), IN, "allow"],
    ["from an address in it only", inbound({ ...SSH, net: "10.0.0.2/32" }), IN, "allow"],
    ["not by the node's own address", inbound({ ...SSH, net: "10.0.0.1/32" }), IN, "deny"],
    ["from elsewhere", inbound({ ...SSH, net: "10.1.0.0/16" }), IN, "deny"],
    ["from one of two networks", inbound({ ...SSH, net: "10.1.0.0/16" }, { ...SSH, net: "10.0.0.0/24" }), IN, "allow"],
    ["from a network of the other family", inbound({ ...SSH, net: "::/0" }), IN, "deny"],
    ["IPv6 from its network", inbound({ ...SSH, net: "fd00:10::/64" }), { ...IN, ...V6 }, "allow"],
    ["to the network", outbound({ ...SSH, net: "10.0.0.2/32" }), OUT, "allow"],
    ["not by the node's own address, outwards", outbound({ ...SSH, net: "10.0.0.1/32" }), OUT, "deny"],
    ["to elsewhere", outbound({ ...SSH, net: "10.1.0.0/16" }), OUT, "deny"],
    ["the list of the other direction does not count", outbound(SSH), IN, "deny"],
    ["nor that of what comes in for what goes out", inbound(SSH), OUT, "deny"],
    ["another protocol", inbound({ protocol: "UDP", port: 22 }), IN, "deny"],
    ["no protocol, which is TCP", inbound({ port: 22 }), IN, "allow"],
    ["a protocol in lower case", inbound({ protocol: "tcp", port: 22 }), IN, "allow"],
    ["UDP", inbound({ protocol: "udp", port: 22 }), { ...IN, protocol: "UDP" }, "allow"],
    ["SCTP", inbound({ protocol: "SCTP", port: 22 }), { ...IN, protocol: "SCTP" }, "allow"],
    ["a net that is empty", inbound({ ...SSH, net: "" }), IN, "allow"],
    ["another port", inbound({ protocol: "TCP", port: 23 }), IN, "deny"],
    ["not by source port", inbound(SSH), { ...IN_TO_PROCESS, srcPort: 22 }, "deny"],
  ])("%s", (_what, settings, flow, verdict) => {
    const a = hep("a", { expectedIPs: ["10.0.0.1", "fd00:10::1"] });
    expect(run([a, settings], flow).verdict).toBe(verdict);
  });
});

/** Before connection tracking, replies of the other direction's list pass by their source port. */
describe("replies of failsafe ports at untracked policy", () => {
  const NO = U({ types: ["Ingress", "Egress"], ingress: [deny()], egress: [deny()] });
  test.each<[what: string, settings: ReturnType<typeof felix>, flow: Flow, dropped: boolean]>([
    ["the reply to what went out", outbound(SSH), REPLY_IN, false],
    ["of the network", outbound({ ...SSH, net: "10.0.0.2/32" }), REPLY_IN, false],
    ["of another network", outbound({ ...SSH, net: "10.1.0.0/16" }), REPLY_IN, true],
    ["the reply to what came in", inbound(SSH), REPLY_OUT, false],
    ["of the network, outwards", inbound({ ...SSH, net: "10.0.0.2/32" }), REPLY_OUT, false],
    ["of another network, outwards", inbound({ ...SSH, net: "10.1.0.0/16" }), REPLY_OUT, true],
    ["the list of the same direction is not for replies", inbound(SSH), REPLY_IN, true],
    ["nor the other's, outwards", outbound(SSH), REPLY_OUT, true],
  ])("%s", (_what, settings, flow, dropped) => {
    expect(run([A, NO, settings], flow).dropStage === "raw").toBe(dropped);
  });
  test("pre-DNAT policy knows no replies", () => {
    expect(run([A, D({ ingress: [deny()] }), outbound(SSH)], REPLY_IN).dropStage).toBe("mangle");
    expect(run([A, D({ ingress: [deny(tcpTo(22))] }), inbound(SSH)], IN).verdict).toBe("allow");
  });
});

describe("failsafe ports that cannot be read", () => {
  const messagesOf = (port: object): string[] =>
    compiled([inbound(port)]).diagnostics.map(({ code, path }) => `${code} ${path}`);
  test.each<[port: object, messagesOf: string[]]>([
    [{ ...SSH, net: "10.0.0.0/24" }, []],
    [{ ...SSH, net: "x" }, ["world.setting spec.failsafeInboundHostPorts[0].net"]],
    [{ protocol: "ICMP", port: 22 }, ["world.setting spec.failsafeInboundHostPorts[0]"]],
    [{ protocol: "TCP" }, ["world.setting spec.failsafeInboundHostPorts[0]"]],
  ])("%j", (port, expected) => expect(messagesOf(port)).toEqual(expected));
});

/** The beginnings of workload interfaces' names. */
describe("interfacePrefix", () => {
  test.each<[prefix: string, interfaces: string]>([
    ["cali", "cali1"],
    ["tap", "tap1"],
    ["tap,cali", "cali1 tap1"],
    ["tap,,cali,", "cali1 tap1"],
    ["", "cali1"],
  ])("%j", (prefix, interfaces) => {
    const matching = ["cali1", "tap1", "eth0"].filter((name) => {
      const flow = { ...IN_TO_PROCESS, from: { interface: name } };
      return run([felix({ interfacePrefix: prefix })], flow).decidedBy.kind === "unknown-workload-interface";
    });
    expect(matching.join(" ")).toBe(interfaces);
  });
});
