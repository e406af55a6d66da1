import { expect, test } from "vitest";
import { flowRequest, journeyArgs } from "../../src/cli/flow-args.ts";
import { UsageError } from "../../src/cli/shell/usage.ts";

/** The packet part of what a command line means. */
test.each([
  [
    "tcp 10.0.0.2 10.0.0.1:80",
    {},
    { protocol: "TCP", srcIP: "10.0.0.2", dstIP: "10.0.0.1", srcPort: 40000, dstPort: 80 },
  ],
  [
    "UDP 10.0.0.2:68 10.0.0.1:67",
    {},
    { protocol: "UDP", srcIP: "10.0.0.2", dstIP: "10.0.0.1", srcPort: 68, dstPort: 67 },
  ],
  ["6 fd00::2 [fd00::1]:80", {}, { protocol: "TCP", srcIP: "fd00::2", dstIP: "fd00::1", srcPort: 40000, dstPort: 80 }],
  ["icmp 10.0.0.2 10.0.0.1", {}, { protocol: "ICMP", srcIP: "10.0.0.2", dstIP: "10.0.0.1", icmpType: 8, icmpCode: 0 }],
  [
    "icmpv6 fd00::2 [fd00::1]",
    {},
    { protocol: "ICMPv6", srcIP: "fd00::2", dstIP: "fd00::1", icmpType: 128, icmpCode: 0 },
  ],
  [
    "icmp 1.1.1.1 1.1.1.2",
    { icmp: "3/4" },
    { protocol: "ICMP", srcIP: "1.1.1.1", dstIP: "1.1.1.2", icmpType: 3, icmpCode: 4 },
  ],
  ["99 1.1.1.1 1.1.1.2", {}, { protocol: "99", srcIP: "1.1.1.1", dstIP: "1.1.1.2" }],
  [
    "tcp 1.1.1.1 1.1.1.2:1",
    { tcpFlags: "RST", established: true, expect: "Deny" },
    {
      protocol: "TCP",
      srcIP: "1.1.1.1",
      dstIP: "1.1.1.2",
      srcPort: 40000,
      dstPort: 1,
      tcpFlags: "RST",
      conntrack: "established",
      expect: "deny",
    },
  ],
])("%s %j", (line, options, packet) => {
  expect(flowRequest(line.split(" "), options).packet).toEqual(packet);
});

/** Where it comes from and goes to, and the facts around it. */
test.each([
  [{}, { interfaces: {}, dnat: [], sourcePortAssumed: true }],
  [
    { node: "n1", in: "eth0", toProcess: true },
    { node: "n1", from: { interface: "eth0" }, to: { process: true } },
  ],
  [
    { fromWorkload: "w1", out: "eth0" },
    { from: { workload: "w1" }, to: { interface: "eth0" } },
  ],
  [
    { fromProcess: true, toWorkload: "w1" },
    { from: { process: true }, to: { workload: "w1" } },
  ],
  [{ interface: ["eth0=10.0.0.1,fd00::1", "eth1="] }, { interfaces: { eth0: ["10.0.0.1", "fd00::1"], eth1: [] } }],
  [
    { dnat: ["tcp:10.0.0.1:31852=192.168.1.10:8080", "udp:[fd00::1]:53=[fd00::2]:5353"] },
    {
      dnat: [
        { protocol: "TCP", dst: "10.0.0.1", port: 31852, toIP: "192.168.1.10", toPort: 8080 },
        { protocol: "UDP", dst: "fd00::1", port: 53, toIP: "fd00::2", toPort: 5353 },
      ],
    },
  ],
] as const)("options %j", (options, request) => {
  expect(flowRequest(["tcp", "10.0.0.2", "10.0.0.1:80"], options)).toMatchObject(request);
});

test("a source port that is given is not assumed", () => {
  expect(flowRequest(["tcp", "10.0.0.2:1", "10.0.0.1:80"], {}).sourcePortAssumed).toBe(false);
  expect(flowRequest(["icmp", "10.0.0.2", "10.0.0.1"], {}).sourcePortAssumed).toBe(false);
});

test.each([
  ["", {}, "which packet"],
  ["tcp 10.0.0.2", {}, "which packet"],
  ["tpc 10.0.0.2 10.0.0.1:80", {}, "`tpc` is no protocol"],
  ["0 10.0.0.2 10.0.0.1", {}, "`0` is no protocol"],
  ["tcp 10.0.0.2 10.0.0.1", {}, "TCP needs a destination port"],
  ["tcp 10.0.0.2 10.0.0.1:70000", {}, "is no address"],
  ["tcp localhost 10.0.0.1:80", {}, "`localhost` is no address"],
  ["tcp 10.0.0.02 10.0.0.1:80", {}, "`10.0.0.02` is no address"],
  ["icmp 10.0.0.2 10.0.0.1:80", {}, "ICMP has no ports"],
  ["icmp 10.0.0.2 10.0.0.1", { icmp: "echo" }, "`echo` is no ICMP type"],
  ["icmp 10.0.0.2 10.0.0.1", { icmp: "8/300" }, "no ICMP type"],
  ["tcp 10.0.0.2 10.0.0.1:80", { icmp: "8" }, "--icmp goes with"],
  ["tcp 10.0.0.2 10.0.0.1:80", { in: "eth0", fromProcess: true }, "--from-process, --in, --from-workload exclude"],
  ["tcp 10.0.0.2 10.0.0.1:80", { expect: "maybe" }, "--expect takes allow or deny"],
  ["tcp 10.0.0.2 10.0.0.1:80", { interface: ["eth0"] }, "`eth0` names no interface"],
  ["tcp 10.0.0.2 10.0.0.1:80", { interface: ["eth0=x"] }, "names no interface"],
  ["tcp 10.0.0.2 10.0.0.1:80", { dnat: ["tcp:10.0.0.1"] }, "is no DNAT"],
] as const)("`%s` %j is wrong usage", (line, options, message) => {
  expect(() => flowRequest(line.split(" ").filter(Boolean), options)).toThrow(UsageError);
  expect(() => flowRequest(line.split(" ").filter(Boolean), options)).toThrow(message);
});

/** From end to end: the request, and whether the source port is our own. */
test.each([
  ["tcp 80", {}, { packet: { protocol: "TCP", srcPort: 40000, dstPort: 80 } }, true],
  ["udp 5353:53", {}, { packet: { protocol: "UDP", srcPort: 5353, dstPort: 53 } }, false],
  ["icmp", { icmp: "13" }, { packet: { protocol: "ICMP", icmpType: 13, icmpCode: 0 } }, false],
  ["99", { in: "eth0", out: "eth1" }, { packet: { protocol: "99" }, in: "eth0", out: "eth1" }, false],
  [
    "tcp 80",
    { tcpFlags: "ACK", established: true },
    { packet: { protocol: "TCP", srcPort: 40000, dstPort: 80, tcpFlags: "ACK", conntrack: "established" } },
    true,
  ],
] as const)("from end to end: %s %j", (line, options, request, sourcePortAssumed) => {
  expect(journeyArgs(line.split(" "), { from: "a", to: "b", ...options })).toEqual({
    request: { from: "a", to: "b", ...request },
    sourcePortAssumed,
  });
});

test.each([
  ["tcp 80", { to: undefined }, "--from and --to go together"],
  ["tcp 80", { fromProcess: true }, "exclude --from-process"],
  ["tcp 80", { flows: "f" }, "exclude --flows"],
  ["", {}, "give PROTOCOL PORT"],
  ["tcp 10.0.0.1 10.0.0.2:80", {}, "give PROTOCOL PORT"],
  ["tcp", {}, "TCP needs a port"],
  ["tcp 1:2:3", {}, "`1:2:3` is no port"],
  ["tcp 65536", {}, "`65536` is no port"],
  ["icmp 80", {}, "ICMP has no ports"],
  ["tcp 80", { expect: "maybe" }, "--expect takes"],
] as const)("from end to end: `%s` %j is wrong usage", (line, options, message) => {
  const asked = () => journeyArgs(line.split(" ").filter(Boolean), { from: "a", to: "b", ...options });
  expect(asked).toThrow(UsageError);
  expect(asked).toThrow(message);
});
